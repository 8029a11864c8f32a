import Expressions

/// Greatest common divisors of polynomials in several kernels.
///
/// The recursive primitive remainder sequence (Knuth, TAOCP vol. 2, 4.6.1): with one kernel x singled out, gcd(a, b) is
/// the gcd of the contents (polynomials in the other kernels) times the primitive part of the last remainder. Nearly all
/// pairs that occur are coprime; images modulo a prime show that at little cost, and show in which kernels a common
/// divisor can have a positive degree at all.
extension Polynomial {
  /// The primitive greatest common divisor of the primitive parts, up to its sign; 1 where none is found within the
  /// bound on effort (terms of polynomials looked at). So it always divides both, but is the greatest only in reasonable
  /// cases.
  public func greatestCommonDivisor(_ other: Polynomial, effort limit: Int = 8_000) -> Polynomial {
    if isZero || other.isZero || count == 1 || other.count == 1 { return .one }
    let (a, b) = (primitiveParts.primitive, other.primitiveParts.primitive)
    if a == b { return a }
    if a.count * b.count > 100, PolynomialImage.suggestsCoprime(a, b) { return .one }
    var effort = limit
    return Self.commonDivisor(a, b, &effort) ?? .one
  }

  /// The gcd of two primitive polynomials; nil when the effort is spent.
  private static func commonDivisor(_ a: Polynomial, _ b: Polynomial, _ effort: inout Int) -> Polynomial? {
    effort -= a.count + b.count
    guard effort > 0 else { return nil }
    if a.count == 1 || b.count == 1 { return .one }
    if a == b { return a }
    let (inA, inB) = (a.kernels, b.kernels)
    // A kernel that one side lacks cannot occur in a common divisor: that divides the coefficients of its powers.
    if let kernel = inA.first(where: { !inB.contains($0) }) { return divisor(ofCoefficients: a, kernel, b, &effort) }
    if let kernel = inB.first(where: { !inA.contains($0) }) { return divisor(ofCoefficients: b, kernel, a, &effort) }
    var main: (kernel: Kernel, degree: Rational)?
    for kernel in inA {
      if PolynomialImage.showsCoprime(a, b, in: kernel) { return freeOf(kernel, a, b, &effort) }
      let degree = max(a.degree(in: kernel), b.degree(in: kernel))
      if main.map({ degree < $0.degree }) ?? true { main = (kernel, degree) }
    }
    guard let main else { return .one }
    return remainderSequence(a, b, in: main.kernel, &effort)
  }

  /// The gcd of `b` and all coefficients of powers of `kernel` in `a`.
  private static func divisor(
    ofCoefficients a: Polynomial, _ kernel: Kernel, _ b: Polynomial, _ effort: inout Int
  ) -> Polynomial? {
    var result = b
    for (_, coefficient) in a.coefficients(of: kernel) {
      guard let next = commonDivisor(result, coefficient.primitiveParts.primitive, &effort) else { return nil }
      if next.isOne { return next }
      result = next
    }
    return result
  }

  /// The gcd where it is known not to mention `kernel`.
  private static func freeOf(
    _ kernel: Kernel, _ a: Polynomial, _ b: Polynomial, _ effort: inout Int
  ) -> Polynomial? {
    guard let content = divisor(ofCoefficients: a, kernel, b, &effort) else { return nil }
    return content.kernels.contains(kernel) ? divisor(ofCoefficients: b, kernel, content, &effort) : content
  }

  private static func remainderSequence(
    _ a: Polynomial, _ b: Polynomial, in kernel: Kernel, _ effort: inout Int
  ) -> Polynomial? {
    guard let contentA = content(of: a, in: kernel, &effort), let contentB = content(of: b, in: kernel, &effort),
      let content = commonDivisor(contentA, contentB, &effort),
      var large = a.divided(exactlyBy: contentA), var small = b.divided(exactlyBy: contentB)
    else { return nil }
    if large.degree(in: kernel) < small.degree(in: kernel) { swap(&large, &small) }
    while true {
      guard let rest = pseudoRemainder(large, small, in: kernel, &effort) else { return nil }
      if rest.isZero { break }
      if rest.degree(in: kernel).isZero { return content }
      let primitive = rest.primitiveParts.primitive
      guard let restContent = Self.content(of: primitive, in: kernel, &effort),
        let next = primitive.divided(exactlyBy: restContent)
      else { return nil }
      (large, small) = (small, next)
    }
    return small.multiplied(by: content)?.primitiveParts.primitive
  }

  /// The gcd of the coefficients of the powers of `kernel`.
  private static func content(of a: Polynomial, in kernel: Kernel, _ effort: inout Int) -> Polynomial? {
    let coefficients = a.coefficients(of: kernel).map(\.coefficient).sorted { $0.count < $1.count }
    guard var result = coefficients.first?.primitiveParts.primitive else { return .one }
    for coefficient in coefficients.dropFirst() {
      if result.count == 1 { return .one }
      guard let next = commonDivisor(result, coefficient.primitiveParts.primitive, &effort) else { return nil }
      result = next
    }
    return result.count == 1 ? .one : result
  }

  /// A multiple of `a` by the leading coefficient of `b`, reduced by `b` to a lower degree in `kernel`.
  private static func pseudoRemainder(
    _ a: Polynomial, _ b: Polynomial, in kernel: Kernel, _ effort: inout Int
  ) -> Polynomial? {
    guard let lead = b.coefficients(of: kernel).first else { return nil }
    effort -= b.count
    var rest = a
    while !rest.isZero, let top = rest.coefficients(of: kernel).first, top.exponent >= lead.exponent {
      let shift = Monomial(kernel, top.exponent - lead.exponent)
      guard let left = rest.multiplied(by: lead.coefficient),
        let right = b.multiplied(by: top.coefficient.shifted(by: shift))
      else { return nil }
      rest = left - right
      effort -= left.count + right.count
      guard effort > 0 else { return nil }
    }
    return rest
  }

  /// The largest exponent of `kernel`.
  func degree(in kernel: Kernel) -> Rational {
    terms.reduce(Rational.zero) { max($0, $1.monomial.exponent(of: kernel)) }
  }
}
