import Calculus
import Expressions

/// Turns expressions of a graph into operations of a program. One compiler makes one formula or one definition.
struct FormulaCompiler {
  let program: FormulaProgram
  /// The slots of indices.
  private var slots: [Expression: Int] = [:]
  private var memo: [Expression: Int] = [:]
  /// The indices whose ranges are being compiled.
  private var pendingIndices: Set<Expression> = []
  private(set) var indices: [FormulaProgram.Formula.FreeIndex] = []
  private(set) var slotCount = 0
  /// The symbol that stands for the argument, inside the definition of a function.
  private let parameter: Expression?

  init(_ program: FormulaProgram, parameter: Expression? = nil) {
    self.program = program
    self.parameter = parameter
  }

  /// The formula with these roots.
  static func formula(
    _ roots: [Expression], _ program: FormulaProgram, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Formula {
    var compiler = FormulaCompiler(program)
    let places = roots.map { compiler.compile($0, &graph) }
    return FormulaProgram.Formula(
      roots: places, indices: compiler.indices, slotCount: compiler.slotCount, mark: program.operations.count)
  }

  // MARK: Definitions

  /// The definition head = value; nil if the head is no symbol with indices, or the value has an index of its own.
  static func definition(
    _ head: Expression, _ value: Expression, _ program: FormulaProgram, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Definition? {
    guard case .symbol(let id, let subscripts) = graph[head] else { return nil }
    var compiler = FormulaCompiler(program)
    var patterns: [FormulaProgram.Pattern] = []
    for part in Array(subscripts) { patterns.append(compiler.pattern(part, &graph)) }
    let known = compiler.indices.count
    let place = compiler.compile(value, &graph)
    guard compiler.indices.count == known else { return nil }
    // A name for a derivative of L says nothing of what L depends on.
    graph.forEachNode(of: value) { node in
      if case .partial = graph[node] { return false }
      if case .symbol(let family, _) = graph[node] { program.mentioned.insert(program.number(of: graph[family])) }
      return true
    }
    let isAlias = if case .symbol = graph[value] { true } else { false }
    return FormulaProgram.Definition(
      family: program.number(of: graph[id]), patterns: patterns, slotCount: compiler.slotCount, value: place,
      isAlias: isAlias)
  }

  private mutating func pattern(_ part: Expression, _ graph: inout ExpressionGraph) -> FormulaProgram.Pattern {
    let free = graph.freeIndices(of: part)
    guard free.count == 1, slots[free[0]] == nil, case .index = graph[free[0]],
      let shift = graph.constantDifference(part, free[0])?.asInt
    else { return .constant(compile(part, &graph)) }
    _ = compile(free[0], &graph)
    guard let own = indices.last(where: { $0.index == free[0] }) else { return .constant(compile(part, &graph)) }
    return .variable(slot: own.slot, shift: shift, lower: own.lower, upper: own.upper)
  }

  /// Σ of a symbol over one index = total.
  static func normalisation(
    _ left: Expression, _ right: Expression, _ program: FormulaProgram, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Normalisation? {
    guard let opened = graph.openFresh(left), case .symbol(let id, let subscripts) = graph[opened.body] else {
      return nil
    }
    guard let place = Array(subscripts).firstIndex(of: opened.index) else { return nil }
    var compiler = FormulaCompiler(program)
    var patterns: [FormulaProgram.Pattern] = []
    for part in Array(subscripts) { patterns.append(compiler.pattern(part, &graph)) }
    let total = compiler.compile(right, &graph)
    guard case .variable(let slot, _, let lower, let upper) = patterns[place] else { return nil }
    let definition = FormulaProgram.Definition(
      family: program.number(of: graph[id]), patterns: patterns, slotCount: compiler.slotCount, value: total,
      isAlias: false)
    return FormulaProgram.Normalisation(
      pattern: definition, place: place, slot: slot, lower: lower, upper: upper, total: total)
  }

  // MARK: Expressions

  /// The place of the operation that computes `expression`.
  mutating func compile(_ expression: Expression, _ graph: inout ExpressionGraph) -> Int {
    if let known = memo[expression] { return known }
    let operation = self.operation(expression, &graph)
    let place = program.append(operation)
    memo[expression] = place
    return place
  }

  private mutating func compile(
    all expressions: some Collection<Expression>, _ graph: inout ExpressionGraph
  ) -> [Int] {
    let list = Array(expressions)
    return list.map { compile($0, &graph) }
  }

  private mutating func operation(
    _ expression: Expression, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Operation {
    if expression == parameter { return .argument }
    switch graph[expression] {
    case .number(let value): return .number(value.doubleValue)
    case .constant(let constant): return Self.constant(constant)
    case .index:
      guard let slot = slot(of: expression, &graph) else {
        return .fault(.unsupported("what an index runs over depends on the index"))
      }
      return .index(slot)
    case .bound: return .fault(.unsupported("an index is bound twice"))
    case .symbol(let id, let subscripts):
      let family = program.number(of: graph[id])
      return .symbol(family: family, subscripts: compile(all: subscripts, &graph))
    case .add(let terms): return .sum(compile(all: terms, &graph))
    case .multiply(let factors):
      let list = Array(factors)
      let brackets = list.filter { Self.isBracket($0, graph) }
      return .product(compile(all: brackets + list.filter { !Self.isBracket($0, graph) }, &graph))
    case .power(let base, let exponent):
      let value = graph.numberValue(exponent)
      let place = compile(base, &graph)
      if let value { return .power(place, value.doubleValue) }
      return .generalPower(place, compile(exponent, &graph))
    case .call(let id, let arguments):
      let function = graph[id]
      let number = self.function(function.name, &graph)
      let places = compile(all: arguments, &graph)
      return .call(function: number, order: function.order, arguments: places)
    case .summation: return summation(expression, &graph)
    case .comparison(let comparison, let a, let b):
      let left = compile(a, &graph)
      return .comparison(comparison, left, compile(b, &graph))
    case .and(let conditions): return .and(compile(all: conditions, &graph))
    case .or(let conditions): return .or(compile(all: conditions, &graph))
    case .not(let condition): return .not(compile(condition, &graph))
    case .bracket(let condition): return .product([compile(condition, &graph)])
    case .piecewise(let parts): return .piecewise(compile(all: parts, &graph))
    case .partial(let u, let v): return partial(u, v, &graph)
    }
  }

  private static func constant(_ constant: Constant) -> FormulaProgram.Operation {
    switch constant {
    case .pi: .number(.pi)
    case .true: .number(1)
    case .false: .number(0)
    case .undefined: .fault(.unsupported("it divides by zero"))
    }
  }

  private static func isBracket(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    if case .bracket = graph[expression] { true } else { false }
  }

  /// The slot of a free index; the first time, its range is compiled before it. Nil for one whose range leads back to it.
  private mutating func slot(of index: Expression, _ graph: inout ExpressionGraph) -> Int? {
    if let known = slots[index] { return known }
    guard case .index(let id) = graph[index] else { return 0 }
    guard pendingIndices.insert(index).inserted else { return nil }
    defer { pendingIndices.remove(index) }
    let range = graph[id]
    let lower = compile(range.lower, &graph)
    let upper = compile(range.upper, &graph)
    let slot = newSlot(index)
    indices.append(.init(index: index, name: range.name, slot: slot, lower: lower, upper: upper))
    return slot
  }

  private mutating func newSlot(_ index: Expression) -> Int {
    defer { slotCount += 1 }
    slots[index] = slotCount
    return slotCount
  }

  private mutating func summation(
    _ expression: Expression, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Operation {
    // The same sum may stand inside itself with other bounds around it: each gets an index of its own.
    guard let opened = graph.open(expression) else { return .fault(.unsupported("a sum cannot be read")) }
    let lower = compile(opened.lower, &graph)
    let upper = compile(opened.upper, &graph)
    let slot = slots[opened.index] ?? newSlot(opened.index)
    return .summation(slot: slot, lower: lower, upper: upper, body: compile(opened.body, &graph))
  }

  private mutating func partial(
    _ u: Expression, _ v: Expression, _ graph: inout ExpressionGraph
  ) -> FormulaProgram.Operation {
    guard case .symbol = graph[v] else {
      return .fault(.unsupported("it differentiates by \(TextPrinter(graph).text(v)), which is no symbol"))
    }
    let of = compile(u, &graph)
    return .partial(of: of, by: compile(v, &graph))
  }

  // MARK: Functions

  private mutating func function(_ name: String, _ graph: inout ExpressionGraph) -> Int {
    if let known = program.functionNumber(name) { return known }
    if let own = graph.definition(ofOwn: name) { return define(name, own, &graph) }
    guard let record = FunctionTable.record(named: name) else { return program.declareOpaque(name) }
    if record.isVectorValued { return program.declare(name, .primitive) }
    guard let definition = graph.definition(of: name) else { return program.declare(record.name, .primitive) }
    return define(name, definition, &graph)
  }

  private func define(_ name: String, _ definition: FunctionDefinition, _ graph: inout ExpressionGraph) -> Int {
    // Declared first, so that a function that calls itself does not compile for ever.
    let number = program.declare(name, .primitive)
    var compiler = FormulaCompiler(program, parameter: definition.parameter)
    let place = compiler.compile(definition.value, &graph)
    program.define(number, .defined(place, slotCount: compiler.slotCount))
    return number
  }
}
