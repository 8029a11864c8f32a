import LaTeX

/// A place in a row of nodes; spaces and marks about looks are passed over.
struct NodeCursor {
  private let nodes: [MathNode]
  private var position = 0

  init(_ nodes: [MathNode]) {
    self.nodes = nodes.filter { node in
      switch node.kind {
      case .space, .annotation, .directive, .definition, .phantom, .alignmentMark: false
      default: true
      }
    }
  }

  /// The node at the place, nil behind the last one.
  var current: MathNode? { position < nodes.count ? nodes[position] : nil }

  /// The node before the place, nil at the first one.
  var previous: MathNode? { (1...nodes.count).contains(position) ? nodes[position - 1] : nil }

  /// Where the place is in the formula.
  var place: Range<Int> {
    if let current { return current.range }
    let end = nodes.last?.range.upperBound ?? 0
    return end..<end
  }

  /// The nodes from the place on.
  var rest: [MathNode] { position < nodes.count ? Array(nodes[position...]) : [] }

  /// How far the slash of ∂u/∂v in one line is away, if that stands here.
  var slash: Int? {
    let rest = rest
    for (place, node) in rest.enumerated().dropFirst() {
      switch node.kind {
      case .operation("/"):
        guard place > 1, place + 2 < rest.count, case .symbol("partial") = rest[place + 1].kind else { return nil }
        return place
      case .operation, .relation, .punctuation: return nil
      default: continue
      }
    }
    return nil
  }

  mutating func advance() { position += 1 }

  /// Passes over the operation `sign`, if it stands here.
  mutating func accept(operation sign: String) -> Bool {
    guard case .operation(sign) = current?.kind else { return false }
    advance()
    return true
  }
}

extension MathNode {
  /// What an error may call it.
  var name: String {
    switch kind {
    case .letter(let name), .symbol(let name), .operation(let name), .relation(let name), .punctuation(let name),
      .largeOperator(let name), .function(let name), .unknown(let name), .number(let name), .ellipsis(let name):
      name
    default: "this"
    }
  }

  var isPunctuation: Bool { if case .punctuation = kind { true } else { false } }

  var relationName: String? { if case .relation(let name) = kind { name } else { nil } }

  /// The letter it is, with its accent: `hat{y}` as notations write it.
  var letterName: String? {
    switch kind {
    case .letter(let name): return name.count == 1 ? name : "\\" + name
    case .accented(let accent, let row):
      guard row.nodes.count == 1, case .letter(let name) = row.nodes[0].kind else { return nil }
      return "\\\(accent.rawValue){\(name.count == 1 ? name : "\\" + name)}"
    case .styled(.calligraphic, let row):
      guard row.nodes.count == 1, case .letter(let name) = row.nodes[0].kind else { return nil }
      return "\\mathcal{\(name)}"
    case .group(let row): return row.nodes.count == 1 ? row.nodes[0].letterName : nil
    default: return nil
    }
  }

  /// The scripts of a sum sign.
  var summation: MathScripts? {
    guard case .scripts(let scripts) = kind, case .largeOperator("sum") = scripts.base?.kind else { return nil }
    return scripts
  }
}

extension [MathNode] {
  /// What stands behind the sign ∂ (or d) that they begin with, nil if they don't.
  var droppingDifferential: [MathNode]? {
    guard let first, case .symbol("partial") = first.kind else { return nil }
    return Array(dropFirst())
  }

  var withoutPunctuation: [MathNode] { filter { !$0.isPunctuation } }

  /// The single subscripts in a row of them: `ij` is two, `1,12` is two, `l+1` is one, `i:` is an index and an open place.
  var subscriptItems: [[MathNode]] {
    let visible = filter { if case .space = $0.kind { false } else { true } }
    if let items = visible.itemsAroundOpenPlaces { return items }
    if visible.contains(where: \.isPunctuation) {
      return visible.split(whereSeparator: \.isPunctuation).map(Array.init)
    }
    let isSum = visible.contains { if case .operation = $0.kind { true } else { false } }
    return isSum ? [visible] : visible.map { [$0] }
  }
}
