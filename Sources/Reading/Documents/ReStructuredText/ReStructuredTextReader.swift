/// Reads reStructuredText (docutils 0.21 and the directives of Sphinx): `.. math::` and `` :math:`…` ``, headings, and
/// the containers that indentation makes. Literal blocks, code and comments are passed over.
struct ReStructuredTextReader: BlockReader {
  let source: SourceText
  let lines: RSTLines
  var collector = BlockCollector()
  var line = 0
  /// What the next line may stand in, by indentation.
  var containers: [Container] = [] {
    didSet { collector.nesting = containers.compactMap(\.nesting) }
  }
  /// Whether `` `…` `` without a role is a formula.
  var defaultRoleIsMath = false
  /// In how many tables the text stands; tables nest once.
  var tableDepth = 0
  /// For an opening mark, the line up to which nothing closes it.
  var openTo: [String: Int] = [:]
  private var isInParagraph = false
  private var headingStyles: [String] = []

  /// Lines indented by so many columns at least.
  struct Container {
    let indentation: Int
    let nesting: Nesting?
  }

  /// A reader of a text, or of a cell of a table.
  init(source: SourceText, lines: RSTLines? = nil) {
    self.source = source
    self.lines = lines ?? RSTLines(source)
  }

  /// Reads the whole text into the collector. Linear.
  mutating func read() {
    while line < lines.count { readLine() }
    endParagraph()
    containers = []
  }

  private mutating func endParagraph() {
    collector.endParagraph()
    isInParagraph = false
  }

  private mutating func readLine() {
    let current = lines[line]
    guard !current.isBlank else {
      endParagraph()
      line += 1
      return
    }
    enter(current)
    if !isInParagraph, readTable(current) || readHeading(current) { return }
    if !isInParagraph || current.explicitMarkup != nil, readMarkup(current) { return }
    if !isInParagraph, current.has(">>>", in: source) { return skipParagraph() }
    if !isInParagraph, let item = current.item { return readItem(item, current) }
    readText(from: current.content.lowerBound)
  }

  /// Leaves containers that are indented more than a line, and opens a quotation for one that is indented more than they.
  private mutating func enter(_ current: RSTLine) {
    let kept = containers.prefix { $0.indentation <= current.indentation }.count
    if kept < containers.count {
      endParagraph()
      containers.removeSubrange(kept...)
    }
    let outer = containers.last?.indentation ?? 0
    guard current.indentation > outer, containers.count < Self.deepestNesting else { return }
    let isDefinition = isInParagraph
    endParagraph()
    containers.append(Container(indentation: current.indentation, nesting: isDefinition ? nil : .quote))
  }

  /// How deep containers nest; what lies deeper is text.
  private static let deepestNesting = 100

  private mutating func readItem(_ item: (start: Int, number: Int?), _ current: RSTLine) {
    endParagraph()
    let indentation = current.indentation + item.start - current.content.lowerBound
    if containers.count < Self.deepestNesting {
      containers.append(Container(indentation: indentation, nesting: .listItem(number: item.number)))
    }
    readText(from: item.start)
  }

  /// Reads text up to the end of the line on which the last formula in it ends.
  private mutating func readText(from start: Int) {
    isInParagraph = true
    let last = readInline(from: start, to: lines.contentEnd(of: line), isOneLine: false)
    collector.addProse(source, last..<lines.end(of: line))
    let current = lines[line]
    line += 1
    if current.announcesLiteral { skipLiteral(deeperThan: containers.last?.indentation ?? 0) }
  }

  /// Passes over the lines that are indented more than `indentation`, and blank ones between them.
  mutating func skipLiteral(deeperThan indentation: Int) {
    guard let next = nextLine(from: line) else { return }
    guard lines[next].indentation > indentation else { return }
    endParagraph()
    line = next
    while line < lines.count {
      let current = lines[line]
      if !current.isBlank, current.indentation <= indentation { return }
      line += 1
    }
  }

  /// The next line that is not blank.
  func nextLine(from start: Int) -> Int? {
    var next = start
    while next < lines.count, lines.isBlank(next) { next += 1 }
    return next < lines.count ? next : nil
  }

  private mutating func skipParagraph() {
    while line < lines.count, !lines.isBlank(line) { line += 1 }
  }

  /// Reads what begins with `..`; false if nothing does.
  private mutating func readMarkup(_ current: RSTLine) -> Bool {
    guard let start = current.explicitMarkup else { return false }
    endParagraph()
    if let (name, argument) = current.directive {
      readDirective(name, argument, current)
    } else if source[start] == "[" {
      readText(from: start)
    } else {
      readComment(from: start, current)
    }
    return true
  }

  private mutating func readComment(from start: Int, _ current: RSTLine) {
    collector.addComment(LocatedText(source: source, range: start..<current.content.upperBound), isBlock: false)
    line += 1
    let isEmpty = start == current.content.upperBound
    if isEmpty, line < lines.count, lines.isBlank(line) { return }
    skipLiteral(deeperThan: current.indentation)
  }
}

// Headings.
extension ReStructuredTextReader {
  /// Reads a title with the line below it, and perhaps one above it, made of one punctuation mark.
  private mutating func readHeading(_ current: RSTLine) -> Bool {
    if let mark = current.adornment, current.content.count > 1 {
      guard line + 2 < lines.count else { return skipRule(current) }
      let title = lines[line + 1]
      let below = lines[line + 2]
      guard !title.isBlank, below.adornment == mark, below.content.count == current.content.count
      else { return skipRule(current) }
      line += 1
      addHeading(title.content, style: "\(mark)\(mark)")
      line += 2
      return true
    }
    guard line + 1 < lines.count, current.indentation == 0, current.explicitMarkup == nil else { return false }
    let below = lines[line + 1]
    guard let mark = below.adornment, below.indentation == 0,
      below.content.count >= min(4, current.content.count), below.content.count > 1
    else { return false }
    addHeading(current.content, style: "\(mark)")
    line += 2
    return true
  }

  /// A line of one mark between paragraphs is a rule.
  private mutating func skipRule(_ current: RSTLine) -> Bool {
    guard current.content.count >= 4 else { return false }
    line += 1
    return true
  }

  /// Adds a heading; levels are counted as their styles come up.
  private mutating func addHeading(_ range: Range<Int>, style: String) {
    if !headingStyles.contains(style) { headingStyles.append(style) }
    let level = (headingStyles.firstIndex(of: style) ?? 0) + 1
    containers = []
    collector.addHeading(level: level, LocatedText(source: source, range: range))
    collector.nesting = [.heading(level: level)]
    collector.proseIsKnown = true
    let last = readInline(from: range.lowerBound, to: range.upperBound, isOneLine: true)
    collector.addProse(source, last..<max(last, range.upperBound))
    collector.endParagraph()
    collector.proseIsKnown = false
    collector.nesting = []
  }
}

extension RSTLine {
  /// Whether the line begins with a text.
  fileprivate func has(_ text: StaticString, in source: SourceText) -> Bool {
    source.has(text, at: content.lowerBound)
  }
}
