import LaTeX

/// Capital letters before another letter, y = Ax, O = AV, Q = XW_Q: by custom matrices, so that Aᵀ is not A and AB not BA,
/// although nothing is transposed.
extension VocabularyReader {
  /// The letters of matrices that lines multiply others with to say what these are; none where nothing is differentiated.
  var linearMaps: Set<String> {
    guard survey.usages.values.contains(where: { $0.variables > 0 }) else { return [] }
    var result: Set<String> = []
    for statement in statements where ["=", ":="].contains(statement.chain.signs.first?.name) {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 1, let product = head[0].occurrence, product.superscript == nil else { continue }
      for term in terms(statement.chain.members[1].nodes.withoutBlanks) {
        guard term.count == 2, let map = term[0].occurrence, let operand = term[1].occurrence, isMatrix(map),
          isPlain(operand), operand.letter != map.letter
        else { continue }
        result.insert(map.letter)
        if isMatrix(operand) { result.insert(operand.letter) }
      }
    }
    return result
  }

  private func terms(_ nodes: [MathNode]) -> [[MathNode]] {
    nodes.split { node in
      if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
    }.map(Array.init)
  }

  /// Whether a capital letter of the Latin alphabet stands here that counts nothing and is no loss.
  private func isMatrix(_ occurrence: Occurrence) -> Bool {
    let base = Occurrence.base(of: occurrence.letter)
    guard isPlain(occurrence), base.count == 1, let letter = base.first, letter.isUppercase, letter.isASCII,
      !upperBounds.values.contains(base)
    else { return false }
    return !Self.lossLetters.contains(base) || survey[base].differentiated == 0 && survey[base].transposed > 0
  }

  private func isPlain(_ occurrence: Occurrence) -> Bool {
    occurrence.subscripts.isEmpty && occurrence.superscript == nil && occurrence.primes == 0
  }
}
