/// Constructors. They keep what was written, in its order, and only tidy: sums and products are flattened, their
/// numbers folded into one, 0 and 1 dropped where they do nothing, powers of numbers with small integer exponents
/// computed. Collecting, cancelling and reordering are the business of `Calculus`.
extension ExpressionGraph {
  /// The largest number, in bits, that a power of numbers is computed to; beyond it the power stays as it is.
  private static let largestPowerBits = 1 << 16

  // MARK: Leaves

  /// An exact number.
  public mutating func number(_ value: Rational) -> Expression {
    if let integer = value.asInt { return intern(integer: integer) }
    return intern(rational: value)
  }

  /// An integer.
  public mutating func number(_ value: Int) -> Expression { intern(integer: value) }

  /// π, a truth value or the undefined value.
  public mutating func constant(_ value: Constant) -> Expression { intern(leaf: .constant, value.rawValue) }

  /// A member of the family `family`; `subscripts` begins with the layer where the family has one.
  public mutating func symbol(_ family: Family, _ subscripts: [Expression] = []) -> Expression {
    if let undefined = subscripts.first(where: isUndefined) { return undefined }
    return intern(.symbol, header: id(of: family).rawValue, subscripts)
  }

  /// The member of a family that is known by its number.
  public mutating func symbol(_ family: FamilyID, _ subscripts: [Expression]) -> Expression {
    if let undefined = subscripts.first(where: isUndefined) { return undefined }
    return intern(.symbol, header: family.rawValue, subscripts)
  }

  /// A symbol without layer, with the given subscripts.
  public mutating func symbol(_ name: String, _ subscripts: [Expression] = []) -> Expression {
    symbol(Family(name), subscripts)
  }

  /// The free index `name` that runs from `lower` to `upper`.
  public mutating func index(_ name: String, from lower: Expression, to upper: Expression) -> Expression {
    intern(leaf: .index, id(of: Index(name: name, lower: lower, upper: upper, serial: 0)).rawValue)
  }

  /// An index like `index(_:from:to:)` that is equal to no other: for binding.
  public mutating func freshIndex(_ name: String, from lower: Expression, to upper: Expression) -> Expression {
    defer { nextSerial += 1 }
    return intern(leaf: .index, id(of: Index(name: name, lower: lower, upper: upper, serial: nextSerial)).rawValue)
  }

  // MARK: Arithmetic

  /// The sum of `terms`: nested sums flattened, numbers folded into one at the place of the first, 0 dropped.
  public mutating func add(_ terms: [Expression]) -> Expression {
    var kept: [Expression] = []
    var total = Rational.zero
    var totalPlace: Int?
    for term in flattened(terms, .add) {
      if isUndefined(term) { return term }
      if let value = numberValue(term) {
        total += value
        if totalPlace == nil { totalPlace = kept.count }
      } else {
        kept.append(term)
      }
    }
    if let place = totalPlace, !total.isZero { kept.insert(number(total), at: place) }
    if kept.count < 2 { return kept.first ?? number(0) }
    return intern(.add, kept)
  }

  /// The product of `factors`: nested products flattened, numbers folded into one in front, 1 dropped; 0 if one is 0.
  public mutating func multiply(_ factors: [Expression]) -> Expression {
    var kept: [Expression] = []
    var coefficient = Rational.one
    for factor in flattened(factors, .multiply) {
      if isUndefined(factor) { return factor }
      if let value = numberValue(factor) { coefficient *= value } else { kept.append(factor) }
    }
    if coefficient.isZero { return number(0) }
    if !coefficient.isOne { kept.insert(number(coefficient), at: 0) }
    if kept.count < 2 { return kept.first ?? number(1) }
    return intern(.multiply, kept)
  }

  /// `base` to the power `exponent`. (b^m)^n with an integer n is b^(mn); 0 to a negative power is undefined.
  public mutating func power(_ base: Expression, _ exponent: Expression) -> Expression {
    if isUndefined(base) { return base }
    if isUndefined(exponent) { return exponent }
    guard let power = numberValue(exponent) else {
      return numberValue(base)?.isOne == true ? base : intern(.power, base, exponent)
    }
    if power.isZero { return number(1) }
    if power.isOne { return base }
    if let value = numberValue(base) {
      if value.isZero { return power.isNegative ? constant(.undefined) : base }
      if let computed = Self.computedPower(value, power) { return number(computed) }
    }
    if power.isInteger, case .power(let inner, let innerExponent) = self[base] {
      return self.power(inner, multiply([exponent, innerExponent]))
    }
    return intern(.power, base, exponent)
  }

  /// valueᵖ as a number, if it is rational and of reasonable size.
  private static func computedPower(_ value: Rational, _ power: Rational) -> Rational? {
    guard let root = power.denominator.asInt, let times = power.numerator.asInt else { return nil }
    guard root == 1 || !value.isNegative, let rooted = root == 1 ? value : value.exactRoot(root) else { return nil }
    guard Rational.bitWidthOfPower(base: rooted, exponent: times) <= largestPowerBits else { return nil }
    return rooted.power(times)
  }

  /// base^exponent with an integer exponent.
  public mutating func power(_ base: Expression, _ exponent: Int) -> Expression { power(base, number(exponent)) }

  /// −a.
  public mutating func negate(_ a: Expression) -> Expression { multiply([number(-1), a]) }
  /// a − b.
  public mutating func subtract(_ a: Expression, _ b: Expression) -> Expression { add([a, negate(b)]) }
  /// a / b; undefined where b is the number 0.
  public mutating func divide(_ a: Expression, by b: Expression) -> Expression { multiply([a, power(b, -1)]) }
  /// √a.
  public mutating func squareRoot(_ a: Expression) -> Expression { power(a, number(Rational(1, 2))) }

