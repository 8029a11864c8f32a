import LaTeX

extension [WrittenStatement] {
  /// Whether log(1 − p) occurs.
  var takeLogOfComplement: Bool {
    contains { $0.chain.members.contains { $0.nodes.takeLogOfComplement } }
  }
}

extension [MathNode] {
  fileprivate var takeLogOfComplement: Bool {
    let visible = withoutBlanks
    return visible.enumerated().contains { place, node in
      guard node.isLogarithm, place + 1 < visible.count, case .fence(let fence) = visible[place + 1].kind else {
        return node.children.takeLogOfComplement
      }
      let inner = fence.body.withoutBlanks
      return inner.count > 2 && inner[0].wholeNumber == 1 && inner[1].kind == .operation("-")
    }
  }
}

extension MathNode {
  fileprivate var isLogarithm: Bool { [.function("log"), .function("ln")].contains(kind) }
}
