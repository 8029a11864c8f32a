import Expressions

/// A function of one real argument, compiled from its definition; its derivatives of any order come from the same
/// definition, by dual numbers and Taylor series. A user's own goes down the same path as those of the table.
public struct ScalarFunction: Sendable {
  /// How many elements a run works on: enough to make the loops' overhead small, few enough to stay in the cache.
  private static let laneCount = 32

  private let program: IndexProgram
  private let functions: [ScalarFunction]

  /// The function of `z` that a text defines.
  ///
  /// `functions` are what the opaque functions in it stand for.
  /// - Throws: `EvaluationError.text` for a text that cannot be read, or the name of what has no value.
  public init(
    definition text: String, parameters: [(name: String, value: Rational)] = [],
    functions: [String: ScalarFunction] = [:]
  ) throws(EvaluationError) {
    var graph = ExpressionGraph()
    var bindings: [String: Expression] = [:]
    for (name, value) in parameters { bindings[name] = graph.number(value) }
    let context = TextParser.Context(
      symbols: ["z"], bindings: bindings, opaqueFunctions: TextParser.Context().opaqueFunctions.union(functions.keys))
    let value: Expression
    do { value = try TextParser.parse(text, into: &graph, context: context) } catch { throw .text(error) }
    let definition = FunctionDefinition(parameter: graph.symbol("z"), value: value)
    try self.init(definition, in: graph, functions: functions)
  }

  /// The function that a definition of `graph` defines.
  /// - Throws: `EvaluationError` with the name of what has no value.
  public init(
    _ definition: FunctionDefinition, in graph: ExpressionGraph, functions: [String: ScalarFunction] = [:]
  ) throws(EvaluationError) {
    var graph = graph
    let one = graph.number(1)
    let lane = graph.freshIndex("lane", from: one, to: graph.number(Self.laneCount))
    let argument = graph.symbol(Family("·"), [lane])
    let value = graph.replace(definition.parameter, by: argument, in: definition.value)
    var compiler = IndexCompiler(
      graph: graph, scope: IndexScope(), shapes: [ArrayKey("·"): [ArrayAxis(count: Self.laneCount, stride: 1)]],
      functions: functions, laneIndex: lane)
    try compiler.output(value, over: [lane])
    program = compiler.program
    self.functions = try program.resolvedFunctions([:])
  }

  /// The function of the table that is called `name`, with the defaults of its parameters.
  /// - Throws: `EvaluationError.undefinedFunction` if there is none, or none of one argument.
  public init(named name: String) throws(EvaluationError) {
    guard let record = FunctionTable.record(named: name), record.arity == 1...1, !record.isVectorValued else {
      throw .undefinedFunction(name)
    }
    // A primitive has no definition but itself.
    try self.init(definition: record.definition ?? "\(record.name)(z)", parameters: record.parameters)
  }

  // MARK: Values

  /// The value at `x`.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  public func callAsFunction<Element: Scalar>(_ x: Element) -> Element {
    withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) { buffer in
      buffer.initializeElement(at: 0, to: x)
      replace(buffer)
      return buffer.moveElement(from: 0)
    }
  }

  /// Replaces every element by the function's value there.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  @specialized(where Element == KinkProbe)
  @specialized(where Element == Jet)
  public func replace<Element: Scalar>(_ values: UnsafeMutableBufferPointer<Element>) {
    guard let start = values.baseAddress else { return }
    let machine = IndexMachine<Element>(program, functions: functions)
    var done = 0
    while done < values.count {
      let lanes = min(Self.laneCount, values.count - done)
      if !program.inputs.isEmpty { machine.bind(0, to: start + done) }
      machine.run(lanes: lanes)
      (start + done).update(from: machine.output(0), count: lanes)
      done += lanes
    }
  }

  /// The derivative of order `order` at `x`.
  public func derivative(_ order: Int = 1, at x: Double) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 1) { buffer in
      buffer.initializeElement(at: 0, to: x)
      Double.apply(self, order: order, to: buffer)
      return buffer[0]
    }
  }

  /// The Taylor series at `x` up to the power `order`.
  public func taylor(at x: Double, order: Int) -> Jet { self(Jet.variable(x, order: order)) }
}
