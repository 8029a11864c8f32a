import LaTeX

/// Notes that put the hat on the target.
extension VocabularyReader {
  /// Of y and ŷ the one that is computed is what comes out, and the other one what should: y = f(z) beside ŷ, which nothing
  /// is said of, or which the loss compares with activations. ∂C/∂y and ∂y/∂w are taken of what comes out only, whatever
  /// one line says of ŷ.
  mutating func assignDecoratedTarget() {
    let isLink = survey["y"].variables > 0 && survey["y"].differentiated > 0
    let isComputed = isLink || roles.computed.contains("y") || vocabulary.letters["y"]?.role == .activation
    let decorated = ["\\hat{y}", "\\tilde{y}", "\\bar{y}", "\\hat{Y}", "\\hat{t}"]
    let target = decorated.first { letter in
      survey[letter].count > 0 && vocabulary.letters[letter]?.role == nil
        && (isLink ? !hasDerivatives(letter) : !isComputedFrom(letter))
        && (isComputed || isComparedWithActivation(letter))
    }
    guard let target else { return }
    assign(.target, target)
    if survey["y"].count > 0, vocabulary.letters["y"]?.role == nil, isComputed { assign(.prediction, "y") }
  }

  /// Whether a letter has a part in what is computed: it is said to be computed or computed from, or has derivatives.
  private func isComputedFrom(_ letter: String) -> Bool {
    roles.computed.contains(letter) || roles.preactivations.contains(letter) || hasDerivatives(letter)
  }

  /// Whether anything is differentiated by a letter, or a letter by anything.
  private func hasDerivatives(_ letter: String) -> Bool {
    survey[letter].variables > 0 || survey[letter].differentiated > 0
  }

  /// Whether a line that says what the loss is compares a letter with activations, and with nothing else that data are called.
  private func isComparedWithActivation(_ letter: String) -> Bool {
    let data: Set<String> = ["y", "Y", "t", "d"]
    return statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let head = members[0].first?.occurrence, vocabulary.letters[head.letter]?.role == .loss
      else { return false }
      let letters = Set(members.dropFirst().flatMap { occurrences(in: $0) }.map(\.letter))
      return letters.contains(letter) && letters.isDisjoint(with: data)
        && letters.contains { vocabulary.letters[$0]?.role == .activation }
    }
  }
}
