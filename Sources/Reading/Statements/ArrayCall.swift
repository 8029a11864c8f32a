import LaTeX

/// Calls of an array library within formulas: np.sum(dZ, axis=1, keepdims=True), np.dot(W, x).
enum ArrayCall {
  /// What the call at `place` says in mathematical signs, and how many nodes it takes; nil if none stands there.
  static func read(_ nodes: [MathNode], _ place: Int) -> (nodes: [MathNode], count: Int)? {
    guard nodes.count > place + 3, nodes[place].kind == .letter("n"), nodes[place + 1].kind == .letter("p"),
      nodes[place + 2].kind == .punctuation(".")
    else { return nil }
    var name = ""
    var next = place + 3
    while next < nodes.count, case .letter(let letter) = nodes[next].kind, letter.count == 1 {
      name += letter
      next += 1
    }
    guard next < nodes.count, case .fence(let fence) = nodes[next].kind, fence.open.name == "(" else { return nil }
    let arguments = fence.body.split { $0.kind == .punctuation(",") }.map(Array.init)
    let start = nodes[place].range.lowerBound..<nodes[next - 1].range.upperBound
    guard let call = call(name, arguments, start, nodes[next]) else { return nil }
    return (call, next + 1 - place)
  }

  private static func call(
    _ name: String, _ arguments: [[MathNode]], _ start: Range<Int>, _ fence: MathNode
  ) -> [MathNode]? {
    guard let first = arguments.first else { return nil }
    switch name {
    case "sum":
      guard let axis = arguments.dropFirst().compactMap({ axis($0) }).first else { return nil }
      let sign = MathNode(.function("sumaxis"), start)
      let number = MathNode(.number(String(axis)), start)
      return [
        MathNode(.scripts(MathScripts(base: sign, lower: MathRow([number], start))), start), bracketed(first, fence),
      ]
    case "dot",
      "matmul" where arguments.count == 2:
      return [bracketed(first, fence), bracketed(arguments[1], fence)]
    case "multiply" where arguments.count == 2:
      let sign = MathNode(.operation("odot"), fence.range)
      return [bracketed([bracketed(first, fence), sign, bracketed(arguments[1], fence)], fence)]
    case "exp", "log", "tanh": return [MathNode(.function(name), start), fence]
    default: return nil
    }
  }

  private static func bracketed(_ nodes: [MathNode], _ fence: MathNode) -> MathNode {
    let open = MathDelimiter("(", .open, fence.range.lowerBound..<fence.range.lowerBound)
    let close = MathDelimiter(")", .close, fence.range.upperBound..<fence.range.upperBound)
    return MathNode(.fence(MathFence(open: open, body: nodes, close: close)), fence.range)
  }

  /// The number in axis=1.
  private static func axis(_ nodes: [MathNode]) -> Int? {
    guard let sign = nodes.firstIndex(where: { $0.kind == .relation("=") }) else { return nil }
    let letters = nodes[..<sign].compactMap { if case .letter(let letter) = $0.kind { letter } else { nil } }
    guard letters.joined() == "axis", nodes.count == sign + 2 else { return nil }
    return nodes[sign + 1].wholeNumber
  }
}
