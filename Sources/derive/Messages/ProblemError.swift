import Expressions

/// Why one expression, or one line of many, has no answer.
enum ProblemError: Error, Equatable {
  case malformed(TextError)
  case notUTF8(byte: Int)
  case noSymbol
  case severalSymbols([String])
  case subscripted(String, in: String)
  case undefined
  case derivativeTooLong(order: Int, limit: Int)
  case sidesMissing
  case tooManySides(column: Int)
}
