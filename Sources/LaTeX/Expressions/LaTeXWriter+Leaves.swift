import Derivations
import Expressions

/// Numbers, constants, symbols, indices.
extension LaTeXWriter {
  /// 3, −½, 0.01.
  func number(_ value: Rational) -> Piece {
    var piece = magnitude(NumberForm(magnitudeOf: value))
    if value.isNegative {
      piece.latex = "-" + piece.latex
      piece.level = .negative
    }
    return piece
  }

  /// A number without its sign.
  func magnitude(_ form: NumberForm) -> Piece {
    switch form {
    case .integer(let digits), .decimal(let digits): Piece(latex: digits, level: .atom, shape: .number)
    case .fraction(let above, let below):
      Piece(latex: #"\frac{\#(above)}{\#(below)}"#, level: .power, shape: .numericFraction, isTall: true)
    }
  }

  /// π and the values that only a condition or a division by zero has.
  func constant(_ constant: Constant) -> Piece {
    switch constant {
    case .pi: Piece(latex: #"\pi"#, level: .atom, shape: .letter)
    case .true: Piece(latex: #"\text{true}"#, level: .atom)
    case .false: Piece(latex: #"\text{false}"#, level: .atom)
    case .undefined: Piece(latex: #"\frac{1}{0}"#, level: .power, shape: .numericFraction, isTall: true)
    }
  }

  /// i, under the name that it has in the statement.
  func index(_ expression: Expression, _ declared: Index) -> Piece {
    Piece(latex: names.name(of: expression, declared: declared.name), level: .atom, shape: .letter)
  }

  /// w_{ij}^l: the letter, its indices below, its layer where the notation puts it.
  mutating func symbol(_ family: Family, _ subscripts: [Expression]) -> Piece {
    let style = notation.style(of: family)
    var below = subscripts.map { compact($0) }
    var above = ""
    if family.isLayered, !below.isEmpty, style.layerPlace != .subscript {
      let layer = below.removeFirst()
      above = "^" + script(style.layerPlace == .bracketedSuperscript ? "(\(layer))" : layer)
    }
    var letter = style.latex
    if let place = letter.lastIndex(of: "_"), letter.hasSuffix("}"), !below.isEmpty, !letter.hasPrefix(#"\mathit"#) {
      // The name brings a subscript of its own, x_{1}: the indices join it behind a comma.
      below.insert(String(letter[letter.index(place, offsetBy: 2)...].dropLast()), at: 0)
      letter = String(letter[..<place])
      return Piece(
        latex: "\(letter)_{\(below.joined(separator: ","))}\(above)", level: .atom, hasSuperscript: !above.isEmpty)
    }
    let indices = below.isEmpty ? "" : "_" + script(joinedIndices(below))
    let isWord = letter.hasPrefix(#"\mathit"#) || letter.hasPrefix(#"\text"#)
    return Piece(
      latex: letter + indices + above, level: .atom,
      shape: isWord ? .call : subscripts.isEmpty ? .letter : .indexed,
      hasSuperscript: !above.isEmpty)
  }

  /// The letter of a symbol or the name of a function, without indices and arguments; else the whole expression.
  mutating func letter(of expression: Expression) -> String {
    switch graph[expression] {
    case .symbol(let family, _): notation.style(of: graph[family]).latex
    case .call(let function, _): functionName(graph[function])
    default: latex(expression)
    }
  }
}

/// Indices beside one another, ij; with commas between them where one is longer than a character: 1,12.
func joinedIndices(_ indices: [String]) -> String {
  indices.joined(separator: indices.contains { $0.utf8.count > 1 && !$0.hasPrefix("\\") } ? "," : "")
}
