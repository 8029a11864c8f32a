import LaTeX

extension MathNode {
  /// Whether it is more than room and marks.
  var isVisible: Bool {
    switch kind {
    case .space, .annotation, .directive, .definition, .phantom, .alignmentMark, .lineBreak: false
    default: true
    }
  }

  /// Whether a product ends before it.
  var endsProduct: Bool {
    switch kind {
    case .relation, .punctuation, .text, .unknown, .ellipsis: true
    default: false
    }
  }

  /// Whether its parts stand in the source where their ranges say: what came out of a macro has the range of the call.
  var hasOwnParts: Bool { !children.contains { $0.range == range } || isSwitch }

  private var isSwitch: Bool {
    switch kind {
    case .group, .styled, .coloured: true
    default: false
    }
  }

  /// Whether no two of `nodes` have the same place, as nodes that one macro wrote would.
  static func areApart(_ nodes: [MathNode]) -> Bool {
    zip(nodes, nodes.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
  }

  /// Whether it spells a name, as `\mathrm{RSS}`.
  var isWord: Bool {
    guard case .styled(_, let row) = kind else { return false }
    return row.nodes.count > 1 && MathNode.word(of: row.nodes) != nil
  }

  /// e or exp, whose superscript is an exponent.
  var isExponential: Bool {
    switch kind {
    case .letter("e"): true
    case .styled(_, let row): row.nodes.count == 1 && row.nodes[0].kind == .letter("e")
    default: false
    }
  }

  /// u and v of ∂u/∂v, without the signs; u is empty for the operator ∂/∂v.
  var derivative: (numerator: [MathNode], denominator: [MathNode])? {
    guard case .fraction(let fraction) = kind, fraction.form == .bar,
      let above = fraction.numerator.nodes.filter(\.isVisible).droppingDifferential,
      let below = fraction.denominator.nodes.filter(\.isVisible).droppingDifferential, !below.isEmpty
    else { return nil }
    return (above, below)
  }

  /// Whether `next` is its argument.
  func isFunctionSign(before next: MathNode) -> Bool {
    switch nucleus.kind {
    case .function: return next.isArgument
    case .styled: return nucleus.isWord && next.isBracketed
    case .letter(let name):
      guard next.isBracketed else { return false }
      if case .scripts(let scripts) = kind, !scripts.primes.isEmpty { return true }
      if Self.functionLetters.contains(name) { return true }
      // w_{ij} (a_j)^2 is a product.
      return next.isPlainArgument && (WrittenSymbol(self, false)?.lowerItems.count ?? 0) < 2
    default: return false
    }
  }

  /// Letters that nobody multiplies a bracket by.
  private static let functionLetters: Set<String> = [
    "f", "g", "h", "phi", "varphi", "psi", "sigma", "Phi", "Psi", "Theta",
  ]

  private var isArgument: Bool {
    switch kind {
    case .operation, .relation, .punctuation, .ellipsis, .text: false
    default: true
    }
  }

  private var isBracketed: Bool {
    switch nucleus.kind {
    case .fence(let fence): fence.open.name == "(" || fence.open.name == "["
    default: false
    }
  }

  /// A single letter between brackets: nobody writes a(b) for a product.
  private var isPlainArgument: Bool {
    guard case .fence(let fence) = kind, fence.body.count == 1 else { return false }
    switch fence.body[0].nucleus.kind {
    case .letter, .accented, .styled: return true
    default: return false
    }
  }
}

extension [MathNode] {
  /// What stands behind ∂ or an upright or slanted d; nil if they don't begin with one.
  var droppingDifferential: [MathNode]? {
    guard let first else { return nil }
    switch first.kind {
    case .symbol("partial"): return Array(dropFirst())
    case .letter("d"): return Array(dropFirst())
    case .letter("delta") where count > 1: return Array(dropFirst())
    case .styled(.roman, let row) where row.nodes.count == 1 && row.nodes[0].kind == .letter("d"):
      return Array(dropFirst())
    default: return nil
    }
  }
}
