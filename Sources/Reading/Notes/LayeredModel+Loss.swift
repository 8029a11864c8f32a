import Derivations
import Expressions
import Networks

extension LayeredModel {
  /// The loss of the conventions, where no line defines it; any smooth function of the outputs where they don't tell.
  ///
  /// That of a batch whose samples are numbered is the sum of its samples' losses. Where a line computes predictions from the
  /// last activations, it is a function of the predictions.
  static func loss(_ elaborator: inout Elaborator, ofPredictions: Bool = false) -> Background.Definition {
    let head = elaborator.graph.symbol(NetworkSymbol.loss)
    guard elaborator.vocabulary.sampleSlot != nil else {
      return Background.Definition(head, loss(ofSample: nil, &elaborator, ofPredictions: ofPredictions))
    }
    let (first, last) = elaborator.sampleRange()
    let sample = elaborator.graph.freshIndex("s", from: first, to: last)
    let term = loss(ofSample: sample, &elaborator, ofPredictions: ofPredictions)
    let sum = elaborator.graph.summation(over: sample, from: first, to: last, term)
    guard elaborator.vocabulary.takesMeans else { return Background.Definition(head, sum) }
    return Background.Definition(head, elaborator.graph.divide(sum, by: last))
  }

  /// The loss of one sample of a batch, or of the only one.
  static func loss(
    ofSample sample: Expression?, _ elaborator: inout Elaborator, ofPredictions: Bool = false
  ) -> Expression {
    let one = elaborator.graph.number(1)
    let depth = elaborator.depth()
    let isScalar = elaborator.vocabulary.letters.contains { $0.value.role == .weight && $0.value.rank == 0 }
    let width = isScalar ? one : elaborator.width(of: depth)
    /// The subscripts of a quantity of output unit `unit`.
    func units(_ unit: Expression) -> [Expression] {
      isScalar ? [] : elaborator.vocabulary.units(unit, sample: sample)
    }
    if let loss = elaborator.vocabulary.conventions.loss, let written = written(loss, outputs: width, &elaborator) {
      var memo: [Expression: Expression] = [:]
      let samples = isScalar ? nil : sample
      let vocabulary = elaborator.vocabulary
      return elaborator.graph.rewriteBottomUp(written, memo: &memo) { graph, node in
        guard case .symbol(let family, let subscripts) = graph[node], let unit = subscripts.first else { return node }
        let all = isScalar ? [] : vocabulary.units(unit, sample: samples)
        switch graph[family].name {
        case "y": return graph.symbol(NetworkSymbol.target, all)
        case "a" where ofPredictions: return graph.symbol(NetworkSymbol.prediction, all)
        case "a": return graph.symbol(NetworkSymbol.activation, [depth] + all)
        default: return node
        }
      }
    }
    // Any function of the outputs: F(Σ_k q_k G(a_k)) with arbitrary q, F, G has independent slopes everywhere.
    let unit = elaborator.graph.freshIndex("k", from: one, to: width)
    let subscripts = units(unit)
    let a =
      ofPredictions
      ? elaborator.graph.symbol(NetworkSymbol.prediction, subscripts)
      : elaborator.graph.symbol(NetworkSymbol.activation, [depth] + subscripts)
    let weight = elaborator.graph.symbol(Family("q"), subscripts)
    let inner = elaborator.graph.call("lossG", a)
    let term = elaborator.graph.multiply([weight, inner])
    let sum = isScalar ? term : elaborator.graph.summation(over: unit, from: one, to: width, term)
    return elaborator.graph.call("lossF", sum)
  }

  /// The loss of one sample in y[k] and a[k], as its definition is written, k = 1, …, `outputs`.
  private static func written(
    _ loss: Loss, outputs: Expression, _ elaborator: inout Elaborator
  ) -> Expression? {
    let (text, parameters) = loss.definition
    var bindings: [String: Expression] = ["n": outputs]
    for (name, value) in parameters { bindings[name] = elaborator.graph.number(value) }
    let context = TextParser.Context(
      symbols: ["y", "a"], defaultRange: (elaborator.graph.number(1), outputs), bindings: bindings,
      opaqueFunctions: [])
    return try? TextParser.parse(text, into: &elaborator.graph, context: context)
  }
}
