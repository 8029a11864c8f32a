import Derivations
import Expressions

/// Blame in chains a = b = c: one slip is reported once.
extension Judge {
  /// The judgement on a member of a chain, by its own verdict and how it stands to a wrong member before it.
  mutating func inChain(
    _ own: Judgement.Verdict, _ number: Int, _ assertion: Assertion, _ all: [Assertion], _ before: [Judgement]
  ) -> Judgement {
    guard let predecessor = assertion.predecessor, before.indices.contains(predecessor),
      Self.isWrong(before[predecessor]), let head = head(of: number, all)
    else { return Judgement(own) }
    for start in [head, memberBeforeSlip(predecessor, all, before)] {
      var fromStart = assertion
      fromStart.claim = Claim(
        left: start, relation: .equal, right: assertion.claim.right, reason: assertion.claim.reason)
      let again = verdict(on: fromStart)
      if again.holds { return Judgement(again, link: .rightAgain) }
    }
    if own.holds { return Judgement(own, link: .carried) }
    if case .refuted = own { return Judgement(own, link: .wrongAgain) }
    return Judgement(own)
  }

  /// Whether the right side of a judged member is not what its chain begins with.
  private static func isWrong(_ judgement: Judgement) -> Bool {
    if judgement.link == .carried || judgement.link == .wrongAgain { return true }
    if case .refuted = judgement.verdict { return true }
    return false
  }

  /// The last member before the wrong ones: where nothing can be said of the head, a line that equals this one is right.
  private func memberBeforeSlip(_ number: Int, _ all: [Assertion], _ before: [Judgement]) -> Expression {
    var first = number
    while let next = all[first].predecessor, before.indices.contains(next), next < first, Self.isWrong(before[next]) {
      first = next
    }
    return all[first].claim.left
  }

  /// What the chain of the assertion begins with.
  private func head(of number: Int, _ all: [Assertion]) -> Expression? {
    var first = number
    var steps = 0
    while let next = all[first].predecessor, all.indices.contains(next), steps <= all.count {
      first = next
      steps += 1
    }
    return all[first].claim.relation == .equal ? all[first].claim.left : nil
  }
}

extension Judgement.Verdict {
  /// Whether the claim is true, as far as is known.
  var holds: Bool {
    switch self {
    case .definition, .assumption, .proved, .verified: true
    case .refuted, .unread: false
    }
  }
}
