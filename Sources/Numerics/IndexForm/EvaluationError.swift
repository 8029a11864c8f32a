import Expressions

/// Why an expression or a definition has no numeric value; each case names what is missing or wrong.
public enum EvaluationError: Error, Equatable, Sendable {
  /// Nothing is known of the symbol.
  case undefinedSymbol(String)
  /// A width, a bound or a layer that has no value.
  case undefinedInteger(String)
  /// The function has neither a record nor a definition.
  case undefinedFunction(String)
  /// A subscript leaves the range that the symbol has: `a[3,j]` with j up to 5 where layer 3 has 4 units.
  case outOfRange(symbol: String, subscripts: ClosedRange<Int>, allowed: ClosedRange<Int>)
  /// The symbol carries another number of subscripts.
  case wrongSubscriptCount(symbol: String, given: Int, expected: Int)
  /// A subscript or a bound that is not a whole number plus multiples of indices.
  case notAnIndexExpression(String)
  /// An index that is free but was neither listed nor given a value.
  case freeIndex(String)
  /// An index that has no values at all: 2…1.
  case emptyRange(String)
  /// A formal partial derivative that nothing gives a value.
  case noPartial
  /// The undefined value, 1/0.
  case undefinedValue(String)
  /// An array has another shape than the one that the program was compiled for.
  case shapeChanged(String)
  /// A definition that cannot be read.
  case text(TextError)
}

extension EvaluationError: CustomStringConvertible {
  /// One line in English.
  public var description: String {
    switch self {
    case .undefinedSymbol(let name): "nothing is known of \(name)"
    case .undefinedInteger(let text): "\(text) has no whole number as its value"
    case .undefinedFunction(let name): "the function \(name) has no definition"
    case .outOfRange(let symbol, let subscripts, let allowed):
      "a subscript of \(symbol) runs from \(subscripts.lowerBound) to \(subscripts.upperBound), "
        + "its range is \(allowed.lowerBound) to \(allowed.upperBound)"
    case .wrongSubscriptCount(let symbol, let given, let expected):
      "\(symbol) has \(expected) indices, not \(given)"
    case .notAnIndexExpression(let text): "\(text) is no index expression"
    case .freeIndex(let name): "the index \(name) is free"
    case .emptyRange(let name): "the range of \(name) is empty"
    case .noPartial: "a partial derivative has no value here"
    case .undefinedValue(let text): "\(text) is undefined"
    case .shapeChanged(let name): "\(name) has another shape than before"
    case .text(let error): error.description
    }
  }
}
