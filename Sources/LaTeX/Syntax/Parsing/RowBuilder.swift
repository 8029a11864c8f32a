/// Puts nodes beside one another, and finds out which brackets and bars belong together.
///
/// Brackets need not match: `[0, 1)` becomes a fence, `]0, 1[` stays as it stands. A bar opens where an operand is expected
/// and closes where one has ended, if a bar is open there; a bar that finds no partner, as in p(x|y), is left alone.
/// Linear: every node enters at most one fence for each level of nesting.
struct RowBuilder {
  private struct Opener {
    /// The place of the delimiter in `nodes`.
    var place: Int
    var delimiter: MathDelimiter
  }

  private struct Switch {
    /// Where what it changes begins.
    var place: Int
    var wrap: @Sendable (MathRow) -> MathNode.Kind
    var range: Range<Int>
  }

  private(set) var nodes: [MathNode] = []
  private var openers: [Opener] = []
  private var switches: [Switch] = []
  private var openNames: [String: Int] = [:]
  /// How many brackets may be open.
  let limit: Int
  /// The range of a bracket that was too many.
  private(set) var overflow: Range<Int>?

  /// A builder of a row in which at most `limit` brackets nest.
  init(limit: Int) { self.limit = limit }

  /// How many brackets and bars wait for their partners, and fonts for their ends.
  var depth: Int { openers.count + switches.count }

  /// Whether the next node stands behind something that can be multiplied, applied or closed; so does the dot in ‖·‖.
  var followsOperand: Bool {
    for place in nodes.indices.reversed() {
      switch nodes[place].nucleus.kind {
      case .space: continue
      case .operation: return openers.last?.place == place - 1 && openers.last?.delimiter.side == .either
      case .relation, .punctuation, .largeOperator, .function, .alignmentMark, .lineBreak, .directive:
        return false
      case .delimiter: return openers.last?.place != place
      default: return true
      }
    }
    return false
  }

  /// Puts `node` behind what stands there.
  mutating func append(_ node: MathNode) {
    guard case .delimiter(let delimiter) = node.nucleus.kind else {
      nodes.append(node)
      return
    }
    let isBare = node.isDelimiter
    switch delimiter.side {
    case .open where isBare: open(delimiter, node)
    case .close: close(delimiter, node)
    case .either where Delimiters.partners[delimiter.name] == delimiter.name:
      if followsOperand, openers.last?.delimiter.name == delimiter.name {
        fence(to: delimiter, node)
      } else if isBare {
        open(delimiter, node)
      } else {
        nodes.append(node)
      }
    default: nodes.append(node)
    }
  }

  /// Begins a font or colour that lasts to the end of the row or of the bracket that is open.
  mutating func change(_ range: Range<Int>, _ wrap: @escaping @Sendable (MathRow) -> MathNode.Kind) {
    guard depth < limit else {
      overflow = overflow ?? range
      nodes.append(MathNode(.unknown(""), range))
      return
    }
    switches.append(Switch(place: nodes.count, wrap: wrap, range: range))
  }

  /// The row; nothing is open any more.
  mutating func finish() -> [MathNode] {
    wrapSwitches(from: 0)
    openers = []
    openNames = [:]
    defer { nodes = [] }
    return nodes.withDoubleBars
  }

  // MARK: Pairs

  private mutating func open(_ delimiter: MathDelimiter, _ node: MathNode) {
    if depth < limit {
      openers.append(Opener(place: nodes.count, delimiter: delimiter))
      openNames[delimiter.name, default: 0] += 1
    } else {
      overflow = overflow ?? node.range
    }
    nodes.append(node)
  }

  private mutating func close(_ delimiter: MathDelimiter, _ node: MathNode) {
    guard let top = openers.last else { return nodes.append(node) }
    if let partner = Delimiters.openers[delimiter.name], openNames[partner, default: 0] > 0 {
      while let top = openers.last, top.delimiter.name != partner { popOpener() }
      fence(to: delimiter, node)
    } else if Delimiters.boundInterval(top.delimiter.name, delimiter.name) {
      fence(to: delimiter, node)
    } else {
      nodes.append(node)
    }
  }

