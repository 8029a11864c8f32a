import Derivations
import Expressions

/// Which relations of some notes define their symbols. Definitions hold for the whole of the notes, wherever they stand;
/// of two about one symbol the first is kept, and the other is a claim.
struct DefinitionCollector {
  /// What is defined, by the background first.
  private(set) var definitions: [Background.Definition] = []
  /// The assertions that were taken as definitions.
  private(set) var taken: Set<Int> = []
  /// The heads of the definitions, for asking whether a symbol has one.
  private(set) var table = DefinitionTable()
  /// What lines compute other quantities from.
  private var ingredients: Set<FamilyID> = []
  private let program: FormulaProgram

  init(_ program: FormulaProgram) { self.program = program }

  /// Takes the definitions of the background, and those among `assertions`.
  mutating func collect(_ background: Background, _ assertions: [Assertion], _ graph: inout ExpressionGraph) {
    for (symbol, value) in background.sizes { _ = take(symbol, graph.number(value), &graph) }
    // Functions first, so that every formula finds them defined. What a network is computed with may be any function where
    // the lines say several things of it: these are examples.
    let examples = background.definitions.isEmpty ? [] : Self.functionsOfSeveralValues(assertions, graph)
    let heads = Set(assertions.map(\.claim.left) + background.definitions.map(\.head))
    let others = assertions.map(\.claim.left).filter { !Self.isFormula($0, assertions, heads, graph) }
    collect(assertions, .function, except: examples.union(others), &graph)
    for definition in background.definitions { _ = take(definition.head, definition.value, &graph) }
    // What is assumed of a symbol that has no definition is as good as one.
    for (left, right) in background.assumptions { _ = take(left, right, &graph) }
    for assertion in assertions where assertion.claim.reason == .assumption {
      _ = take(assertion.claim.left, assertion.claim.right, &graph)
    }
    ingredients = Self.ingredients(of: assertions, graph)
    collect(assertions, .function, except: examples, &graph)
    collect(assertions, .symbol, &graph)
    // Last what is named behind a derivative: of ∂z/∂w = x the x may be what z is made of.
    collect(assertions, .nameOfDerivative, &graph)
  }

  /// Whether a function is defined by a formula in its argument and numbers: g(x) = x³, and g(x) = αx where no line says what α
  /// is, but not g(z_k) = a_k.
  private static func isFormula(
    _ head: Expression, _ assertions: [Assertion], _ heads: Set<Expression>, _ graph: ExpressionGraph
  ) -> Bool {
    guard case .call(_, let arguments) = graph[head], arguments.count == 1, let parameter = arguments.first,
      case .symbol(_, let subscripts) = graph[parameter], subscripts.isEmpty
    else { return false }
    return assertions.allSatisfy { assertion in
      guard assertion.claim.left == head else { return true }
      return !graph.contains(in: assertion.claim.right) { node in
        guard case .symbol(_, let subscripts) = graph[node], node != parameter else { return false }
        return !subscripts.isEmpty || heads.contains(node)
      }
    }
  }

  /// The heads of functions that the lines define in several ways.
  private static func functionsOfSeveralValues(
    _ assertions: [Assertion], _ graph: ExpressionGraph
  ) -> Set<Expression> {
    var values: [Expression: Expression] = [:]
    var result: Set<Expression> = []
    for assertion in assertions {
      guard case .definition(let head) = assertion.claim.reason, head == assertion.claim.left,
        case .call = graph[head]
      else { continue }
      if values.updateValue(assertion.claim.right, forKey: head).map({ $0 != assertion.claim.right }) ?? false {
        result.insert(head)
      }
    }
    return result
  }

  /// Takes what the assertions define of one kind.
  private mutating func collect(
    _ assertions: [Assertion], _ kind: HeadKind, except others: Set<Expression> = [], _ graph: inout ExpressionGraph
  ) {
    for (number, assertion) in assertions.enumerated() {
      let claim = assertion.claim
      guard case .definition(let head) = claim.reason, claim.relation == .equal,
        head == claim.left || head == claim.right, !others.contains(head), self.kind(of: head, claim, graph) == kind
      else { continue }
      let value = head == claim.left ? claim.right : claim.left
      if kind == .function ? define(function: head, value, &graph) : take(head, value, &graph) {
        taken.insert(number)
      }
    }
  }

