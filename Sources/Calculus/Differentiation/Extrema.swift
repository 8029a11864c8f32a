import Expressions

extension ExpressionGraph {
  /// The slope of max(u₁, …) or min(u₁, …), where u₁, … have the given slopes: that of the argument whose value it takes.
  ///
  /// Where several arguments are equal and extreme, a number among them comes first, so that the slope is 0 there:
  /// max(x, 0)′ = max(0, x)′ = [x > 0] and min(x, 6)′ = [x < 6]. Among others the first in the structural order counts.
  /// The order in which the arguments are written does not matter.
  mutating func slopeOfExtremum(
    _ function: Function, _ arguments: [Expression], slopes: [Expression]
  ) -> Expression {
    let places = arguments.indices.sorted { a, b in
      let (x, y) = (arguments[a], arguments[b])
      let (isNumber, isOtherNumber) = (numberValue(x) != nil, numberValue(y) != nil)
      if isNumber != isOtherNumber { return isNumber }
      let order = order(x, y)
      return order != 0 ? order < 0 : a < b
    }
    var value = arguments[places[places.count - 1]]
    var slope = slopes[places[places.count - 1]]
    for place in places.dropLast().reversed() {
      let argument = arguments[place]
      let isBeaten =
        function.name == "max" ? compare(argument, .less, value) : compare(value, .less, argument)
      slope = piecewise([(isBeaten, slope)], otherwise: slopes[place])
      value = call(function, [argument, value])
    }
    return slope
  }

  /// Whether `expression` is max(…) or min(…).
  func isExtremum(_ expression: Expression) -> Bool {
    guard case .call(let function, _) = self[expression] else { return false }
    return ["max", "min"].contains(self[function].name)
  }
}
