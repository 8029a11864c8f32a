import Expressions

/// Turns expressions in index form into an `IndexProgram`.
///
/// An *axis* is a free index, or the index of an opened summation, with its range as numbers. A *value* is what a node
/// became: an array over the axes that occur in it, in ascending order of their numbers. Each node is compiled once.
struct IndexCompiler {
  struct Axis {
    let lower: Int
    let count: Int
    let isLane: Bool
  }

  /// An array over some axes: where it begins and how far apart neighbours lie.
  struct Value {
    var place: IndexProgram.Place
    var axes: [Int] = []
    var strides: [Int] = []

    func stride(along axis: Int) -> Int {
      guard let place = axes.firstIndex(of: axis) else { return 0 }
      return strides[place]
    }
  }

  var graph: ExpressionGraph
  var scope: IndexScope
  let shapes: [ArrayKey: [ArrayAxis]]
  let functions: [String: ScalarFunction]
  var program = IndexProgram()
  var axes: [Axis] = []
  private var axisNumbers: [Expression: Int] = [:]
  private var values: [Expression: Value] = [:]
  private var inputNumbers: [ArrayKey: Int] = [:]
  private var functionNumbers: [String: Int] = [:]
  /// The index that runs over the elements a scalar function is applied to; its functions are unfolded in place.
  private let laneIndex: Expression?

  init(
    graph: ExpressionGraph, scope: IndexScope, shapes: [ArrayKey: [ArrayAxis]], functions: [String: ScalarFunction],
    laneIndex: Expression? = nil
  ) {
    self.graph = graph
    self.scope = scope
    self.shapes = shapes
    self.functions = functions
    self.laneIndex = laneIndex
  }

  /// The expression in the text grammar, for errors.
  func text(_ expression: Expression) -> String { TextPrinter(graph).text(expression) }

  // MARK: Axes

  /// The axis of a free or opened index, declared at need.
  mutating func axis(of index: Expression) throws(EvaluationError) -> Int {
    if let known = axisNumbers[index] { return known }
    guard case .index(let id) = graph[index] else { throw .notAnIndexExpression(text(index)) }
    let lower = try integer(graph[id].lower)
    let upper = try integer(graph[id].upper)
    return declare(index, Axis(lower: lower, count: max(upper - lower + 1, 0), isLane: index == laneIndex))
  }

  private mutating func declare(_ index: Expression, _ axis: Axis) -> Int {
    axes.append(axis)
    axisNumbers[index] = axes.count - 1
    return axes.count - 1
  }

  func integer(_ expression: Expression) throws(EvaluationError) -> Int {
    guard let value = scope.integer(expression, in: graph) else { throw .undefinedInteger(text(expression)) }
    return value
  }

  // MARK: Results

  /// Makes `expression` the next output, as a dense array over `indices`.
  mutating func output(_ expression: Expression, over indices: [Expression]) throws(EvaluationError) {
    let value = try compile(expression)
    var order: [Int] = []
    for index in indices { order.append(try axis(of: index)) }
    if let stray = value.axes.first(where: { !order.contains($0) }),
      let index = axisNumbers.first(where: { $0.value == stray })?.key
    {
      throw .freeIndex(text(index))
    }
    for (index, number) in zip(indices, order) where axes[number].count == 0 { throw .emptyRange(text(index)) }
    let strides = denseStrides(order)
    var place = value.place
    // A result that lies as wanted is handed out where it is; inputs never are, for they belong to others.
    let isAsWanted = value.axes == order && value.strides == strides && place.base == IndexProgram.Place.registers
    if !isAsWanted { place = emit(.elementwise(.copy), over: order, value).place }
    let ranges = order.map { axes[$0].lower...(axes[$0].lower + axes[$0].count - 1) }
    program.outputs.append(IndexProgram.Output(place: place, strides: strides, ranges: ranges))
  }

  // MARK: Nodes

  /// The value of a node; each is compiled once.
  mutating func compile(_ expression: Expression) throws(EvaluationError) -> Value {
    if let known = values[expression] { return known }
    let value = try compileNew(expression)
    values[expression] = value
    return value
  }

