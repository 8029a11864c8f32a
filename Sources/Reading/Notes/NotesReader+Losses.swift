import LaTeX

extension NotesReader {
  /// A line that says what the loss is: which formula, and what it says, without blanks.
  public struct LossDefinition: Equatable, Sendable {
    /// The number of the formula.
    public var formula: Int
    /// The scalars of the relation sign.
    public var sign: Range<Int>
    /// What is written before the sign, without blanks: E_1 is not E.
    public var head: String
    /// What is written behind the sign.
    public var text: String
  }

  /// The lines that say what the loss is, in order: a letter for a loss, and what it is computed from, no derivative.
  public var lossDefinitions: [LossDefinition] {
    let losses = Set(first.vocabulary.letters.filter { $0.value.role == .loss }.keys)
    return statements.compactMap { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let head = members[0].first?.occurrence, losses.contains(head.letter),
        members[0].count == 1 || members[0].count == 2 && members[0][1].isRoundFence,
        ["=", ":=", "equiv"].contains(statement.chain.signs[0].name), !members[1].mentionsLetter(of: losses)
      else { return nil }
      return LossDefinition(
        formula: statement.formula, sign: statement.chain.signs[0].range, head: source(members[0], statement.formula),
        text: source(members[1], statement.formula))
    }
  }

  private func source(_ nodes: [MathNode], _ formula: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: places[formula].scalars[nodes.extent].filter { !$0.properties.isWhitespace })
    return String(text)
  }
}

extension [MathNode] {
  /// Whether one of the letters, or a derivative, stands anywhere.
  fileprivate func mentionsLetter(of letters: Set<String>) -> Bool {
    contains { node in
      if node.differentials != nil { return true }
      if let occurrence = node.occurrence { return letters.contains(occurrence.letter) }
      return node.children.mentionsLetter(of: letters)
    }
  }
}
