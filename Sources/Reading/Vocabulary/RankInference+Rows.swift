import LaTeX

/// Vectors that are rows although the others are columns: δ = uᵀ ∘ f′(z)ᵀ, δ_1 = ∂J/∂θ = (ŷ − y)ᵀ.
extension RankInference {
  /// Lets the lines that say what a vector is tell whether it is a row; whether some vector turned out to be one.
  ///
  /// Only what is written with a transposition, or with a row, tells that: of derivatives custom has it either way.
  mutating func takeRows() -> Bool {
    guard !vocabulary.conventions.rowVectors else { return false }
    var builder = NotesBuilder(vocabulary, statements)
    builder.unifyDimensions()
    var votes: [String: (rows: Int, columns: Int)] = [:]
    for statement in statements where statement.chain.signs.allSatisfy({ $0.name == "=" || $0.name == ":=" }) {
      builder.prepareScope(statement)
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      for letter in Set(members.compactMap(vector)) {
        for member in members where vector(member) == nil && tellsDirection(member) {
          guard let value = try? builder.elaborator.tensor(member), value.axes.count == 1 else { continue }
          if value.isRow {
            votes[letter, default: (0, 0)].rows += 1
          } else {
            votes[letter, default: (0, 0)].columns += 1
          }
        }
      }
    }
    for statement in statements {
      for member in statement.chain.members { takeSides(of: member.nodes.withoutBlanks, &votes) }
    }
    var isChanged = false
    for (letter, count) in votes where count.rows > 0 && count.columns == 0 {
      guard vocabulary.letters[letter]?.isToldRow == false else { continue }
      vocabulary.letters[letter]?.isToldRow = true
      isChanged = true
    }
    return isChanged
  }

  /// A vector directly before a matrix, with nothing before it, is a row, and behind one a column: u = vW, z = Wx.
  private func takeSides(of nodes: [MathNode], _ votes: inout [String: (rows: Int, columns: Int)]) {
    let terms = nodes.split { node in
      if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
    }.map(Array.init)
    for term in terms where term.count == 2 {
      if let letter = vector([term[0]]), isMatrix(term[1]) { votes[letter, default: (0, 0)].rows += 1 }
      if let letter = vector([term[1]]), isMatrix(term[0]) { votes[letter, default: (0, 0)].columns += 1 }
    }
  }

  private func isMatrix(_ node: MathNode) -> Bool {
    guard let occurrence = node.occurrence, let reading = vocabulary.letters[occurrence.letter] else { return false }
    return reading.rank == 2 && occurrence.subscripts.count == (reading.place == .subscript ? 1 : 0)
      && !reading.isBatch
  }

  /// The letter of a vector that stands by itself, with nothing below it but what is part of its name.
  private func vector(_ nodes: [MathNode]) -> String? {
    guard nodes.count == 1, let occurrence = nodes[0].occurrence, let reading = vocabulary.letters[occurrence.letter],
      reading.rank == 1, !reading.isSampled, !reading.isBatch, !occurrence.isTransposed,
      occurrence.superscript == nil, occurrence.primes == 0,
      occurrence.subscripts.count == (reading.place == .subscript ? 1 : 0)
    else { return nil }
    return occurrence.letter
  }

  /// Whether something is transposed here, is told to be a row, or is written out, and nothing is differentiated.
  private func tellsDirection(_ nodes: [MathNode]) -> Bool {
    if nodes.count == 1, case .array(let array) = nodes[0].kind, array.name.hasSuffix("matrix") { return true }
    var tells = false
    func visit(_ nodes: [MathNode]) -> Bool {
      nodes.allSatisfy { node in
        if node.differentials != nil || node.nabla != nil || node.kind == .symbol("nabla") { return false }
        if let occurrence = node.occurrence {
          let reading = vocabulary.letters[occurrence.letter]
          if occurrence.isTransposed && reading?.rank == 1 || reading?.isToldRow == true { tells = true }
          return true
        }
        if case .scripts(let scripts) = node.kind, scripts.isTransposition { tells = true }
        return visit(node.children)
      }
    }
    return visit(nodes) && tells
  }
}
