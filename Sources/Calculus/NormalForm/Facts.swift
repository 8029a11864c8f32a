import Expressions

/// One end of an interval.
struct Bound: Hashable {
  let value: Rational
  /// Whether the end itself is left out.
  let isStrict: Bool

  init(_ value: Rational, isStrict: Bool) {
    self.value = value
    self.isStrict = isStrict
  }
}

/// A set of real numbers between two ends; nil where it is unbounded.
struct Interval: Hashable {
  var lower: Bound?
  var upper: Bound?

  /// The numbers that lie in both.
  func intersection(_ other: Interval) -> Interval {
    Interval(
      lower: Self.tighter(lower, other.lower) { $0 > $1 }, upper: Self.tighter(upper, other.upper) { $0 < $1 })
  }

  private static func tighter(_ a: Bound?, _ b: Bound?, _ isTighter: (Rational, Rational) -> Bool) -> Bound? {
    guard let a else { return b }
    guard let b else { return a }
    if a.value == b.value { return a.isStrict ? a : b }
    return isTighter(a.value, b.value) ? a : b
  }

  /// The sign of scale · (p − threshold) for p in the interval.
  func sign(of threshold: Rational, scale: Rational) -> Sign {
    var sign = Sign.unknown
    if let lower, let upper, lower.value == threshold, upper.value == threshold {
      sign = .zero
    } else if let lower, lower.value >= threshold {
      sign = lower.isStrict || lower.value > threshold ? .positive : .nonNegative
    } else if let upper, upper.value <= threshold {
      sign = upper.isStrict || upper.value < threshold ? .negative : .nonPositive
    }
    return scale.isNegative ? sign.opposite : sign
  }
}

/// What is known of a real number's sign.
enum Sign {
  case positive, nonNegative, zero, nonPositive, negative, unknown

  /// The sign of the opposite number.
  var opposite: Sign {
    switch self {
    case .positive: .negative
    case .nonNegative: .nonPositive
    case .zero: .zero
    case .nonPositive: .nonNegative
    case .negative: .positive
    case .unknown: .unknown
    }
  }

  var isNonNegative: Bool { self == .positive || self == .nonNegative || self == .zero }
  var isNonPositive: Bool { self == .negative || self == .nonPositive || self == .zero }

  /// The sign of a sum.
  func plus(_ other: Sign) -> Sign {
    if self == .zero { return other }
    if other == .zero { return self }
    if isNonNegative, other.isNonNegative { return self == .positive || other == .positive ? .positive : .nonNegative }
    if isNonPositive, other.isNonPositive { return self == .negative || other == .negative ? .negative : .nonPositive }
    return .unknown
  }

  /// The sign of a product.
  func times(_ other: Sign) -> Sign {
    if self == .zero || other == .zero { return .zero }
    switch (self, other) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.positive, _): return other
    case (_, .positive): return self
    case (.negative, _): return other.opposite
    case (_, .negative): return self.opposite
    default: return isNonNegative == other.isNonNegative ? .nonNegative : .nonPositive
    }
  }
}

/// What is known of the values of polynomials without constant term, by their expressions.
///
/// Facts come from where expressions are defined (log u needs u > 0), and from conditions while a region is looked at.
struct Facts {
  private var intervals: [Expression: Interval] = [:]
  /// Facts for all values of the bound indices in them, which are replaced by stand-ins: Σ_k log a_k needs a_k > 0 for
  /// all k in the range.
  private var general: [Expression: Interval] = [:]

  /// What is known is that the value of `key` lies in `interval`.
  mutating func learn(_ key: Expression, lies interval: Interval) {
    intervals[key] = known(key).intersection(interval)
  }

  /// What is known of all members of the pattern.
  mutating func learn(pattern: Expression, lies interval: Interval) {
    general[pattern] = (general[pattern] ?? Interval()).intersection(interval)
  }

  /// What is known of `key` itself.
  func known(_ key: Expression) -> Interval { intervals[key] ?? Interval() }

  /// What is known of the members of `pattern`.
  func known(pattern: Expression) -> Interval? { general[pattern] }

  /// Whether there are facts about patterns at all.
  var hasPatterns: Bool { !general.isEmpty }

  /// The number of facts.
  var count: Int { intervals.count + general.count }
}
