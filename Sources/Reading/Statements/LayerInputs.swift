import LaTeX

/// A layer's inputs with a letter of their own: a^{(l)} = w^{(l)} x^{(l)}, y^{(l)} = f(a^{(l)}), x^{(l+1)} = y^{(l)}.
///
/// The inputs of a layer are the outputs of the layer before, by another name. They are written as these: y^{(l-1)} for
/// x^{(l)}. An x without a layer, the input of the network, stays what it is.
struct LayerInputs: UniformNotationMark {
  /// The letters of the inputs, each with what the outputs are written as.
  private var outputs: [String: MathNode] = [:]

  /// The inputs in these formulas: what is said to be the outputs of the layer before, and is defined as nothing else.
  init(_ formulas: [MathFormula]) {
    var found: [String: MathNode] = [:]
    var other: Set<String> = []
    for chain in formulas.flatMap({ ChainReader.chains(of: $0) }) {
      for (place, sign) in chain.signs.enumerated() where sign.name == "=" {
        let (left, right) = (Quantity(chain.members[place].nodes), Quantity(chain.members[place + 1].nodes))
        if let left, let right, left.letter != right.letter, left.hasSameUnit(as: right), left.layer.letter != nil {
          if left.follows(right) {
            found[left.letter] = right.base
            continue
          }
          if right.follows(left) {
            found[right.letter] = left.base
            continue
          }
        }
        if let left, place == 0 { other.insert(left.letter) }
      }
    }
    outputs = found.filter { letter, output in
      !other.contains(letter) && output.symbolName.map { found[$0] == nil } == true
    }
  }

  /// `formula` with the outputs of the layer before for the inputs of a layer.
  func marked(_ formula: MathFormula) -> MathFormula {
    outputs.isEmpty ? formula : formula.replacingNodes(formula.nodes.map { marked($0) })
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let base = scripts.base, let letter = base.symbolName,
      let output = outputs[letter], let upper = scripts.upper?.layerBefore
    else { return node.mappingChildren { marked($0) } }
    scripts.base = output.placed(at: base.range)
    scripts.upper = upper
    return MathNode(.scripts(scripts), node.range)
  }
}

/// A letter with the number of its layer above it, all by itself on one side of a sign.
private struct Quantity {
  let base: MathNode
  let letter: String
  let layer: LayerContent
  private let subscripts: [LayerContent?]

  init?(_ nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    guard visible.count == 1, case .scripts(let scripts) = visible[0].kind, scripts.primes.isEmpty,
      let base = scripts.base, let letter = base.symbolName, let upper = scripts.upper,
      let layer = LayerContent(upper.nodes)
    else { return nil }
    (self.base, self.letter, self.layer) = (base, letter, layer)
    subscripts = scripts.lower?.nodes.subscriptItems.map { LayerContent($0) } ?? []
  }

  /// Whether it is of the layer behind that of `other`.
  func follows(_ other: Quantity) -> Bool {
    layer.letter == other.layer.letter && layer.offset == other.layer.offset + 1
  }

  func hasSameUnit(as other: Quantity) -> Bool { subscripts == other.subscripts && !subscripts.contains(nil) }
}

extension MathRow {
  /// l − 1 for l, in the same brackets and with the same signs behind it; nil where no layer stands here.
  fileprivate var layerBefore: MathRow? {
    let visible = nodes.withoutBlanks
    guard let first = visible.first else { return nil }
    if case .fence(var fence) = first.kind, let before = fence.body.layerBefore {
      fence.body = before
      return MathRow([MathNode(.fence(fence), first.range)] + visible.dropFirst(), range)
    }
    return visible.layerBefore.map { MathRow($0, range) }
  }
}

extension [MathNode] {
  /// l − 1 for l, l for l + 1, 1 for 2.
  fileprivate var layerBefore: [MathNode]? {
    let visible = withoutBlanks
    guard let layer = LayerContent(visible), let first = visible.first, let last = visible.last else { return nil }
    let number = layer.offset - 1
    let digits = MathNode(.number(String(abs(number))), last.range)
    if layer.letter == nil { return [digits] }
    return number == 0 ? [first] : [first, MathNode(.operation(number < 0 ? "-" : "+"), first.range), digits]
  }
}

extension MathNode {
  /// The node as if it stood at another place.
  fileprivate func placed(at place: Range<Int>) -> MathNode {
    MathNode(mappingChildren { $0.placed(at: place) }.kind, place)
  }
}
