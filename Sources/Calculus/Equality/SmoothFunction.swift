import Expressions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A smooth function to stand for an opaque one: Σ_k c_k sin(ω_k·x + φ_k), all of whose derivatives are known,
/// f⁽ⁿ⁾(x) = Σ_k c_k ω_kⁿ sin(ω_k x + φ_k + nπ/2).
struct SmoothFunction {
  private let waves: [(amplitude: Double, frequencies: [Double], phase: Double)]

  /// The function of that many arguments that belongs to `seed`.
  init(seed: UInt64, arity: Int) {
    var generator = SplitMix64(seed: seed)
    waves = (0..<3).map { _ in
      let frequencies = (0..<arity).map { _ in Double.random(in: 0.4...1.4, using: &generator) }
      return (
        Double.random(in: 0.5...1.5, using: &generator), frequencies, Double.random(in: 0...6, using: &generator)
      )
    }
  }

  /// The value of the derivative of order `order`, which must be 0 for several arguments; an error of an argument is
  /// passed on at most Σ |c_k| |ω_k|^{n+1} times.
  func value(at arguments: [SampleValue], order: Int) -> SampleValue {
    var result = 0.0
    var error = 0.0
    for wave in waves {
      var angle = wave.phase + Double(order) * .pi / 2
      var angleError = abs(angle) * 0x1p-51
      for (frequency, argument) in zip(wave.frequencies, arguments) {
        angle += frequency * argument.value
        angleError += frequency * argument.error + abs(frequency * argument.value) * 0x1p-51
      }
      let amplitude = wave.amplitude * pow(wave.frequencies.first ?? 1, Double(order))
      result += amplitude * sin(angle)
      error += abs(amplitude) * (angleError + 0x1p-50)
    }
    return SampleValue(value: result, error: error)
  }
}
