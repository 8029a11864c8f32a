/// A document cut into headings, prose, formulas and directives, in the order of reading.
public struct Document: Sendable {
  /// The name of the file, `-` for standard input.
  public let name: String
  /// How the document is written; guessed if the name didn't say.
  public let kind: DocumentKind
  /// What the document consists of.
  public let blocks: [Block]
  /// What could not be read as it stands, in order.
  public let problems: [DocumentProblem]

  /// The formulas, in order.
  public let formulas: [Formula]

  init(name: String, kind: DocumentKind, blocks: [Block], problems: [DocumentProblem]) {
    self.name = name
    self.kind = kind
    self.blocks = blocks
    self.problems = problems
    formulas = blocks.compactMap(\.formula)
  }

  /// The definitions of macros, in order; the last one of a name counts.
  public var macros: [MacroDefinition] {
    blocks.compactMap { if case .macro(let macro) = $0 { macro } else { nil } }
  }

  /// The directives, in order.
  public var directives: [Directive] {
    blocks.compactMap { if case .directive(let directive) = $0 { directive } else { nil } }
  }

  /// The blocks that lead to a formula: what stands before it in its paragraph, or, if it begins its paragraph, the
  /// paragraph before it ("For layer l < L:"), unless a display or a heading stands between.
  public func introduction(to index: Int) -> Range<Int> {
    guard let paragraph = blocks[index].paragraph else { return index..<index }
    let own = run(of: paragraph, before: index)
    guard own.isEmpty, index > 0, let previous = blocks[index - 1].paragraph else { return own }
    let range = run(of: previous, before: index)
    return blocks[range].contains { $0.formula?.isDisplay ?? false } ? index..<index : range
  }

  /// The blocks that follow a formula in its paragraph ("where …").
  public func continuation(of index: Int) -> Range<Int> {
    guard let paragraph = blocks[index].paragraph else { return index + 1..<index + 1 }
    var end = index + 1
    while end < blocks.count, blocks[end].paragraph == paragraph { end += 1 }
    return index + 1..<end
  }

  /// The blocks that lead to a formula, behind the last display before it.
  func lead(to index: Int) -> Range<Int> {
    let range = introduction(to: index)
    let display = range.last { blocks[$0].formula?.isDisplay == true }
    return (display.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
  }

  /// The text of these blocks; a formula among them leaves a space.
  func leadingText(to index: Int) -> String {
    lead(to: index).map { place -> String in
      if case .prose(let prose) = blocks[place] { prose.text.string } else { " " }
    }.joined(separator: " ")
  }

  /// The words, in lower case, of the sentence that a formula ends, as far as it stands before it.
  func sentence(before index: Int) -> [String] {
    let sentences = leadingText(to: index).lowercased().split(separator: ". ")
    return sentences.last.map { $0.split { !$0.isLetter }.map(String.init) } ?? []
  }

  private func run(of paragraph: Int, before index: Int) -> Range<Int> {
    var start = index
    while start > 0, blocks[start - 1].paragraph == paragraph { start -= 1 }
    return start..<index
  }
}
