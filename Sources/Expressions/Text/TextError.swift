/// Why a text is no expression: what is wrong, and at which column.
public struct TextError: Error, Equatable, Sendable {
  /// What can be wrong with a text; each case carries its evidence.
  public enum Problem: Equatable, Sendable {
    case unexpectedCharacter(String)
    case malformedNumber(String)
    case exponentTooLarge(String)
    case expected(String, found: String)
    case unclosed(String, column: Int)
    case unknownFunction(String, suggestion: String?)
    case unknownSymbol(String, known: [String], suggestion: String?)
    case wrongArgumentCount(String, takes: ClosedRange<Int>, given: Int)
    case notAnIndexName(String)
    case noDerivative(String)
    case tooManyPrimes(String, given: Int, limit: Int)
    case functionOfLayer(String)
    case divisionByZero
    case conditionExpected(String)
    case valueExpected(String)
    case nestedTooDeeply(limit: Int)
    case empty
  }

  /// The column, counted from 1 in Unicode scalars.
  public let column: Int
  /// What is wrong there.
  public let problem: Problem

  /// `problem` at `column`.
  public init(column: Int, problem: Problem) {
    self.column = column
    self.problem = problem
  }
}

extension TextError: CustomStringConvertible {
  /// One line in English.
  public var description: String { "column \(column): \(explanation)" }

  private var explanation: String {
    switch problem {
    case .unexpectedCharacter(let character): "unexpected character '\(character)'"
    case .malformedNumber(let text): "'\(text)' is no number"
    case .exponentTooLarge(let text): "the exponent of \(text) is too large; it may be at most 10000 either way"
    case .expected(let wanted, let found): "expected \(wanted), found \(found)"
    case .unclosed(let bracket, let column): "'\(bracket)' of column \(column) is not closed, the text ends"
    case .unknownFunction(let name, let suggestion): "unknown function '\(name)'" + didYouMean(suggestion)
    case .unknownSymbol(let name, let known, let suggestion):
      "unknown symbol '\(name)' (known here: \(known.joined(separator: ", ")))" + didYouMean(suggestion)
    case .wrongArgumentCount(let name, let takes, let given):
      "\(name) takes \(arguments(takes)), not \(given)"
    case .notAnIndexName(let text): "the first argument of sum must be the name of an index, not \(text)"
    case .noDerivative(let name): "'\(name)' cannot carry a prime"
    case .tooManyPrimes(let name, let given, let limit):
      "'\(name)' carries \(given) primes, more than \(limit)"
    case .functionOfLayer(let name): "\(name) is a function of a whole layer, not of one number"
    case .divisionByZero: "division by zero"
    case .conditionExpected(let text): "expected a condition such as x > 0, found \(text)"
    case .valueExpected(let text): "expected a value, found the condition \(text)"
    case .nestedTooDeeply(let limit): "nested more than \(limit) levels deep"
    case .empty: "empty expression"
    }
  }

  private func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \($0)?" } ?? ""
  }

  private func arguments(_ range: ClosedRange<Int>) -> String {
    if range.lowerBound == range.upperBound {
      return range.lowerBound == 1 ? "1 argument" : "\(range.lowerBound) arguments"
    }
    return range.upperBound >= 64
      ? "\(range.lowerBound) or more arguments" : "\(range.lowerBound) or \(range.upperBound) arguments"
  }
}
