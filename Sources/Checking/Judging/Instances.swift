import Expressions

/// The draws of numbers at which claims are tried, in their order; each is set up once and keeps what it has computed.
struct Instances {
  /// The operations that claims have taken so far.
  private(set) var operations = 0

  /// What was found for a claim.
  enum Outcome {
    /// `isClear` where they don't owe it to rounding errors as large as the values; `isZero` where both sides were 0 at
    /// every instance.
    case agree(instances: Int, isClear: Bool, largestError: Double, isZero: Bool)
    case differ(interpreter: Interpreter, NumericTest.Difference)
    case outOfRange(Interpreter, Interpreter.RangeFault)
    case unread(String)
  }

  /// How many instances a claim has to pass.
  static let needed = 3
  /// What is tried, until enough of them have values for both sides.
  private static let draws =
    (0..<6).map { Draw(style: .random, number: $0) } + (0..<4).map { Draw(style: .positive, number: $0) }
    + (0..<3).map { Draw(style: .small, number: $0) }

  let program: FormulaProgram
  private var interpreters: [Draw: Interpreter] = [:]

  init(_ program: FormulaProgram) { self.program = program }

  /// The same instances with all they have computed, for a copy of their program.
  func copied(for program: FormulaProgram) -> Instances {
    var result = Instances(program)
    result.interpreters = interpreters.mapValues { Interpreter(copying: $0, for: program) }
    return result
  }

  /// The interpreter at `draw`.
  mutating func interpreter(_ draw: Draw) -> Interpreter {
    if let known = interpreters[draw] { return known }
    let made = Interpreter(program, draw)
    interpreters[draw] = made
    return made
  }

  /// Tries a claim at one instance after the other.
  mutating func run(_ test: NumericTest, needing needed: Int = Self.needed) -> Outcome {
    var passed = 0
    var largestError = 0.0
    var isZero = true
    var isClear = false
    var lastFault: EvaluationFault?
    for draw in Self.draws {
      let interpreter = interpreter(draw)
      let result = test.run(on: interpreter)
      operations += Interpreter.operationLimit - interpreter.budget
      switch result {
      case .agree(points: 0, _, _, _): break
      case .agree(_, let strong, let error, let vanishes):
        isClear = isClear || strong > 0
        passed += 1
        isZero = isZero && vanishes
        largestError = max(largestError, error)
      case .differ(let difference): return .differ(interpreter: interpreter, difference)
      case .outOfRange(let fault): return .outOfRange(interpreter, fault)
      case .fault(let fault):
        guard fault.isAboutNumbers else { return .unread(fault.text) }
        lastFault = fault
      }
      if passed == needed { break }
    }
    if passed > 0 {
      return .agree(instances: passed, isClear: isClear, largestError: largestError, isZero: isZero)
    }
    return .unread(lastFault?.text ?? "its indices have no values")
  }
}
