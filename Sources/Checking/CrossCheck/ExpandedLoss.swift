import Calculus
import Derivations
import Expressions
import Networks
import Numerics

/// The loss written out in weights, biases, inputs and targets, by the derivation's definitions, and differentiated
/// directly with respect to every weight and bias: no δ, no recursion. For small networks only.
struct ExpandedLoss {
  /// The largest number of products of weights and activations, all samples together, that is written out.
  private static let largestSize = 400

  private let program: IndexProgram

  /// The gradients in the order of the layout.
  /// - Throws: `EvaluationError` if something in a definition has no value.
  func gradient(in environment: IndexEnvironment<Double>) throws(EvaluationError) -> [Double] {
    var gradient: [Double] = []
    for value in try program.run(in: environment) { gradient.append(value[]) }
    return gradient
  }

  /// Writes out and differentiates the loss of `derivation` at these sizes; nil if that would be large, or if the
  /// derivation does not define the loss.
  /// - Throws: `EvaluationError` if something in a definition has no value.
  init?(
    _ derivation: Derivation, _ instance: NetworkInstance, _ graph: inout ExpressionGraph,
    shapes: [ArrayKey: [ArrayAxis]]
  ) throws(EvaluationError) {
    let products = instance.layout.layers.reduce(0) { $0 + $1.inputs * $1.outputs } * instance.samples
    guard products <= Self.largestSize else { return nil }
    var expansion = try DefinitionExpansion(derivation, instance.scope, &graph)
    let loss = graph.symbol(NetworkSymbol.loss)
    let expanded = try expansion.expand(loss, in: &graph)
    guard expanded != loss else { return nil }
    let parameters = (0..<instance.layout.count).map { position in
      let name = instance.layout.name(at: position)
      let subscripts = ([instance.weightLayer(from: name.place)] + name.indices).map { graph.number($0) }
      return graph.symbol(name.isBias ? NetworkSymbol.bias : NetworkSymbol.weight, subscripts)
    }
    let gradient = graph.gradient(of: expanded, by: parameters)
    program = try IndexProgram.compile(
      gradient.map { ($0, []) }, in: &graph, scope: instance.scope, shapes: shapes, functions: instance.functions)
  }
}
