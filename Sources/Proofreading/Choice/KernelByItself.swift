import Checking
import Derivations
import Reading

/// What the kernel says where no instance can be computed: of layers with hundreds of units, it needs none.
struct KernelByItself {
  private let notes: Notes

  init(_ notes: Notes) { self.notes = notes }

  /// The judgements with what the kernel proves of those that leave something open. Whether a line that could not be computed
  /// is a definition is for the kernel to say as well.
  func settled(_ judgements: [Judgement], where isOpen: (Judgement) -> Bool) -> [Judgement] {
    guard judgements.contains(where: isOpen) else { return judgements }
    var result = judgements
    for (number, verdict) in verdicts(where: { isOpen(judgements[$0]) }).enumerated() {
      switch verdict {
      case .definition: result[number].verdict = .definition
      case .assumption: result[number].verdict = .assumption
      case .proved: result[number].verdict = .proved
      case .unproved, nil: continue
      }
    }
    return result
  }

  /// Each assertion that is wanted is judged by the definitions before it.
  private func verdicts(where isWanted: (Int) -> Bool) -> [Verdict?] {
    var graph = notes.graph
    let sizes = notes.background.sizes.map { ($0.symbol, graph.number($0.value)) }
    var kernel = Kernel(graph)
    for (head, value) in sizes + notes.background.definitions.map({ ($0.head, $0.value) }) {
      if case .symbol = graph[head] {
        kernel.take(head, value)
      } else {
        kernel.learn(from: Claim(left: head, relation: .equal, right: value, reason: .definition(head)))
      }
    }
    return notes.assertions.enumerated().map { number, assertion in
      if isWanted(number) { return kernel.judge(assertion.claim) }
      kernel.learn(from: assertion.claim)
      return nil
    }
  }
}
