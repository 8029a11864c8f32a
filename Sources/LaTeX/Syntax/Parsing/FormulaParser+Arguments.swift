/// Arguments: a group in braces, or a single token with what belongs to it.
extension FormulaParser {
  /// The argument of `command`; if it lacks, that is told, and an empty row stands for it.
  mutating func argument(of command: String) -> MathRow {
    guard skipTrivia(), let row = nested({ $0.optionalArgument() }) ?? skipDeep() else {
      tell(.missingArgument(of: command), lastRange)
      return MathRow([], emptyRange)
    }
    return row
  }

  /// A group, or a single token; nil before what can't be an argument.
  private mutating func optionalArgument() -> MathRow? {
    switch tokens[place].kind {
    case .openBrace: return braced()
    case .superscript, .subscript, .ampersand, .closeBrace, .dollar, .definition: return nil
    case .command("\\"), .command("cr"), .command("right"), .command("middle"), .command("end"), .command("over"):
      return nil
    case .character(let scalar):
      if let digit = decimalDigit(UnicodeTable.plain(scalar)) {
        place += 1
        return single(MathNode(.number(String(digit)), tokens[place - 1].range))
      }
      return single(atom())
    default: return single(atom())
    }
  }

  private func single(_ node: MathNode) -> MathRow { MathRow([node], node.range) }

  /// `{…}`, which stands here, as a row.
  mutating func braced() -> MathRow {
    let start = place
    let nodes = contents { $0.row() }
    return MathRow(nodes, range(from: start))
  }

  /// Reads what stands in the brace at this place by `read`, and goes on behind it.
  mutating func contents<Result>(_ read: (inout FormulaParser) -> Result) -> Result {
    let start = place
    place += 1
    let end = matching.ends[start]
    if !matching.isClosed[start] { tell(.unclosedBrace, tokens[start].range) }
    let result = window(to: end, read)
    if matching.isClosed[start], place < limit { place += 1 }
    return result
  }

  /// What is nested too deeply, as it stands: a whole group, or one token.
  mutating func skipDeep() -> MathRow? {
    guard depth >= MathParser.maximumDepth else { return nil }
    let start = place
    place = min(limit, matching.isClosed[start] ? matching.ends[start] + 1 : start + 1)
    let range = range(from: start)
    return MathRow([MathNode(.unknown(raw(start..<place)), range)], range)
  }

  /// `[…]`, if it stands here, read by `read`.
  mutating func bracketed<Result>(_ read: (inout FormulaParser) -> Result) -> Result? {
    guard skipTrivia(), tokens[place].character == "[", matching.isClosed[place], matching.ends[place] < limit else {
      return nil
    }
    let end = matching.ends[place]
    place += 1
    let result = window(to: end, read)
    place = end + 1
    return result
  }

  /// The argument as it stands, without its braces; nil if there is none.
  mutating func rawArgument() -> String? {
    guard skipTrivia() else { return nil }
    switch tokens[place].kind {
    case .openBrace:
      return contents { parser in parser.raw(parser.place..<parser.limit) }
    case .closeBrace, .ampersand, .dollar: return nil
    default:
      place += 1
      return tokens[place - 1].text
    }
  }

  /// The tokens of `places` as they stand.
  func raw(_ places: Range<Int>) -> String { tokens[places].map(\.text).joined() }
}
