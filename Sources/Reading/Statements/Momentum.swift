import LaTeX

/// Descent with momentum: v ← μ v − η ∂L/∂w, w ← w + v, or Δw(n) = −η ∂L/∂w + α Δw(n−1).
///
/// v is the step Δw. How much of the last step is in it is free; so only what is added to that says how the gradient enters:
/// Δw = −η ∂L/∂w. So it is with the weight 1 − β of the gradient in v ← β v + (1 − β) ∂L/∂w, which is about the scale of v.
struct Momentum: UniformNotationMark {
  /// The letters of steps that have one of their own, each with the parameter that goes by them.
  private var velocities: [String: MathNode] = [:]

  /// The steps in these formulas.
  init(_ formulas: [MathFormula]) {
    var kept: Set<String> = []
    var found: [String: MathNode] = [:]
    for chain in formulas.flatMap({ ChainReader.chains(of: $0) }) {
      if let line = VelocityLine(chain), !line.isIncrement, let letter = line.head.last?.baseName {
        kept.insert(letter)
      }
      if let step = ParameterStep(chain), let letter = step.velocity.baseName { found[letter] = step.parameter }
    }
    velocities = found.filter { kept.contains($0.key) }
  }

  /// `formula` without the parts that are the last step, and with Δw for the letters of steps.
  func marked(_ formula: MathFormula) -> MathFormula {
    var dropped: [Range<Int>] = []
    var renamed: [Range<Int>: MathNode] = [:]
    for chain in ChainReader.chains(of: formula) {
      if let line = VelocityLine(chain), let head = line.head.last {
        let parameter = head.baseName.flatMap { velocities[$0] }
        guard line.isIncrement || parameter != nil else { continue }
        dropped += [line.lastStep] + line.weights
        if let parameter { renamed[head.range] = parameter }
      } else if let step = ParameterStep(chain), let parameter = step.velocity.baseName.flatMap({ velocities[$0] }) {
        renamed[step.velocity.range] = parameter
      }
    }
    if dropped.isEmpty, renamed.isEmpty { return formula }
    func marked(_ nodes: [MathNode]) -> [MathNode] {
      nodes.flatMap { node -> [MathNode] in
        if dropped.contains(where: { $0.lowerBound <= node.range.lowerBound && node.range.upperBound <= $0.upperBound })
        {
          return []
        }
        guard let parameter = renamed[node.range], node.occurrence != nil else { return [node.mappingRows(marked)] }
        return Self.increment(node, of: parameter)
      }
    }
    return formula.replacingNodes(marked(formula.nodes))
  }

  /// Δw with what hangs on v.
  private static func increment(_ velocity: MathNode, of parameter: MathNode) -> [MathNode] {
    let sign = MathNode(.letter("Delta"), velocity.range.lowerBound..<velocity.range.lowerBound)
    let base = MathNode(parameter.kind, velocity.range)
    guard case .scripts(var scripts) = velocity.kind else { return [sign, base] }
    scripts.base = base
    return [sign, MathNode(.scripts(scripts), velocity.range)]
  }
}

/// v ← μ v − η ∂L/∂w: a step that is made of the last one and of something else.
private struct VelocityLine {
  /// v, or Δ and w.
  let head: [MathNode]
  /// Where μ v stands, with its sign.
  let lastStep: Range<Int>

  /// Where 1 − μ stands before what is added.
  let weights: [Range<Int>]

  var isIncrement: Bool { head.count == 2 }

  init?(_ chain: WrittenChain) {
    guard let (head, value) = chain.assigned, (1...2).contains(head.count), head.last?.occurrence?.primes == 0,
      head.count == 1 || head[0].symbolName == "\\Delta"
    else { return nil }
    self.head = head
    let terms = value.terms
    let own = terms.filter { $0.nodes.isMultiple(of: head) }
    guard own.count == 1, terms.count > 1, let term = own.first, !term.isNegative, let range = term.range,
      !terms.contains(where: { $0.range != term.range && $0.nodes.holds(head) })
    else { return nil }
    lastStep = range
    weights = terms.flatMap(\.nodes).filter { $0.isComplement(of: Array(term.nodes.dropLast(head.count))) }.map(\.range)
  }
}

