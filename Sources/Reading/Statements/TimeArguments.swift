import LaTeX

/// Time stamps in brackets behind quantities: y_i(n) = Σ_j w_{ij} x_j(n).
///
/// A letter that stands nowhere but alone in the brackets behind quantities, and is no index of theirs, is the time at
/// which all of them are taken. It tells nothing that their names don't.
struct TimeArguments {
  private let letters: Set<String>

  private static let customary = ["t", "n", "k", "\\tau"]
  private static let fewest = 3

  /// The letters that are time stamps throughout `formulas`.
  init(_ formulas: [MathFormula]) {
    var arguments: [String: Int] = [:]
    var indexed: Set<String> = []
    var uses: [String: Int] = [:]
    func count(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        if let name = node.symbolName { uses[name, default: 0] += 1 }
        if let time = Self.argument(nodes, place) {
          arguments[time, default: 0] += 1
          if nodes[place].occurrence?.subscripts.isEmpty == false { indexed.insert(time) }
        }
        count(node.children)
      }
    }
    for formula in formulas where formula.nodes.withoutBlanks.count != 1 { count(formula.nodes) }
    let found = Self.customary.filter { letter in
      arguments[letter, default: 0] >= Self.fewest && arguments[letter] == uses[letter] && indexed.contains(letter)
    }
    letters = Set(found)
  }

  /// `nodes` without the time stamps.
  func removed(from nodes: [MathNode]) -> [MathNode] {
    if letters.isEmpty { return nodes }
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      var node = nodes[place].mappingRows(removed)
      if Self.argument(nodes, place).map(letters.contains) == true {
        // The brackets stay a part of what the name covers.
        place += 1
        node = MathNode(node.kind, node.range.lowerBound..<nodes[place].range.upperBound)
      }
      result.append(node)
      place += 1
    }
    return result
  }

  /// The letter that stands alone in the brackets behind the quantity at `place`.
  private static func argument(_ nodes: [MathNode], _ place: Int) -> String? {
    guard place + 1 < nodes.count, nodes[place].occurrence != nil, case .fence(let fence) = nodes[place + 1].kind,
      fence.open.name == "(", fence.body.withoutBlanks.count == 1
    else { return nil }
    return fence.body.withoutBlanks[0].symbolName
  }
}
