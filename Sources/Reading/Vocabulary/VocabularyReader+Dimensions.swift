import LaTeX

/// Letters that count the entries of something wherever they stand: the d of QKᵀ/√d.
extension VocabularyReader {
  /// Whether a letter stands under roots, and nowhere else.
  func standsUnderRoots(_ letter: String) -> Bool {
    var isUnder = false
    var isElsewhere = false
    func visit(_ nodes: [MathNode], isRooted: Bool) {
      for node in nodes {
        if case .root(_, let radicand) = node.kind {
          visit(radicand.nodes, isRooted: radicand.nodes.withoutBlanks.count == 1)
        } else if node.differentials != nil {
          continue
        } else if let occurrence = node.occurrence {
          guard occurrence.letter == letter else { continue }
          if isRooted { isUnder = true } else { isElsewhere = true }
        } else {
          visit(node.children, isRooted: false)
        }
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes, isRooted: false) } }
    return isUnder && !isElsewhere
  }
}