  private mutating func compileNew(_ expression: Expression) throws(EvaluationError) -> Value {
    if let value = scope.values[expression] { return constant(Double(value)) }
    switch graph[expression] {
    case .number(let value): return constant(value.doubleValue)
    case .constant(.pi): return constant(.pi)
    case .constant(.true): return constant(1)
    case .constant(.false): return constant(0)
    case .constant(.undefined), .bound: throw .undefinedValue(text(expression))
    case .symbol: return try compileSymbol(expression)
    case .index: return try compileIndex(expression)
    case .add(let terms): return try compileSum(Array(terms))
    case .multiply(let factors): return try compileProduct(Array(factors))
    case .power(let base, let exponent): return try compilePower(base, exponent)
    case .call(let function, let arguments): return try compileCall(graph[function], Array(arguments))
    case .summation: return try compileSummation(expression)
    case .comparison(let comparison, let a, let b): return try compileComparison(comparison, a, b)
    case .and(let parts): return try fold(Array(parts), .multiply)
    case .or(let parts): return try fold(Array(parts), .or)
    case .not(let inner): return emit(.not, try compile(inner))
    case .bracket(let condition): return try compile(condition)
    case .piecewise(let parts): return try compilePiecewise(Array(parts))
    case .partial(let u, let v): return try compilePartial(expression, u, v)
    }
  }

  private mutating func compileSymbol(_ expression: Expression) throws(EvaluationError) -> Value {
    guard case .symbol(let family, let all) = graph[expression] else { throw .undefinedSymbol(text(expression)) }
    let isLayered = graph[family].isLayered
    if isLayered, all.isEmpty { throw .undefinedSymbol(text(expression)) }
    let layer = isLayered ? try integer(all[all.startIndex]) : nil
    let key = ArrayKey(graph[family].name, layer: layer)
    guard let shape = shapes[key] else {
      if let value = scope.integer(expression, in: graph) { return constant(Double(value)) }
      let layers = shapes.keys.filter { $0.family == key.family }.compactMap(\.layer)
      if let layer, let first = layers.min(), let last = layers.max() {
        throw .outOfRange(symbol: text(expression), subscripts: layer...layer, allowed: first...last)
      }
      throw .undefinedSymbol(text(expression))
    }
    let subscripts = isLayered ? all.dropFirst() : all
    guard subscripts.count == shape.count else {
      throw .wrongSubscriptCount(symbol: text(expression), given: subscripts.count, expected: shape.count)
    }
    var offset = 0
    var strides: [Int: Int] = [:]
    for (subscript_, axis) in zip(subscripts, shape) {
      let place = try affine(subscript_)
      try check(place, against: axis, of: expression)
      offset += (place.lowest(axes) - axis.lower) * axis.stride
      for (number, coefficient) in place.coefficients { strides[number, default: 0] += coefficient * axis.stride }
    }
    let order = strides.keys.sorted()
    return Value(
      place: IndexProgram.Place(base: IndexProgram.Place.firstInput + input(key, shape), offset: offset),
      axes: order, strides: order.map { strides[$0] ?? 0 })
  }

  private func check(_ place: AffineIndex, against axis: ArrayAxis, of symbol: Expression) throws(EvaluationError) {
    guard let range = place.range(axes) else { return }  // Some axis is empty: nothing is read.
    if range.lowerBound < axis.lower || range.upperBound > axis.upper {
      throw .outOfRange(
        symbol: text(symbol), subscripts: range, allowed: axis.lower...max(axis.lower, axis.upper))
    }
  }

  private mutating func input(_ key: ArrayKey, _ shape: [ArrayAxis]) -> Int {
    if let known = inputNumbers[key] { return known }
    program.inputs.append(.array(key, axes: shape))
    inputNumbers[key] = program.inputs.count - 1
    return program.inputs.count - 1
  }

  /// An index as a number: 1, 2, … along its axis.
  private mutating func compileIndex(_ expression: Expression) throws(EvaluationError) -> Value {
    let number = try axis(of: expression)
    let axis = axes[number]
    return constants((0..<axis.count).map { Double(axis.lower + $0) }, over: [number])
  }

