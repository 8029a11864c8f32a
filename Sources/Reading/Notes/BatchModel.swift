import Derivations
import Expressions
import Networks

/// What the quantities of a batch are: those of one sample, for each sample.
struct BatchModel {
  private static let families: Set<Family> = [
    NetworkSymbol.preactivation, NetworkSymbol.activation, NetworkSymbol.delta, NetworkSymbol.input,
    NetworkSymbol.target, NetworkSymbol.prediction,
  ]

  /// The definitions for a batch that follow from those for one sample and from its loss. Where no line says what the cost
  /// is, it is with `isMean` the mean of the losses, else their sum.
  static func definitions(
    from single: [Background.Definition], loss: Expression, cost: Expression?, isMean: Bool,
    _ elaborator: inout Elaborator
  ) -> [Background.Definition] {
    var result = quantities(from: single, &elaborator)
    var graph = elaborator.graph
    let (first, last) = elaborator.sampleRange()
    let sample = graph.index("s", from: first, to: last)
    let own = graph.symbol(NetworkSymbol.loss.batch, [sample])
    result.append(Background.Definition(own, copy(loss, sample, &graph)))
    let bound = graph.freshIndex("s", from: first, to: last)
    let term = copy(loss, bound, &graph)
    let total = graph.summation(over: bound, from: first, to: last, term)
    result.append(Background.Definition(graph.symbol(Vocabulary.totalLoss), total))
    let mean = graph.multiply([graph.power(last, -1), total])
    result.append(Background.Definition(graph.symbol(Vocabulary.cost), cost ?? (isMean ? mean : total)))
    elaborator.graph = graph
    return result
  }

  /// The same where the notes define the loss of the batch itself.
  static func definitions(
    from single: [Background.Definition], lossOfBatch loss: Expression, _ elaborator: inout Elaborator
  ) -> [Background.Definition] {
    quantities(from: single, &elaborator)
      + [Vocabulary.totalLoss, Vocabulary.cost].map { family in
        Background.Definition(elaborator.graph.symbol(family), loss)
      }
  }

  /// Whether a loss is written in quantities of the samples of a batch.
  static func isAboutBatch(_ loss: Expression, _ graph: ExpressionGraph) -> Bool {
    let batches = Set(families.map(\.batch))
    return graph.contains(in: loss) { node in
      if case .symbol(let id, _) = graph[node] { batches.contains(graph[id]) } else { false }
    }
  }

  /// What holds of any one sample of a batch as an expression about one sample; nil where samples are summed over, or
  /// several occur.
  static func single(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression? {
    var samples: Set<Expression> = []
    var memo: [Expression: Expression] = [:]
    let result = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .symbol(let id, let subscripts) = graph[node], let last = subscripts.last,
        let family = families.first(where: { $0.batch == graph[id] })
      else { return node }
      samples.insert(last)
      return graph.symbol(family, Array(subscripts.dropLast()))
    }
    guard let sample = samples.first else { return expression }
    guard samples.count == 1, case .index = graph[sample], graph.freeIndices(of: expression).contains(sample) else {
      return nil
    }
    return result
  }

  /// What a cost adds up over the samples, of which there are `count`, without the factor 1/m; nil unless everything in it
  /// stands under such a sum.
  static func summand(
    of cost: Expression, count: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    switch graph[cost] {
    case .add(let terms):
      var result: [Expression] = []
      for term in Array(terms) {
        guard let inner = summand(of: term, count: count, &graph) else { return nil }
        result.append(inner)
      }
      // All terms are of the same sample.
      return graph.add(result)
    case .multiply(let factors):
      var result: [Expression] = []
      var isFound = false
      for factor in Array(factors) {
        if let inner = summand(of: factor, count: count, &graph) {
          guard !isFound else { return nil }
          isFound = true
          result.append(inner)
        } else {
          let one = graph.number(1)
          let value = graph.replace(count, by: one, in: factor)
          guard graph.numberValue(value) != nil else { return nil }
          result.append(value)
        }
      }
      return isFound ? graph.multiply(result) : nil
    case .summation:
      guard let opened = graph.openFresh(cost) else { return nil }
      if opened.upper == count { return opened.body }
      guard let inner = summand(of: opened.body, count: count, &graph) else { return nil }
      return graph.summation(over: opened.index, from: opened.lower, to: opened.upper, inner)
    default: return nil
    }
  }

  private static func quantities(
    from single: [Background.Definition], _ elaborator: inout Elaborator
  ) -> [Background.Definition] {
    var graph = elaborator.graph
    let (first, last) = elaborator.sampleRange()
    let sample = graph.index("s", from: first, to: last)
    var result: [Background.Definition] = []
    for definition in single {
      guard case .symbol(let id, _) = graph[definition.head], families.contains(graph[id]) else { continue }
      let head = copy(definition.head, sample, &graph)
      result.append(Background.Definition(head, copy(definition.value, sample, &graph)))
    }
    elaborator.graph = graph
    return result
  }

  /// An expression about one sample as one about `sample` of the batch.
  private static func copy(
    _ expression: Expression, _ sample: Expression, _ graph: inout ExpressionGraph
  ) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .symbol(let id, let subscripts) = graph[node] else { return node }
      let family = graph[id]
      if family == NetworkSymbol.loss { return graph.symbol(Vocabulary.totalLoss) }
      guard families.contains(family) else { return node }
      return graph.symbol(family.batch, Array(subscripts) + [sample])
    }
  }
}
