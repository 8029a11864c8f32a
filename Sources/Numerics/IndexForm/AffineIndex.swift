import Expressions

/// A subscript: a whole number plus multiples of axes, as in `l+1`, `i`, `j-1`.
struct AffineIndex {
  var constant: Int
  var coefficients: [Int: Int] = [:]

  /// This minus `other`; axes that cancel are dropped.
  func minus(_ other: AffineIndex) -> AffineIndex { plus(other, times: -1) }

  func plus(_ other: AffineIndex, times factor: Int = 1) -> AffineIndex {
    var result = self
    result.constant += factor * other.constant
    for (axis, coefficient) in other.coefficients {
      let sum = result.coefficients[axis, default: 0] + factor * coefficient
      result.coefficients[axis] = sum == 0 ? nil : sum
    }
    return result
  }

  /// The value where every axis has its first value.
  func lowest(_ axes: [IndexCompiler.Axis]) -> Int {
    coefficients.reduce(constant) { $0 + $1.value * axes[$1.key].lower }
  }

  /// The smallest and the largest value; nil if an axis is empty.
  func range(_ axes: [IndexCompiler.Axis]) -> ClosedRange<Int>? {
    var lower = constant
    var upper = constant
    for (number, coefficient) in coefficients {
      let axis = axes[number]
      guard axis.count > 0 else { return nil }
      let ends = [coefficient * axis.lower, coefficient * (axis.lower + axis.count - 1)]
      lower += min(ends[0], ends[1])
      upper += max(ends[0], ends[1])
    }
    return lower...upper
  }

  /// Calls `body` with the value at every combination of the axes in `order`, the last varying fastest.
  func forEachValue(_ axes: [IndexCompiler.Axis], _ order: [Int], _ body: (Int) -> Void) {
    func walk(_ depth: Int, _ value: Int) {
      guard depth < order.count else { return body(value) }
      let axis = axes[order[depth]]
      let coefficient = coefficients[order[depth], default: 0]
      for step in 0..<axis.count { walk(depth + 1, value + coefficient * (axis.lower + step)) }
    }
    walk(0, constant)
  }
}

extension IndexCompiler {
  /// `expression` as a subscript.
  /// - Throws: `EvaluationError.notAnIndexExpression`, or what is wrong with an index in it.
  mutating func affine(_ expression: Expression) throws(EvaluationError) -> AffineIndex {
    if let value = scope.integer(expression, in: graph) { return AffineIndex(constant: value) }
    switch graph[expression] {
    case .index:
      return AffineIndex(constant: 0, coefficients: [try axis(of: expression): 1])
    case .add(let terms):
      var sum = AffineIndex(constant: 0)
      for term in terms { sum = sum.plus(try affine(term)) }
      return sum
    case .multiply(let factors):
      var product = AffineIndex(constant: 1)
      for factor in factors {
        let next = try affine(factor)
        if next.coefficients.isEmpty {
          product = AffineIndex(constant: 0).plus(product, times: next.constant)
        } else if product.coefficients.isEmpty {
          product = AffineIndex(constant: 0).plus(next, times: product.constant)
        } else {
          throw .notAnIndexExpression(text(expression))
        }
      }
      return product
    default: throw .notAnIndexExpression(text(expression))
    }
  }
}
