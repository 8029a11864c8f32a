import Expressions

/// Formulas, definitions and functions as operations on numbers, for all sizes and draws.
///
/// An operation names its operands by their places in `operations`. Indices are slots of a frame: every formula and every
/// definition has a frame of its own, which is filled when it is evaluated.
final class FormulaProgram {
  /// One operation.
  enum Operation {
    case number(Double)
    /// The whole number in that slot.
    case index(Int)
    case symbol(family: Int, subscripts: [Int])
    case sum([Int])
    /// The brackets come first: where one is 0, the rest need not exist.
    case product([Int])
    case power(Int, Double)
    case generalPower(Int, Int)
    case call(function: Int, order: Int, arguments: [Int])
    case summation(slot: Int, lower: Int, upper: Int, body: Int)
    case comparison(Comparison, Int, Int)
    case and([Int])
    case or([Int])
    case not(Int)
    /// Condition, value, condition, value, …, otherwise.
    case piecewise([Int])
    /// ∂u/∂v; v is a symbol.
    case partial(of: Int, by: Int)
    /// The argument of the function that is being defined.
    case argument
    case fault(EvaluationFault)
  }

  /// A subscript of the head of a definition.
  enum Pattern {
    /// An index plus a number; the range of the index.
    case variable(slot: Int, shift: Int, lower: Int, upper: Int)
    /// An expression whose value the subscript must have.
    case constant(Int)
  }

  /// head = value, for all values of the indices of the head.
  struct Definition {
    let family: Int
    let patterns: [Pattern]
    let slotCount: Int
    let value: Int
    /// Whether the value is another symbol and nothing else.
    let isAlias: Bool
  }

  /// What a function is.
  enum FunctionKind {
    /// One of the elementary functions, by its name.
    case primitive
    /// The operation with its value, in terms of its argument.
    case defined(Int, slotCount: Int)
    /// Any smooth function; its number among those.
    case opaque(Int)
  }

  /// A function by its name.
  struct FunctionEntry {
    let name: String
    var kind: FunctionKind
  }

  /// A formula with the ranges of its free indices.
  struct Formula {
    /// A free index: its name, its slot and the operations that give its range, which mention earlier ones only.
    struct FreeIndex {
      let index: Expression
      let name: String
      let slot: Int
      let lower: Int
      let upper: Int
    }

    var roots: [Int]
    var indices: [FreeIndex]
    var slotCount: Int
    /// The operations up to here belong to it or to earlier ones.
    var mark: Int
  }

  var operations: [Operation] = []
  private(set) var families: [Family] = []
  private var familyNumbers: [Family: Int] = [:]
  private(set) var functions: [FunctionEntry] = []
  private var functionNumbers: [String: Int] = [:]
  private(set) var opaqueCount = 0
  /// The bodies of functions that are given as texts.
  var bodies: [String: (place: Int, slotCount: Int)] = [:]

  /// The definitions of each family.
  private(set) var definitions: [Definition] = []
  private var definitionsOfFamily: [NumberedPlaces<Int>] = []
  /// Families that some definition mentions in its value.
  var mentioned: Set<Int> = []
  /// Symbols that add up to a known value over one of their indices.
  var normalisations: [Normalisation] = []
  /// Families that are drawn from (0, 1), positive, or as learning rates.
  var probabilities: Set<Int> = []
  var positives: Set<Int> = []
  /// Whether some operation may do one thing or another, by its operands.
  private(set) var mayBranch = false
  /// Families of the numbers of the last layer, and their smallest value.
  var depthSymbols: Set<Int> = []
  var smallestDepth = 3

  /// Σ over one index of a symbol is a value.
  struct Normalisation {
    let pattern: Definition
    /// The slot of the index that is summed over, with its range, and the place of it among the subscripts.
    let place: Int
    let slot: Int
    let lower: Int
    let upper: Int
    /// The operation with the value of the sum, usually 1.
    let total: Int
  }

  /// A program without anything in it.
  init() {}

  /// What `other` is now; from now on neither knows of the other.
  init(copying other: FormulaProgram) {
    operations = other.operations
    families = other.families
    familyNumbers = other.familyNumbers
    functions = other.functions
    functionNumbers = other.functionNumbers
    opaqueCount = other.opaqueCount
    bodies = other.bodies
    definitions = other.definitions
    definitionsOfFamily = other.definitionsOfFamily
    mentioned = other.mentioned
    normalisations = other.normalisations
    probabilities = other.probabilities
    positives = other.positives
    depthSymbols = other.depthSymbols
    smallestDepth = other.smallestDepth
    mayBranch = other.mayBranch
  }

  /// The number of `family`.
  func number(of family: Family) -> Int {
    if let known = familyNumbers[family] { return known }
    families.append(family)
    definitionsOfFamily.append(NumberedPlaces())
    familyNumbers[family] = families.count - 1
    return families.count - 1
  }

  /// The number of the function called `name`, nil where it has not been met.
  func functionNumber(_ name: String) -> Int? { functionNumbers[name] }

  /// Declares a function.
  func declare(_ name: String, _ kind: FunctionKind) -> Int {
    functions.append(FunctionEntry(name: name, kind: kind))
    functionNumbers[name] = functions.count - 1
    if ["abs", "sign", "max", "min"].contains(name) { mayBranch = true }
    return functions.count - 1
  }

  /// Declares a function of which nothing is known but that it is smooth.
  func declareOpaque(_ name: String) -> Int {
    opaqueCount += 1
    return declare(name, .opaque(opaqueCount - 1))
  }

  /// Gives a declared function its kind.
  func define(_ function: Int, _ kind: FunctionKind) { functions[function].kind = kind }

  /// Adds an operation.
  func append(_ operation: Operation) -> Int {
    if case .comparison = operation { mayBranch = true }
    operations.append(operation)
    return operations.count - 1
  }

  /// Adds a definition.
  func append(_ definition: Definition) {
    definitions.append(definition)
    definitionsOfFamily[definition.family].take(definitions.count - 1, at: firstNumber(of: definition))
  }

  /// Takes back the last definition.
  func removeLastDefinition() {
    guard let last = definitions.popLast() else { return }
    definitionsOfFamily[last.family].removeLast(at: firstNumber(of: last))
  }

  /// Whether the family has no definition.
  func isOpen(_ family: Int) -> Bool { definitionsOfFamily[family].isEmpty }

  /// The numbers of the definitions of a family that may be about a member with this first subscript, in order.
  func definitions(of family: Int, first: Int?) -> [Int] { definitionsOfFamily[family].at(first) }

  /// The first subscript of the head, if it is a number that is written there.
  private func firstNumber(of definition: Definition) -> Set<Int>? {
    guard case .constant(let place)? = definition.patterns.first, case .number(let value) = operations[place],
      let number = Int(exactly: value)
    else { return nil }
    return [number]
  }
}

extension FormulaProgram {
  /// The operation with the value of a function of `z` that is given as a text.
  func body(of text: String) -> (place: Int, slotCount: Int) {
    if let known = bodies[text] { return known }
    var graph = ExpressionGraph()
    guard let definition = graph.definition(text) else { return (append(.argument), 0) }
    var compiler = FormulaCompiler(self, parameter: definition.parameter)
    let place = compiler.compile(definition.value, &graph)
    bodies[text] = (place, compiler.slotCount)
    return (place, compiler.slotCount)
  }
}
