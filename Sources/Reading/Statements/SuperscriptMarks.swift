import LaTeX

extension MathNode {
  /// g^{[l]'} as g with the layer and a prime, W^{[l]^T} as W with the layer and a T: what hangs on the bracket hangs on the
  /// letter.
  var withMarksBesideBracket: MathNode {
    guard case .scripts(var scripts) = kind, scripts.base != nil, let upper = scripts.upper else { return self }
    var nodes = upper.nodes.withoutBlanks
    guard let first = nodes.first, let bracket = first.bracketUnderMarks else { return self }
    let primes = nodes.dropFirst().prefix(while: \.isPrimeMark)
    scripts.primes += bracket.primes + primes.map(\.range)
    nodes.removeSubrange(1..<1 + primes.count)
    nodes[0] = bracket.base
    nodes.insert(contentsOf: bracket.above, at: 1)
    scripts.upper = MathRow(nodes, upper.range)
    return MathNode(.scripts(scripts), range)
  }

  /// A bracket with no more than primes and a T on it, and these.
  private var bracketUnderMarks: (base: MathNode, primes: [Range<Int>], above: [MathNode])? {
    if case .fence = kind { return (self, [], []) }
    guard case .scripts(let scripts) = kind, let base = scripts.base, case .fence = base.kind, scripts.lower == nil
    else { return nil }
    guard let upper = scripts.upper?.nodes.withoutBlanks else { return (base, scripts.primes, []) }
    if upper.count == 1, upper[0].isTransposeSign { return (base, scripts.primes, upper) }
    guard upper.allSatisfy(\.isPrimeMark) else { return nil }
    return (base, scripts.primes + upper.map(\.range), [])
  }

  /// A prime that stands by itself.
  private var isPrimeMark: Bool {
    if kind == .symbol("prime") { return true }
    guard case .scripts(let scripts) = kind, !scripts.primes.isEmpty, scripts.upper == nil, scripts.lower == nil else {
      return false
    }
    return scripts.base == nil || scripts.base?.isEmptyGroup == true
  }

  private var isEmptyGroup: Bool {
    if case .group(let row) = kind { row.nodes.withoutBlanks.isEmpty } else { false }
  }

  /// A letter with scripts and the primes of {}′ that stand behind it, g^{[l]}{}'; nil if none stand there.
  func joined(withPrimesOf next: MathNode) -> MathNode? {
    guard case .scripts(var scripts) = kind, case .scripts(let marks) = next.kind, next.isPrimeMark,
      marks.base?.isEmptyGroup == true
    else { return nil }
    scripts.primes += marks.primes
    return MathNode(.scripts(scripts), range.lowerBound..<next.range.upperBound)
  }
}
