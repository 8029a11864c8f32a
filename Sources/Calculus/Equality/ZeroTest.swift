import Expressions

/// The exact zero test: a − b is evaluated at random points of prime fields, without being multiplied out.
///
/// Sums, products and whole powers are followed as they stand; every other part is brought into normal form and its kernels
/// get random values. One kernel has one value wherever it occurs, and exponentials are kernels by the normal forms of
/// their exponents, so e^{u+v} = e^u·e^v holds for the values. Kernels between which relations remain (roots, brackets)
/// are treated as independent: that may miss an equation, never prove a wrong one.
///
/// **Why `true` may be believed.** With each kernel k = r^`scale` the difference is N/D with integer polynomials N, D in the
/// random elements r. Bounds are computed along with the values: the degree d of N, and the bit length h of the sum of its
/// coefficients' absolute values. If N ≠ 0, it has a coefficient c with 0 < |c| < 2^h, and at most ⌊h/60⌋ of the primes
/// (all above 2⁶⁰) divide c. Modulo each other prime N is not 0 and vanishes at a random point with a probability of at
/// most d/2⁶⁰ (Schwartz 1980, Zippel 1979). ⌊h/60⌋ + 3 primes are used and d ≤ 2⁴⁰, so a wrong `true` has a probability
/// of at most (2⁴⁰/2⁶⁰)³ = 2⁻⁶⁰.
struct ZeroTest {
  /// Exponents are multiples of 1/scale.
  private static let scale: Rational = 2520
  private static let largestDegree = 0x1p40

  /// A number with the bounds of the quotient of polynomials that it is the value of.
  private struct Size {
    /// Degrees and logarithms of coefficient sums, above and below the line.
    var degrees: (Double, Double) = (0, 0)
    var heights: (Double, Double) = (0, 0)

    func plus(_ other: Size) -> Size {
      Size(
        degrees: (
          max(degrees.0 + other.degrees.1, other.degrees.0 + degrees.1), degrees.1 + other.degrees.1
        ),
        heights: (
          max(heights.0 + other.heights.1, other.heights.0 + heights.1) + 1, heights.1 + other.heights.1
        ))
    }

    func times(_ other: Size) -> Size {
      Size(
        degrees: (degrees.0 + other.degrees.0, degrees.1 + other.degrees.1),
        heights: (heights.0 + other.heights.0, heights.1 + other.heights.1))
    }

    func power(_ exponent: Int) -> Size {
      let times = Double(exponent.magnitude)
      let raised = Size(
        degrees: (degrees.0 * times, degrees.1 * times), heights: (heights.0 * times, heights.1 * times))
      return exponent > 0
        ? raised
        : Size(degrees: (raised.degrees.1, raised.degrees.0), heights: (raised.heights.1, raised.heights.0))
    }
  }

  private var sizes: [Expression: Size] = [:]
  private var values: [Expression: UInt64] = [:]
  private var functions: [Expression: RationalFunction] = [:]
  private var field = ResidueField.all[0]

  /// Whether `a` = `b`; false means "not seen".
  static func showsEqual(_ a: Expression, _ b: Expression, _ normaliser: inout Normaliser) -> Bool {
    var test = ZeroTest()
    let deep = normaliser.graph.nodesIfDeep(a) + normaliser.graph.nodesIfDeep(b)
    for node in deep { _ = test.size(of: node, &normaliser) }
    guard let left = test.size(of: a, &normaliser), let right = test.size(of: b, &normaliser) else { return false }
    let size = left.plus(right)
    let fields = Int(size.heights.0 / 60) + 3
    guard size.degrees.0 <= largestDegree, fields <= ResidueField.all.count else { return false }
    for field in ResidueField.all.prefix(fields) {
      test.field = field
      test.values = [:]
      for node in deep { _ = test.value(of: node, normaliser.graph) }
      guard let left = test.value(of: a, normaliser.graph), let right = test.value(of: b, normaliser.graph),
        left == right
      else { return false }
    }
    return true
  }

  // MARK: Bounds

