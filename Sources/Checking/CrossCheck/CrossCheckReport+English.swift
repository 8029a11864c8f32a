import Expressions

/// All English of the cross-check.
extension CrossCheckReport {
  /// One line: how many gradients and draws, which functions, and the worst error by route.
  public var summary: String {
    switch outcome {
    case .noValidDraw(let reason): return "not checked: \(reason)"
    case .undefined(let error): return "not checked: \(error)"
    case .agreed, .disagreed: break
    }
    var text = outcome == .agreed ? "checked: " : "failed: "
    text += count(gradients, "gradient")
    if untested > 0 { text += " (\(untested) 0 at every draw)" }
    text += ", \(count(draws, "draw"))"
    if !functionsTried.isEmpty { text += " (\(functionsTried))" }
    if redraws > 0 { text += ", \(redraws) redrawn" }
    text += ": " + routes.map { "\($0.route) \(Self.rounded($0.worstError))" }.joined(separator: ", ")
    return text
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
    case .lossIsNotFinite(let attempts): return "the loss has no finite value at any of \(attempts) random points"
    case .kinksEverywhere(let attempts): return "all of \(attempts) random points lie too near to a kink"
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
