/// A line of reStructuredText: how far it is indented, and what stands in it.
struct RSTLine {
  private let source: SourceText
  /// How many columns of white space the line begins with; a tab reaches to the next multiple of eight.
  let indentation: Int
  /// The line without white space at its ends, as offsets.
  let content: Range<Int>

  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    var start = range.lowerBound
    var end = range.upperBound
    var column = 0
    while start < end, source.scalars[start].isSpace {
      column += source.scalars[start] == "\t" ? 8 - column % 8 : 1
      start += 1
    }
    while end > start, source.scalars[end - 1].isSpace { end -= 1 }
    indentation = column
    content = start..<end
  }

  /// Whether nothing stands in the line.
  var isBlank: Bool { content.isEmpty }

  /// The scalars of the line.
  var scalars: ArraySlice<Unicode.Scalar> { source.scalars[content] }

  /// The scalar of which all of the line consists: an underline, or a rule.
  var adornment: Unicode.Scalar? {
    guard let mark = scalars.first, mark.isASCIIPunctuation, scalars.allSatisfy({ $0 == mark }) else { return nil }
    return mark
  }

  /// The offset of what follows the marker of a list item, and the item's number.
  var item: (start: Int, number: Int?)? {
    var offset = content.lowerBound
    var number: Int?
    if ["*", "-", "+", "•"].contains(source[offset]) {
      offset += 1
    } else {
      if source[offset] == "(" { offset += 1 }
      let start = offset
      while offset < content.upperBound, source.scalars[offset].isASCIIDigit || source.scalars[offset] == "#" {
        offset += 1
      }
      guard offset > start, source[offset] == "." || source[offset] == ")" else { return nil }
      number = Int(source.text(start..<offset))
      offset += 1
    }
    guard offset < content.upperBound, source.scalars[offset].isBlank else { return nil }
    while source[offset].isBlank { offset += 1 }
    return (offset, number)
  }

  /// The directive that begins here, `.. name:: argument`: its name and where the argument begins.
  var directive: (name: String, argument: Range<Int>)? {
    guard var offset = explicitMarkup else { return nil }
    if source[offset] == "|", let end = source.scalars[(offset + 1)..<content.upperBound].firstIndex(of: "|") {
      offset = end + 1
      while source[offset].isBlank { offset += 1 }
    }
    let start = offset
    while offset < content.upperBound {
      let scalar = source.scalars[offset]
      if scalar == ":" && source[offset + 1] == ":" {
        var argument = offset + 2
        while argument < content.upperBound, source.scalars[argument].isBlank { argument += 1 }
        return offset > start ? (source.text(start..<offset), argument..<content.upperBound) : nil
      }
      guard scalar.isASCIILetter || scalar.isASCIIDigit || "-_:.+".unicodeScalars.contains(scalar) else { return nil }
      offset += 1
    }
    return nil
  }

  /// The offset behind `.. `, with which comments, targets and directives begin.
  var explicitMarkup: Int? {
    guard source.has("..", at: content.lowerBound), content.count == 2 || source[content.lowerBound + 2].isBlank
    else { return nil }
    var offset = content.lowerBound + 2
    while offset < content.upperBound, source.scalars[offset].isBlank { offset += 1 }
    return offset
  }

  /// Whether the line is an option of a directive, `:name: value`, and the name.
  var option: String? {
    guard scalars.first == ":" else { return nil }
    let rest = scalars.dropFirst()
    guard let end = rest.firstIndex(of: ":"), end > rest.startIndex,
      rest[..<end].allSatisfy({ $0.isASCIILetter || $0 == "-" || $0 == "_" }), source[end + 1] != "`"
    else { return nil }
    return source.text(rest.startIndex..<end)
  }

  /// Whether the text says that what follows is shown as it stands.
  var announcesLiteral: Bool { scalars.count > 1 && scalars.suffix(2).allSatisfy { $0 == ":" } }
}

extension SourceText {
  /// A piece of the text as a string.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
