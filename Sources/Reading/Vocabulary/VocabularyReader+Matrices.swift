import LaTeX

/// Letters that must be arrays since of numbers nobody writes such things: tr(ABC), ‖A − B‖_F, AᵀB.
extension VocabularyReader {
  /// The capital letters within traces, Frobenius norms and quadratic forms.
  var tracedLetters: Set<String> {
    var result: Set<String> = []
    func visit(_ nodes: [MathNode], isInside: Bool) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        if let occurrence = node.occurrence {
          if isInside, isCapital(occurrence) { result.insert(occurrence.letter) }
          continue
        }
        let isOperand = place > 0 && visible[place - 1].isTrace
        visit(node.children, isInside: isInside || isOperand || node.isFrobeniusNorm)
      }
      for (node, next) in zip(visible, visible.dropFirst()) where node.isTrace {
        if let occurrence = next.occurrence, isCapital(occurrence) { result.insert(occurrence.letter) }
      }
      result.formUnion(quadraticForms(in: visible).map(\.matrix))
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes, isInside: false) } }
    return result
  }

  /// The small letters on both sides of a matrix in xᵀAx: vectors, whatever they are elsewhere.
  var quadraticLetters: Set<String> {
    var result: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for form in quadraticForms(in: nodes.withoutBlanks) { result.insert(form.vector) }
      for node in nodes { visit(node.children) }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }

  /// The x and the A of every xᵀAx.
  private func quadraticForms(in nodes: [MathNode]) -> [(vector: String, matrix: String)] {
    nodes.indices.dropLast(2).compactMap { place in
      guard let row = nodes[place].occurrence, let matrix = nodes[place + 1].occurrence,
        let column = nodes[place + 2].occurrence, row.isTransposed, !column.isTransposed,
        row.letter == column.letter, row.subscripts.isEmpty, column.subscripts.isEmpty, isCapital(matrix),
        row.superscript == nil, column.superscript == nil,
        Occurrence.base(of: row.letter).first?.isUppercase == false
      else { return nil }
      return (row.letter, matrix.letter)
    }
  }

  private func isCapital(_ occurrence: Occurrence) -> Bool {
    Occurrence.base(of: occurrence.letter).first?.isUppercase == true && occurrence.subscripts.isEmpty
      && occurrence.superscript == nil
  }

  /// The letters of which nothing but a transposition tells that they are arrays: the K of QKᵀ, the q of kᵀq.
  ///
  /// Where T says how many steps there are, K^T is a power, or the last of many.
  var transposedLetters: Set<String> {
    guard !upperBounds.values.contains("T") else { return [] }
    var result: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        guard let occurrence = node.occurrence else {
          visit(node.children)
          continue
        }
        guard occurrence.isTransposed, isLatin(occurrence) else { continue }
        result.insert(occurrence.letter)
        // A row stands before a column, and a matrix that is turned before another one.
        if visible.indices.contains(place + 1), let next = visible[place + 1].occurrence, isLatin(next),
          !visible.indices.contains(place + 2) || !visible[place + 2].isFence
        {
          result.insert(next.letter)
        }
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }

  private func isLatin(_ occurrence: Occurrence) -> Bool {
    occurrence.letter.count == 1 && occurrence.letter.first?.isASCII == true && occurrence.subscripts.isEmpty
      && occurrence.superscript == nil
  }
}

extension MathNode {
  /// tr, as a function's name or in upright type.
  fileprivate var isTrace: Bool { ["tr", "Tr", "trace"].contains(word) }

  /// ‖…‖_F.
  fileprivate var isFrobeniusNorm: Bool {
    guard case .scripts(let scripts) = kind, case .fence(let fence)? = scripts.base?.kind, fence.open.name == "‖",
      let lower = scripts.lower?.nodes.withoutBlanks
    else { return false }
    return lower.count == 1 && lower[0].symbolName == "F"
  }
}
