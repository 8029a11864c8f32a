import Derivations
import Deriving
import Expressions
import Networks
import Testing

@testable import Checking

/// Slips in what the deriver writes.
@Suite("The judge on slips")
struct JudgeSlipTests {
  @Test("A slip that is one is refuted, at its place", arguments: [0, 3, 4, 5, 8])
  func slips(_ place: Int) throws {
    let derivation = try JudgeLawTests.derivation(place)
    var judged = 0
    for slip in Sabotage.all(of: derivation) {
      // Whether it is false, the concrete network says.
      let report = CrossCheck.run(slip.derivation, settings: .init(draws: 2))
      let isFalse = report.failures.contains { $0.place == slip.place }
      let (graph, assertions, background) = JudgeLawTests.notes(slip.derivation)
      guard let number = slip.derivation.claims.firstIndex(where: { $0.place == slip.place }) else { continue }
      var judge = Judge(graph, background: background)
      let judgements = judge.judge(assertions)
      let printer = TextPrinter(graph)
      let claim = assertions[number].claim
      let text = "\(slip.slip): \(printer.text(claim.left)) = \(printer.text(claim.right))"
      switch judgements[number].verdict {
      case .refuted:
        #expect(isFalse, "refuted though true: \(text): \(judgements[number].verdict)")
      case .definition:
        // A wrong definition refutes what uses it, or is itself as good as any other.
        break
      case .proved, .verified: #expect(!isFalse, "\(text): \(judgements[number].verdict)")
      case .unread(let why): Issue.record("\(text): \(why)")
      case .assumption: break
      }
      judged += 1
    }
    #expect(judged > 20)
  }
}
