/// Finds where a formula ends.
///
/// The search goes through the lines that follow as the document's containers let them (see `LineContent`). A blank line
/// ends a formula in the text; a display may have blank lines inside, but then nothing in it may look like prose or
/// structure, so that a display which was never closed does not swallow the rest of the document.
///
/// Every search ends at the next delimiter of its own kind (environments nest to a small depth), so that all searches
/// of a document together take linear time.
struct FormulaSearch {
  /// What a line has to offer to a formula that began on a line before it.
  enum LineContent {
    /// The line goes on at this offset, behind quote markers and the list's indentation.
    case content(Int)
    /// The same, but the line lacks a marker that it should have.
    case lazy(Int)
    case blank
    /// The line belongs to something else.
    case ended
  }

  /// A formula that ends.
  struct Found {
    /// The content, line by line.
    var pieces: [Range<Int>]
    /// The closing delimiter.
    var closing: Range<Int>
    /// The line, from 0, on which it stands.
    var line: Int
    /// The name by which an environment ends.
    var endName: String?
  }

  /// What comes of a search.
  enum Outcome {
    case closed(Found)
    /// There is no end; reading goes on at the offset, which stands on the line.
    case unclosed(pieces: [Range<Int>], line: Int, offset: Int)
  }

  let source: SourceText
  let delimiter: FormulaDelimiter
  /// Whether `%` begins a comment.
  let hasComments: Bool
  let lineContent: (Int) -> LineContent

  private(set) var steps = 0
  private var pieces: [Range<Int>] = []
  private var recovery: (piece: Int, line: Int, offset: Int)?
  private var line = 0
  private var depth = 0
  private var innerDisplays: [String] = []
  private var textGroups: [Bool] = []
  private var textGroupCount = 0
  private var nextGroupIsText = false
  private var nestedDollars = 0

  /// How deep an environment may nest in one of its own name.
  private static let deepestNesting = 8
  /// How many dollars the text in a formula may hold, as in `$\text{if $x > 0$}$`.
  private static let mostNestedDollars = 20

  init(
    source: SourceText, delimiter: FormulaDelimiter, hasComments: Bool, lineContent: @escaping (Int) -> LineContent
  ) {
    self.source = source
    self.delimiter = delimiter
    self.hasComments = hasComments
    self.lineContent = lineContent
  }

  private enum Step {
    case skip(Int)
    case close(Int, name: String? = nil)
    case stop
  }

  /// Searches from an offset on a line, both behind the opening delimiter.
  mutating func run(line start: Int, offset: Int) -> Outcome {
    line = start
    var place = offset
    var isIrregular = false
    while true {
      if let outcome = scanLine(from: place) { return outcome }
      line += 1
      guard line < source.lines.count else { return unclosed() }
      switch lineContent(line) {
      case .content(let next): place = next
      case .lazy(let next):
        place = next
        isIrregular = isIrregular || delimiter.isDisplay
        if isIrregular { markRecovery(at: next) }
      case .blank:
        guard delimiter.isDisplay else { return unclosed() }
        place = source.lines[line].upperBound
        isIrregular = true
        markRecovery(at: source.lines[line].lowerBound)
      case .ended: return unclosed()
      }
      let rest = source.scalars[place..<source.lines[line].upperBound]
      if isIrregular, ProseLine.isOutsideDisplay(rest) { return unclosed() }
    }
  }

  /// Scans the current line; nil if the formula goes on behind it.
  private mutating func scanLine(from start: Int) -> Outcome? {
    let end = source.lines[line].upperBound
    var offset = start
    while offset < end {
      steps += 1
      switch step(at: offset, end: end) {
      case .skip(let count): offset += count
      case .stop: return unclosed(at: offset, pieceStart: start)
      case .close(let count, let name):
        pieces.append(start..<offset)
        return .closed(Found(pieces: pieces, closing: offset..<offset + count, line: line, endName: name))
      }
    }
    pieces.append(start..<source.end(ofLine: line))
    return nil
  }

  /// Remembers where reading can go on should the formula not end; the first such place counts.
  private mutating func markRecovery(at offset: Int) {
    if recovery == nil { recovery = (pieces.count, line, offset) }
  }

  private mutating func unclosed(at offset: Int? = nil, pieceStart: Int = 0) -> Outcome {
    if let recovery {
      var kept = Array(pieces[..<min(recovery.piece, pieces.count)])
      if recovery.piece < pieces.count, pieces[recovery.piece].lowerBound < recovery.offset {
        kept.append(pieces[recovery.piece].lowerBound..<recovery.offset)
      }
      return .unclosed(pieces: kept, line: recovery.line, offset: recovery.offset)
    }
    if let offset {
      pieces.append(pieceStart..<offset)
      return .unclosed(pieces: pieces, line: line, offset: offset)
    }
    let isAtEnd = line >= source.lines.count
    return .unclosed(
      pieces: pieces, line: line, offset: isAtEnd ? source.scalars.count : source.lines[line].lowerBound)
  }
}

