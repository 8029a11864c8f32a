/// What is said of a claim. Nothing is ever silently skipped.
public enum Verdict: Equatable, Sendable {
  /// It introduces a symbol.
  case definition
  /// It restricts what follows: stated, not checked.
  case assumption
  /// It holds for every size left open.
  case proved
  /// It was not proved; the reason in a few words.
  case unproved(String)
}
