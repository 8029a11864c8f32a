import Expressions
import Numerics

/// Where the numbers of an instance come from: sizes, values of symbols, opaque functions.
///
/// A draw is a function of its number and of names only: asked twice, it says the same, in whatever order.
struct Draw: Hashable {
  /// How values are chosen.
  enum Style: Hashable {
    /// Real numbers of size 1 of either sign.
    case random
    /// Numbers from (0, 1), for formulas with logarithms or roots of them.
    case positive
    /// Small positive numbers, and opaque functions with values in (0, 1): the outputs of most networks then lie there
    /// too, where log(a) and log(1 − a) exist.
    case small
    /// Whole numbers: every weight and every input 1, biases 0, targets different.
    case ones
    /// Small whole numbers.
    case integers
  }

  let style: Style
  let number: Int
  /// Where the values lie on the line through those of this draw, at 0, and those of the one with the number `other`, at 1.
  var other: Int?
  var share = 0.0

  // MARK: Sizes

  /// The value of the `place`-th size that is open: unequal ones, so that a transpose shows.
  func size(_ place: Int) -> Int {
    switch style {
    case .random, .positive, .small: 2 + (place + number) % 4
    case .ones, .integers: 2 + (place + number) % 3
    }
  }

  /// The depth.
  func depth(smallest: Int) -> Int {
    switch style {
    case .random, .positive, .small: smallest + number % 2
    case .ones, .integers: smallest
    }
  }

  // MARK: Values

  /// What role a symbol has, as far as its values go.
  enum Role {
    case any, probability, positive
  }

  /// The value of a symbol that is given from outside.
  func value(_ family: Family, _ subscripts: [Int], _ role: Role) -> Double {
    if family.isLabel {
      // There are two classes at least.
      var source = source(family, subscripts)
      return Double(source.integer(in: 1...2))
    }
    guard let other else { return ownValue(family, subscripts, role) }
    let (a, b) = (
      ownValue(family, subscripts, role), Draw(style: style, number: other).ownValue(family, subscripts, role)
    )
    // Probabilities and positive numbers lie between others, not beyond them.
    let share = role == .any ? share : min(1, max(0, share))
    return a + share * (b - a)
  }

  private func ownValue(_ family: Family, _ subscripts: [Int], _ role: Role) -> Double {
    var source = source(family, subscripts)
    switch (style, role) {
    case (.random, .any): return sign(family, subscripts) * source.uniform(0.25, 1.25)
    case (.random, .positive): return source.uniform(0.25, 1.5)
    case (.random, .probability), (.positive, .probability), (.small, .probability): return source.uniform(0.1, 0.9)
    case (.positive, _): return source.uniform(0.1, 0.9)
    case (.small, _): return source.uniform(0.05, 0.3)
    case (.ones, _), (.integers, _): return wholeNumber(family, subscripts, role, &source)
    }
  }

  private func wholeNumber(
    _ family: Family, _ subscripts: [Int], _ role: Role, _ source: inout SplitMix64
  ) -> Double {
    // Simple fractions; of those that add up to 1, the parts 1 : 2 : 3 : ….
    if role == .probability { return [0.25, 0.5, 0.75][max(0, (subscripts.first ?? 1) - 1 + number) % 3] }
    if role == .positive { return Double(source.integer(in: 1...3)) }
    if style == .integers { return Double(source.integer(in: -2...3)) }
    switch family.name {
    case "b": return 0
    case "y", "t", "d": return Double(9 + (subscripts.first ?? 1))
    default: return 1
    }
  }

  /// The sign of a value: draws 2n and 2n + 1 have opposite ones, so that two draws meet both.
  private func sign(_ family: Family, _ subscripts: [Int]) -> Double {
    var source = Draw(style: style, number: number / 2 + 1_000).source(family, subscripts)
    return (source.next() & 1 == 0) == number.isMultiple(of: 2) ? 1 : -1
  }

  private func source(_ family: Family, _ subscripts: [Int]) -> SplitMix64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(truncatingIfNeeded: number)
    // Fowler, Noll & Vo's hash, over the bytes of the name and the subscripts.
    for byte in family.name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for part in subscripts {
      state = (state ^ UInt64(truncatingIfNeeded: part &+ 257)) &* 0x100_0000_01B3
      state ^= state >> 31
    }
    return SplitMix64(seed: state)
  }

  // MARK: Functions

  /// The definition, in `z`, of the `place`-th opaque function.
  func opaqueFunction(_ place: Int) -> String {
    switch style {
    case .random, .positive:
      let pool = OpaqueFunctions.definitions
      let definition = pool[(place + number) % pool.count]
      let stretch = place / pool.count
      return stretch == 0 ? definition : "\(definition) + z/\(stretch + 1)"
    case .small:
      let pool = OpaqueFunctions.bounded
      return pool[(place + number) % pool.count]
    case .ones, .integers:
      return (place + number).isMultiple(of: 2) ? "z" : "z^2"
    }
  }
}
