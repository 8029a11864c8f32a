import LaTeX

/// Targets that are the numbers of classes.
extension VocabularyReader {
  /// Finds the targets that stand below other letters, p_{y_i}.
  mutating func findClassLabels() {
    var found: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let occurrence = node.occurrence {
          for item in occurrence.subscripts {
            guard let name = LayerContent(item)?.letter, name.count == 3,
              name.hasPrefix("y_") || name.hasPrefix("t_")
                || name.hasPrefix("c_"), name.last?.isLetter == true
            else { continue }
            found.insert(name)
          }
          visit(node.exponent)
        } else if let sum = node.summation {
          visit(sum.lower?.nodes ?? [])
        } else {
          visit(node.children)
        }
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    vocabulary.classLabels = found
  }
}
