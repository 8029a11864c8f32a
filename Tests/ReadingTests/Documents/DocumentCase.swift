import Testing

@testable import Reading

/// A named document, and the formulas that it holds.
struct DocumentCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// Each formula as `line:column delimiter text`, the place being that of its first scalar.
  let formulas: [String]

  init(_ name: String, _ text: String, _ formulas: [String]) {
    self.name = name
    self.text = text
    self.formulas = formulas
  }

  var testDescription: String { name }

  /// Reads the document under a name and compares its formulas.
  func check(_ fileName: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = try DocumentReader.read(text, name: fileName)
    #expect(document.summary == formulas, sourceLocation: sourceLocation)
  }
}

extension Document {
  /// The formulas as the tables of cases write them.
  var summary: [String] {
    formulas.map { "\($0.text.start) \($0.delimiter) \($0.text)" }
  }
}
