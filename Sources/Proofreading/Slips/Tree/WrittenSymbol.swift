import LaTeX

/// A letter with its accent, subscripts and superscripts.
struct WrittenSymbol {
  /// The letter with its scripts.
  var node: MathNode
  /// The letter with its accent.
  var base: MathNode
  /// What letter it is, in whatever spelling: `(hat y)`.
  var key: String
  /// What stands below.
  var lower: MathRow?
  /// What stands above; primes apart.
  var upper: MathRow?
  /// Whether it stands in the numerator or denominator of a derivative.
  var isInDerivative: Bool

  /// The subscripts one by one: i and j of `ij`, of `i,j`; empty if there are none or they are more than letters and numbers.
  var lowerItems: [MathNode] { Self.items(lower) }

  static func items(_ row: MathRow?) -> [MathNode] {
    guard let row else { return [] }
    let visible = row.nodes.filter(\.isVisible).filter { if case .punctuation = $0.kind { false } else { true } }
    let arePlain = visible.allSatisfy { node in
      switch node.kind {
      case .letter, .number: true
      default: false
      }
    }
    return arePlain && MathNode.areApart(visible) ? visible : []
  }
}

/// A function with its argument.
struct WrittenApplication {
  /// The sign: f, f′, \exp.
  var sign: MathNode
  /// What it is applied to.
  var argument: MathNode
  /// The scalars of each prime.
  var primes: [Range<Int>]

  /// Sign and argument.
  var range: Range<Int> { sign.range.lowerBound..<argument.range.upperBound }
}

/// A sum sign with its bounds.
struct WrittenSum {
  /// The sign with its scripts.
  var node: MathNode
  /// What stands below and above.
  var scripts: MathScripts
  /// The index that runs; nil where none is told.
  var index: MathNode?
  /// The nodes of the lower bound; empty where none is told.
  var from: [MathNode]
}

/// The symbols, functions and sums of a piece of a formula, in the order of the source.
///
/// Subscripts, superscripts other than exponents, bounds of sums and notes under braces are passed over.
struct SymbolInventory {
  private(set) var symbols: [WrittenSymbol] = []
  private(set) var applications: [WrittenApplication] = []
  private(set) var sums: [WrittenSum] = []

  init(_ nodes: [MathNode]) { visit(nodes, false) }

  private mutating func visit(_ nodes: [MathNode], _ isInDerivative: Bool) {
    let visible = nodes.filter(\.isVisible)
    guard MathNode.areApart(visible) else { return }
    var place = 0
    while place < visible.count {
      let node = visible[place]
      if place + 1 < visible.count, node.isFunctionSign(before: visible[place + 1]) {
        let argument = visible[place + 1]
        applications.append(WrittenApplication(sign: node, argument: argument, primes: node.primes))
        visit(argument, isInDerivative)
        place += 2
      } else {
        visit(node, isInDerivative)
        place += 1
      }
    }
  }

  private mutating func visit(_ node: MathNode, _ isInDerivative: Bool) {
    if case .largeOperator = node.kind { return sums.append(WrittenSum(node)) }
    if case .scripts(let scripts) = node.kind {
      if case .largeOperator = scripts.base?.kind { return sums.append(WrittenSum(node)) }
      if let base = scripts.base, !base.isLetter { visit(base, isInDerivative) }
      if let base = scripts.base, base.isExponential, let upper = scripts.upper {
        return visit(upper.nodes, isInDerivative)
      }
    }
    if let symbol = WrittenSymbol(node, isInDerivative) { return symbols.append(symbol) }
    guard node.hasOwnParts else { return }
    switch node.kind {
    case .scripts: return
    case .fraction(let fraction):
      if let derivative = node.derivative {
        visit(derivative.numerator, true)
        visit(derivative.denominator, true)
      } else {
        visit(fraction.numerator.nodes, isInDerivative)
        visit(fraction.denominator.nodes, isInDerivative)
      }
    case .brace(let brace): visit(brace.body.nodes, isInDerivative)
    case .text: return
    case .array(let array):
      for line in array.lines {
        for cell in line.cells { visit(cell.nodes, isInDerivative) }
      }
    default: visit(node.children, isInDerivative)
    }
  }
}

extension WrittenSymbol {
  /// The symbol that `node` is; nil if it is none.
  init?(_ node: MathNode, _ isInDerivative: Bool) {
    let base = node.nucleus
    guard base.isLetter, !base.isExponential else { return nil }
    self.init(node: node, base: base, key: base.sExpression, isInDerivative: isInDerivative)
    if case .scripts(let scripts) = node.kind {
      lower = scripts.lower
      upper = scripts.upper
    }
  }
}

extension WrittenSum {
  init(_ node: MathNode) {
    guard case .scripts(let scripts) = node.kind else {
      self.init(node: node, scripts: MathScripts(base: node), index: nil, from: [])
      return
    }
    let lower = (scripts.lower?.nodes ?? []).filter(\.isVisible)
    var index: MathNode?
    if let first = lower.first, case .letter = first.kind { index = first }
    let sign = lower.firstIndex { if case .relation("=") = $0.kind { true } else { false } }
    self.init(node: node, scripts: scripts, index: index, from: sign.map { Array(lower[($0 + 1)...]) } ?? [])
  }
}

extension MathNode {
  /// Whether it is one letter, with whatever accent and font.
  var isLetter: Bool {
    switch kind {
    case .letter: true
    case .accented(_, let row): row.nodes.count == 1 && row.nodes[0].isLetter
    case .styled(_, let row): (row.nodes.count == 1 && row.nodes[0].isLetter) || isWord
    case .group(let row): row.nodes.count == 1 && row.nodes[0].isLetter
    default: false
    }
  }

  /// The scalars of its primes.
  var primes: [Range<Int>] {
    guard case .scripts(let scripts) = kind else { return [] }
    return scripts.primes
  }
}
