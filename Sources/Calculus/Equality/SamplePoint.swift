import Expressions

/// Values for all symbols and free indices, found at need and the same whenever they are asked for again.
struct SamplePoint {
  /// What values are drawn from.
  struct Grid {
    let values: [Rational]

    /// The multiples of 1/denominator between the ends.
    init(_ range: ClosedRange<Int>, over denominator: Int = 1) {
      values = range.map { Rational($0, denominator) }
    }

    init(_ values: [Rational]) { self.values = values }
  }

  /// The grids that are tried, whole numbers first: they make the witnesses that are easiest to check.
  static let grids: [Grid] = [
    Grid(1...3), Grid(-2...2), Grid(1...5), Grid(-3...3), Grid(-1...1), Grid(0...3), Grid(-5...5), Grid(2...9),
    Grid(-6...6, over: 2), Grid(1...8, over: 4), Grid(1...63, over: 64), Grid(-128...128, over: 64),
    Grid(1...192, over: 64), Grid(-63...63, over: 64), Grid(-10...10), Grid(-400...400, over: 64),
    Grid(1...600, over: 64), Grid(-30...30), Grid(-8...8, over: 256),
  ]

  /// Values that powers and roots tell apart: even and odd, whole and broken, of both signs.
  static let telling = Grid([-2, -1, Rational(-1, 2), Rational(1, 2), 2, 3])

  private let seed: UInt64
  private let grid: Grid
  /// Symbols that count something: they stand in bounds of sums or in subscripts.
  private let counts: Set<FamilyID>
  /// The values drawn so far.
  private(set) var values: [Expression: Rational] = [:]

  init(seed: UInt64, grid: Grid, counts: Set<FamilyID>) {
    self.seed = seed
    self.grid = grid
    self.counts = counts
  }

  /// The value of the symbol, whose subscripts are numbers.
  ///
  /// - Parameter word: a number that stands for the name of the symbol.
  mutating func value(of symbol: Expression, _ family: FamilyID, word: UInt64) -> Rational {
    if let known = values[symbol] { return known }
    var generator = SplitMix64(seed: seed ^ word)
    let value: Rational
    if counts.contains(family) {
      value = Rational(Int.random(in: 1...3, using: &generator))
    } else {
      value = grid.values.randomElement(using: &generator) ?? 1
    }
    values[symbol] = value
    return value
  }

  /// A value of the free index, between the given ends.
  mutating func value(of index: Expression, named text: String, in range: ClosedRange<Int>) -> Rational {
    if let known = values[index] { return known }
    var generator = SplitMix64(seed: seed ^ StructuralHash.word(text))
    let value = Rational(Int.random(in: range, using: &generator))
    values[index] = value
    return value
  }

  /// The function that stands for the opaque function of that name.
  func function(named name: String, arity: Int) -> SmoothFunction {
    SmoothFunction(seed: seed ^ StructuralHash.word(name) &* 31, arity: arity)
  }
}
