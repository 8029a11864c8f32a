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
    var derivation = try JudgeLawTests.derivation(place)
    let (shared, assertions, background) = JudgeLawTests.notes(derivation)
    derivation.graph = shared
    var judge = Judge(shared, background: background)
    _ = judge.judge(assertions)
    var judged = 0
    for slip in Sabotage.all(of: derivation) {
      // Whether it is false, the concrete network says.
      let report = CrossCheck.run(slip.derivation, settings: .init(draws: 2))
      let isFalse = report.failures.contains { $0.place == slip.place }
      guard let entry = slip.derivation.claims.first(where: { $0.place == slip.place }) else { continue }
      let graph = slip.derivation.graph
      let claim = entry.claim
      let verdict = judge.judge(one: Assertion(claim), graph: graph)
      let printer = TextPrinter(graph)
      let text = "\(slip.slip): \(printer.text(claim.left)) = \(printer.text(claim.right))"
      switch verdict {
      case .refuted:
        #expect(isFalse, "refuted though true: \(text): \(verdict)")
      case .proved, .verified: #expect(!isFalse, "\(text): \(verdict)")
      case .unread(let why): Issue.record("\(text): \(why)")
      case .definition, .assumption: break
      }
      judged += 1
    }
    #expect(judged > 20)
  }
}
