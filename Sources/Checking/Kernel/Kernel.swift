import Calculus
import Derivations
import Expressions
import Networks

/// The one part of the program that may say `proved`.
///
/// **What it trusts**: the rules of differentiation (`ExpressionGraph.derivative`), the contraction of Kronecker deltas and
/// the normal form (`areProvablyEqual`), each of which is held against numeric evaluation by the tests. It trusts no reason
/// that a claim gives, nothing the deriver or the simplifier found, and no reading.
///
/// **The argument.** The definitions that stand before a claim make the quantities of a network functions of one another.
/// A claim u = v is reduced on both sides by replacing equals by equals only:
///
/// 1. A symbol by its definition, σ′ by the derivative of σ's definition.
/// 2. ∂u/∂v by the derivative of u after every symbol in u that depends on v has been replaced by its definition, down to
///    v: the derivative as a function of what stands at the cut v, everything downstream following, all else held.
/// 3. ∂L/∂v by Σ ∂L/∂s · ∂s/∂v over the symbols s whose definitions mention v: the chain rule. It is applied until only
///    derivatives of L at one set of cuts are left, the furthest downstream that the claim mentions.
///
/// Those last derivatives are then arbitrary numbers: if both sides agree for all their values, they agree for the actual
/// ones. So the claim about layer l follows from a computation about layers l and l + 1, for a symbolic l too: with the
/// base step at the output this is the induction over depth. Sizes may be symbolic: indices run over symbolic ranges, and
/// the normal form of a sum over a symbolic range is the same for all sizes. Both sides agree for *all* values of what is
/// left in them (weights, pre-activations, derivatives at the cut), which is more than the claim says; where that fails,
/// the claim may still hold, and the answer is `unproved`.
///
/// A claim about a numbered range of layers (l = 2, 3) is proved for each number.
public struct Kernel {
  var graph: ExpressionGraph
  var definitions = DefinitionTable()
  /// Losses of which nothing is known but that each is a smooth function of these symbols.
  var openLosses: [(loss: Expression, outputs: [Expression])] = []
  var assumptions: [(left: Expression, right: Expression)] = []

  /// A kernel for claims whose expressions are of `graph`, with no definitions yet.
  public init(_ graph: ExpressionGraph) { self.graph = graph }

  /// The verdict on each claim of `derivation`, in order; each is judged by the definitions before it.
  public static func judge(_ derivation: Derivation) -> [Verdict] {
    var kernel = Kernel(derivation.graph)
    kernel.takeWidths(of: derivation.network.architecture)
    return derivation.claims.map { kernel.judge($0.claim) }
  }

  /// The widths of the layers, where the architecture gives them, as definitions of n_l.
  public mutating func takeWidths(of architecture: Architecture) {
    guard case .widths(let widths) = architecture.layers else { return }
    for (place, width) in widths.enumerated() {
      let symbol = graph.symbol(NetworkSymbol.width, [graph.number(place + architecture.inputLayer)])
      let value =
        switch width {
        case .number(let units): graph.number(units)
        case .symbol(let letter): graph.symbol(NetworkSymbol.letter(letter))
        }
      _ = definitions.add(symbol, value, in: &graph)
    }
  }

  /// The verdict on `claim`; a definition or an assumption is taken in for the claims after it.
  public mutating func judge(_ claim: Claim) -> Verdict {
    if let verdict = learn(from: claim) { return verdict }
    if claim.relation == .becomes { return prove(claim.right, equals: descent(from: claim)) }
    return prove(claim.left, equals: claim.right)
  }

  /// Takes in a definition or an assumption for the claims after it; nil if `claim` is neither, and has to be proved.
  @discardableResult
  public mutating func learn(from claim: Claim) -> Verdict? {
    if case .assumption = claim.reason {
      assumptions.append((claim.left, claim.right))
      return .assumption
    }
    if claim.relation != .becomes, case .definition(let defined) = claim.reason {
      if defined == claim.left, take(definition: claim.left, claim.right) { return .definition }
      if defined == claim.right, take(definition: claim.right, claim.left) { return .definition }
    }
    return nil
  }

  /// v − η ∂L/∂v, what the left side v of an update should become. η is the symbol of that name.
  private mutating func descent(from claim: Claim) -> Expression {
    let losses = definitions.entries.filter { $0.subscripts.isEmpty && isScalarLoss($0.family) }
    guard let loss = losses.last else { return claim.left }
    let slope = graph.partial(graph.symbol(loss.family), by: claim.left)
    let step = graph.multiply([graph.symbol("eta"), slope])
    return graph.subtract(claim.left, step)
  }

  private mutating func take(definition head: Expression, _ value: Expression) -> Bool {
    if case .call(let id, let arguments) = graph[head] {
      return take(function: graph[id], of: Array(arguments), value)
    }
    return definitions.add(head, value, in: &graph)
  }

  /// A function is defined once; one that is known already must be what it is.
  private mutating func take(function: Function, of arguments: [Expression], _ value: Expression) -> Bool {
    guard function.order == 0, arguments.count == 1, case .symbol = graph[arguments[0]] else { return false }
    guard let known = graph.unfold(function.name, at: arguments[0]) else {
      graph.define(function.name, as: FunctionDefinition(parameter: arguments[0], value: value))
      return true
    }
    return graph.areProvablyEqual(known, value)
  }

  // MARK: Proof

