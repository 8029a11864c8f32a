import LaTeX

/// A matrix times two vectors one above the other, W_f [h_{t−1}, x_t]: the first columns of W_f times h_{t−1} and the others
/// times x_t.
///
/// The two parts have names of their own; about W_f as a whole nothing is said then.
struct Concatenations: UniformNotationMark {
  /// `formula` with a sum of two products for each.
  func marked(_ formula: MathFormula) -> MathFormula { formula.replacingNodes(Self.marked(formula.nodes)) }

  private static func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let (sum, end) = product(nodes, place) {
        result.append(sum)
        place = end
      } else {
        result.append(nodes[place].mappingRows(marked))
        place += 1
      }
    }
    return result
  }

  /// (W_{fh} h_{t−1} + W_{fx} x_t), and where what it is written for ends.
  private static func product(_ nodes: [MathNode], _ start: Int) -> (node: MathNode, end: Int)? {
    guard let matrix = matrix(nodes[start]) else { return nil }
    var place = start + 1
    while place < nodes.count, nodes[place].isBlank || nodes[place].kind == .operation("cdot") { place += 1 }
    guard place < nodes.count, case .fence(let fence) = nodes[place].kind, ["[", "("].contains(fence.open.name) else {
      return nil
    }
    let parts = fence.body.split { $0.isPunctuation || $0.kind == .operation(";") }.map { Array($0).withoutBlanks }
    guard parts.count == 2, fence.open.name == "[" || fence.close.name == "]",
      let first = parts[0].stepped, let second = parts[1].stepped, first != second
    else { return nil }
    let range = nodes[start].range.lowerBound..<nodes[place].range.upperBound
    let plus = MathNode(.operation("+"), nodes[place].range.lowerBound..<nodes[place].range.lowerBound)
    let body =
      [block(nodes[start], matrix + first)] + parts[0] + [plus] + [block(nodes[start], matrix + second)] + parts[1]
    let outer = MathFence(
      open: MathDelimiter("(", .open, range.lowerBound..<range.lowerBound), body: body,
      close: MathDelimiter(")", .close, range.upperBound..<range.upperBound))
    return (MathNode(.fence(outer), range), place + 1)
  }

  /// What stands below the W of W_f; nil for anything but a weight.
  private static func matrix(_ node: MathNode) -> String? {
    if let name = node.symbolName { return weights.contains(name) ? "" : nil }
    guard case .scripts(let scripts) = node.kind, scripts.upper == nil, scripts.primes.isEmpty,
      let base = scripts.base?.symbolName, weights.contains(base), let lower = scripts.lower?.nodes.withoutBlanks
    else { return nil }
    return lower.compactMap { $0.labelName ?? $0.symbolName }.joined()
  }

  private static let weights: Set<String> = ["W", "U", "\\Theta"]

  /// W_{fh} for the columns of W_f that h meets: one letter, whatever stands below it.
  private static func block(_ node: MathNode, _ label: String) -> MathNode {
    let base = MathNode(.letter(node.symbolName ?? "W"), node.range)
    let word = MathNode(.text(MathText(.roman, [.words(label, node.range)])), node.range)
    let lower = MathRow([word], node.range)
    return MathNode(.scripts(MathScripts(base: base, lower: lower, upper: nil, primes: [])), node.range)
  }
}

extension [MathNode] {
  /// The letter of h_{t−1}.
  fileprivate var stepped: String? {
    guard count == 1, let occurrence = self[0].occurrence, !occurrence.subscripts.isEmpty else { return nil }
    return occurrence.letter
  }
}
