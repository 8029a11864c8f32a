import LaTeX

/// Quantities that are changed on the way, as programs do: dhidden = dscores W_2^T, then dhidden = dhidden ⊙ 𝟙(h > 0). From
/// the second line on it is another quantity.
struct Reassignments: NotationMark {
  /// For each name, the formulas that assign it anew.
  private var places: [String: [Int]] = [:]

  init(_ formulas: [MathFormula]) {
    var defined: Set<String> = []
    for (number, formula) in formulas.enumerated() {
      let nodes = formula.nodes.withoutBlanks
      guard nodes.count > 2, nodes[1].relationName == "=", let name = Self.name(nodes[0]) else { continue }
      let value = Array(nodes[2...])
      guard value.allSatisfy({ $0.relationName == nil }) else { continue }
      if !Self.mentions(name, value) {
        defined.insert(name)
      } else if defined.contains(name), Self.isProduct(value) {
        places[name, default: []].append(number)
      }
    }
  }

  /// A word: E_n may well be another quantity than E.
  private static func name(_ node: MathNode) -> String? {
    guard let name = node.symbolName, name.count > 2, name.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
    return name
  }

  private static func mentions(_ name: String, _ nodes: [MathNode]) -> Bool {
    nodes.contains { $0.symbolName == name || mentions(name, $0.children) }
  }

  /// Whether nothing is added: what adds something to itself is an update, or a sum in the making.
  private static func isProduct(_ nodes: [MathNode]) -> Bool {
    nodes.allSatisfy { node in
      if case .operation(let sign) = node.kind { return sign != "+" && sign != "-" }
      return true
    }
  }

  /// `formula`, which is the one with this number, with the names that the quantities have by then.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula {
    var counts: [String: Int] = [:]
    var heads: Set<String> = []
    for (name, list) in places {
      let before = list.count { $0 < number }
      if before > 0 { counts[name] = before }
      if list.contains(number) { heads.insert(name) }
    }
    if counts.isEmpty, heads.isEmpty { return formula }
    var isHead = true
    return formula.replacingNodes(
      formula.nodes.map { node in
        defer { if !node.isBlank { isHead = false } }
        if isHead, let name = node.symbolName, heads.contains(name) {
          return Self.renamed(node, name, counts[name, default: 0] + 1)
        }
        return marked(node, counts)
      })
  }

  private func marked(_ node: MathNode, _ counts: [String: Int]) -> MathNode {
    if let name = node.symbolName, let count = counts[name] { return Self.renamed(node, name, count) }
    return node.mappingChildren { marked($0, counts) }
  }

  private static func renamed(_ node: MathNode, _ name: String, _ count: Int) -> MathNode {
    MathNode(.letter(name.plainName + String(repeating: "′", count: count)), node.range)
  }
}
