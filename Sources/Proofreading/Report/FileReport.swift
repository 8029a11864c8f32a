import Reading

/// What is said of one file.
public struct FileReport: Sendable {
  /// Something beside the relations.
  public struct Note: Sendable {
    /// Where.
    public var place: SourcePlace
    /// What, in one clause.
    public var text: String

    /// A note.
    public init(_ place: SourcePlace, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// The name of the file; `-` for standard input.
  public var path: String
  /// How the notes were read.
  public var reading: [Notes.Remark]
  /// The relations, in the order of reading.
  public var statements: [StatementReport]
  /// The displays that were to be refuted and hold.
  public var unmetExpectations: [Note]
  /// What of the document could not be read as it stands.
  public var problems: [Note]
  /// How many formulas there are, those left out included.
  public var formulaCount: Int
  /// How many of them a directive left out.
  public var ignoredCount: Int

  /// A report.
  public init(
    path: String, reading: [Notes.Remark] = [], statements: [StatementReport] = [], unmetExpectations: [Note] = [],
    problems: [Note] = [], formulaCount: Int = 0, ignoredCount: Int = 0
  ) {
    self.path = path
    self.reading = reading
    self.statements = statements
    self.unmetExpectations = unmetExpectations
    self.problems = problems
    self.formulaCount = formulaCount
    self.ignoredCount = ignoredCount
  }

  /// How many relations have which verdict.
  public var summary: Summary { Summary(of: statements) }
}
