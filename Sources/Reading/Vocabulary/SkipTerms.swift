import LaTeX

/// The terms of a sum that carry another layer past the weights: the h_1 of h_2 = h_1 + σ(W_2 h_1 + b_2).
struct SkipTerms {
  /// The letters that are added as they are.
  let terms: [Occurrence]
  /// What else is added, the function or the product that the layer itself computes.
  let rest: [[MathNode]]

  /// The skip terms of a value; nil where nothing stands beside letters by themselves, as in z = W + a.
  init?(_ value: [MathNode]) {
    var parts: [[MathNode]] = [[]]
    for node in value.withoutBlanks {
      switch node.kind {
      case .operation("+"): parts.append([])
      case .operation("-"): return nil
      default: parts[parts.count - 1].append(node)
      }
    }
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let letters = parts.map { $0.count == 1 ? $0[0].occurrence : nil }
    terms = letters.compactMap { $0 }.filter { !$0.isTransposed && $0.primes == 0 }
    rest = zip(parts, letters).filter { $0.1 == nil }.map(\.0)
    if terms.isEmpty || rest.isEmpty { return nil }
  }

  /// The function applied that is left where the terms of the letter on the left are taken off; nil if there are none.
  static func application(_ value: [MathNode], of output: Occurrence) -> [MathNode]? {
    guard let skips = SkipTerms(value), skips.rest.count == 1, skips.rest[0].count == 2, skips.rest[0][1].isRoundFence,
      skips.terms.allSatisfy({ $0.letter == output.letter })
    else { return nil }
    return skips.rest[0]
  }
}
