/// Numbers: 12, 0.15, .5, 1{,}000, 0{,}5.
extension FormulaParser {
  /// Whether a number begins with `scalar` at this place: a digit, or a point before one.
  func isNumberStart(_ scalar: Unicode.Scalar) -> Bool {
    decimalDigit(scalar) != nil || (scalar == "." && digit(ahead: 1) != nil)
  }

  private func digit(ahead distance: Int) -> Int? {
    character(ahead: distance).flatMap { decimalDigit(UnicodeTable.plain($0)) }
  }

  /// The number at this place.
  mutating func number() -> MathNode {
    let start = place
    var text = digits()
    var isGrouped = false
    while !text.isEmpty, text != "0", let separator = groupSeparator() {
      place += separator
      text += digits()
      isGrouped = true
    }
    if let point = decimalPoint(allowsComma: !isGrouped) {
      place += point
      text += "." + digits()
    }
    return MathNode(.number(text), range(from: start))
  }

  private mutating func digits() -> String {
    var text = ""
    while let digit = digit(ahead: 0) {
      text += String(digit)
      place += 1
    }
    steps += text.utf8.count
    return text
  }

  /// How many tokens separate thousands here: `{,}` or `\,` before exactly three digits.
  private func groupSeparator() -> Int? {
    let length = isBraced(",") ? 3 : (current?.isCommand(",") ?? false) ? 1 : 0
    guard length > 0, (0..<3).allSatisfy({ digit(ahead: length + $0) != nil }), digit(ahead: length + 3) == nil else {
      return nil
    }
    return length
  }

  /// How many tokens the decimal point takes: `.` or `{.}`, or the comma `{,}`, before a digit.
  private func decimalPoint(allowsComma: Bool) -> Int? {
    let isPoint = character(ahead: 0).map { UnicodeTable.plain($0) == "." } ?? false
    let length = isPoint ? 1 : isBraced(".") || (allowsComma && isBraced(",")) ? 3 : 0
    return length > 0 && digit(ahead: length) != nil ? length : nil
  }

  private func isBraced(_ scalar: Unicode.Scalar) -> Bool {
    place + 2 < limit && tokens[place].kind == .openBrace && tokens[place + 1].character == scalar
      && tokens[place + 2].kind == .closeBrace
  }
}
