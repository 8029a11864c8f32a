/// Gathers the blocks of a document while it is read, and joins prose and formulas into paragraphs.
struct BlockCollector {
  private(set) var blocks: [Block] = []
  private(set) var problems: [DocumentProblem] = []
  /// What the next blocks stand in.
  var nesting: [Nesting] = []
  /// Whether prose is only noted beside formulas: the text of a heading is a block already.
  var proseIsKnown = false
  /// How many scalars were looked at.
  var steps = 0

  /// Whether no formula was found, and nothing that may have been meant as one.
  var isWithoutFormulas: Bool { problems.isEmpty && !blocks.contains { $0.formula != nil } }

  private var paragraph = 0
  private var prose: LocatedText?
  private var lastFormula: Int?
  private var pendingDirectives: [Int] = []
  private var lastDisplay: (block: Int, line: Int, source: SourceText)?

  /// Adds a piece of text to the paragraph.
  mutating func addProse(_ source: SourceText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    steps += range.count
    if prose == nil {
      prose = LocatedText(source: source, range: range)
    } else {
      prose?.append(range)
    }
  }

  /// Ends the paragraph; what follows stands in another.
  mutating func endParagraph() {
    flushProse()
    lastFormula = nil
    paragraph += 1
  }

  /// Adds a heading, which is a paragraph of its own.
  mutating func addHeading(level: Int, _ text: LocatedText) {
    endParagraph()
    blocks.append(.heading(Heading(level: level, text: text.trimmed, nesting: nesting)))
  }

  /// Adds a problem.
  mutating func addProblem(_ kind: DocumentProblem.Kind, at place: SourcePlace, text: LocatedText? = nil) {
    problems.append(DocumentProblem(kind: kind, place: place, text: text))
  }

  /// Adds a comment: as a directive, or, if asked to, as it is.
  mutating func addComment(_ text: LocatedText, isBlock: Bool) {
    if let directive = Directive(comment: text, nesting: nesting) {
      add(directive)
    } else if isBlock, !text.isBlank {
      endParagraph()
      blocks.append(.comment(Prose(text: text.trimmed, nesting: nesting, paragraph: paragraph)))
      paragraph += 1
    }
  }

  /// Adds a definition of a macro.
  mutating func add(_ macro: MacroDefinition) {
    flushProse()
    blocks.append(.macro(macro))
  }

  /// The blocks and problems of the whole document.
  mutating func finish() -> (blocks: [Block], problems: [DocumentProblem]) {
    endParagraph()
    return (blocks, problems)
  }

  /// Ends the run of prose before a formula or at the end of a paragraph. Returns it.
  @discardableResult
  private mutating func flushProse() -> LocatedText? {
    guard let text = prose?.trimmed else { return nil }
    prose = nil
    guard !text.isEmpty else { return nil }
    if let lastFormula, case .formula(var formula) = blocks[lastFormula], formula.after == nil {
      formula.after = text
      blocks[lastFormula] = .formula(formula)
    }
    if !proseIsKnown { blocks.append(.prose(Prose(text: text, nesting: nesting, paragraph: paragraph))) }
    return text
  }
}

// Formulas and the directives about them.
extension BlockCollector {
  /// Adds a formula that has been cut out of its source: takes definitions and comments out of it.
  mutating func addFormula(_ cut: FormulaCut) {
    let (text, comments) = FormulaComments.removed(from: cut.unescaped, isMarkdown: cut.dialect != .latex)
    let (content, macros) = Self.withoutMacros(text)
    for macro in macros { add(macro) }
    let before = flushProse()
    steps += cut.text.count
    var display: Int?
    if !content.isBlank {
      display = blocks.count
      lastFormula = blocks.count
      let source = cut.text.source
      blocks.append(
        .formula(
          Formula(
            text: content.trimmed, delimiter: cut.delimiter, start: source.place(at: cut.range.lowerBound),
            end: source.place(at: cut.range.upperBound), nesting: nesting, paragraph: paragraph, before: before)))
      if cut.delimiter.isDisplay { noteDisplay(blocks.count - 1, line: source.line(at: cut.range.upperBound), source) }
    }
    for comment in comments {
      if let directive = Directive(comment: comment, display: display, nesting: nesting) {
        blocks.append(.directive(directive))
      }
    }
  }

  private mutating func noteDisplay(_ block: Int, line: Int, _ source: SourceText) {
    for index in pendingDirectives {
      guard case .directive(var directive) = blocks[index] else { continue }
      directive.display = block
      blocks[index] = .directive(directive)
    }
    pendingDirectives = []
    lastDisplay = (block, line, source)
  }

  /// A directive behind a display, on its line, is about it; any other is about the display that follows.
  private mutating func add(_ directive: Directive) {
    flushProse()
    var directive = directive
    if directive.kind != .setting {
      let source = directive.text.source
      let line = source.line(at: directive.text.sourceRange(of: 0..<0).lowerBound)
      if let lastDisplay, lastDisplay.source === source, lastDisplay.line == line {
        directive.display = lastDisplay.block
      } else {
        pendingDirectives.append(blocks.count)
      }
    }
    blocks.append(.directive(directive))
  }

  /// A formula without the definitions in it, and the definitions.
  private static func withoutMacros(_ text: LocatedText) -> (LocatedText, [MacroDefinition]) {
    guard text.scalars.contains("\\") else { return (text, []) }
    var macros: [MacroDefinition] = []
    var result = text.slice(0..<0)
    var kept = 0
    var index = 0
    while index < text.count {
      guard text.scalars[index] == "\\" else {
        index += 1
        continue
      }
      if let definition = MacroScanner.definition(in: text.scalars, at: index) {
        macros.append(MacroDefinition(definition, in: text))
        result.append(text, kept..<index)
        kept = definition.range.upperBound
        index = kept
      } else {
        index += 2
      }
    }
    guard !macros.isEmpty else { return (text, []) }
    result.append(text, kept..<text.count)
    return (result, macros)
  }
}
