import Derivations
import LaTeX
import Testing

/// What the program prints, it can parse.
@Suite struct PrintedFormulasTests {
  @Test(arguments: 0..<20) func randomExpressions(seed: Int) {
    var random = RandomExpressions(seed: UInt64(1000 + seed))
    for _ in 0..<20 {
      let expression = random.expression(depth: 5)
      let latex = ExpressionPrinter(random.graph).latex(expression)
      expectClean(latex, "seed \(seed)")
      #expect(!MathParser.parse(latex).sExpression.contains("del:"), "seed \(seed): \(latex)")
      expectClean(TextExpressionPrinter(random.graph).text(expression), "seed \(seed)")
    }
  }

  /// Whole documents: headings are comments.
  @Test func derivations() throws {
    for derivation in [SampleDerivation.squaredError(), try SampleDerivation.sigmoidSteps()] {
      let latex = DerivationPrinter.print(derivation, format: .latex)
      expectClean(latex, "document")
      #expect(
        MathParser.parse(latex).nodes.allSatisfy { node in
          if case .array(let array) = node.kind { array.name == "align*" } else { false }
        })
    }
  }

  private func expectClean(_ latex: String, _ origin: String) {
    let formula = MathParser.parse(latex)
    #expect(formula.problems.isEmpty, "\(origin): \(latex)")
    #expect(!formula.sExpression.contains("unknown"), "\(origin): \(latex)")
    #expect(lawsBroken(by: formula).isEmpty, "\(origin): \(latex)")
  }
}
