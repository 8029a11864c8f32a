import Calculus
import Expressions
import Testing

@Suite("simplify: laws")
struct SimplifyLawsTests {
  /// Simplifying keeps the value wherever the expression has one, costs nothing and is done after once.
  @Test("random expressions", arguments: 0..<40)
  func random(_ block: Int) {
    for number in 0..<25 {
      let seed = UInt64(block * 25 + number)
      var graph = ExpressionGraph()
      var source = RandomExpression(seed: seed)
      let expression = source.expression(depth: 4, &graph)
      let result = graph.simplify(expression)
      let again = graph.simplify(result)
      let texts = "seed \(seed): \(TextPrinter(graph).text(expression)) => \(TextPrinter(graph).text(result))"
      #expect(again == result, "\(texts) => \(TextPrinter(graph).text(again))")
      #expect(graph.cost(of: result) <= graph.cost(of: expression), "\(texts)")
      for point in UInt64(1)...3 {
        var evaluator = Evaluator(graph, seed: seed * 10 + point)
        let (value, simplified) = (evaluator.value(expression), evaluator.value(result))
        // Where the expression is not defined, its simplified form may be.
        guard value.isFinite, abs(value) < 1e8 else { continue }
        #expect(agree(value, simplified, tolerance: 1e-6), "\(texts) at point \(point)")
      }
    }
  }

  @Test("the same bytes from two graphs with different histories", arguments: 0..<10)
  func deterministic(_ block: Int) {
    for number in 0..<10 {
      let seed = UInt64(1_000 + block * 10 + number)
      var texts: [String] = []
      for history in 0..<2 {
        var graph = ExpressionGraph()
        if history == 1 {
          var other = RandomExpression(seed: seed + 77)
          let before = other.expression(depth: 4, &graph)
          _ = graph.simplify(before)
          for name in ["z", "v", "y", "u", "x"] { _ = graph.symbol(name) }
        }
        var source = RandomExpression(seed: seed)
        let expression = source.expression(depth: 4, &graph)
        let result = graph.simplify(expression)
        texts.append(TextPrinter(graph).text(result))
      }
      #expect(texts[0] == texts[1], "seed \(seed)")
    }
  }
}
