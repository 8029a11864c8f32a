import LaTeX

/// What functions are applied to, which tells what is differentiated where only their letter stands: beside f(r) and
/// r = w x − y, ∂f/∂w is the derivative of f(r), while dσ/dz beside σ(x) = … is that of σ(z).
extension VocabularyReader {
  /// Finds the arguments of the letters that stand for functions.
  mutating func findAppliedFunctions() {
    let defined = Set(
      statements.compactMap { statement -> String? in
        guard statement.chain.signs.first?.name == "=" else { return nil }
        let head = statement.chain.members[0].nodes.withoutBlanks
        return head.count == 1 ? head[0].symbolName : nil
      })
    var found: [String: AppliedFunction] = [:]
    func collect(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (node, next) in zip(visible, visible.dropFirst()) where next.isRoundFence {
        guard let letter = node.occurrence?.letter, vocabulary.functions[letter] != nil else { continue }
        let argument = next.children.withoutBlanks
        if argument.count == 1, let name = argument[0].symbolName {
          found[letter, default: AppliedFunction()].letters.insert(name)
          if defined.contains(name) { found[letter, default: AppliedFunction()].quantities[name] = argument[0] }
        } else {
          found[letter, default: AppliedFunction()].parts.formUnion(occurrences(in: argument).map(\.letter))
        }
      }
      for node in visible { collect(node.children) }
    }
    for statement in statements { for member in statement.chain.members { collect(member.nodes) } }
    vocabulary.appliedFunctions = found
  }
}

/// What a function is applied to.
struct AppliedFunction {
  /// The letters that stand alone in its brackets somewhere.
  var letters: Set<String> = []
  /// Those of them of which a line says what they are, as they are written.
  var quantities: [String: MathNode] = [:]
  /// What stands in its brackets with anything else.
  var parts: Set<String> = []
}

extension Vocabulary {
  /// What stands in the brackets of a function that is differentiated by `variable` and has none.
  enum ImpliedArgument {
    /// The variable itself: the function as a function of one number.
    case variable
    /// Another quantity, which is made of the variable.
    case quantity(MathNode)
    /// Nothing tells.
    case open
  }

  /// The argument of a function, as what its brackets hold elsewhere tells.
  func impliedArgument(of function: String, by variable: String) -> ImpliedArgument {
    guard let applied = appliedFunctions[function], !applied.letters.contains(variable) else { return .variable }
    if applied.quantities.count == 1, let quantity = applied.quantities.values.first { return .quantity(quantity) }
    return applied.parts.contains(variable) || applied.quantities.count > 1 ? .open : .variable
  }
}
