/// What stands below and above a base, in whatever order it was written.
public struct MathScripts: Sendable {
  /// What the scripts stand on; nil where nothing stands before them.
  public var base: MathNode? { didSet { finding = nil } }
  /// The subscript, the bounds below of a sum.
  public var lower: MathRow? { didSet { finding = nil } }
  /// The superscript; primes are not part of it.
  public var upper: MathRow? { didSet { finding = nil } }
  /// A range for each prime, in whatever spelling.
  public var primes: [Range<Int>] { didSet { finding = nil } }
  /// Whether `\limits` or `\nolimits` was written.
  public var limits: Bool? { didSet { finding = nil } }
  /// What a reader found out about these scripts and would else find out again whenever it meets them; forgotten when
  /// they change. It is no part of the tree: equal scripts may differ in it.
  public var finding: (any MathFinding)?

  /// Scripts on `base`.
  public init(
    base: MathNode?, lower: MathRow? = nil, upper: MathRow? = nil, primes: [Range<Int>] = [], limits: Bool? = nil
  ) {
    self.base = base
    self.lower = lower
    self.upper = upper
    self.primes = primes
    self.limits = limits
  }
}

/// Something that follows from scripts alone, kept with them.
public protocol MathFinding: AnyObject, Sendable {}

extension MathScripts: Equatable {
  /// Whether the same is written.
  public static func == (a: MathScripts, b: MathScripts) -> Bool {
    a.base == b.base && a.lower == b.lower && a.upper == b.upper && a.primes == b.primes && a.limits == b.limits
  }
}
