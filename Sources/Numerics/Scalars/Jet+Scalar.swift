// Recurrences for the coefficients of elementary functions of a series: Griewank & Walther 2008, Evaluating Derivatives,
// chapter 13. Where G′ is itself elementary, `Jet.integrated` turns the series of G′(u) into that of G(u).
extension Jet: Scalar {
  public var value: Double { coefficients[0] }

  private static func zipped(_ a: Jet, _ b: Jet, _ combine: (Double, Double) -> Double) -> Jet {
    let count = max(a.coefficients.count, b.coefficients.count)
    return Jet(coefficients: (0..<count).map { combine(a[$0], b[$0]) })
  }

  public static func + (a: Jet, b: Jet) -> Jet { zipped(a, b, +) }
  public static func - (a: Jet, b: Jet) -> Jet { zipped(a, b, -) }
  public static prefix func - (a: Jet) -> Jet { Jet(coefficients: a.coefficients.map { -$0 }) }

  public static func * (a: Jet, b: Jet) -> Jet {
    let count = max(a.coefficients.count, b.coefficients.count)
    return Jet(coefficients: (0..<count).map { k in (0...k).reduce(0.0) { $0 + a[$1] * b[k - $1] } })
  }

  // q = a/b: a_k = Σ_{j=0}^k q_j·b_{k−j}, solved for q_k.
  public static func / (a: Jet, b: Jet) -> Jet {
    var q: [Double] = []
    for k in 0..<max(a.coefficients.count, b.coefficients.count) {
      var rest = a[k]
      for j in 0..<k { rest -= q[j] * b[k - j] }
      q.append(rest / b[0])
    }
    return Jet(coefficients: q)
  }

  // g = exp u: g′ = g·u′, so k·g_k = Σ_{j=1}^k j·u_j·g_{k−j}.
  public static func exp(_ u: Jet) -> Jet {
    var g = [realExp(u[0])]
    for k in u.coefficients.indices.dropFirst() {
      var sum = 0.0
      for j in 1...k { sum += Double(j) * u[j] * g[k - j] }
      g.append(sum / Double(k))
    }
    return Jet(coefficients: g)
  }

  public static func log(_ u: Jet) -> Jet { integrated(realLog(u[0]), derivative: Jet(1) / u, along: u) }

  public static func sin(_ u: Jet) -> Jet { sineAndCosine(u).sine }
  public static func cos(_ u: Jet) -> Jet { sineAndCosine(u).cosine }

  // s′ = c·u′ and c′ = −s·u′, one coefficient after the other.
  private static func sineAndCosine(_ u: Jet) -> (sine: Jet, cosine: Jet) {
    var s = [realSin(u[0])]
    var c = [realCos(u[0])]
    for k in u.coefficients.indices.dropFirst() {
      var sineSum = 0.0
      var cosineSum = 0.0
      for j in 1...k {
        sineSum += Double(j) * u[j] * c[k - j]
        cosineSum -= Double(j) * u[j] * s[k - j]
      }
      s.append(sineSum / Double(k))
      c.append(cosineSum / Double(k))
    }
    return (Jet(coefficients: s), Jet(coefficients: c))
  }

  public static func tan(_ u: Jet) -> Jet {
    let (sine, cosine) = sineAndCosine(u)
    return sine / cosine
  }

  public static func asin(_ u: Jet) -> Jet {
    integrated(realAsin(u[0]), derivative: pow(Jet(1) - u * u, -0.5), along: u)
  }
  public static func acos(_ u: Jet) -> Jet {
    integrated(realAcos(u[0]), derivative: -pow(Jet(1) - u * u, -0.5), along: u)
  }
  public static func atan(_ u: Jet) -> Jet {
    integrated(realAtan(u[0]), derivative: Jet(1) / (Jet(1) + u * u), along: u)
  }
  public static func sinh(_ u: Jet) -> Jet { (exp(u) - exp(-u)) * Jet(0.5) }
  public static func cosh(_ u: Jet) -> Jet { (exp(u) + exp(-u)) * Jet(0.5) }
  public static func erf(_ u: Jet) -> Jet {
    integrated(realErf(u[0]), derivative: Jet(2 / Double.pi.squareRoot()) * exp(-(u * u)), along: u)
  }
  public static func abs(_ u: Jet) -> Jet { Jet(Double.sign(u[0])) * u }
  public static func sign(_ u: Jet) -> Jet { Jet(Double.sign(u[0])) }
  public static func sqrt(_ u: Jet) -> Jet { pow(u, 0.5) }

  // g = u^p: u·g′ = p·g·u′, so k·u₀·g_k = Σ_{j=1}^k (p·j − (k − j))·u_j·g_{k−j}. A power with a small whole exponent is
  // a product, which is right at u₀ = 0 too.
  public static func pow(_ u: Jet, _ p: Double) -> Jet {
    if p >= 0, p <= 64, p == p.rounded() {
      return (0..<Int(p)).reduce(Jet(1)) { power, _ in power * u }
    }
    var g = [realPow(u[0], p)]
    for k in u.coefficients.indices.dropFirst() {
      var sum = 0.0
      for j in 1...k where u[j] != 0 { sum += (p * Double(j) - Double(k - j)) * u[j] * g[k - j] }
      g.append(sum == 0 ? 0 : sum / (Double(k) * u[0]))
    }
    return Jet(coefficients: g)
  }

  public static func pow(_ u: Jet, _ v: Jet) -> Jet {
    v.coefficients.dropFirst().allSatisfy { $0 == 0 } ? pow(u, v[0]) : exp(v * log(u))
  }

  public static func less(_ a: Jet, _ b: Jet) -> Jet { Jet(a[0] < b[0] ? 1 : 0) }
  public static func lessOrEqual(_ a: Jet, _ b: Jet) -> Jet { Jet(a[0] <= b[0] ? 1 : 0) }
  public static func equal(_ a: Jet, _ b: Jet) -> Jet { Jet(a[0] == b[0] ? 1 : 0) }
  public static func select(_ condition: Jet, _ a: Jet, _ b: Jet) -> Jet { condition[0] != 0 ? a : b }

  public static func apply(_ function: ScalarFunction, order: Int, to values: UnsafeMutableBufferPointer<Jet>) {
    if order == 0 { return function.replace(values) }
    for place in values.indices {
      let u = values[place]
      let series = function.taylor(at: u.value, order: order + u.coefficients.count - 1)
      values[place] = series.differentiated(order).composed(with: u)
    }
  }
}
