import Reading

extension FileReport {
  /// One report on a document whose parts were read by themselves, in order; nil if there are none.
  init?(ofParts parts: [FileReport]) {
    guard var result = parts.first else { return nil }
    for part in parts.dropFirst() {
      result.statements += part.statements
      if let start = part.statements.first?.place.line {
        result.reading += part.reading.map { Notes.Remark("\($0.subject) from line \(start)", $0.text) }
      }
      // What is refuted in its own part is not in the list of that part.
      result.unmetExpectations.removeAll { note in !part.unmetExpectations.contains { $0.place == note.place } }
    }
    result.statements.sort { $0.place < $1.place }
    self = result
  }
}
