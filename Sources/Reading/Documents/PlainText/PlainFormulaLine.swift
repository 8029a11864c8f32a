/// A line of plain text that is a formula, without what stands around it: the mark of a list, a name before it, a remark or
/// a number behind it.
struct PlainFormulaLine {
  /// What of the source is the formula.
  let range: Range<Int>
  /// Whether something is differentiated in it, or is called as only derivatives are.
  let holdsDerivative: Bool

  /// Nil unless the line is a formula: it has a sign that relates two sides, and no words that make a sentence.
  init?(_ source: SourceText, _ line: Range<Int>) {
    var range = Self.trimmed(line, source)
    Self.dropRemark(&range, source)
    Self.dropMark(&range, source)
    Self.dropName(&range, source)
    Self.dropNumber(&range, source)
    Self.dropExplanation(&range, source)
    range = Self.trimmed(range, source)
    while let last = range.last, [".", ",", ";"].contains(source[last]) { range = range.lowerBound..<last }
    let scalars = source.scalars[range]
    guard Self.hasRelation(scalars), !Self.hasForeignSigns(scalars), !Self.isSentence(scalars) else { return nil }
    self.range = range
    holdsDerivative = Self.holdsDerivative(scalars)
  }

  private static func trimmed(_ range: Range<Int>, _ source: SourceText) -> Range<Int> {
    guard let first = range.first(where: { !source[$0].isSpace }), let last = range.last(where: { !source[$0].isSpace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// "z = wx   # the pre-activation", "z = wx   // …", "z = wx   -- …"
  private static func dropRemark(_ range: inout Range<Int>, _ source: SourceText) {
    let start = range.first { offset in
      offset > range.lowerBound && source[offset - 1].isBlank
        && (source[offset] == "#" || source.has("//", at: offset) || source.has("-- ", at: offset))
    }
    if let start { range = trimmed(range.lowerBound..<start, source) }
  }

  /// "- z = wx", "• z = wx", "3. z = wx", "(3) z = wx"
  private static func dropMark(_ range: inout Range<Int>, _ source: SourceText) {
    var start = range.lowerBound
    if ["-", "*", "•", ">", "–"].contains(source[start]) {
      start += 1
    } else {
      if source[start] == "(" { start += 1 }
      let digits = start
      while source[start].isASCIIDigit { start += 1 }
      guard start > digits, source[start] == "." || source[start] == ")" else { return }
      start += 1
    }
    guard source[start].isBlank else { return }
    range = trimmed(start..<max(start, range.upperBound), source)
  }

  /// "Output layer: δ = …"
  private static func dropName(_ range: inout Range<Int>, _ source: SourceText) {
    guard let colon = range.first(where: { source[$0] == ":" }), source[colon + 1].isBlank,
      source.scalars[range.lowerBound..<colon].allSatisfy({ $0.isLetter || $0.isASCIIDigit || $0.isBlank || $0 == "-" })
    else { return }
    range = trimmed(colon + 1..<range.upperBound, source)
  }

  /// "z = wx    (3)", "z = wx    [3]"
  private static func dropNumber(_ range: inout Range<Int>, _ source: SourceText) {
    guard let last = range.last, source[last] == ")" || source[last] == "]" else { return }
    var start = last
    while start > range.lowerBound, source[start - 1].isASCIIDigit || source[start - 1] == "." { start -= 1 }
    guard start < last, start - 2 > range.lowerBound, source[start - 1] == "(" || source[start - 1] == "[",
      source[start - 2].isBlank
    else { return }
    range = trimmed(range.lowerBound..<start - 1, source)
  }

  /// "w ← w + v (where v is the velocity)", with or without a blank before the bracket.
  private static func dropExplanation(_ range: inout Range<Int>, _ source: SourceText) {
    var end = range.upperBound
    while end > range.lowerBound, [".", ",", ";"].contains(source[end - 1]) { end -= 1 }
    guard end > range.lowerBound, source[end - 1] == ")" else { return }
    var depth = 0
    guard
      let start = range.reversed().first(where: { offset in
        guard offset < end else { return false }
        depth += source[offset] == ")" ? 1 : source[offset] == "(" ? -1 : 0
        return depth == 0
      }), isSentence(source.scalars[start + 1..<end - 1]), !isSentence(source.scalars[range.lowerBound..<start])
    else { return }
    range = trimmed(range.lowerBound..<start, source)
  }

  private static func hasRelation(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.contains { ["=", "←", "≈", "≡", "≜", "≔"].contains($0) }
      || zip(scalars, scalars.dropFirst()).contains { $0 == "<" && $1 == "-" }
  }

  /// Signs of markup, prices and programs.
  private static func hasForeignSigns(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.contains { ["$", "\"", "`", "&", ";", "?", "\\", "“", "”"].contains($0) }
      || zip(scalars, scalars.dropFirst()).contains { sign, next in
        sign == "<" && (next.isASCIILetter || next == "/") || (sign == "=" || sign == "!") && next == "="
      }
  }

  /// Whether a word of the language stands there: one that goes by no name that formulas use, and has a word or a letter
  /// beside it.
  private static func isSentence(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var previous: (isWord: Bool, end: Int)?
    for word in words(of: scalars) {
      let text = String(String.UnicodeScalarView(scalars[word]))
      let isWord = word.count > 1 && !isName(text) && !isBelow(word, scalars)
      if let previous, previous.isWord || isWord,
        scalars[previous.end..<word.lowerBound].allSatisfy({ $0.isBlank || $0 == "," })
      {
        return true
      }
      previous = (isWord, word.upperBound)
    }
    return false
  }

  /// Runs of letters.
  private static func words(of scalars: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for offset in scalars.startIndex...scalars.endIndex {
      let isLetter = offset < scalars.endIndex && scalars[offset].isLetter && !scalars[offset].isScript
      if isLetter, start == nil { start = offset }
      if !isLetter, let first = start {
        result.append(first..<offset)
        start = nil
      }
    }
    return result
  }

  /// A function, a Greek letter by its name, or a differential such as dz.
  private static func isName(_ word: String) -> Bool {
    PlainSpelling.greek.contains(word) || functions.contains(word.lowercased())
      || word.count == 2 && word.hasPrefix("d") && word != "do"
      || word.unicodeScalars.contains { $0.value > 0x36F && $0.value < 0x400 }
  }

  private static let functions: Set<String> = [
    "exp", "log", "ln", "tanh", "sin", "cos", "sigmoid", "softmax", "relu", "max", "min", "diag", "sum", "sqrt", "net",
    "mean", "sech", "cosh", "sinh", "tr", "mse", "norm", "sign", "step", "softplus", "logistic", "grad", "out",
  ]

  private static func isBelow(_ word: Range<Int>, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    word.lowerBound > scalars.startIndex && ["_", "^", "{"].contains(scalars[word.lowerBound - 1])
  }

  /// ∂, ∇, δ, dE/dw, ΔW.
  private static func holdsDerivative(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if scalars.contains(where: { ["∂", "∇", "δ", "′"].contains($0) }) { return true }
    let found = words(of: scalars)
    return zip(found, found.dropFirst()).contains { above, below in
      scalars[above.lowerBound] == "d" && above.count > 1 && scalars[below.lowerBound] == "d" && below.count > 1
        && scalars[above.upperBound..<below.lowerBound].contains("/")
    } || found.contains { String(String.UnicodeScalarView(scalars[$0])) == "delta" }
  }
}

extension Unicode.Scalar {
  /// A letter that is a script by itself: the ᵀ of Wᵀ, the ᵢ of wᵢ.
  var isScript: Bool { properties.generalCategory == .modifierLetter }
}
