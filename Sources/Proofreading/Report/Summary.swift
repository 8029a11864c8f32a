/// How many relations have which verdict.
public struct Summary: Sendable, Equatable {
  private var counts: [StatementReport.Verdict: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// Counts `statements`. One that is `carried` counts by its verdict.
  public init(of statements: [StatementReport]) {
    for statement in statements { counts[statement.verdict, default: 0] += 1 }
  }

  /// How many relations there are.
  public var total: Int { counts.values.reduce(0, +) }

  /// How many have the verdict.
  public subscript(verdict: StatementReport.Verdict) -> Int { counts[verdict] ?? 0 }

  /// The counts of both.
  public static func + (a: Summary, b: Summary) -> Summary {
    var sum = a
    sum.counts.merge(b.counts, uniquingKeysWith: +)
    return sum
  }
}
