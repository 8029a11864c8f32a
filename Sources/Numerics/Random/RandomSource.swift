/// A seeded source of random numbers, the same everywhere: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable
/// pseudorandom number generators").
public struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The source that belongs to `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
