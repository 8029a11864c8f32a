import Expressions

/// The values e^{iπq} = (−1)^q that are written with i, √2 and √3.
enum RootOfUnity {
  /// The name of the symbol that stands for i: no name that can be typed.
  static let imaginaryName = "\u{2148}"

  /// Whether q is a multiple of 1/12 other than 0 and 1/2 (i itself) between 0 and 1.
  static func isConstructible(_ q: Rational) -> Bool {
    (q * 12).isInteger && q > 0 && q < 1 && q != Rational(1, 2)
  }

  /// cos(πk/12) and sin(πk/12) for k = 0…5 as coefficients of 1, √2, √3, √6.
  static let quarterTurn: [(cosine: [Rational], sine: [Rational])] = {
    let half = Rational(1, 2)
    let quarter = Rational(1, 4)
    return [
      ([1, 0, 0, 0], [0, 0, 0, 0]),
      ([0, quarter, 0, quarter], [0, -quarter, 0, quarter]),
      ([0, 0, half, 0], [half, 0, 0, 0]),
      ([0, half, 0, 0], [0, half, 0, 0]),
      ([half, 0, 0, 0], [0, 0, half, 0]),
      ([0, -quarter, 0, quarter], [0, quarter, 0, quarter]),
    ]
  }()
}

extension Normaliser {
  /// i as the power of a kernel.
  mutating func imaginaryUnit() -> Monomial { Monomial(imaginaryKernel()) }

  /// i as a kernel.
  mutating func imaginaryKernel() -> Kernel { Kernel(graph.symbol(RootOfUnity.imaginaryName)) }

  /// e^{iπq} for a constructible q.
  mutating func rootOfUnity(_ q: Rational) -> RationalFunction {
    let steps = (q * 12).asInt ?? 0
    let (cosine, sine) = RootOfUnity.quarterTurn[steps % 6]
    let i = imaginaryUnit()
    let value = surds(cosine) + surds(sine).shifted(by: i)
    if steps < 6 { return RationalFunction(value) }
    return RationalFunction(surds(cosine).shifted(by: i) - surds(sine))
  }

  /// The combination of 1, √2, √3 and √6 with these coefficients.
  private mutating func surds(_ coefficients: [Rational]) -> Polynomial {
    let two = Monomial(Kernel(graph.number(2)), Rational(1, 2))
    let three = Monomial(Kernel(graph.number(3)), Rational(1, 2))
    let units = [.one, two, three, two * three]
    return Polynomial(zip(units, coefficients).map { Polynomial.Term($0, $1) }.filter { !$0.coefficient.isZero })
  }
}
