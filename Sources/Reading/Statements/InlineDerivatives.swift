import LaTeX

/// Derivatives with a slash, dL/dz and ∂f(x)/∂x, as fractions.
///
/// The d would cancel if it were a quantity.
enum InlineDerivatives {
  /// `nodes` with these as fractions.
  static func read(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let (fraction, end) = fraction(nodes, place) {
        result.append(fraction)
        place = end
      } else {
        result.append(nodes[place])
        place += 1
      }
    }
    return result
  }

  /// d, what is differentiated, the slash, d, and a letter.
  private static func fraction(_ nodes: [MathNode], _ start: Int) -> (node: MathNode, end: Int)? {
    guard nodes[start].isDifferentialSign, nodes[start].kind != .symbol("partial") else { return nil }
    var rest = nodes.indices[(start + 1)...].filter { !nodes[$0].isBlank }[...]
    var above = [nodes[start]]
    if let word = word(nodes, rest) {
      above += word
      rest.removeFirst(word.count)
    }
    let named = max(above.count, 2)
    while let next = rest.first, above.count <= named, nodes[next].kind != .operation("/") {
      guard nodes[next].occurrence != nil || above.count == named && (nodes[next].isRoundFence || isIndex(nodes[next]))
      else { return nil }
      above.append(nodes[next])
      rest.removeFirst()
    }
    guard let slash = rest.popFirst(), nodes[slash].kind == .operation("/"), let sign = rest.popFirst(),
      nodes[sign].isDifferentialSign, nodes[sign].kind != .symbol("partial"), let first = rest.first,
      nodes[first].occurrence != nil
    else { return nil }
    let names = word(nodes, rest) ?? [nodes[first]]
    var below = [nodes[sign]] + names
    var variable = first + names.count - 1
    // dL/dW[l] is by W[l].
    if variable + 1 < nodes.count, isIndex(nodes[variable + 1]),
      nodes[variable].range.upperBound == nodes[variable + 1].range.lowerBound
    {
      variable += 1
      below.append(nodes[variable])
    }
    let fraction = MathFraction(.bar, MathRow(above, above.extent), MathRow(below, below.extent))
    return (MathNode(.fraction(fraction), above.extent.lowerBound..<below.extent.upperBound), variable + 1)
  }

  /// Whether a node is the [l] or [l − 1] of what programs number.
  private static func isIndex(_ node: MathNode) -> Bool {
    guard case .fence(let fence) = node.kind, fence.open.name == "[" else { return false }
    return LayerContent(fence.body)?.letter != nil
  }

  /// The letters of dnet_j that spell the name of one quantity, directly beside one another; nil for any others.
  private static func word(_ nodes: [MathNode], _ places: ArraySlice<Int>) -> [MathNode]? {
    let words = ["net", "out", "loss", "cost", "error"]
    return words.lazy.compactMap { word -> [MathNode]? in
      let run = places.prefix(word.count).map { nodes[$0] }
      guard run.count == word.count,
        zip(run, run.dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound }),
        zip(run.indices, word).allSatisfy({ place, letter in
          if run[place].kind == .letter(String(letter)) { return true }
          guard place == run.count - 1, case .scripts(let scripts) = run[place].kind else { return false }
          return scripts.base?.kind == .letter(String(letter))
        })
      else { return nil }
      return run
    }.first
  }
}
