import Derivations
import Expressions
import Networks

extension LayeredModel {
  /// The loss of the conventions, where no line defines it; any smooth function of the outputs where they don't tell.
  static func loss(_ elaborator: inout Elaborator) -> Background.Definition {
    let one = elaborator.graph.number(1)
    let depth = elaborator.depth()
    let isScalar = elaborator.vocabulary.letters.contains { $0.value.role == .weight && $0.value.rank == 0 }
    let width = isScalar ? one : elaborator.width(of: depth)
    var sample: (index: Expression, first: Expression, last: Expression)?
    if elaborator.vocabulary.sampleSlot != nil {
      let (first, last) = elaborator.sampleRange()
      sample = (elaborator.graph.freshIndex("s", from: first, to: last), first, last)
    }
    /// The subscripts of a quantity of output unit `unit`.
    func units(_ unit: Expression) -> [Expression] {
      isScalar ? [] : elaborator.vocabulary.units(unit, sample: sample?.index)
    }
    func total(_ value: Expression) -> Expression {
      guard let sample else { return value }
      return elaborator.graph.summation(over: sample.index, from: sample.first, to: sample.last, value)
    }
    let head = elaborator.graph.symbol(NetworkSymbol.loss)
    if let loss = elaborator.vocabulary.conventions.loss, let written = written(loss, outputs: width, &elaborator) {
      var memo: [Expression: Expression] = [:]
      let samples = isScalar ? nil : sample?.index
      let vocabulary = elaborator.vocabulary
      let value = elaborator.graph.rewriteBottomUp(written, memo: &memo) { graph, node in
        guard case .symbol(let family, let subscripts) = graph[node], let unit = subscripts.first else { return node }
        let all = isScalar ? [] : vocabulary.units(unit, sample: samples)
        switch graph[family].name {
        case "y": return graph.symbol(NetworkSymbol.target, all)
        case "a": return graph.symbol(NetworkSymbol.activation, [depth] + all)
        default: return node
        }
      }
      return Background.Definition(head, total(value))
    }
    // Any function of the outputs: F(Σ_k q_k G(a_k)) with arbitrary q, F, G has independent slopes everywhere.
    let unit = elaborator.graph.freshIndex("k", from: one, to: width)
    let subscripts = units(unit)
    let a = elaborator.graph.symbol(NetworkSymbol.activation, [depth] + subscripts)
    let weight = elaborator.graph.symbol(Family("q"), subscripts)
    let inner = elaborator.graph.call("lossG", a)
    let term = elaborator.graph.multiply([weight, inner])
    let sum = isScalar ? term : elaborator.graph.summation(over: unit, from: one, to: width, term)
    return Background.Definition(head, elaborator.graph.call("lossF", total(sum)))
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