  // MARK: Functions

  /// `function` applied to `arguments`.
  public mutating func call(_ function: Function, _ arguments: [Expression]) -> Expression {
    if let undefined = arguments.first(where: isUndefined) { return undefined }
    return intern(.call, header: id(of: function).rawValue, arguments)
  }

  /// The function of that name applied to one argument.
  public mutating func call(_ name: String, _ argument: Expression) -> Expression { call(Function(name), [argument]) }

  /// The formal partial derivative ∂u/∂v.
  public mutating func partial(_ u: Expression, by v: Expression) -> Expression {
    isUndefined(u) ? u : isUndefined(v) ? v : intern(.partial, u, v)
  }

  // MARK: Conditions

  /// The truth value `a ⋚ b`; decided at once for numbers and for equal sides, undefined if a side is.
  public mutating func compare(_ a: Expression, _ comparison: Comparison, _ b: Expression) -> Expression {
    if isUndefined(a) { return a }
    if isUndefined(b) { return b }
    if let x = numberValue(a), let y = numberValue(b) {
      switch comparison {
      case .less: return truth(x < y)
      case .lessOrEqual: return truth(x <= y)
      case .equal: return truth(x == y)
      }
    }
    if a == b { return truth(comparison != .less) }
    switch comparison {
    case .less: return intern(.less, a, b)
    case .lessOrEqual: return intern(.lessOrEqual, a, b)
    case .equal: return intern(.equal, a, b)
    }
  }

  /// The constant true or false.
  public mutating func truth(_ value: Bool) -> Expression { constant(value ? .true : .false) }

  /// All of `conditions`; undefined if one of them is.
  public mutating func and(_ conditions: [Expression]) -> Expression {
    junction(conditions, .and, neutral: .true, absorbing: .false)
  }

  /// One of `conditions` or more; undefined if one of them is.
  public mutating func or(_ conditions: [Expression]) -> Expression {
    junction(conditions, .or, neutral: .false, absorbing: .true)
  }

  private mutating func junction(
    _ conditions: [Expression], _ kind: NodeKind, neutral: Constant, absorbing: Constant
  ) -> Expression {
    if let undefined = conditions.first(where: isUndefined) { return undefined }
    var kept: [Expression] = []
    for condition in flattened(conditions, kind) {
      if case .constant(let value) = self[condition] {
        if value == absorbing { return condition }
        if value == neutral { continue }
      }
      if !kept.contains(condition) { kept.append(condition) }
    }
    if kept.count < 2 { return kept.first ?? constant(neutral) }
    return intern(kind, kept)
  }

  /// The opposite of `condition`.
  public mutating func not(_ condition: Expression) -> Expression {
    switch self[condition] {
    case .constant(.true): return truth(false)
    case .constant(.false): return truth(true)
    case .constant(.undefined): return condition
    case .not(let inner): return inner
    case .comparison(.less, let a, let b): return compare(b, .lessOrEqual, a)
    case .comparison(.lessOrEqual, let a, let b): return compare(b, .less, a)
    default: return intern(.not, condition)
    }
  }

  /// The Iverson bracket of `condition`.
  public mutating func bracket(_ condition: Expression) -> Expression {
    switch self[condition] {
    case .constant(.true): return number(1)
    case .constant(.false): return number(0)
    case .constant(.undefined): return condition
    default: return intern(.bracket, condition)
    }
  }

  /// The Kronecker delta of two index expressions, the bracket [i = k].
  public mutating func kroneckerDelta(_ i: Expression, _ k: Expression) -> Expression {
    bracket(compare(i, .equal, k))
  }

  /// The value behind the first condition that holds, else `otherwise`. Undefined if a condition or a value is, even a
  /// value that some other values of the symbols would not lead to: what is printed has to be readable again.
  public mutating func piecewise(
    _ branches: [(condition: Expression, value: Expression)], otherwise: Expression
  ) -> Expression {
    var kept: [Expression] = []
    var last = otherwise
    for (condition, value) in branches {
      if isUndefined(condition) { return condition }
      if case .constant(.false) = self[condition] { continue }
      if case .constant(.true) = self[condition] {
        last = value
        break
      }
      kept += [condition, value]
    }
    if let undefined = (kept + [last]).first(where: isUndefined) { return undefined }
    while kept.count >= 2, kept[kept.count - 1] == last { kept.removeLast(2) }
    if kept.isEmpty { return last }
    return intern(.piecewise, kept + [last])
  }

  // MARK: Asking

  /// The value of a number node, nil for every other node.
  public func numberValue(_ expression: Expression) -> Rational? {
    switch kinds[expression.position] {
    case .integer, .rational:
      if case .number(let value) = self[expression] { return value }
      return nil
    default: return nil
    }
  }

  /// Whether `expression` is the undefined value, 1/0.
  public func isUndefined(_ expression: Expression) -> Bool {
    kinds[expression.position] == .constant && first[expression.position] == Constant.undefined.rawValue
  }

  /// The numeric coefficient of a product and what it multiplies: 3·a·b ↦ (3, a·b).
  public mutating func splitCoefficient(_ expression: Expression) -> (coefficient: Rational, rest: Expression) {
    if let value = numberValue(expression) { return (value, number(1)) }
    guard case .multiply(let factors) = self[expression], let front = factors.first,
      let value = numberValue(front)
    else { return (.one, expression) }
    let rest = Array(factors.dropFirst())
    return (value, multiply(rest))
  }

  private func flattened(_ operands: [Expression], _ kind: NodeKind) -> [Expression] {
    guard operands.contains(where: { kinds[$0.position] == kind }) else { return operands }
    return operands.flatMap { kinds[$0.position] == kind ? children(of: $0) : [$0] }
  }
}
