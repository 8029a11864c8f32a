import Expressions

/// All English of this module's errors.
extension NetworkError: CustomStringConvertible {
  /// One line: what is wrong, where, and what may have been meant.
  public var description: String {
    fault + (suggestion.map { "; did you mean \($0)?" } ?? advice.map { "; \($0)" } ?? "")
  }

  private var fault: String {
    switch problem {
    case .noLayers: "there are no layers"
    case .nothingBeforeHyphen: "nothing stands before the hyphen\(place)"
    case .nothingBetweenHyphens: "nothing stands between the hyphens\(place)"
    case .nothingBehindHyphen: "nothing stands behind the hyphen\(place)"
    case .zeroWidth(let layer): "layer \(layer) has width 0; every layer needs at least one unit"
    case .widthTooLarge(let layer, let digits, let limit):
      "layer \(layer) has width \(Self.shortened(digits)); a layer has at most \(limit) units"
    case .notAWidth(let text): "'\(Self.shortened(text))'\(place) is no width"
    case .oneLayer: "that is one layer; a network needs an input and an output layer"
    case .tooManyLayers(let count, let limit): "that is \(count) layers; a network has at most \(limit)"
    case .malformedOpenDepth: "any number of layers is written n_0-...-n_L"

    case .noActivation: "no activation stands\(place)"
    case .unknownActivation(let name): "unknown activation '\(Self.shortened(name))'\(place)"
    case .notAnActivation(let name): "'\(name)'\(place) is a function, but not one of the activations"
    case .nothingToRepeat: "'...'\(place) has no activation before it to repeat"
    case .severalEllipses: "'...' stands twice, the second time\(place)"
    case .activationCount(let layers, let given): "\(count(layers, "layer")) of weights, \(count(given, "activation"))"
    case .activationCountAtOpenDepth(let given):
      "\(count(given, "activation")); layers of any number take one for the hidden layers and one for the output"

    case .noLoss: "there is no loss"
    case .unknownLoss(let name): "unknown loss '\(Self.shortened(name))'"
    case .outputMissing(let unit, .number(let width)):
      "unit \(unit)\(place) is missing; the output layer has \(count(width, "unit"))"
    case .outputMissing(let unit, .symbol(let width)):
      "unit \(unit)\(place) may be missing; the output layer has \(width) units"

    case .parameterCount(let name, let names, let given):
      "\(name) takes \(parameters(names)), not \(given)"
    case .parameterNotPositive(let parameter, let name): "the parameter \(parameter) of \(name) must be positive"
    case .parameterNotANumber(let name): "\(name) takes a number"
    case .malformed(let problem): TextError(column: column ?? 1, problem: problem).description
    case .opaqueInExpression(let name):
      "the opaque function '\(name)'\(place) must stand alone, not inside an expression"
    case .layerFunctionInExpression(let name):
      "'\(name)'\(place) is a function of the whole layer and must stand alone, not inside an expression"
    case .derivativeInExpression: "a derivative\(place) cannot be part of the expression"
    case .notMentioned(let symbol): "the expression\(place) does not mention \(symbol)"
    case .subscripted(let symbol): "'\(symbol)'\(place) takes no index"
    case .unsubscripted(let symbol): "'\(symbol)'\(place) needs an index"
    case .sumWithoutRange: "the sum\(place) needs bounds"
    case .notAnOutputIndex(let symbol, let index):
      "'\(index)' of '\(symbol)'\(place) is neither the number of a unit nor an index that runs over all outputs"
    }
  }

  /// What helps where no particular slip suggests itself.
  private var advice: String? {
    switch problem {
    case .noLayers, .nothingBeforeHyphen, .nothingBetweenHyphens, .nothingBehindHyphen:
      "widths are joined by hyphens, as in 1-4-3-2"
    case .notAWidth: "a width is a number or a letter, as in 784-H-10"
    case .noActivation: "activations are separated by commas, as in tanh,tanh,softmax"
    case .unknownActivation, .unknownLoss: "derive list shows all"
    case .activationCount: "give one for all, or one for each"
    case .noLoss: "for example mse"
    case .unsubscripted(let symbol): "as in sum(k, \(symbol)[k])"
    case .notAnOutputIndex(let symbol, _): "as in sum(k, \(symbol)[k])"
    case .sumWithoutRange: "as in sum(k, 1, 3, z^k)"
    default: nil
    }
  }

  private var place: String { column.map { " at column \($0)" } ?? "" }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func parameters(_ names: [String]) -> String {
    names.isEmpty
      ? "no parameters" : "\(count(names.count, "parameter")) (\(names.joined(separator: ", ")))"
  }

  /// A long text by its beginning, so that a message stays one readable line.
  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(37) + "..."
  }
}
