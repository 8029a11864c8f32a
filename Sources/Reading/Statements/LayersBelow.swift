import LaTeX

/// Layers that stand first among the subscripts, w_{2,um} and h_{1,m}, beside \mathbf{h}_1 and W_1: they are written above, as
/// w_{um}^{(2)}.
///
/// A number before a comma is certainly the layer where two index letters stand behind it.
struct LayersBelow: UniformNotationMark {
  /// The letters whose first subscript is the layer.
  private var letters: Set<String> = []
  /// Those of them that in plain type, with a number alone, are numbers of another network: the w_1 of y = σ(w_2 σ(w_1 x))
  /// beside w_{1,ij} and W_1, the h_1 beside \\mathbf{h}_1.
  private var numbers: Set<String> = []

  /// The letters in these formulas.
  init(_ formulas: [MathFormula]) {
    var found: [String: [[MathNode]]] = [:]
    var other: Set<String> = []
    var hasWeights = false
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        guard let symbol = LayeredSymbol(node) else {
          collect(node.children)
          continue
        }
        if symbol.loneLayer != nil, symbol.isBold { numbers.insert(symbol.letter) }
        if symbol.layer != nil, symbol.indexCount == 2 { numbers.insert(symbol.letter) }
        if let layer = symbol.layer {
          found[symbol.letter, default: []].append(layer)
          hasWeights = hasWeights || symbol.indexCount == 2
        } else if symbol.indexCount > 0 {
          other.insert(symbol.letter)
        }
      }
    }
    for formula in formulas { collect(formula.nodes) }
    guard hasWeights else { return }
    let own = Set(found.keys).subtracting(other)
    letters = own.union(own.map { $0.count == 1 ? $0.uppercased() : $0 }).subtracting(other)
  }

  /// `formula` with these layers above.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map { marked($0) })
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let symbol = LayeredSymbol(node), letters.contains(symbol.letter),
      let lower = scripts.lower, let layer = symbol.layer ?? symbol.loneLayer,
      symbol.layer != nil || symbol.isBold || !numbers.contains(symbol.letter)
    else { return node.mappingChildren { marked($0) } }
    let range = lower.range
    let fence = MathFence(
      open: MathDelimiter("(", .open, range.lowerBound..<range.lowerBound), body: layer,
      close: MathDelimiter(")", .close, range.upperBound..<range.upperBound))
    let above = [MathNode(.fence(fence), layer.extent)] + (scripts.upper?.nodes ?? [])
    scripts.upper = MathRow(above, range)
    scripts.lower = symbol.indices.isEmpty ? nil : MathRow(symbol.indices, range)
    return MathNode(.scripts(scripts), node.range)
  }
}

/// A letter with subscripts of which the first may be a layer, and nothing above it but a sign of transposition.
private struct LayeredSymbol {
  let letter: String
  let isBold: Bool
  /// The layer before a comma.
  var layer: [MathNode]?
  /// A number that is the only subscript.
  var loneLayer: [MathNode]?
  /// What stands behind the comma.
  var indices: [MathNode] = []
  /// How many index letters stand there, or in all where no layer does.
  var indexCount = 0

  init?(_ node: MathNode) {
    guard case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName, let lower = scripts.lower,
      scripts.upper?.nodes.withoutBlanks.allSatisfy(\.isTransposeSign) ?? true
    else { return nil }
    self.letter = letter
    isBold = scripts.base?.isBold ?? false
    let parts = lower.nodes.withoutBlanks.split { $0.kind == .punctuation(",") }.map(Array.init)
    if parts.count >= 2, let first = LayerContent(parts[0]),
      first.letter.map({ ["l", "L", "\\ell"].contains($0) }) ?? true
    {
      let behind = parts[1...].flatMap { $0 }
      guard behind.allSatisfy({ $0.symbolName?.count == 1 }), behind.count <= 2 else { return nil }
      layer = parts[0]
      indices = behind
      indexCount = behind.count
    } else if parts.count == 1, LayerContent(parts[0])?.letter == nil, LayerContent(parts[0]) != nil {
      loneLayer = parts[0]
    } else {
      indexCount = parts.reduce(0) { $0 + $1.count }
    }
  }
}
