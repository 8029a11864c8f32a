import LaTeX

/// The j of e^{a_k}/Σ_j e^{a_j}, where a_j is something else: what units of the layer below compute. A letter that no line has
/// takes its place in the sum, as it may in any.
struct SoftmaxDummies: UniformNotationMark {
  /// For each letter, the indices at which lines define it.
  private let heads: [String: Set<String>]
  /// A letter that stands nowhere.
  private let free: String?

  /// `told` are the letters whose quantities are told apart already.
  init(_ formulas: [MathFormula], besides told: Set<String>) {
    var heads: [String: Set<String>] = [:]
    var letters: Set<String> = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if let name = node.symbolName { letters.insert(name) } else { collect(node.children) }
      }
    }
    for formula in formulas {
      collect(formula.nodes)
      for line in ChainReader.lines(of: formula) {
        for chain in line where chain.isRelation {
          let head = chain.members[0].nodes.withoutBlanks
          guard head.count == 1, let (letter, index) = Self.entry(head[0]), !told.contains(letter) else { continue }
          heads[letter, default: []].insert(index)
        }
      }
    }
    self.heads = heads
    free = ["m", "q", "r", "p", "n", "s"].first { !letters.contains($0) }
  }

  /// `formula` with the free letter in sums below exponentials.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard let free, !heads.isEmpty else { return formula }
    return formula.replacingNodes(formula.nodes.map { marked($0, free) })
  }

  private func marked(_ node: MathNode, _ free: String) -> MathNode {
    guard case .fraction(let fraction) = node.kind else { return node.mappingChildren { marked($0, free) } }
    let above = fraction.numerator.nodes.withoutBlanks
    let below = fraction.denominator.nodes.withoutBlanks
    guard let (letter, own) = Self.exponent(above), let sum = below.first, let lower = sum.summation?.lower,
      let index = lower.nodes.withoutBlanks.first?.symbolName, index != own,
      let (other, dummy) = Self.exponent(Array(below.dropFirst())), other == letter, dummy == index,
      heads[letter]?.contains(index) == true, heads[letter]?.contains(own) != true
    else { return node.mappingChildren { marked($0, free) } }
    let row = MathRow(fraction.denominator.nodes.map { Self.renamed($0, index, free) }, fraction.denominator.range)
    return MathNode(.fraction(MathFraction(fraction.form, fraction.numerator, row)), node.range)
  }

  private static func renamed(_ node: MathNode, _ index: String, _ free: String) -> MathNode {
    if node.symbolName == index { return MathNode(.letter(free), node.range) }
    return node.mappingChildren { renamed($0, index, free) }
  }

  /// a and k of e^{a_k} or \exp(a_k), if that is all.
  private static func exponent(_ nodes: [MathNode]) -> (letter: String, index: String)? {
    var inner = nodes.first?.exponent ?? []
    if nodes.count == 2, case .function("exp")? = nodes.first?.kind, case .fence(let fence) = nodes[1].kind {
      inner = fence.body
    } else if nodes.count != 1 {
      return nil
    }
    let visible = inner.withoutBlanks
    return visible.count == 1 ? entry(visible[0]) : nil
  }

  /// A letter with one letter below.
  private static func entry(_ node: MathNode) -> (letter: String, index: String)? {
    guard case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName, scripts.primes.isEmpty,
      scripts.upper == nil, let indices = scripts.lower?.nodes.indexLetters, indices.count == 1
    else { return nil }
    return (letter, indices[0])
  }
}
