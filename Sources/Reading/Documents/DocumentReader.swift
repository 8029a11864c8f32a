/// Reads documents: finds their formulas, with the place of every scalar, and what stands around them.
public enum DocumentReader {
  /// Reads a document of a kind that its name tells, or that its content shows. Linear.
  /// - Throws: `DocumentError` if a notebook is none.
  public static func read(
    _ bytes: [UInt8], name: String, kind: DocumentKind? = nil
  ) throws(DocumentError) -> Document {
    try counting(bytes, name: name, kind: kind).document
  }

  /// Reads a document that is given as a string. Linear.
  /// - Throws: `DocumentError` if a notebook is none.
  public static func read(_ text: String, name: String, kind: DocumentKind? = nil) throws(DocumentError) -> Document {
    try read(Array(text.utf8), name: name, kind: kind)
  }

  /// Reads the definitions of macros in a file that holds them for documents: all of a LaTeX file, its preamble
  /// included, or the formulas of any other. Linear.
  /// - Throws: `DocumentError` if a notebook is none.
  public static func macros(
    _ bytes: [UInt8], name: String
  ) throws(DocumentError) -> (macros: [MacroDefinition], problems: [DocumentProblem]) {
    let source = SourceText(scalars: SourceDecoding(bytes).scalars)
    let kind = DocumentKind(fileName: name) ?? DocumentKind(guessing: source)
    guard kind == .latex || kind == .plain || kind == .markdown && DocumentKind(fileName: name) == nil else {
      let document = try read(bytes, name: name)
      return (document.macros, document.problems)
    }
    var reader = LaTeXReader(source: source)
    reader.readDefinitions()
    let (blocks, problems) = reader.collector.finish()
    return (Document(name: name, kind: kind, blocks: blocks, problems: problems).macros, problems)
  }

  /// The kind that the name tells or the content shows; a text may be of any kind.
  private static func kind(of source: SourceText, name: String) -> DocumentKind {
    let named = DocumentKind(fileName: name)
    if let named, named != .plain { return named }
    let guess = DocumentKind(guessing: source)
    return named == .plain && guess == .markdown ? .plain : guess
  }

  /// Reads a document, and counts how many scalars were looked at.
  static func counting(
    _ bytes: [UInt8], name: String, kind: DocumentKind? = nil
  ) throws(DocumentError) -> (document: Document, steps: Int) {
    let decoding = SourceDecoding(bytes)
    let source = SourceText(scalars: decoding.scalars)
    let kind = kind ?? self.kind(of: source, name: name)
    var collector = BlockCollector()
    if let first = decoding.replaced.first {
      collector.addProblem(.malformedEncoding(count: decoding.replaced.count), at: source.place(at: first))
    }
    switch kind {
    case .markdown, .plain:
      var reader = MarkdownReader(source: source, hasIndentedCode: kind == .markdown)
      reader.collect(into: &collector) { $0.read() }
      // Where no formula is marked, lines may be formulas.
      if collector.isWithoutFormulas, let plain = PlainTextReader.read(source) { collector = plain }
    case .latex:
      var reader = LaTeXReader(source: source)
      reader.collect(into: &collector) { $0.read() }
    case .notebook:
      try NotebookReader.read(source, into: &collector)
    case .reStructuredText:
      var reader = ReStructuredTextReader(source: source)
      reader.collect(into: &collector) { $0.read() }
    }
    let (blocks, problems) = collector.finish()
    return (Document(name: name, kind: kind, blocks: blocks, problems: problems), collector.steps)
  }
}