  @discardableResult
  private mutating func popOpener() -> Opener? {
    guard let opener = openers.popLast() else { return nil }
    openNames[opener.delimiter.name, default: 1] -= 1
    return opener
  }

  /// Makes a fence of everything behind the last opener; `node` is the right delimiter with its scripts.
  private mutating func fence(to delimiter: MathDelimiter, _ node: MathNode) {
    guard let opener = popOpener() else { return nodes.append(node) }
    wrapSwitches(from: opener.place + 1)
    let body = Array(nodes[(opener.place + 1)...])
    nodes.removeSubrange(opener.place...)
    let fence = MathFence(open: opener.delimiter.on(.open), body: body.withDoubleBars, close: delimiter.on(.close))
      .withNormBars
    let range = fence.open.range.lowerBound..<fence.close.range.upperBound
    nodes.append(node.replacingNucleus(with: MathNode(.fence(fence), range)))
  }

  private mutating func wrapSwitches(from place: Int) {
    while let last = switches.last, last.place >= place {
      switches.removeLast()
      let contents = Array(nodes[last.place...])
      nodes.removeSubrange(last.place...)
      let end = contents.last?.range.upperBound ?? last.range.upperBound
      let start = contents.first?.range.lowerBound ?? end
      nodes.append(MathNode(last.wrap(MathRow(contents, start..<end)), last.range.lowerBound..<end))
    }
  }
}

extension MathNode {
  /// Pairs the brackets in `nodes`, which may come from several cells: `f(a` and `+ b)` from two lines of an `aligned`.
  public static func pairingDelimiters(_ nodes: [MathNode]) -> [MathNode] {
    var builder = RowBuilder(limit: MathParser.maximumDepth)
    for node in nodes { builder.append(node) }
    return builder.finish()
  }

  /// What its scripts stand on; itself without scripts.
  public var nucleus: MathNode {
    guard case .scripts(let scripts) = kind, let base = scripts.base else { return self }
    return base
  }

  var isDelimiter: Bool {
    guard case .delimiter = kind else { return false }
    return true
  }

  /// The same scripts on another base, whose range is wider.
  func replacingNucleus(with base: MathNode) -> MathNode {
    guard case .scripts(var scripts) = kind else { return base }
    scripts.base = base
    let lower = min(range.lowerBound, base.range.lowerBound)
    return MathNode(.scripts(scripts), lower..<max(range.upperBound, base.range.upperBound))
  }
}

extension [MathNode] {
  /// Two single bars that touch are a double one, as in KL(p||q).
  fileprivate var withDoubleBars: [MathNode] {
    var result: [MathNode] = []
    for node in self {
      if let last = result.last, last.isSingleBar, node.isSingleBar, last.range.upperBound == node.range.lowerBound,
        !node.range.isEmpty
      {
        let range = last.range.lowerBound..<node.range.upperBound
        result[result.count - 1] = MathNode(.delimiter(MathDelimiter("‖", .either, range)), range)
      } else {
        result.append(node)
      }
    }
    return result
  }
}

extension MathNode {
  fileprivate var isSingleBar: Bool {
    guard case .delimiter(let delimiter) = kind else { return false }
    return delimiter.name == "|"
  }
}

extension MathDelimiter {
  func on(_ side: Side) -> MathDelimiter { MathDelimiter(name, side, range) }
}

extension MathFence {
  /// `||x||` is a norm that was typed with single bars.
  fileprivate var withNormBars: MathFence {
    guard open.name == "|", close.name == "|", body.count == 1, case .fence(let inner) = body[0].kind,
      inner.open.name == "|", inner.close.name == "|", inner.open.range.lowerBound == open.range.upperBound,
      inner.close.range.upperBound == close.range.lowerBound
    else { return self }
    return MathFence(
      open: MathDelimiter("‖", .open, open.range.lowerBound..<inner.open.range.upperBound), body: inner.body,
      close: MathDelimiter("‖", .close, inner.close.range.lowerBound..<close.range.upperBound))
  }
}
