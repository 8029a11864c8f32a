import Expressions
import Testing

@testable import Calculus

/// Laws over random expressions; the seed stands in the message of each failure.
@Suite struct RandomEqualityTests {
  static let seeds = Array(UInt64(1)...150)

  /// A point where the sides are clearly different, by independent evaluation.
  private func difference(_ a: Expression, _ b: Expression, _ graph: ExpressionGraph, seed: UInt64) -> String? {
    var generator = SplitMix64(seed: seed &* 77)
    for round in 0..<60 {
      var values: [String: Double] = [:]
      for name in ["x", "y", "z"] {
        values[name] =
          round % 2 == 0
          ? Double(Int.random(in: -3...3, using: &generator)) : Double.random(in: -3...3, using: &generator)
      }
      var evaluator = PlainEvaluator(graph, values)
      let (left, right) = (evaluator.value(a), evaluator.value(b))
      if areClearlyDifferent(left, right) { return "at \(values): \(left) and \(right)" }
    }
    return nil
  }

  @Test func neverEqualWhereDifferent() {
    for seed in Self.seeds {
      var random = RandomExpressions(seed: seed)
      var graph = ExpressionGraph()
      let a = random.expression(Int.random(in: 1...4, using: &random.generator), &graph)
      let b =
        Bool.random(using: &random.generator)
        ? random.mutated(a, &graph) : random.mutated(random.rewritten(a, &graph), &graph)
      let answer = graph.decideEquality(a, b)
      guard let point = difference(a, b, graph, seed: seed) else { continue }
      if case .equal = answer {
        let printer = TextPrinter(graph)
        Issue.record("seed \(seed): \(printer.text(a)) === \(printer.text(b)), \(point)")
      }
    }
  }

  @Test func neverDifferentWhereEqual() {
    var counts = (equal: 0, undecided: 0)
    for seed in Self.seeds {
      var random = RandomExpressions(seed: seed &+ 10_000)
      var graph = ExpressionGraph()
      let a = random.expression(Int.random(in: 1...4, using: &random.generator), &graph)
      let b = random.rewritten(a, &graph)
      switch graph.decideEquality(a, b) {
      case .equal: counts.equal += 1
      case .undecided: counts.undecided += 1
      case .notEqual(let witness):
        let printer = TextPrinter(graph)
        Issue.record("seed \(seed): \(printer.text(a)) === \(printer.text(b)), \(witness)")
      }
    }
    #expect(counts.equal > 9 * counts.undecided, "\(counts)")
  }

  @Test func sumsNeverEqualWhereDifferent() {
    for seed in Self.seeds {
      var random = RandomSums(seed: seed)
      var graph = ExpressionGraph()
      let a = random.expression(Int.random(in: 2...4, using: &random.generator), [], &graph)
      let b = random.mutated(random.rewritten(a, &graph), &graph)
      let answer = graph.decideEquality(a, b)
      for sizes in [(1.0, 1.0), (2, 3), (3, 2)] {
        var evaluator = PlainEvaluator(graph, ["n": sizes.0, "m": sizes.1])
        let (left, right) = (evaluator.value(a), evaluator.value(b))
        guard areClearlyDifferent(left, right), case .equal = answer else { continue }
        let printer = TextPrinter(graph)
        Issue.record("seed \(seed), sizes \(sizes): \(printer.text(a)) === \(printer.text(b)): \(left), \(right)")
      }
    }
  }

  @Test func sumsNeverDifferentWhereEqual() {
    var counts = (equal: 0, undecided: 0)
    for seed in Self.seeds {
      var random = RandomSums(seed: seed &+ 20_000)
      var graph = ExpressionGraph()
      let a = random.expression(Int.random(in: 2...4, using: &random.generator), [], &graph)
      let b = random.rewritten(a, &graph)
      switch graph.decideEquality(a, b) {
      case .equal: counts.equal += 1
      case .undecided: counts.undecided += 1
      case .notEqual(let witness):
        let printer = TextPrinter(graph)
        Issue.record("seed \(seed): \(printer.text(a)) === \(printer.text(b)), \(witness)")
      }
    }
    #expect(counts.equal > 20 * counts.undecided, "\(counts)")
  }
}
