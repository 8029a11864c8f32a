import Checking
import Reading

/// A verdict with its reason in words, and what goes with it.
struct Finding {
  var verdict: StatementReport.Verdict
  var reason: String
  var link: StatementReport.Link?
  var counterexample: Counterexample?

  init(_ verdict: StatementReport.Verdict, _ reason: String) {
    self.verdict = verdict
    self.reason = reason
  }

  /// What the judge said; `wrongPlace` is where the chain became wrong before.
  init(_ judgement: Judgement, wrongPlace: SourcePlace?) {
    switch judgement.verdict {
    case .definition: self.init(.definition, English.definition)
    case .assumption: self.init(.assumption, English.assumption)
    case .proved: self.init(.proved, English.proved)
    case .verified(let instances, let error): self.init(.verified, English.verified(instances, error))
    case .unread(let why): self.init(.unread, why)
    case .refuted(.values(let example)):
      self.init(.refuted, English.valuesDiffer)
      counterexample = example
    case .refuted(.outOfRange(let symbol, let subscripted, let upper)):
      self.init(.refuted, English.outOfRange(symbol, subscripted, upper))
    }
    guard let wrongPlace else { return }
    switch judgement.link {
    case .none: break
    case .rightAgain:
      link = .rightAgain(wrongPlace)
      reason = English.rightAgain(wrongPlace)
    case .carried:
      // It follows from what is wrong: no slip of its own, and nothing that is proved.
      if verdict != .refuted { verdict = .unread }
      link = .carried(wrongPlace)
      reason = English.carried(wrongPlace)
    case .wrongAgain where verdict == .refuted: reason = English.wrongAgain(wrongPlace)
    case .wrongAgain: break
    }
  }
}
