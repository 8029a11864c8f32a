import Derivations
import Expressions

/// Counterexamples in the words of a report.
extension Judge {
  /// The numbers for which a claim fails.
  func counterexample(
    _ formula: FormulaProgram.Formula, _ interpreter: Interpreter, _ difference: NumericTest.Difference, _ claim: Claim
  ) -> Counterexample {
    let indices = zip(formula.indices, difference.indices).map { Counterexample.Assignment($0.name, $1) }
    return Counterexample(
      sizes: [], indices: indices, values: [], functions: [], left: difference.left, right: difference.right)
  }
}

extension Interpreter {
  /// A subscript out of range as a refutation.
  func refutation(_ fault: RangeFault) -> Judgement.Refutation {
    .outOfRange(
      symbol: name(fault.family, fault.subscripts), subscript: fault.subscripts[fault.place], upper: fault.upper)
  }
}
