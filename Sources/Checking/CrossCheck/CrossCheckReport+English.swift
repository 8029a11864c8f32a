import Expressions
import Networks

/// All English of the cross-check.
extension CrossCheckReport {
  /// One line: how many gradients and draws, which functions, and the worst error by route.
  public var summary: String {
    switch outcome {
    case .noValidDraw(let reason): return "not checked: \(reason)"
    case .undefined(let error): return "not checked: \(error)"
    case .tooLarge(let limit): return "not checked: \(limit)"
    case .inconclusive: return "not checked: every gradient is 0, or lost in rounding errors, at all of \(draws) draws"
    case .agreed, .disagreed: break
    }
    var text = outcome == .agreed ? "checked: " : "failed: "
    text += count(gradients, "gradient")
    if untested > 0 { text += " (\(untested) 0 at every draw)" }
    text += ", \(count(draws, "draw"))"
    if !functionsTried.isEmpty { text += " (\(functionsTried))" }
    if redraws > 0 { text += ", \(redraws) redrawn" }
    return text + ": " + routes.map(result).joined(separator: ", ")
  }

  /// differences 1e-10 (of 3000 gradients at each draw; 12 of 372 too small or noisy to compare).
  private func result(_ route: RouteResult) -> String {
    var notes: [String] = []
    if route.route == .differences, let number = differencesPerDraw { notes.append("of \(number) gradients a draw") }
    if route.inconclusive > 0 {
      notes.append("\(route.inconclusive) of \(route.comparisons) too small or noisy to compare")
    }
    let error = route.inconclusive == route.comparisons ? "nothing" : Self.rounded(route.worstError)
    return "\(route.route) \(error)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  /// f = tanh, sin, softplus.
  private var functionsTried: String {
    opaqueFunctions.map { function in
      let names = function.definitions.map { $0.hasSuffix("(z)") ? String($0.dropLast(3)) : $0 }
      return "\(function.name) = \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// A positive number with one digit: 4e-16.
  static func rounded(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    guard value.isFinite else { return "infinite" }
    var exponent = 0
    var digit = value
    while digit >= 9.5 { (digit, exponent) = (digit / 10, exponent + 1) }
    while digit < 0.95 { (digit, exponent) = (digit * 10, exponent - 1) }
    return exponent == 0 ? "\(Int(digit.rounded()))" : "\(Int(digit.rounded()))e\(exponent)"
  }
}

extension GradientFailure: CustomStringConvertible {
  /// ∂L/∂w[3,2,1]: 0.25, not -0.25.
  public var description: String {
    let subscripts = ([layer] + indices).map(String.init).joined(separator: ",")
    return "∂L/∂\(family)[\(subscripts)]: \(found), not \(expected)"
  }
}

extension ClaimFailure: CustomStringConvertible {
  /// i = 1, j = 2: 0.25, not -0.25.
  public var description: String {
    switch kind {
    case .ranges(let error): return error.description
    case .values(let left, let right):
      let place = indices.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
      return (place.isEmpty ? "" : place + ": ") + "\(left), not \(right)"
    }
  }
}

extension NoValidDraw: CustomStringConvertible {
  /// One line, with what would fit.
  public var description: String {
    switch self {
    case .outputsLeaveDomain(let domain, let suggestions):
      let advice = suggestions.isEmpty ? "" : "; \(suggestions.joined(separator: " or ")) would fit"
      return "the outputs leave the loss's domain, \(Self.name(domain))" + advice
    case .softmaxOfOneUnit:
      return "softmax of one unit is always 1; sigmoid with binary-cross-entropy would fit"
    case .activationHasNoValue(let activation, let domain, let attempts):
      return "the activation \(Self.name(activation)) has no finite value at some unit, at any of \(attempts) random "
        + "points" + (domain.map { "; it needs \($0)" } ?? "")
    case .numbersTooLarge(let attempts):
      return "pre-activations or losses exceed 1e6 at any of \(attempts) random points"
    case .lossIsNotFinite(let attempts): return "the loss has no finite value at any of \(attempts) random points"
    case .kinksEverywhere(let attempts): return "all of \(attempts) random points lie too near to a kink"
    }
  }

  private static func name(_ activation: Activation) -> String {
    switch activation {
    case .opaque(let name), .known(let name, _), .custom(let name): name
    }
  }

  private static func name(_ domain: Domain) -> String {
    switch domain {
    case .real: "all numbers"
    case .positive: "x > 0"
    case .nonNegative: "x >= 0"
    case .openUnitInterval, .simplex: "0 < x < 1"
    case .symmetricUnitInterval: "-1 <= x <= 1"
    case .signs: "-1 and 1"
    }
  }
}

extension SizeLimit: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .weights(let count, let most):
      let number = count < 1e15 ? "\(Int(count))" : CrossCheckReport.rounded(count)
      return "the network has \(number) weights and biases, more than \(most)"
    case .units(let count, let most):
      return "a layer whose units depend on each other, or the loss, has \(count) units, more than \(most)"
    }
  }
}
