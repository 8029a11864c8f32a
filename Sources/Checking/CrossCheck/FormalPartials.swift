import Derivations
import Expressions
import Networks
import Numerics

/// The values of formal partial derivatives ∂u/∂v in a concrete network.
///
/// In a small network they come from the notes' own meaning: v is one number of the network (a cut), everything behind it
/// follows, everything else is held; a forward pass in dual numbers gives the slope of every symbol, and u is evaluated
/// in them. In a large one ∂L/∂w, ∂L/∂b and ∂L/∂z come from the concrete backward pass, and others only where few numbers
/// are differentiated by.
struct FormalPartials {
  /// A derivative, at the given values of layer letters.
  struct Key: Hashable {
    let of: Expression
    let by: Expression
    let values: [Expression: Int]

    init(_ request: PartialRequest) {
      of = request.of
      by = request.by
      values = request.values
    }
  }

  /// Where the values of one derivative go: the axes are those of v's indices, then the other ones of u.
  private struct Table {
    let program: IndexProgram
    let indices: [Expression]
    let ranges: [ClosedRange<Int>]
    /// For each axis of u's values, which axis of the table it is.
    let axes: [Int]
    /// The number of v's indices.
    let outer: Int
    let isOfLoss: Bool
    /// Whether it is what the backward pass has in v's place; else it comes from slopes.
    let isGradient: Bool
  }

  /// What is differentiated by: a number of the network, or the argument z of the activations' definitions.
  private enum Variable: Hashable {
    case cut(Cut)
    case argument
  }

  /// One number that is differentiated by, and the tables that have a part with it.
  private struct Cell {
    let variable: Variable
    var uses: [(table: Int, values: [Int])]
  }

  /// The largest number of numbers that one derivative is taken by in a large network.
  private static let mostCells = 512

  private let instance: NetworkInstance
  private let isSmall: Bool
  private var tables: [Table] = []
  private var numbers: [Key: Int] = [:]
  private var cells: [Cell] = []
  private var cellNumbers: [Variable: Int] = [:]

  /// No derivatives yet, for a network of these sizes; `isSmall` says whether every number of it may be a cut.
  init(_ instance: NetworkInstance, isSmall: Bool) {
    self.instance = instance
    self.isSmall = isSmall
  }

  // MARK: Compiling

  /// Makes the derivative known.
  /// - Throws: `EvaluationError` if it has no value in such a network.
  mutating func register(
    _ request: PartialRequest, _ graph: inout ExpressionGraph, shapes: [ArrayKey: [ArrayAxis]]
  ) throws(EvaluationError) {
    let key = Key(request)
    if numbers[key] != nil { return }
    var scope = instance.scope
    scope.values = request.values
    let free = graph.freeIndices(of: request.by).filter { request.values[$0] == nil }
    let outer = request.indices.filter { free.contains($0) }
    let inner = graph.freeIndices(of: request.of).filter { request.values[$0] == nil }
    let indices = outer + inner.filter { !outer.contains($0) }
    var ranges: [ClosedRange<Int>] = []
    for index in indices {
      if let place = request.indices.firstIndex(of: index) { ranges.append(request.ranges[place]) }
    }
    let isOfLoss = graph.isSymbol(request.of, NetworkSymbol.loss)
    let isGradient = !isSmall && isOfLoss && isGradientKnown(request.by, graph)
    // δ is ∂L/∂z itself: it has no slope of its own.
    let shapes = shapes.filter { $0.key.family != NetworkSymbol.delta.name }
    let program = try IndexProgram.compile(
      [isGradient ? (request.by, indices) : (request.of, inner)], in: &graph, scope: scope, shapes: shapes,
      functions: instance.functions)
    guard program.partials.isEmpty else { throw .noPartial }
    let number = tables.count
    if !isGradient { try addCells(request.by, outer, Array(ranges.prefix(outer.count)), number, graph, scope) }
    tables.append(
      Table(
        program: program, indices: indices, ranges: ranges, axes: inner.compactMap { indices.firstIndex(of: $0) },
        outer: outer.count, isOfLoss: isOfLoss, isGradient: isGradient))
    numbers[key] = number
  }

  /// Whether the backward pass has ∂L/∂v.
  private func isGradientKnown(_ v: Expression, _ graph: ExpressionGraph) -> Bool {
    let known = [NetworkSymbol.weight, NetworkSymbol.bias, NetworkSymbol.preactivation]
    return known.contains { graph.isSymbol(v, $0) }
  }

  /// A cell for every combination of v's indices.
  private mutating func addCells(
    _ v: Expression, _ indices: [Expression], _ ranges: [ClosedRange<Int>], _ table: Int, _ graph: ExpressionGraph,
    _ scope: IndexScope
  ) throws(EvaluationError) {
    let count = ranges.reduce(1) { $0 * $1.count }
    guard isSmall || count <= Self.mostCells else { throw .noPartial }
    var combinations: [[Int]] = [[]]
    for range in ranges { combinations = combinations.flatMap { start in range.map { start + [$0] } } }
    // All of them first: a derivative that leaves its range adds nothing.
    var variables: [(variable: Variable, values: [Int])] = []
    for values in combinations {
      var assigned = scope
      for (index, value) in zip(indices, values) { assigned.values[index] = value }
      let variable: Variable =
        graph.isArgument(v) ? .argument : .cut(try instance.cut(at: v, in: graph, scope: assigned))
      variables.append((variable, values))
    }
    for (variable, values) in variables {
      let number = cellNumbers[variable] ?? cells.count
      if number == cells.count {
        cells.append(Cell(variable: variable, uses: []))
        cellNumbers[variable] = number
      }
      cells[number].uses.append((table, values))
    }
  }

