import Expressions

/// Why a text is no architecture, activation or loss: what is wrong, where, and what may have been meant.
public struct NetworkError: Error, Equatable, Sendable {
  /// What can be wrong; each case carries its evidence.
  public enum Problem: Equatable, Sendable {
    // The architecture.
    case noLayers
    case nothingBeforeHyphen
    case nothingBetweenHyphens
    case nothingBehindHyphen
    case zeroWidth(layer: Int)
    case widthTooLarge(layer: Int, digits: String, limit: Int)
    case notAWidth(String)
    case oneLayer
    case tooManyLayers(Int, limit: Int)
    case malformedOpenDepth
    // Activations.
    case noActivation
    case unknownActivation(String)
    case notAnActivation(String)
    case nothingToRepeat
    case severalEllipses
    case activationCount(layers: Int, given: Int)
    case activationCountAtOpenDepth(given: Int)
    // The loss.
    case noLoss
    case unknownLoss(String)
    case outputMissing(unit: Int, width: Width)
    // Both.
    case parameterNotPositive(String, of: String)
    case parameterNotANumber(of: String)
    case parameterCount(of: String, names: [String], given: Int)
    case malformed(TextError.Problem)
    case opaqueInExpression(String)
    case layerFunctionInExpression(String)
    case derivativeInExpression
    case notMentioned(String)
    case subscripted(String)
    case unsubscripted(String)
    case sumWithoutRange
    case notAnOutputIndex(of: String, subscript: String)
  }

  /// What is wrong.
  public let problem: Problem
  /// Where, counted from 1 in Unicode scalars of the whole text; nil where the whole text is meant.
  public let column: Int?
  /// What may have been meant instead, as it would be typed.
  public let suggestion: String?

  init(_ problem: Problem, column: Int? = nil, suggestion: String? = nil) {
    self.problem = problem
    self.column = column
    self.suggestion = suggestion
  }
}
