import Expressions

/// Expressions in index form, compiled to loops over arrays.
///
/// Every node becomes an array over its own free indices, computed once however often it is used; a sum of products
/// becomes a contraction that never stores the products, so that Σ_j w_ij a_j is the product of a matrix and a vector.
/// Compiling fixes all sizes; a compiled program runs on any arrays of the shapes it was compiled for.
public struct IndexProgram: Sendable {
  /// Where an operand begins: in the constants, the registers, or one of the inputs.
  struct Place: Equatable, Sendable {
    static let constants = 0
    static let registers = 1
    static let firstInput = 2

    var base: Int
    var offset: Int
  }

  enum Operation: Sendable {
    case elementwise(ElementwiseOperation)
    /// The derivative of order `order` of a function, of each element.
    case call(function: Int, order: Int)
    /// The sum of a·b, or of a, over the last `summed` loops.
    case contract(summed: Int, operands: Int)
  }

  /// One loop of a nest: how often, and how far each operand moves.
  struct Loop: Sendable {
    var count: Int
    var out: Int
    var a: Int
    var b: Int
    var c: Int
    /// Whether this is the loop over the elements that a scalar function is applied to; its count is set at run time.
    var isLane: Bool
  }

  struct Instruction: Sendable {
    var operation: Operation
    /// Where the result stands in the registers.
    var out: Int
    var a: Place
    var b: Place
    var c: Place
    /// The nest, outermost first: a range of `loops`.
    var nest: Range<Int>
  }

  enum Input: Sendable {
    case array(ArrayKey, axes: [ArrayAxis])
    case partial(PartialRequest)
  }

  struct Output: Sendable {
    var place: Place
    var strides: [Int]
    var ranges: [ClosedRange<Int>]
  }

  /// A function that is called: its name, and what it is unless the environment says otherwise.
  struct FunctionSlot: Sendable {
    var name: String
    var value: ScalarFunction?
  }

  var instructions: [Instruction] = []
  var loops: [Loop] = []
  var constants: [Double] = []
  var registerCount = 0
  var inputs: [Input] = []
  var functions: [FunctionSlot] = []
  var outputs: [Output] = []

  /// The formal partial derivatives whose values a run will ask for.
  public var partials: [PartialRequest] {
    inputs.compactMap { if case .partial(let request) = $0 { request } else { nil } }
  }

  /// The ranges of the indices of each result.
  public var ranges: [[ClosedRange<Int>]] { outputs.map(\.ranges) }

  /// Compiles `expressions`, each over its own free indices in the order given. What they share is computed once.
  ///
  /// `graph` grows by opened summations. `functions` are those that the environment will provide.
  /// - Throws: `EvaluationError` with the name of what has no value or no meaning in `scope`.
  public static func compile(
    _ expressions: [(expression: Expression, indices: [Expression])], in graph: inout ExpressionGraph,
    scope: IndexScope, shapes: [ArrayKey: [ArrayAxis]], functions: [String: ScalarFunction] = [:]
  ) throws(EvaluationError) -> IndexProgram {
    var compiler = IndexCompiler(graph: graph, scope: scope, shapes: shapes, functions: functions)
    defer { graph = compiler.graph }
    for (_, indices) in expressions {
      for index in indices { _ = try compiler.axis(of: index) }
    }
    for (expression, indices) in expressions { try compiler.output(expression, over: indices) }
    return compiler.program
  }

  /// Runs the program on the arrays and functions of `environment`; one array for each expression that was compiled.
  /// - Throws: `EvaluationError.undefinedFunction`, `.noPartial`, `.undefinedSymbol` or `.shapeChanged`.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  @specialized(where Element == KinkProbe)
  public func run<Element: Scalar>(
    in environment: IndexEnvironment<Element>
  ) throws(EvaluationError) -> [IndexedArray<Element>] {
    let machine = IndexMachine<Element>(self, functions: try resolvedFunctions(environment.functions))
    var arrays: [IndexedArray<Element>] = []
    for input in inputs { arrays.append(try array(for: input, in: environment)) }
    machine.run(on: arrays)
    return machine.results()
  }

  /// The functions behind the slots.
  /// - Throws: `EvaluationError.undefinedFunction` for one that is neither given nor known.
  func resolvedFunctions(_ given: [String: ScalarFunction]) throws(EvaluationError) -> [ScalarFunction] {
    var resolved: [ScalarFunction] = []
    for slot in functions {
      guard let function = given[slot.name] ?? slot.value else { throw .undefinedFunction(slot.name) }
      resolved.append(function)
    }
    return resolved
  }

  private func array<Element: Scalar>(
    for input: Input, in environment: IndexEnvironment<Element>
  ) throws(EvaluationError) -> IndexedArray<Element> {
    switch input {
    case .array(let key, let axes):
      guard let array = environment.arrays[key] else { throw .undefinedSymbol(key.description) }
      guard array.axes == axes else { throw .shapeChanged(key.description) }
      return array
    case .partial(let request):
      guard let partial = environment.partial else { throw .noPartial }
      // A dense copy: the program's strides are those of row-major storage.
      return IndexedArray(try partial(request).elements, ranges: request.ranges)
    }
  }
}
