import Expressions

/// Random real numbers.
extension SplitMix64 {
  /// Evenly distributed in lower ≤ x < upper.
  public mutating func uniform(_ lower: Double = 0, _ upper: Double = 1) -> Double {
    lower + (upper - lower) * (Double(next() >> 11) * 0x1p-53)
  }

  /// Normally distributed with mean 0 and standard deviation 1, by the method of Box and Muller (1958).
  public mutating func normal() -> Double {
    let radius = (-2 * realLog(1 - uniform())).squareRoot()
    return radius * realCos(2 * .pi * uniform())
  }

  /// A whole number of `range`, each as likely as any other.
  public mutating func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