  /// What a line may introduce.
  private enum HeadKind { case function, symbol, nameOfDerivative }

  private func kind(of head: Expression, _ claim: Claim, _ graph: ExpressionGraph) -> HeadKind {
    if case .call = graph[head] { return .function }
    guard head == claim.right, case .symbol(let id, _) = graph[head], ingredients.contains(id),
      graph.holdsPartial(claim.left)
    else { return .symbol }
    return .nameOfDerivative
  }

  /// What lines compute other quantities from, without derivatives.
  private static func ingredients(of assertions: [Assertion], _ graph: ExpressionGraph) -> Set<FamilyID> {
    var result: Set<FamilyID> = []
    for assertion in assertions {
      let claim = assertion.claim
      guard case .definition(let head) = claim.reason, claim.relation == .equal, head == claim.left,
        case .symbol(let own, _) = graph[head], !graph.holdsPartial(claim.right)
      else { continue }
      graph.forEachNode(of: claim.right) { node in
        if case .symbol(let id, _) = graph[node], id != own { result.insert(id) }
        return true
      }
    }
    return result
  }

  /// Takes a definition, unless the symbol has one or it leads in a circle.
  mutating func take(_ head: Expression, _ value: Expression, _ graph: inout ExpressionGraph) -> Bool {
    guard case .symbol = graph[head], !table.meets(head, in: &graph), head != value else { return false }
    guard let compiled = FormulaCompiler.definition(head, value, program, &graph) else { return false }
    let mayBeCircular = table.leads(from: value, to: head, in: &graph)
    program.append(compiled)
    table.keep(head, value, in: &graph)
    if mayBeCircular, isCircular(head, &graph) {
      program.removeLastDefinition()
      table = DefinitionTable()
      for known in definitions { table.keep(known.head, known.value, in: &graph) }
      return false
    }
    definitions.append(Background.Definition(head, value))
    return true
  }

  /// Whether computing the symbol leads back to it, at the sizes of one draw.
  private func isCircular(_ head: Expression, _ graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[head] else { return true }
    let formula = FormulaCompiler.formula([head], program, &graph)
    let descends = table.descends(from: graph[id], in: graph)
    for number in 0..<2 {
      let interpreter = Interpreter(program, Draw(style: .random, number: number))
      guard let assignments = try? interpreter.assignments(of: formula) else { return true }
      if descends { continue }
      for values in assignments {
        interpreter.budget = Interpreter.operationLimit
        do {
          _ = try interpreter.roots(of: formula, at: values)
        } catch EvaluationFault.circular {
          return true
        } catch {
          continue
        }
      }
    }
    return false
  }

  /// A function that has no definition gets one, unless it calls itself.
  private func define(function head: Expression, _ value: Expression, _ graph: inout ExpressionGraph) -> Bool {
    guard case .call(let id, let arguments) = graph[head], graph[id].order == 0, arguments.count == 1,
      let parameter = arguments.first, case .symbol = graph[parameter]
    else { return false }
    let name = graph[id].name
    guard graph.definition(of: name) == nil, FunctionTable.record(named: name) == nil else { return false }
    let callsItself = graph.contains(in: value) { node in
      if case .call(let inner, _) = graph[node] { graph[inner].name == name } else { false }
    }
    guard !callsItself else { return false }
    graph.define(name, as: FunctionDefinition(parameter: parameter, value: value))
    return true
  }
}

extension DefinitionTable {
  /// Whether chains of definitions lead from what `value` mentions to the family of `head`.
  func leads(from value: Expression, to head: Expression, in graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[head] else { return false }
    let target = graph[id]
    return symbols(in: value, &graph).contains { symbol in
      guard case .symbol(let id, _) = graph[symbol] else { return false }
      return reach(from: graph[id]).contains(target)
    }
  }
}
