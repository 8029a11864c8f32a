import Expressions
import Networks

/// The loss of one sample, compiled from its definition for a known number of outputs.
public struct LossFunction: Sendable {
  let program: IndexProgram
  let functions: [ScalarFunction]
  /// Which inputs of the program are the targets and the outputs; nil where the definition mentions none of them.
  let targetInput: Int?
  let outputInput: Int?
  /// The number of outputs.
  public let width: Int

  /// The loss `loss` of `width` outputs; `functions` are what opaque functions in it stand for.
  /// - Throws: `EvaluationError` if the definition cannot be read or something in it has no value.
  public init(_ loss: Loss, width: Int, functions: [String: ScalarFunction] = [:]) throws(EvaluationError) {
    let (text, parameters) = loss.definition
    var graph = ExpressionGraph()
    var bindings: [String: Expression] = [:]
    for (name, value) in parameters { bindings[name] = graph.number(value) }
    let context = TextParser.Context(
      symbols: ["y", "a", "n"], bindings: bindings,
      opaqueFunctions: TextParser.Context().opaqueFunctions.union(functions.keys))
    let value: Expression
    do { value = try TextParser.parse(text, into: &graph, context: context) } catch { throw .text(error) }
    let shape = [ArrayAxis(count: width, stride: 1)]
    let program = try IndexProgram.compile(
      [(value, [])], in: &graph, scope: IndexScope(integers: ["n": width]),
      shapes: [ArrayKey("y"): shape, ArrayKey("a"): shape], functions: functions)
    self.program = program
    self.functions = try program.resolvedFunctions(functions)
    self.width = width
    func input(_ name: String) -> Int? {
      program.inputs.firstIndex { if case .array(let key, _) = $0 { key.family == name } else { false } }
    }
    targetInput = input("y")
    outputInput = input("a")
  }

  /// The loss of one sample; both arrays have `width` elements.
  public func callAsFunction<Element: Scalar>(targets: [Element], outputs: [Element]) -> Element {
    precondition(targets.count == width && outputs.count == width, "one target and one output for each unit")
    let runner = LossRunner<Element>(self)
    return targets.withUnsafeBufferPointer { y in
      outputs.withUnsafeBufferPointer { a in
        guard let y = y.baseAddress, let a = a.baseAddress else { return Element(0) }
        return runner.value(targets: y, outputs: a)
      }
    }
  }
}

/// A loss with memory to run in.
final class LossRunner<Element: Scalar> {
  private let loss: LossFunction
  private let machine: IndexMachine<Element>

  init(_ loss: LossFunction) {
    self.loss = loss
    machine = IndexMachine(loss.program, functions: loss.functions)
  }

  /// The loss of the sample whose targets and outputs begin there.
  @inline(__always) func value(targets: UnsafePointer<Element>, outputs: UnsafePointer<Element>) -> Element {
    if let input = loss.targetInput { machine.bind(input, to: targets) }
    if let input = loss.outputInput { machine.bind(input, to: outputs) }
    machine.run()
    return machine.output(0)[0]
  }
}