  /// The bounds for `expression`; nil if it has no normal form.
  private mutating func size(of expression: Expression, _ normaliser: inout Normaliser) -> Size? {
    if let known = sizes[expression] { return known }
    var result: Size? = Size()
    switch normaliser.graph[expression] {
    case .add(let terms):
      var sum: Size?
      for term in Array(terms) {
        guard let next = size(of: term, &normaliser) else { return nil }
        sum = sum?.plus(next) ?? next
      }
      result = sum
    case .multiply(let factors):
      for factor in Array(factors) {
        guard let next = size(of: factor, &normaliser) else { return nil }
        result = result?.times(next)
      }
    case .power(let base, let exponent):
      if let power = normaliser.graph.numberValue(exponent)?.asInt {
        result = size(of: base, &normaliser)?.power(power)
      } else {
        result = sizeOfNormalForm(expression, &normaliser)
      }
    default: result = sizeOfNormalForm(expression, &normaliser)
    }
    if let result { sizes[expression] = result }
    return result
  }

  private mutating func sizeOfNormalForm(_ expression: Expression, _ normaliser: inout Normaliser) -> Size? {
    guard let function = try? normaliser.normal(expression) else { return nil }
    functions[expression] = function
    var result = size(of: function.numerator)
    for factor in function.denominator {
      result = result.times(size(of: factor.base).power(-factor.multiplicity))
    }
    return result
  }

  private func size(of polynomial: Polynomial) -> Size {
    var result: Size?
    for term in polynomial.terms {
      var size = Size()
      size.heights = (Self.height(term.coefficient.numerator), Self.height(term.coefficient.denominator))
      for factor in term.monomial.factors {
        let degree = (factor.exponent * Self.scale).doubleValue
        if degree > 0 { size.degrees.0 += degree } else { size.degrees.1 -= degree }
      }
      result = result?.plus(size) ?? size
    }
    return result ?? Size()
  }

  /// An upper bound of log₂ |n|.
  private static func height(_ number: BigInteger) -> Double {
    number.magnitude == .one ? 0 : Double(number.magnitudeBitWidth)
  }

  // MARK: Values

  private mutating func value(of expression: Expression, _ graph: ExpressionGraph) -> UInt64? {
    if let known = values[expression] { return known }
    var result: UInt64?
    if let function = functions[expression] {
      result = value(of: function)
    } else {
      switch graph[expression] {
      case .add(let terms):
        result = 0
        for term in terms {
          guard let next = value(of: term, graph) else { return nil }
          result = result.map { field.add($0, next) }
        }
      case .multiply(let factors):
        result = 1
        for factor in factors {
          guard let next = value(of: factor, graph) else { return nil }
          result = result.map { field.multiply($0, next) }
        }
      case .power(let base, let exponent):
        guard let base = value(of: base, graph), let exponent = graph.numberValue(exponent)?.asInt else { return nil }
        result = power(base, exponent)
      default: result = nil
      }
    }
    if let result { values[expression] = result }
    return result
  }

  private func power(_ base: UInt64, _ exponent: Int) -> UInt64? {
    let power = field.power(base, UInt64(exponent.magnitude))
    return exponent < 0 ? field.inverse(power) : power
  }

  private func value(of function: RationalFunction) -> UInt64? {
    guard var result = value(of: function.numerator) else { return nil }
    for factor in function.denominator {
      guard let base = value(of: factor.base), let inverse = power(base, -factor.multiplicity) else { return nil }
      result = field.multiply(result, inverse)
    }
    return result
  }

  private func value(of polynomial: Polynomial) -> UInt64? {
    var sum: UInt64 = 0
    for term in polynomial.terms {
      guard var product = field.residue(of: term.coefficient) else { return nil }
      for factor in term.monomial.factors {
        guard let exponent = (factor.exponent * Self.scale).asInt, let value = power(root(of: factor.kernel), exponent)
        else { return nil }
        product = field.multiply(product, value)
      }
      sum = field.add(sum, product)
    }
    return sum
  }

  /// The random element r whose power with the exponent `scale` is the value of the kernel.
  private func root(of kernel: Kernel) -> UInt64 {
    var generator = SplitMix64(seed: field.prime ^ UInt64(kernel.expression.position) &* 0x2545_F491_4F6C_DD1D)
    return UInt64.random(in: 1..<field.prime, using: &generator)
  }
}