  // MARK: Values

  /// The values of every derivative at a point, as something that answers requests.
  /// - Throws: `EvaluationError` if something has no value.
  func values(
    _ perceptron: MultilayerPerceptron, at point: NetworkPoint, state: NetworkState<Double>, backward: BackwardPass,
    extra: [ArrayKey: Double]
  ) throws(EvaluationError) -> @Sendable (PartialRequest) throws(EvaluationError) -> IndexedArray<Double> {
    var arrays = try slopes(perceptron, at: point, extra: extra)
    if tables.contains(where: \.isGradient) { try fillGradients(&arrays, perceptron, state, backward) }
    return { [tables, numbers, arrays] request throws(EvaluationError) in
      guard let number = numbers[Key(request)] else { throw .noPartial }
      let array = arrays[number]
      var axes: [ArrayAxis] = []
      for index in request.indices {
        guard let place = tables[number].indices.firstIndex(of: index) else { throw .noPartial }
        axes.append(array.axes[place])
      }
      return IndexedArray(array.storage, axes: axes)
    }
  }

  private func slopes(
    _ perceptron: MultilayerPerceptron, at point: NetworkPoint, extra: [ArrayKey: Double]
  ) throws(EvaluationError) -> [IndexedArray<Double>] {
    var storages = tables.map { [Double](repeating: 0, count: $0.ranges.reduce(1) { $0 * $1.count }) }
    for cell in cells {
      let state = slopes(by: cell.variable, perceptron, point)
      var environment: IndexEnvironment<Dual>?
      for (number, values) in cell.uses {
        let table = tables[number]
        if table.isOfLoss {
          store([state?.loss ?? Dual(0)], table, values, &storages[number])
        } else {
          let symbols = environment ?? self.environment(state, perceptron.instance, extra)
          environment = symbols
          store(try table.program.run(in: symbols)[0].elements, table, values, &storages[number])
        }
      }
    }
    return zip(storages, tables).map { IndexedArray($0, ranges: $1.ranges) }
  }

  /// The network as a function of one number; nil for the argument of a definition, on which nothing of it depends.
  private func slopes(
    by variable: Variable, _ perceptron: MultilayerPerceptron, _ point: NetworkPoint
  ) -> NetworkState<Dual>? {
    if case .cut(let cut) = variable { perceptron.forward(at: point, from: cut) } else { nil }
  }

  /// All symbols as functions of one number: of the network's, or of the argument.
  private func environment(
    _ state: NetworkState<Dual>?, _ instance: NetworkInstance, _ extra: [ArrayKey: Double]
  ) -> IndexEnvironment<Dual> {
    guard let state else {
      let z = Dual(extra[ArrayKey(Self.argument)] ?? 0, slope: 1)
      return IndexEnvironment(
        scope: instance.scope, arrays: [ArrayKey(Self.argument): IndexedArray(z)], functions: instance.functions)
    }
    var environment = instance.environment(state)
    for (key, value) in extra { environment.arrays[key] = IndexedArray(Dual(value)) }
    return environment
  }

  /// The name of the argument of the activations' definitions.
  static let argument = "z"

  /// Puts the slopes of u's values, at these values of v's indices, where they belong.
  private func store(_ duals: [Dual], _ table: Table, _ values: [Int], _ storage: inout [Double]) {
    var indices = values + table.ranges.dropFirst(values.count).map(\.lowerBound)
    let ranges = table.axes.map { table.ranges[$0] }
    for (place, dual) in duals.enumerated() {
      // The indices of this value of u, the last varying fastest; those it shares with v must agree.
      var rest = place
      var agrees = true
      for (axis, range) in zip(table.axes, ranges).reversed() {
        let index = range.lowerBound + rest % range.count
        rest /= range.count
        if axis < table.outer { agrees = agrees && indices[axis] == index } else { indices[axis] = index }
      }
      guard agrees else { continue }
      var position = 0
      for (range, index) in zip(table.ranges, indices) { position = position * range.count + index - range.lowerBound }
      storage[position] = dual.slope
    }
  }

  /// ∂L/∂v is what the backward pass has in the place of v.
  private func fillGradients(
    _ arrays: inout [IndexedArray<Double>], _ perceptron: MultilayerPerceptron, _ state: NetworkState<Double>,
    _ backward: BackwardPass
  ) throws(EvaluationError) {
    var slopes = state
    slopes.parameters = backward.gradient
    slopes.preactivations = backward.deltas
    let environment = perceptron.instance.environment(slopes)
    for (number, table) in tables.enumerated() where table.isGradient {
      arrays[number] = try table.program.run(in: environment)[0]
    }
  }
}

extension ExpressionGraph {
  /// Whether `expression` is a member of `family`.
  func isSymbol(_ expression: Expression, _ family: Family) -> Bool {
    if case .symbol(let id, _) = self[expression] { self[id] == family } else { false }
  }

  /// Whether `expression` is the z of an activation's definition, which has no layer.
  func isArgument(_ expression: Expression) -> Bool {
    isSymbol(expression, Family(FormalPartials.argument))
  }
}
