import LaTeX

/// Lines that say what δ is: δ_j^l = ∂C/∂z_j^l, or δ_j = −∂E/∂v_j.
extension VocabularyReader {
  /// Takes the sign of δ from the lines that define it, if there are any: what such a line says of δ weighs more than any
  /// line that only uses it.
  mutating func findDeltaSign() {
    let signs = statements.flatMap { deltaSigns(in: $0.chain.members.map { $0.nodes.withoutBlanks }) }
    let total = signs.reduce(0, +)
    guard total != 0 else { return }
    vocabulary.conventions.deltaSign = total.signum()
    vocabulary.definesDelta = true
  }

  /// Finds whether a line says that a δ with two indices is a derivative, δ_{pj} = −∂E_p/∂net_{pj}: Kronecker's is none.
  mutating func findErrorsOfPairs() {
    vocabulary.hasErrorsOfPairs = statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard statement.chain.signs.first?.name == "=", members[0].count == 1, let head = members[0][0].occurrence,
        head.letter == "\\delta", head.isKroneckerDelta, let value = members[1].last
      else { return false }
      let isSigned = members[1].count == 2 && members[1][0].kind == .operation("-")
      guard members[1].count == 1 || isSigned, let above = value.differentials?.above.rest.first?.occurrence else {
        return false
      }
      return Self.lossLetters.contains(above.letter)
    }
  }

  /// The letter that stands for δ where a line says that it is: e_j^{(l)} = ∂J/∂z_j^{(l)}, with what units compute of their
  /// inputs below.
  func letterOfErrors(_ loss: String) -> String? {
    guard let variable = single(roles.letter(for: .preactivation)) else { return nil }
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members[0].count == 1, let head = members[0][0].occurrence, head.superscript != nil, head.primes == 0,
        head.letter != variable, members[1].count == 1, let (above, below) = members[1][0].differentials,
        above.rest.first?.occurrence?.letter == loss, let z = below.rest.first?.occurrence, z.letter == variable,
        z.subscripts.count == head.subscripts.count, vocabulary.letters[head.letter].map({ $0.role == nil }) == true
      else { continue }
      return head.letter
    }
    return nil
  }

  /// The signs that δ has where it stands beside a derivative of the loss by what units compute.
  private func deltaSigns(in members: [[MathNode]]) -> [Int] {
    zip(members, members.dropFirst()).compactMap { a, b in
      if isDelta(a) { return signOfSlope(b) }
      if isDelta(b) { return signOfSlope(a) }
      return nil
    }
  }

  private func isDelta(_ nodes: [MathNode]) -> Bool {
    guard nodes.count == 1, let occurrence = nodes[0].occurrence, occurrence.primes == 0 else { return false }
    return vocabulary.letters[occurrence.letter]?.role == .delta
  }

  /// 1 for ∂C/∂z, −1 for −∂C/∂z.
  private func signOfSlope(_ nodes: [MathNode]) -> Int? {
    let isNegative = nodes.first?.kind == .operation("-")
    let rest = isNegative ? nodes.dropFirst() : nodes[...]
    guard rest.count == 1, let (above, below) = rest.first?.differentials,
      let loss = above.rest.first?.occurrence, vocabulary.letters[loss.letter]?.role == .loss,
      let variable = below.rest.first?.occurrence, let role = vocabulary.letters[variable.letter]?.role,
      role == .preactivation || role == .activation
    else { return nil }
    return isNegative ? -1 : 1
  }
}
