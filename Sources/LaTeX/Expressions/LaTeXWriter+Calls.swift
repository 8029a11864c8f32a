import Derivations
import Expressions

/// Functions applied to arguments.
extension LaTeXWriter {
  /// Longer exponents of e are hard to read as such.
  private static let longestExponent = 48

  /// f'(z), e^{-z}, |x|.
  mutating func call(_ function: Function, _ arguments: [Expression]) -> Piece {
    if function.order == 0, arguments.count == 1 {
      if function.name == "exp" { return exponential(arguments[0]) }
      if function.name == "abs" { return absoluteValue(arguments[0]) }
    }
    let name = functionName(function)
    return applied(name, arguments, isOperator(function) ? .operatorCall : .call)
  }

  /// `name` with its arguments in brackets behind it.
  mutating func applied(_ name: String, _ arguments: [Expression], _ shape: Piece.Shape) -> Piece {
    let pieces = arguments.map { piece($0) }
    let list = Piece(
      latex: pieces.map(\.latex).joined(separator: ", "), level: .sum, isTall: pieces.contains { $0.isTall })
    return Piece(latex: name + list.bracketed.latex, level: .atom, shape: shape, isTall: list.isTall)
  }

  /// e^{-z}; \exp(…) where the exponent is tall or long.
  private mutating func exponential(_ argument: Expression) -> Piece {
    let exponent = inlineQuotient(argument) ?? piece(argument)
    if !notation.writesPowersOfE || exponent.isTall || exponent.latex.utf8.count > Self.longestExponent {
      return Piece(
        latex: #"\exp"# + exponent.bracketed.latex, level: .atom, shape: .operatorCall, isTall: exponent.isTall)
    }
    if exponent.latex == "1" { return Piece(latex: "e", level: .atom, shape: .letter) }
    return Piece(latex: "e^" + script(exponent.latex), level: .power, shape: .letter, hasSuperscript: true)
  }

  /// \lvert x \rvert.
  private mutating func absoluteValue(_ argument: Expression) -> Piece {
    let inner = piece(argument)
    return inner.isTall
      ? Piece(latex: #"\left\lvert \#(inner.latex) \right\rvert"#, level: .atom, shape: .tallBracket, isTall: true)
      : Piece(latex: #"\lvert \#(inner.latex) \rvert"#, level: .atom, shape: .bracket)
  }

  /// f, f', f'', f^{(3)}, with the letter of the function's record if it has one.
  func functionName(_ function: Function) -> String {
    let letter =
      notation.renamedFunctions[function.name]?.latex ?? FunctionTable.record(named: function.name)?.latex
      ?? Self.unknownFunctionName(function.name)
    switch function.order {
    case 0: return letter
    case 1...2: return letter + String(repeating: "'", count: function.order)
    default: return "\(letter)^{(\(function.order))}"
    }
  }

  private static func unknownFunctionName(_ name: String) -> String {
    let written = Notation.latexName(name)
    guard written.hasPrefix(#"\mathit{"#) else { return written }
    return #"\operatorname"# + written.dropFirst(#"\mathit"#.utf8.count)
  }

  private func isOperator(_ function: Function) -> Bool {
    guard let record = FunctionTable.record(named: function.name), function.order == 0 else { return false }
    return record.latex.hasPrefix("\\") && record.latex.utf8.count > 2 && record.name != "sigmoid"
  }
}