/// w ← w + v, w ← w − η v.
private struct ParameterStep {
  /// The letter of w.
  let parameter: MathNode
  let velocity: MathNode

  init?(_ chain: WrittenChain) {
    guard let (head, value) = chain.assigned, head.count == 1, let base = head[0].baseNode else { return nil }
    let terms = value.terms
    guard terms.count == 2, let own = terms.firstIndex(where: { $0.nodes.isSameText(as: head) }),
      let last = terms[1 - own].nodes.last, last.occurrence?.primes == 0, last.baseName != base.symbolName,
      terms[1 - own].nodes.dropLast().allSatisfy(\.isCoefficient)
    else { return nil }
    (parameter, velocity) = (base, last)
  }
}

/// A term of a sum.
private struct Term {
  var nodes: [MathNode]
  var isNegative: Bool
  /// Where it stands, with its sign.
  var range: Range<Int>?
}

extension WrittenChain {
  /// The two sides of an assignment.
  fileprivate var assigned: (head: [MathNode], value: [MathNode])? {
    guard signs.count == 1, ["=", ":=", "gets", "leftarrow", "longleftarrow"].contains(signs[0].name) else {
      return nil
    }
    return (members[0].nodes.withoutBlanks, members[1].nodes.withoutBlanks)
  }
}

extension [MathNode] {
  /// The terms of the sum that they are.
  fileprivate var terms: [Term] {
    var result: [Term] = [Term(nodes: [], isNegative: false, range: nil)]
    for node in self {
      if case .operation(let sign) = node.kind, sign == "+" || sign == "-" {
        let term = Term(nodes: [], isNegative: sign == "-", range: node.range)
        if result[result.count - 1].nodes.isEmpty { result.removeLast() }
        result.append(term)
      } else {
        let last = result.count - 1
        result[last].nodes.append(node)
        result[last].range = (result[last].range ?? node.range).lowerBound..<node.range.upperBound
      }
    }
    return result
  }

  /// μ v for v.
  fileprivate func isMultiple(of head: [MathNode]) -> Bool {
    count > head.count && Array(suffix(head.count)).isSameText(as: head)
      && dropLast(head.count).allSatisfy(\.isCoefficient)
  }

  fileprivate func holds(_ head: [MathNode]) -> Bool {
    indices.contains { place in
      Array(self[place...].prefix(head.count)).isSameText(as: head) || self[place].children.holds(head)
    }
  }
}

extension MathNode {
  /// A letter for a number, a number, or the sign of a product.
  fileprivate var isCoefficient: Bool {
    switch kind {
    case .number, .operation("cdot"), .operation("times"), .operation("*"): true
    case .letter(let name): MathNode.coefficients.contains(name)
    default: false
    }
  }

  private static let coefficients: Set<String> = [
    "mu", "alpha", "beta", "gamma", "rho", "eta", "epsilon", "varepsilon", "lambda", "m", "kappa",
  ]

  /// Whether it is 1 − μ in brackets.
  fileprivate func isComplement(of coefficient: [MathNode]) -> Bool {
    guard case .fence(let fence) = kind, fence.open.name == "(" else { return false }
    let body = fence.body.withoutBlanks
    return body.count > 2 && body[0].wholeNumber == 1 && body[1].kind == .operation("-")
      && Array(body[2...]).isSameText(as: coefficient)
  }

  fileprivate var baseNode: MathNode? {
    guard occurrence != nil else { return nil }
    if case .scripts(let scripts) = kind { return scripts.base }
    return self
  }

  fileprivate var baseName: String? { baseNode?.symbolName }
}
