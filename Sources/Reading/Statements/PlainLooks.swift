import LaTeX

/// A row without what only changes the looks of a formula, so that it says what it says in black on white: words that are
/// a formula in a frame, colours around a sign, blanks in a row, underlined letters, a remark in brackets that goes on with a sign, a dot
/// between ∂/∂x and what it is applied to. Index letters with primes become letters of their own: the j′ of Σ_{j′} z_{j′}.
enum PlainLooks {
  /// `nodes` without such looks, at all depths.
  static func plain(_ nodes: [MathNode]) -> [MathNode] {
    let rows = SubscriptDerivatives.read(widened(nodes).map { $0.mappingRows(plain) })
    let inner = DerivativesTakenAt.read(InlineDerivatives.read(VariationSigns.read(rows)))
    return inner.enumerated().flatMap { place, node -> [MathNode] in
      switch node.kind {
      case .text(let text):
        guard let formula = text.framedFormula else { return [node] }
        return [MathNode(.group(MathRow(plain(formula.nodes), formula.range)), node.range)]
      case .coloured(_, let row) where row.isOpenEnded, .framed(.cancelled, let row) where row.isOpenEnded:
        return row.nodes
      case .styled(.bold, let row) where row.isStressed: return row.nodes
      case .styled(.bold, let row) where row.isMoreThanLetter: return row.inBold
      case .accented(.underline, let row): return [MathNode(.group(row), node.range)]
      case .scripts(var scripts):
        guard let lower = scripts.lower else { return [node] }
        // The letter Σ, typed for the sign ∑.
        if let base = scripts.base, base.kind == .letter("Sigma"), base.range.count == 1, place + 1 < inner.count {
          scripts.base = MathNode(.largeOperator("sum"), base.range)
        }
        scripts.lower = MathRow(lower.nodes.map(\.primedIndex), lower.range)
        return [MathNode(.scripts(scripts), node.range)]
      case .fraction: return [LowerDifferentials.completed(node)]
      case .operation("cdot") where inner[..<place].last(where: { !$0.isBlank })?.isOperator == true: return []
      case .fence(let fence) where fence.open.name.isEmpty && fence.close.name.isEmpty: return fence.body
      case .fence(let fence) where fence.open.name == "(" && place > 0 && fence.isRemark: return fence.body
      default: return [node]
      }
    }
  }
}

extension PlainLooks {
  /// Three blanks or more in a row are a wide space, which sets a condition apart: z = w a ~~~~ l > 0. Around signs they
  /// are nothing.
  private static func widened(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var rest = nodes[...]
    while let node = rest.first {
      let blanks = rest.prefix(while: \.isNarrowSpace)
      guard blanks.count > 2 else {
        result.append(node)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(blanks.count)
      let isBesideSign = [result.last(where: { !$0.isBlank }), rest.first(where: { !$0.isBlank })].contains {
        $0?.isSign == true
      }
      if isBesideSign {
        result += blanks
      } else {
        result.append(MathNode(.space(.quad), node.range))
      }
    }
    return result
  }
}

extension MathNode {
  fileprivate var isNarrowSpace: Bool {
    switch kind {
    case .space(.word), .space(.thin), .space(.medium), .space(.thick): true
    default: false
    }
  }

  fileprivate var isSign: Bool {
    switch kind {
    case .operation, .relation: true
    default: false
    }
  }

  /// j′ as one letter; else the node itself.
  fileprivate var primedIndex: MathNode {
    guard case .scripts(let scripts) = kind, case .letter(let name)? = scripts.base?.kind, name.count == 1,
      scripts.lower == nil
    else { return self }
    var count = scripts.primes.count
    if let upper = scripts.upper?.nodes.withoutBlanks {
      // j^\prime as well as j'.
      guard upper.allSatisfy({ $0.kind == .symbol("prime") || $0.isPrimeAlone }) else { return self }
      count += upper.count
    }
    guard count > 0 else { return self }
    return MathNode(.letter(name + String(repeating: "'", count: count)), range)
  }

  private var isPrimeAlone: Bool {
    if case .scripts(let scripts) = kind { scripts.base == nil && !scripts.primes.isEmpty } else { false }
  }

  /// ∂/∂x with nothing beside the upper sign.
  fileprivate var isOperator: Bool { differentials?.above.rest.isEmpty == true }
}

extension MathRow {
  /// Whether signs or commas stand in it: \bf{y, \hat{y}} is two letters in bold, and no letter.
  fileprivate var isMoreThanLetter: Bool {
    nodes.contains { node in
      if case .operation = node.kind { true } else { node.isPunctuation || node.relationName != nil }
    }
  }

  /// Whether it is a relation that is set in bold to stress it, and not because its letters are vectors: it has numbers by
  /// their indices, or no matrix, which a capital letter would be.
  fileprivate var isStressed: Bool {
    guard nodes.contains(where: { $0.relationName != nil }) else { return false }
    let found = nodes.compactMap(\.occurrence)
    return found.contains { !$0.subscripts.isEmpty } || !found.contains { $0.letter.first?.isUppercase == true }
  }

  /// Its letters in bold, each by itself.
  fileprivate var inBold: [MathNode] {
    nodes.map { node in
      node.occurrence == nil ? node : MathNode(.styled(.bold, MathRow([node], node.range)), node.range)
    }
  }

  /// Whether a sign stands at one of its ends, which belongs to what stands beside the row: a {\color{red}{- b}} is a − b.
  fileprivate var isOpenEnded: Bool {
    let visible = nodes.withoutBlanks
    return [visible.first, visible.last].contains { node in
      switch node?.kind {
      case .operation, .relation: true
      default: false
      }
    }
  }
}

extension MathFence {
  /// Whether a chain goes on in brackets: a = b (= c) is a = b = c.
  fileprivate var isRemark: Bool {
    guard let first = body.withoutBlanks.first, case .relation(let name) = first.kind else { return false }
    return ["=", ":=", "=:", "equiv"].contains(name)
  }
}

extension MathText {
  /// The formula that a text consists of, apart from commands about colours and frames.
  fileprivate var framedFormula: MathRow? {
    var found: MathRow?
    for piece in pieces {
      switch piece {
      case .formula(let row):
        guard found == nil else { return nil }
        found = row
      case .words(let words, _):
        guard words.split(separator: "\\").allSatisfy({ MathText.isAboutLooks($0) }) else { return nil }
      }
    }
    return found
  }

  /// Whether a piece behind a backslash is a command about looks, with the name of a colour behind it where it takes one.
  private static func isAboutLooks(_ piece: Substring) -> Bool {
    if piece.allSatisfy(\.isWhitespace) { return true }
    if ["textcolor", "color", "colorbox"].contains(where: { piece.hasPrefix($0) }) { return true }
    let name = piece.split(whereSeparator: \.isWhitespace)
    return name.count == 1 && ["framebox", "fbox", "boxed", "displaystyle", "textstyle", "mathstrut"].contains(name[0])
  }
}
