import Checking
import Derivations
import Reading

/// Puts what was read about a told network to the judge.
enum Judging {
  /// One judgement for each assertion, in order.
  static func judge(_ notes: Notes) -> [Judgement] {
    var judge = Judge(notes.graph, background: notes.background)
    var judgements = judge.judge(notes.assertions)
    // Of layers with hundreds of units no instance is computed; the kernel needs none.
    guard judgements.contains(where: { isOpen($0.verdict) }) else { return judgements }
    for (number, verdict) in kernelVerdicts(notes).enumerated() where isOpen(judgements[number].verdict) {
      switch verdict {
      case .definition: judgements[number].verdict = .definition
      case .assumption: judgements[number].verdict = .assumption
      case .proved: judgements[number].verdict = .proved
      case .unproved: continue
      }
    }
    return judgements
  }

  private static func isOpen(_ verdict: Judgement.Verdict) -> Bool {
    switch verdict {
    case .unread, .verified: true
    case .definition, .assumption, .proved, .refuted: false
    }
  }

  /// What the kernel says by itself: each assertion is judged by the definitions before it.
  private static func kernelVerdicts(_ notes: Notes) -> [Verdict] {
    var graph = notes.graph
    let sizes = notes.background.sizes.map { ($0.symbol, graph.number($0.value)) }
    var kernel = Kernel(graph)
    for (head, value) in sizes + notes.background.definitions.map({ ($0.head, $0.value) }) {
      _ = kernel.judge(Claim(left: head, relation: .equal, right: value, reason: .definition(head)))
    }
    return notes.assertions.map { kernel.judge($0.claim) }
  }
}
