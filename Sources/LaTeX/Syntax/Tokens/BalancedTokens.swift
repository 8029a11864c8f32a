/// Tokens, and where each of their braces is closed.
struct BalancedTokens {
  /// The tokens.
  let tokens: [MathToken]
  /// For each `{` that is closed, the place of its `}`; -1 elsewhere.
  private let closing: [Int]

  /// Finds the pairs. Linear.
  init(_ tokens: [MathToken]) {
    self.tokens = tokens
    var closing = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (place, token) in tokens.enumerated() {
      if token.kind == .openBrace {
        open.append(place)
      } else if token.kind == .closeBrace, let opener = open.popLast() {
        closing[opener] = place
      }
    }
    self.closing = closing
  }

  /// Where the `{` at `place` is closed, if it is.
  func closing(of place: Int) -> Int? { closing[place] < 0 ? nil : closing[place] }
}