  /// Proves left = right for every value of a symbolic layer that is one of a few numbers.
  private mutating func prove(_ left: Expression, equals right: Expression) -> Verdict {
    guard let (index, values) = numberedLayer(in: [left, right]) else {
      return proveOnce(instance(left), equals: instance(right))
    }
    for value in values {
      let number = graph.number(value)
      let verdict = proveOnce(instance(left, index, number), equals: instance(right, index, number))
      if verdict != .proved { return verdict }
    }
    return .proved
  }

  private mutating func proveOnce(_ left: Expression, equals right: Expression) -> Verdict {
    // What a symbol is by its definition need not be computed from the bottom up.
    if let value = definitions.value(of: left, in: &graph), !graph.holdsPartial(value), !graph.holdsPartial(right),
      graph.areProvablyEqual(value, right)
    {
      return .proved
    }
    // All that is known of an open loss are its derivatives at the outputs.
    let cuts = furthestCuts(left, right) + openLosses.flatMap(\.outputs)
    for depth in Reduction.Depth.allCases {
      var reduction = Reduction(definitions: definitions, cuts: cuts, openLosses: openLosses, depth: depth)
      guard let a = reduction.reduce(left, in: &graph), let b = reduction.reduce(right, in: &graph) else { continue }
      if agree(a, b) { return .proved }
    }
    return .unproved("the two sides have different normal forms")
  }

  /// Whether a = b by normal form, also under the assumptions made.
  private mutating func agree(_ a: Expression, _ b: Expression) -> Bool {
    if graph.areProvablyEqual(a, b) { return true }
    if assumptions.isEmpty { return false }
    var difference = graph.normalise(graph.subtract(a, b))
    for (left, right) in assumptions {
      difference = graph.replace(graph.normalise(left), by: right, in: difference)
    }
    return graph.isProvablyZero(difference)
  }

  // MARK: Numbered layers

  /// A free index that stands for a layer and runs over a few numbers.
  func numberedLayer(in expressions: [Expression]) -> (index: Expression, values: ClosedRange<Int>)? {
    for expression in expressions {
      var found: (index: Expression, values: ClosedRange<Int>)?
      graph.forEachNode(of: expression) { node in
        guard case .symbol(let family, let subscripts) = graph[node], graph[family].isLayered,
          let layer = subscripts.first
        else { return found == nil }
        for index in graph.freeIndices(of: layer) {
          guard case .index(let id) = graph[index], let lower = graph.numberValue(graph[id].lower)?.asInt,
            let upper = graph.numberValue(graph[id].upper)?.asInt, lower <= upper, upper - lower < 1_000
          else { continue }
          found = (index, lower...upper)
        }
        return found == nil
      }
      if let found { return found }
    }
    return nil
  }

  /// `expression` at that layer: in subscripts, in bounds, and in the ranges of its free indices.
  mutating func instance(_ expression: Expression, _ layer: Expression, _ number: Expression) -> Expression {
    instance(expression, [layer: number])
  }

  /// `expression` with sizes that are known inserted, in the ranges of its free indices too.
  private mutating func instance(_ expression: Expression) -> Expression {
    definitions.entries.contains(where: \.family.isCount) ? instance(expression, [:]) : expression
  }

  private mutating func instance(_ expression: Expression, _ layers: [Expression: Expression]) -> Expression {
    var replacements = layers
    for index in graph.freeIndices(of: expression) {
      guard case .index(let id) = graph[index], layers[index] == nil else { continue }
      let range = graph[id]
      let lower = widthsInserted(graph.replace(layers, in: range.lower))
      let upper = widthsInserted(graph.replace(layers, in: range.upper))
      if (lower, upper) != (range.lower, range.upper) {
        replacements[index] = graph.index(range.name, from: lower, to: upper)
      }
    }
    return widthsInserted(graph.replace(replacements, in: expression))
  }

  /// n_4 replaced by what it is defined as, in bounds too.
  private mutating func widthsInserted(_ expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    let table = definitions
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .symbol(let family, _) = graph[node], graph[family].isCount else { return node }
      return table.value(of: node, in: &graph) ?? node
    }
  }

  // MARK: Cuts

  /// Whether a symbol without subscripts is what is differentiated: the loss.
  private func isScalarLoss(_ family: Family) -> Bool { !family.isLayered && !family.isCount }

  /// The cuts v of the derivatives ∂L/∂v in both sides from which no other of them is downstream; none where one side
  /// has no such derivative, so that everything is computed down to the loss.
  private mutating func furthestCuts(_ left: Expression, _ right: Expression) -> [Expression] {
    let a = cuts(in: left)
    let b = cuts(in: right)
    if a.isEmpty || b.isEmpty { return [] }
    let all = a + b
    return all.filter { cut in
      !all.contains { other in
        definitions.isSameCut(other, cut, &graph) == false && definitions.depends(other, on: cut, in: &graph) == true
      }
    }
  }

  /// The v of every ∂L/∂v in `expression`, also where it hides behind a definition such as δ's.
  private mutating func cuts(in expression: Expression) -> [Expression] {
    var result: [Expression] = []
    var pending = [expression]
    while let next = pending.popLast() {
      collect(next, &result, &pending)
    }
    return result
  }

  private mutating func collect(_ node: Expression, _ result: inout [Expression], _ pending: inout [Expression]) {
    switch graph[node] {
    case .partial(let u, let v):
      if Reduction.isLoss(u, graph) { result.append(v) } else { pending.append(u) }
    case .symbol:
      guard let value = definitions.value(of: node, in: &graph), graph.holdsPartial(value) else { return }
      pending.append(value)
    case .summation:
      if let opened = graph.open(node) { pending.append(opened.body) }
    default:
      pending += graph.children(of: node)
    }
  }
}
