/// A block of Markdown that holds others.
enum MarkdownContainer: Hashable {
  case quote
  /// An item of a list, whose content is indented by so many columns.
  case item(indentation: Int, number: Int?)

  /// What a block in the container says of it.
  var nesting: Nesting {
    switch self {
    case .quote: .quote
    case .item(_, let number): .listItem(number: number)
    }
  }
}

/// A place in a line of Markdown: the offset, and the column where tabs reach to the next multiple of four
/// (CommonMark 0.31, 2.2).
struct MarkdownCursor {
  private let source: SourceText
  /// The offset of the next scalar.
  private(set) var offset: Int
  /// The end of the line.
  let end: Int
  private(set) var column = 0

  /// The beginning of a line.
  init(_ source: SourceText, line: Int) {
    self.source = source
    offset = source.lines[line].lowerBound
    end = source.lines[line].upperBound
  }

  /// The next scalar, NUL at the end of the line.
  var scalar: Unicode.Scalar { offset < end ? source.scalars[offset] : "\0" }

  /// A scalar further on, NUL behind the end of the line.
  func scalar(ahead count: Int) -> Unicode.Scalar {
    offset + count < end ? source.scalars[offset + count] : "\0"
  }

  /// Whether nothing but white space is left.
  var isAtBlank: Bool { source.scalars[offset..<end].allSatisfy(\.isSpace) }

  /// The scalars that are left.
  var rest: ArraySlice<Unicode.Scalar> { source.scalars[offset..<end] }

  /// How many columns of white space come next.
  var indentation: Int {
    var copy = self
    copy.skipIndentation()
    return copy.column - column
  }

  /// Passes over white space, of at most so many columns; a tab is passed as a whole.
  mutating func skipIndentation(_ columns: Int = .max) {
    let start = column
    while scalar.isBlank, column - start < columns { advance() }
  }

  /// Passes over scalars.
  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where offset < end {
      column += source.scalars[offset] == "\t" ? 4 - column % 4 : 1
      offset += 1
    }
  }
}

// What a line may begin with.
extension MarkdownCursor {
  /// Passes the marker of an open container; false if it isn't there.
  mutating func match(_ container: MarkdownContainer) -> Bool {
    switch container {
    case .quote: return takeQuote()
    case .item(let indentation, _):
      guard isAtBlank || self.indentation >= indentation else { return false }
      skipIndentation(indentation)
      return true
    }
  }

  /// Passes `>` and the space behind it, if that comes next.
  mutating func takeQuote() -> Bool {
    var copy = self
    guard copy.indentation < 4 else { return false }
    copy.skipIndentation()
    guard copy.scalar == ">" else { return false }
    copy.advance()
    if copy.scalar.isBlank { copy.advance() }
    self = copy
    return true
  }

  /// Passes the marker of a list item, if one comes next.
  mutating func takeItem(interruptsParagraph: Bool) -> MarkdownContainer? {
    var copy = self
    guard copy.indentation < 4, !isThematicBreak else { return nil }
    copy.skipIndentation()
    let number = copy.takeNumber()
    if number == nil {
      guard ["-", "+", "*"].contains(copy.scalar) else { return nil }
    } else {
      guard copy.scalar == "." || copy.scalar == ")" else { return nil }
    }
    copy.advance()
    guard copy.scalar.isBlank || copy.offset == copy.end else { return nil }
    if interruptsParagraph, copy.isAtBlank || (number ?? 1) != 1 { return nil }
    if copy.isAtBlank || copy.indentation > 4 {
      copy.skipIndentation(1)
    } else {
      copy.skipIndentation()
    }
    let result = MarkdownContainer.item(indentation: copy.column - column, number: number)
    self = copy
    return result
  }

  private mutating func takeNumber() -> Int? {
    var number = 0
    var count = 0
    while scalar.isASCIIDigit, count < 9 {
      number = 10 * number + Int(scalar.value - 0x30)
      count += 1
      advance()
    }
    return count == 0 ? nil : number
  }

  /// Whether the line is a rule: three or more of `-`, `*` or `_`, and nothing else.
  var isThematicBreak: Bool {
    var copy = self
    guard copy.indentation < 4 else { return false }
    copy.skipIndentation()
    let mark = copy.scalar
    guard mark == "-" || mark == "*" || mark == "_" else { return false }
    let marks = copy.rest.filter { !$0.isSpace }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// The level of a heading that begins with `#`, and the offset of its text.
  var heading: (level: Int, offset: Int)? {
    var copy = self
    guard copy.indentation < 4 else { return nil }
    copy.skipIndentation()
    var level = 0
    while copy.scalar == "#" {
      level += 1
      copy.advance()
    }
    guard 1...6 ~= level, copy.offset == copy.end || copy.scalar.isBlank else { return nil }
    return (level, copy.offset)
  }

  /// The fence of code that opens here, if one does.
  var fence: MarkdownFence? {
    var copy = self
    guard copy.indentation < 4 else { return nil }
    copy.skipIndentation()
    let mark = copy.scalar
    guard mark == "`" || mark == "~" else { return nil }
    var length = 0
    while copy.scalar == mark {
      length += 1
      copy.advance()
    }
    guard length >= 3, mark == "~" || !copy.rest.contains("`") else { return nil }
    var info = String.UnicodeScalarView()
    info.append(contentsOf: copy.rest)
    return MarkdownFence(mark: mark, length: length, indentation: indentation, info: String(info))
  }
}

/// The opening line of a block of code.
struct MarkdownFence {
  let mark: Unicode.Scalar
  let length: Int
  let indentation: Int
  let info: String

  /// Whether the block is a formula: ```` ```math ````, also as `{math}`.
  var isMath: Bool {
    let word = info.split(whereSeparator: \.isWhitespace).first ?? ""
    return word == "math" || word == "{math}" || word == "{.math}"
  }

  /// Whether a line closes the block.
  func isClosed(by cursor: MarkdownCursor) -> Bool {
    guard let other = cursor.fence else { return false }
    return other.mark == mark && other.length >= length && other.info.allSatisfy(\.isWhitespace)
  }
}
