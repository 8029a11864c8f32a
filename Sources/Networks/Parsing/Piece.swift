/// A part of a longer text that knows where it stood.
struct Piece: Sendable {
  /// The part, without white space around it.
  let text: String
  /// The column of its first character in the whole text, counted from 1 in Unicode scalars.
  let column: Int

  /// The whole of `text`, trimmed.
  init(_ text: String) { self.init(Array(text.unicodeScalars)[...], from: 0) }

  /// The scalars of a slice whose first one has the position `start` (counted from 0) in the whole text.
  init(_ scalars: ArraySlice<Unicode.Scalar>, from start: Int) {
    var rest = scalars
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    // Nothing but white space stands where it begins.
    column = start + (rest.isEmpty ? 0 : rest.startIndex - scalars.startIndex) + 1
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    text = String(view)
  }

  /// The parts between the scalars for which `isSeparator` holds.
  func split(where isSeparator: (Unicode.Scalar) -> Bool) -> [Piece] {
    cut { scalar, _ in isSeparator(scalar) }
  }

  /// The parts between commas that no bracket encloses.
  func splitAtCommas() -> [Piece] {
    cut { scalar, depth in scalar == "," && depth == 0 }
  }

  private func cut(where isSeparator: (Unicode.Scalar, Int) -> Bool) -> [Piece] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var start = 0
    var depth = 0
    for (position, scalar) in scalars.enumerated() {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
      if isSeparator(scalar, depth) {
        pieces.append(Piece(scalars[start..<position], from: column - 1 + start))
        start = position + 1
      }
    }
    pieces.append(Piece(scalars[start...], from: column - 1 + start))
    return pieces
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { self >= "0" && self <= "9" }
  var isLetter: Bool { (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }
}

extension String {
  /// Whether this is how layers or activations are left out: three dots, however they are typed.
  var isEllipsis: Bool { ["...", "…", "..", "⋯"].contains(self) }
}
