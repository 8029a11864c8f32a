import Derivations
import Expressions
import LaTeX
import Testing

@Test func look() throws {
  for d in [SampleDerivation.squaredError(), try SampleDerivation.sigmoidSteps()] {
    for f in OutputFormat.allCases { print("=====", f); print(DerivationPrinter.print(d, format: f)) }
  }
}
