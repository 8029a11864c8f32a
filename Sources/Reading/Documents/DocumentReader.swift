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

  /// Reads a document, and counts how many scalars were looked at.
  static func counting(
    _ bytes: [UInt8], name: String, kind: DocumentKind? = nil
  ) throws(DocumentError) -> (document: Document, steps: Int) {
    let decoding = SourceDecoding(bytes)
    let source = SourceText(scalars: decoding.scalars)
    let kind = kind ?? DocumentKind(fileName: name) ?? DocumentKind(guessing: source)
    var collector = BlockCollector()
    if let first = decoding.replaced.first {
      collector.addProblem(.malformedEncoding(count: decoding.replaced.count), at: source.place(at: first))
    }
    var reader = MarkdownReader(source: source, hasIndentedCode: kind == .markdown, collector: collector)
    collector = reader.read()
    let (blocks, problems) = collector.finish()
    return (Document(name: name, kind: kind, blocks: blocks, problems: problems), collector.steps)
  }
}
