/// Keeps what a user typed from breaking a message.
enum Printable {
  /// `text` as one line: control characters and line separators as \u{…}.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnprintable(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    default: false
    }
  }

  /// `text` as it would be typed in a shell: quoted where it has to be, shortened where it is long.
  static func argument(_ text: String) -> String {
    let short = text.unicodeScalars.count <= 60 ? text : String(text.prefix(57)) + "..."
    let isPlain = !short.isEmpty && short.unicodeScalars.allSatisfy(isPlainInShell)
    return isPlain ? short : "'\(short)'"
  }

  /// A path as it would be typed in a shell, never shortened: whoever reads it wants to find the file.
  static func path(_ text: String) -> String {
    !text.isEmpty && text.unicodeScalars.allSatisfy(isPlainInShell) ? text : "'\(text)'"
  }

  private static func isPlainInShell(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    return "-_=+.,:/@%…–−".unicodeScalars.contains(scalar)
  }
}
