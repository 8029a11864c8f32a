import LaTeX

extension WrittenSymbol {
  /// The nodes that tell the layer in a superscript: 3, l, l+1, without brackets and without the sign of transposition;
  /// empty if it is something else.
  var upperLayer: [MathNode] {
    guard let nodes = upper?.nodes.filter(\.isVisible) else { return [] }
    let rest = transposeSign == nil ? nodes : Array(nodes.dropLast())
    if rest.count == 1, case .fence(let fence) = rest[0].kind { return Self.layer(fence.body) }
    return Self.layer(rest)
  }

  /// The nodes that tell the layer in a subscript, where that is what a subscript can be: W_1, n_{l+1}.
  var lowerLayer: [MathNode]? {
    guard let nodes = lower?.nodes.filter(\.isVisible) else { return nil }
    let layer = Self.layer(nodes)
    guard let first = layer.first else { return nil }
    if case .letter(let name) = first.kind { return ["l", "ell", "L"].contains(name) ? layer : nil }
    return upper == nil || transposeSign != nil ? layer : nil
  }

  private static func layer(_ nodes: [MathNode]) -> [MathNode] {
    let visible = nodes.filter(\.isVisible)
    guard MathNode.areApart(visible) else { return [] }
    switch visible.count {
    case 1:
      switch visible[0].kind {
      case .number: return visible
      case .letter(let name): return name == "T" ? [] : visible
      default: return []
      }
    case 3:
      guard case .letter = visible[0].kind, case .number = visible[2].kind else { return [] }
      guard case .operation(let sign) = visible[1].kind, sign == "+" || sign == "-" else { return [] }
      return visible
    default: return []
    }
  }
}

extension Side {
  /// A layer too many or too few: of one symbol, or of one that stands at several places.
  var layerEdits: [Edit] {
    var result: [Edit] = []
    var seen: Set<String> = []
    for symbol in symbols {
      let same = symbols.filter { latex($0.node) == latex(symbol.node) }
      for (place, text) in shifted(symbol).enumerated() {
        if same.count > 1, seen.insert("\(place) " + latex(symbol.node)).inserted {
          result.append(shift(same, place))
        }
        result.append(shift([symbol], place, text))
      }
    }
    return result
  }

  /// What the layer can be instead: one up, one down.
  private func shifted(_ symbol: WrittenSymbol) -> [String] {
    guard let layer = self.layer(of: symbol) else { return [] }
    return Self.neighbours(of: layer.nodes, latex)
  }

  private func shift(_ symbols: [WrittenSymbol], _ place: Int, _ text: String? = nil) -> Edit {
    let new = text ?? shifted(symbols[0])[place]
    let replacements = symbols.compactMap { symbol -> Edit.Replacement? in
      guard let layer = self.layer(of: symbol) else { return nil }
      return replacing(layer, by: new)
    }
    let old = layer(of: symbols[0])?.nodes.plainText ?? ""
    let reason = "\(name([symbols[0].base])) of layer \(new), not \(old.filter { $0 != " " })"
    return edit(.layer, reason, replacements, mark: symbols[0].node.range)
  }

  /// Where the layer of a symbol stands.
  struct LayerPlace {
    var nodes: [MathNode]
    var row: MathRow?
  }

  /// The layer of a symbol, above or below; nil if it has none.
  func layer(of symbol: WrittenSymbol) -> LayerPlace? {
    if !symbol.upperLayer.isEmpty, isLayered(symbol) { return LayerPlace(nodes: symbol.upperLayer, row: symbol.upper) }
    if let lower = symbol.lowerLayer,
      isMatrixForm || symbol.lowerItems.isEmpty || symbol.indexNames.contains(where: { $0 == "l" || $0 == "ell" })
    {
      return LayerPlace(nodes: lower, row: symbol.lower)
    }
    return nil
  }

  private func replacing(_ layer: LayerPlace, by text: String) -> Edit.Replacement {
    let range = layer.nodes[0].range.lowerBound..<layer.nodes[layer.nodes.count - 1].range.upperBound
    let fillsRow = layer.row?.range == range
    return .init(range, fillsRow ? Side.braced(text) : text)
  }

  /// 3 ↦ 4, 2; l ↦ l+1, l−1; l+1 ↦ l, l+2.
  static func neighbours(of nodes: [MathNode], _ latex: (MathNode) -> String) -> [String] {
    guard let first = nodes.first else { return [] }
    if nodes.count == 1 {
      guard case .number(let digits) = first.kind else { return [latex(first) + "+1", latex(first) + "-1"] }
      guard let number = Int(digits) else { return [] }
      return [number + 1, number - 1].filter { $0 >= 0 }.map { String($0) }
    }
    guard case .number(let digits) = nodes[2].kind, let offset = Int(digits), case .operation(let sign) = nodes[1].kind
    else {
      return []
    }
    let value = sign == "-" ? -offset : offset
    return [value - 1, value + 1].map { moved in
      moved == 0 ? latex(first) : latex(first) + (moved < 0 ? "\(moved)" : "+\(moved)")
    }
  }
}
