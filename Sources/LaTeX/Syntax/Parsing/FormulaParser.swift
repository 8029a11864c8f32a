/// The state of parsing: tokens without macros, and a place among them.
///
/// The parser descends; each level reads a window of tokens whose end is known from `TokenMatching`. The work is split by
/// what is read: rows, atoms, scripts, commands, delimiters, arrays, words.
struct FormulaParser {
  let tokens: [MathToken]
  let matching: TokenMatching
  /// The token to be read next.
  var place = 0
  /// The end of the window.
  var limit: Int
  /// How many levels are open.
  var depth = 0
  /// How many `\left` are open.
  var leftDepth = 0
  /// The end of words in which a dollar was found to have no partner.
  var textWithoutPartner: Int?
  /// What is wrong so far.
  private(set) var problems: [MathProblem] = []
  /// How many tokens were looked at, for tests of linearity.
  var steps = 0
  private var hasToldDepth = false

  /// A parser of `tokens`.
  init(_ tokens: [MathToken]) {
    self.tokens = tokens
    matching = TokenMatching(tokens)
    limit = tokens.count
  }

  /// Everything.
  mutating func parse() -> [MathNode] {
    row()
  }

  // MARK: Tokens

  /// Whether a token that counts is left in the window; blanks and comments before it are passed over.
  mutating func skipTrivia() -> Bool {
    while place < limit {
      steps += 1
      guard tokens[place].isTrivia else { return true }
      place += 1
    }
    return false
  }

  /// The token to be read next, blanks included.
  var current: MathToken? { place < limit ? tokens[place] : nil }

  /// The next token that counts, if it is a character.
  mutating func nextCharacter() -> Unicode.Scalar? { skipTrivia() ? tokens[place].character : nil }

  /// The character `distance` tokens behind the next one, blanks included.
  func character(ahead distance: Int) -> Unicode.Scalar? {
    place + distance < limit ? tokens[place + distance].character : nil
  }

  /// Passes over `scalar` if it comes next.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard nextCharacter() == scalar else { return false }
    place += 1
    return true
  }

  /// The scalars from the token at `start` to the last one read.
  func range(from start: Int) -> Range<Int> {
    guard start < tokens.count else {
      let end = tokens.last?.range.upperBound ?? 0
      return end..<end
    }
    let lower = tokens[start].range.lowerBound
    return lower..<(place > start ? max(lower, tokens[place - 1].range.upperBound) : lower)
  }

  /// Nothing, at the place to be read next.
  var emptyRange: Range<Int> {
    let place = self.place > 0 ? tokens[self.place - 1].range.upperBound : 0
    return place..<place
  }

  /// The last token read that is no blank.
  var lastRange: Range<Int> {
    tokens[..<place].last { !$0.isTrivia }?.range ?? emptyRange
  }

  // MARK: Windows and levels

  /// Reads the tokens up to `end` by `read`, and goes on behind them.
  mutating func window<Result>(to end: Int, _ read: (inout FormulaParser) -> Result) -> Result {
    let outer = limit
    limit = min(end, outer)
    let result = read(&self)
    place = limit
    limit = outer
    return result
  }

  /// Reads by `read` one level deeper; nil if that is too deep.
  mutating func nested<Result>(_ read: (inout FormulaParser) -> Result) -> Result? {
    guard depth < MathParser.maximumDepth else {
      tellDepth(place < tokens.count ? tokens[place].range : emptyRange)
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// Tells once that something is nested too deeply.
  mutating func tellDepth(_ range: Range<Int>) {
    if !hasToldDepth { tell(.nestingTooDeep(limit: MathParser.maximumDepth), range) }
    hasToldDepth = true
  }

  /// Notes a problem.
  mutating func tell(_ kind: MathProblem.Kind, _ range: Range<Int>) {
    problems.append(MathProblem(kind, range))
  }

  /// Notes the problems of another parser.
  mutating func tell(_ others: [MathProblem]) { problems += others }
}
