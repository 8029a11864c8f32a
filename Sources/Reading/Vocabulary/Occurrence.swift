import LaTeX

/// A letter with everything that hangs on it, as it is written: ŵ_{ij}^{(l)T}.
struct Occurrence: Equatable {
  /// What stands above a letter, apart from transposition, primes and marks.
  enum Superscript: Equatable {
    /// `(l)` or `[l]`.
    case bracketed([MathNode], isSquare: Bool)
    /// `l`, `2`, `l+1`.
    case bare([MathNode])
  }

  /// The letter with its accent, as notations write it: `z`, `\delta`, `\hat{y}`; or a word, `RSS`.
  var letter: String
  /// What stands below, cut at commas, a letter or number each.
  var subscripts: [[MathNode]] = []
  /// What stands above.
  var superscript: Superscript?
  /// What numbers the sample, where a superscript tells that and the layer: the x of z^{x,l}, the i of a^{[l](i)}.
  var sample: [MathNode]?
  /// The number of primes.
  var primes = 0
  /// Whether a T says that it is transposed.
  var isTransposed = false
  /// `*`, `+`: part of the name.
  var mark = ""
  /// The scalars of the formula.
  var range: Range<Int>
}

extension MathNode {
  /// The letter that stands here, nil if something else does.
  var occurrence: Occurrence? {
    switch kind {
    case .group(let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].occurrence : nil
    case .coloured(_, let row), .framed(_, let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].occurrence : nil
    case .styled(let style, let row)
    where style != .blackboard && style != .calligraphic && row.nodes.withoutBlanks.count == 1
      && !row.nodes.withoutBlanks[0].isPlainLetter:
      // \mathbf{z_1}: the style is the letter's.
      return row.nodes.withoutBlanks[0].occurrence
    case .stack(let stack):
      let visible = stack.base.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].occurrence : nil
    case .scripts(let scripts):
      guard var result = scripts.occurrence else { return nil }
      result.range = range
      return result
    case .accented, .styled:
      if let inside = occurrenceInside { return inside }
      return symbolName.map { Occurrence(letter: $0, range: range) }
    default:
      guard let letter = symbolName else { return nil }
      return Occurrence(letter: letter, range: range)
    }
  }

  /// \hat{h_{kl}} is \hat{h}_{kl}: an accent or a font over a letter with its scripts.
  private var occurrenceInside: Occurrence? {
    switch kind {
    case .accented(let accent, let row):
      let visible = row.nodes.withoutBlanks
      guard visible.count == 1, case .scripts(let scripts) = visible[0].kind, let base = scripts.base,
        var inner = visible[0].occurrence,
        let name = MathNode(.accented(accent, MathRow([base], base.range)), base.range).symbolName,
        let plain = base.symbolName
      else { return nil }
      // What hangs on the letter as a label stays with it.
      inner.letter = name + inner.letter.dropFirst(plain.count)
      inner.range = range
      return inner
    case .styled(let style, let row) where style != .calligraphic && style != .blackboard:
      let visible = row.nodes.withoutBlanks
      guard visible.count == 1, case .scripts = visible[0].kind, var inner = visible[0].occurrence else { return nil }
      inner.range = range
      return inner
    default: return nil
    }
  }

  /// The name of a letter, whatever its font; a word in upright type is one name.
  var symbolName: String? {
    switch kind {
    case .letter(let name): return name.count == 1 ? name : "\\" + name
    case .accented(let accent, let row):
      let visible = row.nodes.withoutBlanks
      guard visible.count == 1, let inner = visible[0].symbolName else { return nil }
      switch accent {
      case .vector, .underline, .leftArrow, .bothArrow: return inner
      default: return "\\\(accent.rawValue){\(inner)}"
      }
    case .styled(let style, let row):
      let visible = row.nodes.withoutBlanks
      // A vector of ones, or an indicator.
      if style == .blackboard, visible.count == 1, visible[0].wholeNumber == 1 { return "\\mathbb{1}" }
      if visible.count == 1, let inner = visible[0].symbolName {
        return style == .calligraphic || style == .blackboard
          ? "\\math\(style == .blackboard ? "bb" : "cal"){\(inner)}" : inner
      }
      return MathNode.word(of: row.nodes)
    case .text(let text):
      guard text.isPlain, !text.plain.isEmpty, text.plain.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
      return text.plain
    case .group(let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].symbolName : nil
    default: return nil
    }
  }
}

extension MathScripts {
  /// The letter with these scripts, its range that of the base; as it was found, where that was done.
  var occurrence: Occurrence? {
    if let found = finding as? FoundOccurrence { return found.occurrence }
    return ownOccurrence
  }

  fileprivate var ownOccurrence: Occurrence? {
    guard let base, var result = base.occurrence ?? entryOfBracket else { return nil }
    return result.take(self) ? result : nil
  }

  /// The letter whose entry (x^{(l)})_i is: that in the brackets, if nothing but subscripts hangs on them.
  fileprivate var entryOfBracket: Occurrence? {
    guard lower != nil, upper == nil, primes.isEmpty, let base, case .fence(let fence) = base.kind,
      ["(", "["].contains(fence.open.name), fence.body.withoutBlanks.count == 1,
      let inner = fence.body.withoutBlanks[0].occurrence, inner.subscripts.isEmpty, inner.superscript != nil
    else { return nil }
    return inner
  }
}

