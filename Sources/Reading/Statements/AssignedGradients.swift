import LaTeX

/// Algorithms that keep one letter for the gradient on its way back: g ← ∇_ŷ J, then g ← ∇_a J = g ⊙ f′(a), then
/// g ← ∇_h J = Wᵀ g.
///
/// Such a letter stands for the gradient that it was last said to be. In a loop over the layers, what comes in is what the
/// end of the loop left, one layer higher: behind g ← ∇_{h^{(k−1)}} J, for the next smaller k, g is ∇_{h^{(k)}} J.
struct AssignedGradients {
  /// The letter.
  private var letter: String?
  /// For each formula what the letter is before it, and what it is made there.
  private var values: [Int: (before: [MathNode]?, own: [MathNode]?)] = [:]

  /// One assignment: its formula, its gradient, and the layer of what that is taken by.
  private struct Step {
    var formula: Int
    var gradient: [MathNode]
    var layer: LayerContent?
  }

  init(_ statements: [WrittenStatement]) {
    var steps: [String: [Step]] = [:]
    var others: Set<String> = []
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard let head = members.first, head.count == 1, let name = head[0].symbolName,
        let sign = statement.chain.signs.first
      else { continue }
      if Self.arrows.contains(sign.name), let variable = members[1].gradientVariable {
        let layer = Self.layer(of: variable)
        steps[name, default: []].append(Step(formula: statement.formula, gradient: members[1], layer: layer))
      } else {
        others.insert(name)
      }
    }
    for (name, list) in steps.sorted(by: { $0.key < $1.key }) {
      guard list.count > 1, !others.contains(name), Set(list.map(\.formula)).count == list.count else { continue }
      letter = name
      let last = statements.map(\.formula).max() ?? 0
      for formula in list[0].formula...last {
        let own = list.first { $0.formula == formula }
        values[formula] = (Self.incoming(formula, own, list), own?.gradient)
      }
      return
    }
  }

  private static let arrows: Set<String> = ["gets", "leftarrow", "longleftarrow", ":="]

  /// What the letter is before a formula.
  private static func incoming(_ formula: Int, _ own: Step?, _ steps: [Step]) -> [MathNode]? {
    guard let before = steps.last(where: { $0.formula < formula }) else { return nil }
    guard let own, let layer = own.layer, layer.letter != nil, before.layer?.letter != layer.letter,
      let end = steps.last(where: { $0.formula > formula && $0.layer?.letter == layer.letter }),
      let offset = end.layer?.offset, offset == layer.offset - 1
    else { return before.gradient }
    return end.gradient.map { raised($0, layer) }
  }

  private static func layer(of variable: [MathNode]) -> LayerContent? {
    guard variable.count == 1, let occurrence = variable[0].occurrence else { return nil }
    switch occurrence.superscript {
    case .bracketed(let nodes, _)?, .bare(let nodes)?: return LayerContent(nodes)
    case nil: return occurrence.subscripts.count == 1 ? LayerContent(occurrence.subscripts[0]) : nil
    }
  }

  /// h^{(k−1)} as h^{(k)}.
  private static func raised(_ node: MathNode, _ layer: LayerContent) -> MathNode {
    node.mappingRows { nodes in
      guard let content = LayerContent(nodes), content.letter == layer.letter, content.offset == layer.offset - 1,
        let name = nodes.first(where: { $0.symbolName == layer.letter }), layer.offset == 0
      else { return nodes.map { raised($0, layer) } }
      return [name]
    }
  }

  /// `statements` with what the letter stands for; they are those of the formula with this number, if one is given.
  func marked(_ statements: [WrittenStatement], ofFormula formula: Int? = nil) -> [WrittenStatement] {
    guard let letter else { return statements }
    return statements.map { statement in
      guard let value = values[formula ?? statement.formula] else { return statement }
      var statement = statement
      for place in statement.chain.members.indices {
        let nodes = statement.chain.members[place].nodes
        let isHead = place == 0 && value.own != nil && nodes.withoutBlanks.count == 1
        guard let gradient = isHead ? value.own : value.before else { continue }
        statement.chain.members[place].nodes = Self.marked(nodes, letter, gradient)
      }
      return statement
    }
  }

  private static func marked(_ nodes: [MathNode], _ letter: String, _ gradient: [MathNode]) -> [MathNode] {
    nodes.map { node in
      guard node.symbolName == letter else { return node.mappingRows { marked($0, letter, gradient) } }
      let end = node.range
      let fence = MathFence(
        open: MathDelimiter("(", .open, end), body: gradient.map { MathNode($0.kind, end) },
        close: MathDelimiter(")", .close, end))
      return MathNode(.fence(fence), end)
    }
  }
}

extension [MathNode] {
  /// v of ∇_v J and of ∂J/∂v, where nothing else stands here.
  fileprivate var gradientVariable: [MathNode]? {
    let visible = withoutBlanks
    if visible.count == 2, let variable = visible[0].nabla, visible[1].occurrence != nil {
      return variable.withoutBlanks
    }
    guard visible.count == 1, let (above, below) = visible[0].differentials, above.rest.count == 1 else { return nil }
    return below.rest.withoutBlanks
  }
}