  private mutating func compilePower(_ base: Expression, _ exponent: Expression) throws(EvaluationError) -> Value {
    if let power = graph.numberValue(exponent) {
      return emit(.constantPower(power.doubleValue), try compile(base))
    }
    return emit(.raise, try compile(base), try compile(exponent))
  }

  private mutating func compileCall(
    _ function: Function, _ arguments: [Expression]
  ) throws(EvaluationError) -> Value {
    if function.name == "max" { return try fold(arguments, .maximum) }
    if function.name == "min" { return try fold(arguments, .minimum) }
    guard arguments.count == 1 else { throw .undefinedFunction(function.name) }
    let given = functions[function.name]
    if given == nil, function.order == 0, let primitive = ElementwiseOperation(primitive: function.name) {
      return emit(primitive, try compile(arguments[0]))
    }
    if laneIndex != nil, given == nil, function.order == 0,
      let unfolded = graph.unfold(function.name, at: arguments[0])
    {
      return try compile(unfolded)
    }
    let slot = try functionSlot(function.name)
    let argument = try compile(arguments[0])
    return emit(.call(function: slot, order: function.order), over: argument.axes, argument)
  }

  private mutating func functionSlot(_ name: String) throws(EvaluationError) -> Int {
    if let known = functionNumbers[name] { return known }
    var value = functions[name]
    if value == nil, let own = graph.definition(ofOwn: name) { value = try ScalarFunction(own, in: graph) }
    if value == nil { value = try ScalarFunction(named: name) }
    program.functions.append(IndexProgram.FunctionSlot(name: name, value: value))
    functionNumbers[name] = program.functions.count - 1
    return program.functions.count - 1
  }

  private mutating func compileComparison(
    _ comparison: Comparison, _ a: Expression, _ b: Expression
  ) throws(EvaluationError) -> Value {
    if let mask = try indexMask(comparison, a, b) { return mask }
    let operation: ElementwiseOperation =
      switch comparison {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .equal: .equal
      }
    return emit(operation, try compile(a), try compile(b))
  }

  /// [i = k] and the like, known when compiling.
  private mutating func indexMask(
    _ comparison: Comparison, _ a: Expression, _ b: Expression
  ) throws(EvaluationError) -> Value? {
    guard let left = try? affine(a), let right = try? affine(b) else { return nil }
    let difference = left.minus(right)
    let order = difference.coefficients.keys.sorted()
    var mask: [Double] = []
    difference.forEachValue(axes, order) { value in
      let holds =
        switch comparison {
        case .less: value < 0
        case .lessOrEqual: value <= 0
        case .equal: value == 0
        }
      mask.append(holds ? 1 : 0)
    }
    return constants(mask, over: order)
  }

  private mutating func compilePiecewise(_ parts: [Expression]) throws(EvaluationError) -> Value {
    var result = try compile(parts[parts.count - 1])
    for branch in stride(from: parts.count - 3, through: 0, by: -2) {
      let condition = try compile(parts[branch])
      let value = try compile(parts[branch + 1])
      result = emit(.elementwise(.select), over: union([condition, value, result]), condition, value, result)
    }
    return result
  }

  private mutating func compilePartial(
    _ expression: Expression, _ u: Expression, _ v: Expression
  ) throws(EvaluationError) -> Value {
    var numbers: [(axis: Int, index: Expression)] = []
    for index in graph.freeIndices(of: expression) where scope.values[index] == nil {
      numbers.append((try axis(of: index), index))
    }
    numbers.sort { $0.axis < $1.axis }
    let order = numbers.map(\.axis)
    let ranges = order.map { axes[$0].lower...(axes[$0].lower + max(axes[$0].count, 1) - 1) }
    let request = PartialRequest(
      of: u, by: v, indices: numbers.map(\.index), ranges: ranges, values: scope.values)
    program.inputs.append(.partial(request))
    let place = IndexProgram.Place(base: IndexProgram.Place.firstInput + program.inputs.count - 1, offset: 0)
    return Value(place: place, axes: order, strides: denseStrides(order))
  }

  private mutating func fold(
    _ operands: [Expression], _ operation: ElementwiseOperation
  ) throws(EvaluationError) -> Value {
    var result = try compile(operands[0])
    for operand in operands.dropFirst() { result = emit(operation, result, try compile(operand)) }
    return result
  }
}