extension Occurrence {
  /// Hangs `scripts` on the letter; false if they can't hang there (a second superscript).
  fileprivate mutating func take(_ scripts: MathScripts) -> Bool {
    primes += scripts.primes.count
    if let lower = scripts.lower {
      guard subscripts.isEmpty else { return false }
      subscripts = lower.nodes.subscriptItems.map(\.withoutBlanks).filter { !$0.isEmpty }
      if let label = subscripts.unitLabel {
        letter += "_{\(label)}"
        subscripts = []
      }
      takeLabels()
    }
    guard let upper = scripts.upper else { return true }
    return take(upper: upper.nodes.withoutBlanks)
  }

  private mutating func take(upper nodes: [MathNode]) -> Bool {
    var nodes = nodes
    while let last = nodes.last {
      if last.isTransposeSign, nodes.count > 1 || superscript != nil || !last.isLowercaseLetter {
        isTransposed.toggle()
      } else if let sign = last.markSign {
        // y^* is another quantity than y, w^+ the same one, later.
        if sign == "*" { letter += "^*" } else { mark += sign }
      } else if case .scripts(let inner) = last.kind, inner.base == nil, !inner.primes.isEmpty {
        primes += inner.primes.count
      } else {
        break
      }
      nodes.removeLast()
    }
    if nodes.isEmpty { return true }
    guard superscript == nil else { return false }
    if let (layer, number) = nodes.layerAndSample {
      sample = number
      nodes = layer
    }
    while nodes.count == 1, case .group(let row) = nodes[0].kind { nodes = row.nodes.withoutBlanks }
    if nodes.count == 1, case .fence(let fence) = nodes[0].kind, ["(", "["].contains(fence.open.name) {
      superscript = .bracketed(fence.body.withoutBlanks, isSquare: fence.open.name == "[")
    } else {
      superscript = .bare(nodes)
    }
    return true
  }
}

extension MathNode {
  fileprivate var isPlainLetter: Bool { if case .letter = kind { true } else { false } }

  private var isSubscripted: Bool { if case .scripts(let scripts) = kind { scripts.lower != nil } else { false } }

  /// What stands in a script that is a formula of its own: the z_k of e^{z_k}, the n − 1 of x^{2(n−1)}, the condition of
  /// 𝟙_{z > 0}.
  var exponent: [MathNode] {
    if let conditionBelow { return conditionBelow }
    guard let occurrence, case .bare(let nodes)? = occurrence.superscript,
      occurrence.letter == "e" || LayerContent(nodes) == nil && nodes.contains(where: \.isSubscripted)
    else { return [] }
    return nodes
  }

  /// T, ⊤, ⊺ or t in upright type.
  var isTransposeSign: Bool {
    switch kind {
    case .letter("T"), .symbol("top"), .symbol("intercal"): true
    case .styled(_, let row), .group(let row):
      row.nodes.withoutBlanks.count == 1 && row.nodes.withoutBlanks[0].isTransposeSign
    case .text(let text): text.plain == "T"
    default: false
    }
  }

  fileprivate var isLowercaseLetter: Bool {
    if case .letter(let name) = kind { name.count == 1 && name.first?.isLowercase == true } else { false }
  }

  fileprivate var markSign: String? {
    switch kind {
    case .operation("*"), .operation("ast"), .operation("star"): "*"
    case .operation("+"): "+"
    default: nil
    }
  }

  /// Blank space, labels, and marks about looks: they mean nothing.
  var isBlank: Bool {
    switch kind {
    case .space, .annotation, .directive, .definition, .phantom, .alignmentMark: true
    case .text(let text): text.isPlain && text.plain.isEmpty
    default: false
    }
  }
}

extension [[MathNode]] {
  /// h1, o2, y1: the name of one unit, not two indices.
  fileprivate var unitLabel: String? {
    guard count == 2, self[0].count == 1, self[1].count == 1, let letter = self[0][0].symbolName,
      ["h", "o", "y", "x", "z", "a", "H", "O", "\\hat{y}"].contains(letter),
      let number = self[1][0].wholeNumber
    else { return nil }
    return "\(letter)\(number)"
  }
}

extension [MathNode] {
  /// The two parts of a superscript that tells a layer and a sample: [l](i), (l)(i), l(i), x,l, (p,2). The layer is what a
  /// number is added to, is a number, or is customarily called l.
  fileprivate var layerAndSample: (layer: [MathNode], sample: [MathNode])? {
    let parts: [[MathNode]]
    if count == 2, case .fence = self[1].kind, case .fence = self[0].kind {
      parts = [[self[0]], [self[1]]]
    } else if count == 2, case .fence = self[1].kind {
      parts = [[self[0]], [self[1]]]
    } else if count == 1, case .fence(let fence) = self[0].kind, ["(", "["].contains(fence.open.name) {
      parts = fence.body.cutAtCommas
    } else {
      parts = cutAtCommas
    }
    guard parts.count == 2, let first = LayerContent(parts[0]), let second = LayerContent(parts[1]) else { return nil }
    switch (first.isCertainlyLayer, second.isCertainlyLayer) {
    case (true, false) where second.isPlainLetter: return (parts[0], parts[1])
    case (false, true) where first.isPlainLetter: return (parts[1], parts[0])
    default: return nil
    }
  }

  private var cutAtCommas: [[MathNode]] {
    split { $0.kind == .punctuation(",") }.map { Array($0).withoutBlanks }
  }

  /// Without what means nothing.
  var withoutBlanks: [MathNode] { contains(where: \.isBlank) ? filter { !$0.isBlank } : self }
}
