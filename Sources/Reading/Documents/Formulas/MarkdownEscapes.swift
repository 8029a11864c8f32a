/// Undoes what was done to a formula to carry it through Markdown or HTML, where that is evident:
///
///     \\\\          →  \\        an end of line whose backslashes were escaped; two empty lines mean nothing
///     \_            →  _         before a subscript; kept in text, where it joins two words (`learning\_rate`),
///                               and behind a word if other subscripts of the formula are not escaped
///     \* \+ \- \= \< \. \~ \^ \[ \] \( \)  →  without the backslash: TeX knows no such commands in formulas
///     \\{ \\} \\, …  →  \{ \} \, …  in a formula in the text, where no line can end; in `\\[…\\]`; elsewhere only a pair
///     \\frac        →  \frac     if all commands of the formula are written so
///     &lt; &gt; &amp; …  →  < > & …
///
/// Everything else is left as it stands.
struct MarkdownEscapes {
  private let text: LocatedText
  private let evidence: EscapeEvidence
  private var result: LocatedText
  private var groups: [Bool] = []
  private var textDepth = 0
  private var nextGroupIsText = false

  /// The formula without Markdown's escapes. Linear.
  static func undone(in text: LocatedText, delimiter: FormulaDelimiter) -> LocatedText {
    guard text.scalars.contains(where: { $0 == "\\" || $0 == "&" }) else { return text }
    var escapes = MarkdownEscapes(text, delimiter)
    escapes.run()
    return escapes.result
  }

  private init(_ text: LocatedText, _ delimiter: FormulaDelimiter) {
    self.text = text
    evidence = EscapeEvidence(text.scalars, delimiter: delimiter)
    result = LocatedText(source: text.source, at: text.sourceRange(of: 0..<0).lowerBound)
  }

  private mutating func run() {
    var index = 0
    while index < text.count {
      switch text.scalars[index] {
      case "\\": index = backslashes(at: index)
      case "&": index = entity(at: index) ?? keep(index)
      case "{":
        groups.append(nextGroupIsText)
        textDepth += nextGroupIsText ? 1 : 0
        index = keep(index)
      case "}":
        if groups.popLast() ?? false { textDepth -= 1 }
        index = keep(index)
      default: index = keep(index)
      }
    }
  }

  /// Copies a scalar; the index behind it.
  private mutating func keep(_ index: Int) -> Int {
    keep(index..<index + 1)
  }

  private mutating func keep(_ range: Range<Int>) -> Int {
    if range.contains(where: { text.scalars[$0] != " " }) { nextGroupIsText = false }
    result.append(text, range)
    return range.upperBound
  }

  /// Leaves out the backslash at `index` and copies what it escapes.
  private mutating func drop(_ index: Int) -> Int {
    result.append(text, index + 1..<index + 2)
    result.markLast(as: text.sourceRange(of: index..<index + 2))
    nextGroupIsText = false
    return index + 2
  }

  private mutating func backslashes(at index: Int) -> Int {
    var count = 1
    while count < 4, index + count < text.count, text.scalars[index + count] == "\\" { count += 1 }
    let next = index + count < text.count ? text.scalars[index + count] : " "
    switch count {
    case 4: return drop(drop(index))
    case 3: return keep(index..<index + 2)
    case 2:
      guard evidence.doubles(before: next) else { return keep(index..<index + 2) }
      let behind = drop(index)
      return next.isASCIILetter ? behind : keep(behind)
    default: return command(at: index, next: next)
    }
  }

  private mutating func command(at index: Int, next: Unicode.Scalar) -> Int {
    guard index + 1 < text.count else { return keep(index) }
    if next.isASCIILetter {
      let command = TeXCommand(in: text.scalars, at: index, end: text.count)
      let end = keep(command.range)
      nextGroupIsText = TeXCommand.takesText(command.name) || Self.namesInBraces.contains(command.name)
      return end
    }
    let isEscape = next == "_" ? isSubscript(at: index) : textDepth == 0 && Self.escaped.contains(next)
    return isEscape ? drop(index) : keep(index..<index + 2)
  }

  /// Commands whose argument is a name.
  private static let namesInBraces: Set<String> = [
    "mathrm", "mathtt", "mathsf", "mathit", "operatorname", "label", "ref", "eqref", "rm", "tt",
  ]

  /// What TeX has no command for in formulas.
  private static let escaped: Set<Unicode.Scalar> = ["*", "+", "-", "=", "<", ".", "~", "^", "[", "]", "(", ")"]

  /// Whether `\_` at an index opens a subscript rather than joins the parts of a name.
  private func isSubscript(at index: Int) -> Bool {
    guard textDepth == 0 else { return false }
    var left = index
    while left > 0, text.scalars[left - 1].isASCIILetter { left -= 1 }
    let leftIsCommand = left > 0 && text.scalars[left - 1] == "\\"
    if !leftIsCommand, index - left > 1, evidence.hasBareUnderscore, index + 2 < text.count,
      text.scalars[index + 2] != "{"
    {
      return false
    }
    var right = index + 2
    while right < min(text.count, index + 5), text.scalars[right].isASCIILetter { right += 1 }
    if leftIsCommand || left == index { return true }
    return right - index - 2 < 2 || (right - index - 2 < 3 && index - left < 2)
  }

  /// Character references that HTML demands (HTML Living Standard, 13.1.4).
  private static let entities: [(name: [Unicode.Scalar], scalar: Unicode.Scalar)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private mutating func entity(at index: Int) -> Int? {
    for (name, scalar) in Self.entities where text.scalars[index...].starts(with: name) {
      result.append(scalar, for: text.sourceRange(of: index..<index + name.count))
      nextGroupIsText = false
      return index + name.count
    }
    return nil
  }
}
