import LaTeX

/// The letter that scripts hang on, found once: the formulas of notes are read under many vocabularies, and what hangs on a
/// letter is the same under each.
final class FoundOccurrence: MathFinding {
  /// Nil where no letter stands there.
  let occurrence: Occurrence?

  init(_ occurrence: Occurrence?) { self.occurrence = occurrence }
}

extension MathNode {
  /// The same node with the letters in it found.
  var withOccurrencesFound: MathNode {
    if case .scripts(let scripts) = kind, scripts.finding != nil { return self }
    let inner = mappingChildren(\.withOccurrencesFound)
    guard case .scripts(var scripts) = inner.kind else { return inner }
    scripts.finding = FoundOccurrence(scripts.occurrence)
    return MathNode(.scripts(scripts), range)
  }
}

extension MathFormula {
  /// The same formula with the letters in it found.
  var withOccurrencesFound: MathFormula { replacingNodes(nodes.map(\.withOccurrencesFound)) }
}

extension WrittenStatement {
  /// The same statement with the letters in it found.
  var withOccurrencesFound: WrittenStatement {
    var result = self
    for member in result.chain.members.indices {
      result.chain.members[member].nodes = result.chain.members[member].nodes.map(\.withOccurrencesFound)
    }
    return result
  }
}