// The steps from scalar to scalar.
extension FormulaSearch {
  private mutating func step(at offset: Int, end: Int) -> Step {
    switch source.scalars[offset] {
    case "\\": return backslash(at: offset, end: end)
    case "$": return dollar(at: offset, end: end)
    case "%" where hasComments: return .skip(end - offset)
    case "<" where !hasComments && source.has("<!--", at: offset): return .skip(htmlComment(at: offset, end: end))
    case "`":
      return delimiter == .backtickDollar && offset + 1 < end && source[offset + 1] == "$" ? .close(2) : .skip(1)
    case "{":
      textGroups.append(nextGroupIsText)
      textGroupCount += nextGroupIsText ? 1 : 0
    case "}":
      if textGroups.popLast() ?? false { textGroupCount -= 1 }
    case " ": return .skip(1)
    default: break
    }
    nextGroupIsText = false
    return .skip(1)
  }

  /// How many scalars a short HTML comment has that ends on its line; 1 if none does.
  private func htmlComment(at start: Int, end: Int) -> Int {
    let last = min(end, start + FormulaComments.longestHTMLComment)
    for offset in start + 4..<max(start + 4, last) where source.has("-->", at: offset) { return offset + 3 - start }
    return 1
  }

  private mutating func dollar(at offset: Int, end: Int) -> Step {
    let isPair = offset + 1 < end && source[offset + 1] == "$"
    switch delimiter {
    case .dollar:
      guard textGroupCount > 0 else { return .close(1) }
      nestedDollars += 1
      return nestedDollars > Self.mostNestedDollars ? .stop : .skip(1)
    case .backtickDollar:
      return source[offset + 1] == "`" ? .stop : .skip(1)
    case .dollars:
      return isPair ? .close(2) : .skip(1)
    case .bracket, .doubledBracket, .environment:
      if isPair { markRecovery(at: offset) }
      return .skip(isPair ? 2 : 1)
    default:
      return .skip(1)
    }
  }

  private mutating func backslash(at offset: Int, end: Int) -> Step {
    let command = TeXCommand(in: source.scalars, at: offset, end: end)
    let skip = Step.skip(max(1, command.range.count))
    nextGroupIsText = TeXCommand.takesText(command.name)
    switch command.name {
    case "\\": return doubledBackslash(at: offset, end: end)
    case "]": return delimiter == .bracket ? .close(2) : skip
    case ")": return delimiter == .parenthesis ? .close(2) : skip
    case "(": return delimiter == .parenthesis ? .stop : skip
    case "[":
      if delimiter == .bracket { return .stop }
      if delimiter.isDisplay { markRecovery(at: offset) }
      return skip
    case "begin", "end":
      guard let (name, behind) = command.braced(in: source.scalars, end: end) else { return skip }
      return command.name == "begin"
        ? begin(name, at: offset, count: behind - offset) : self.end(name, count: behind - offset)
    default:
      return TeXCommand.isStructural(command.name) && delimiter != .dollar ? .stop : skip
    }
  }

  /// `\\`, which may be the beginning of a delimiter that was escaped once more.
  private func doubledBackslash(at offset: Int, end: Int) -> Step {
    guard delimiter == .doubledBracket || delimiter == .doubledParenthesis else { return .skip(2) }
    if offset + 3 < end, source.has("\\\\\\\\", at: offset) { return .skip(4) }
    let isTripled = source[offset + 2] == "\\"
    switch isTripled ? source[offset + 3] : source[offset + 2] {
    case "]" where isTripled && delimiter == .doubledBracket: return .close(4)
    case "[" where isTripled && delimiter == .doubledBracket: return .stop
    case _ where isTripled: return .skip(2)
    case "]" where delimiter == .doubledBracket: return .close(3)
    case ")" where delimiter == .doubledParenthesis: return .close(3)
    case "[" where delimiter == .doubledBracket: return .stop
    case "(" where delimiter == .doubledParenthesis: return .stop
    default: return .skip(2)
    }
  }

  private mutating func begin(_ name: String, at offset: Int, count: Int) -> Step {
    if case .environment(name) = delimiter {
      guard depth < Self.deepestNesting, MathEnvironment(name)?.isDisplay == false else { return .stop }
      depth += 1
    } else if MathEnvironment(name)?.isDisplay ?? false {
      innerDisplays.append(name)
      if delimiter.isDisplay { markRecovery(at: offset) }
    }
    return .skip(count)
  }

  private mutating func end(_ name: String, count: Int) -> Step {
    if name == "document" { return .stop }
    guard case .environment(let begun) = delimiter else { return .skip(count) }
    if name == begun {
      if depth == 0 { return .close(count, name: name) }
      depth -= 1
    } else if innerDisplays.last == name {
      innerDisplays.removeLast()
    } else if depth == 0, innerDisplays.isEmpty, MathEnvironment(begun)?.isDisplay ?? false,
      MathEnvironment(name)?.isDisplay ?? false
    {
      return .close(count, name: name)
    }
    return .skip(count)
  }
}
