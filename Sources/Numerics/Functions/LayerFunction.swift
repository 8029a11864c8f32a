import Expressions
import Networks

/// The activation of a layer of known width: of each unit by itself, or of the whole layer (softmax).
struct LayerFunction: Sendable {
  enum Kind: Sendable {
    case elementwise(ScalarFunction)
    /// z[k] and the index k, compiled over the whole layer.
    case layerwide(IndexProgram, functions: [ScalarFunction])
  }

  let kind: Kind
  let width: Int

  /// Whether each output depends on its own pre-activation only.
  var isElementwise: Bool {
    if case .elementwise = kind { true } else { false }
  }

  /// The activation `activation` of a layer of `width` units; `functions` are what opaque functions stand for.
  /// - Throws: `EvaluationError` if a definition cannot be read or something in it has no value.
  init(_ activation: Activation, width: Int, functions: [String: ScalarFunction]) throws(EvaluationError) {
    self.width = width
    switch activation {
    case .opaque(let name):
      guard let function = functions[name] else { throw .undefinedFunction(name) }
      kind = .elementwise(function)
    case .known, .custom:
      guard let (text, parameters) = activation.definition else {
        guard let record = activation.record else { throw .undefinedFunction(String(describing: activation)) }
        kind = .elementwise(try ScalarFunction(named: record.name))
        return
      }
      kind =
        activation.isVectorValued
        ? try Self.layerwide(text, parameters, width, functions)
        : .elementwise(try ScalarFunction(definition: text, parameters: parameters, functions: functions))
    }
  }

  /// A function that is compiled already, for a layer of `width` units.
  init(_ kind: Kind, width: Int) {
    self.kind = kind
    self.width = width
  }

  private static func layerwide(
    _ text: String, _ parameters: [(name: String, value: Rational)], _ width: Int, _ functions: [String: ScalarFunction]
  ) throws(EvaluationError) -> Kind {
    var graph = ExpressionGraph()
    let unit = graph.index("k", from: graph.number(1), to: graph.symbol("n"))
    var bindings = ["k": unit]
    for (name, value) in parameters { bindings[name] = graph.number(value) }
    let context = TextParser.Context(
      symbols: ["z", "n"], bindings: bindings,
      opaqueFunctions: TextParser.Context().opaqueFunctions.union(functions.keys))
    let value: Expression
    do { value = try TextParser.parse(text, into: &graph, context: context) } catch { throw .text(error) }
    let program = try IndexProgram.compile(
      [(value, [unit])], in: &graph, scope: IndexScope(integers: ["n": width]),
      shapes: [ArrayKey("z"): [ArrayAxis(count: width, stride: 1)]], functions: functions)
    return .layerwide(program, functions: try program.resolvedFunctions(functions))
  }
}

/// A layer's function with memory to run in.
final class LayerRunner<Element: Scalar> {
  fileprivate let function: LayerFunction
  private let machine: IndexMachine<Element>?

  init(_ function: LayerFunction) {
    self.function = function
    if case .layerwide(let program, let functions) = function.kind {
      machine = IndexMachine(program, functions: functions)
    } else {
      machine = nil
    }
  }

  /// Replaces the pre-activations of `lanes` samples, one behind another, by the activations.
  @inline(__always) func replace(_ values: UnsafeMutablePointer<Element>, lanes: Int) {
    switch function.kind {
    case .elementwise(let function):
      function.replace(UnsafeMutableBufferPointer(start: values, count: lanes * self.function.width))
    case .layerwide(let program, _):
      guard let machine else { return }
      for lane in 0..<lanes {
        let layer = values + lane * function.width
        if !program.inputs.isEmpty { machine.bind(0, to: layer) }
        machine.run()
        layer.update(from: machine.output(0), count: function.width)
      }
    }
  }
}

extension LayerRunner {
  /// Replaces `count` pre-activations of single units by their activations; only for functions of units.
  @inline(__always) func replaceUnits(_ values: UnsafeMutablePointer<Element>, count: Int) {
    guard case .elementwise(let scalar) = function.kind else { return }
    scalar.replace(UnsafeMutableBufferPointer(start: values, count: count))
  }
}
