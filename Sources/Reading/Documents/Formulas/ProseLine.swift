/// Tells lines of prose from lines of formulas.
enum ProseLine {
  /// Whether a line cannot belong to a display: it is prose, or nothing but a word, or has formulas of its own.
  static func isOutsideDisplay(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if isProse(scalars) { return true }
    let text = scalars.filter { !$0.isSpace }
    if text.count > 1, text.allSatisfy({ $0.isLetter || [",", ".", ":", ";"].contains($0) }) { return true }
    return hasSingleDollar(scalars)
  }

  private static func hasSingleDollar(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var run = 0
    for scalar in scalars {
      if scalar != "$", run == 1 { return true }
      run = scalar == "$" ? run + 1 : 0
    }
    return run == 1
  }

  /// Whether two words stand side by side outside of braces; a word has two letters at least and no backslash before it.
  /// In a script without spaces five letters are more than a word.
  /// Linear.
  static func isProse(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var depth = 0
    var previousIsWord = false
    var offset = scalars.startIndex
    while offset < scalars.endIndex {
      let scalar = scalars[offset]
      if scalar.isLetter {
        let start = offset
        while offset < scalars.endIndex, scalars[offset].isLetter { offset += 1 }
        let isWord = offset - start > 1 && depth == 0
        let isClause = isWord && scalars[start..<offset].count { !$0.joinsWords } > 4
        if isClause || isWord && previousIsWord { return true }
        previousIsWord = isWord
        continue
      }
      offset += 1
      switch scalar {
      case "{": depth += 1
      case "}": depth = max(0, depth - 1)
      case "\\":
        previousIsWord = false
        while offset < scalars.endIndex, scalars[offset].isASCIILetter { offset += 1 }
      default:
        if !scalar.isSpace { previousIsWord = false }
      }
    }
    return false
  }

  /// Whether the last thing in the text is a word that stands alone, of two letters at least.
  static func endsWithWord(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let end = scalars.lastIndex(where: { !$0.isSpace }) else { return false }
    let rest = scalars[...end]
    let start = rest.lastIndex { !$0.isLetter }.map { $0 + 1 } ?? rest.startIndex
    return end - start > 0 && (start == rest.startIndex || rest[start - 1].isSpace)
  }

  /// Whether something in the text is written as only formulas are: a command, a subscript, a power or an equality.
  static func hasMathSigns(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.indices.contains { offset in
      switch scalars[offset] {
      case "_", "^", "=": true
      case "\\": offset + 1 < scalars.endIndex && (scalars[offset + 1].isASCIILetter || scalars[offset + 1] == "\\")
      default: false
      }
    }
  }
}
