extension Unicode.Scalar {
  /// A space or a tab: what indents a line.
  var isBlank: Bool { self == " " || self == "\t" }

  /// White space of any kind, ends of lines and the no-break space included.
  var isSpace: Bool { value < 0x80 ? value == 0x20 || 9...13 ~= value : properties.isWhitespace }

  /// A letter of ASCII: what TeX's command names are made of.
  var isASCIILetter: Bool { 0x41...0x5A ~= value || 0x61...0x7A ~= value }

  /// A digit of ASCII.
  var isASCIIDigit: Bool { 0x30...0x39 ~= value }

  /// A letter of any script.
  var isLetter: Bool { value < 0x80 ? isASCIILetter : properties.isAlphabetic }

  /// A letter of a script that parts words by spaces: a formula ends before others, such as Chinese, as before a space.
  var joinsWords: Bool { isLetter && value < 0x2E80 }

  /// What a backslash can escape in Markdown (CommonMark 0.31, 2.4).
  var isASCIIPunctuation: Bool { 0x21...0x7E ~= value && !isASCIILetter && !isASCIIDigit }
}
