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

  @Test("A lost factor shows in wide and in deep networks too", arguments: ["60-20-5", "2-3-4-3-4-3-4-3-4-3-4-2"])
  func extremes(_ text: String) throws {
    let architecture = try Architecture(parsing: text)
    var derivation = try Deriver.derive(
      Network(
        architecture: architecture, activations: try Activation.list(parsing: "sigmoid", for: architecture),
        loss: try Loss(parsing: "mse"), bias: .vector, batch: .none))
    let (shared, assertions, background) = JudgeLawTests.notes(derivation)
    derivation.graph = shared
    var judge = Judge(shared, background: background)
    _ = judge.judge(assertions)
    for assertion in assertions where assertion.claim.relation == .equal {
      guard case .definition = assertion.claim.reason else {
        var wrong = assertion
        let two = derivation.graph.number(2)
        wrong.claim.right = derivation.graph.multiply([two, wrong.claim.right])
        let verdict = judge.judge(one: wrong, graph: derivation.graph)
        if case .refuted = verdict { continue }
        let printer = TextPrinter(derivation.graph)
        Issue.record("\(printer.text(wrong.claim.left)) = \(printer.text(wrong.claim.right)): \(verdict)")
        continue
      }
    }
  }
}
