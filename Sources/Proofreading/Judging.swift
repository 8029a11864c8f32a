import Checking
import Derivations
import Reading

/// Puts what was read to the judge.
enum Judging {
  /// One judgement for each assertion, in order.
  static func judge(_ notes: Notes) -> [Judgement] {
    var graph = notes.graph
    let sizes = notes.background.sizes.map { ($0.symbol, graph.number($0.value)) }
    var kernel = Kernel(graph)
    for (head, value) in sizes + notes.background.definitions.map({ ($0.head, $0.value) }) {
      _ = kernel.judge(Claim(left: head, relation: .equal, right: value, reason: .definition(head)))
    }
    return notes.assertions.map { assertion in
      switch kernel.judge(assertion.claim) {
      case .definition: Judgement(.definition)
      case .assumption: Judgement(.assumption)
      case .proved: Judgement(.proved)
      case .unproved(let why): Judgement(.unread(why))
      }
    }
  }
}
