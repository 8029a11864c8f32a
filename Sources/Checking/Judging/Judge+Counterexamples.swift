import Derivations
import Expressions

/// Counterexamples in the words of a report.
extension Judge {
  /// What is tried for a counterexample in small whole numbers, always in this order, so that as many claims as possible
  /// fail for the same numbers.
  private static let simpleDraws =
    (0..<2).map { Draw(style: .ones, number: $0) } + (0..<6).map { Draw(style: .integers, number: $0) }
    + (2..<4).map { Draw(style: .ones, number: $0) }

  /// The simplest numbers for which a claim fails that fails for those given.
  mutating func counterexample(
    _ test: NumericTest, _ interpreter: Interpreter, _ difference: NumericTest.Difference
  ) -> Counterexample {
    guard writesExamples else {
      return Counterexample(
        sizes: [], indices: [], values: [], functions: [], left: difference.left, right: difference.right)
    }
    if shrinks {
      for draw in Self.simpleDraws {
        // A large network is not searched for ever.
        guard shrinkingAllowance > 0 else { break }
        let simple = instances.interpreter(draw)
        let result = test.run(on: simple)
        shrinkingAllowance -= Interpreter.operationLimit - simple.budget
        guard case .differ(let found) = result else { continue }
        return written(test.formula, simple, found)
      }
    }
    return written(test.formula, interpreter, difference)
  }

  private func written(
    _ formula: FormulaProgram.Formula, _ interpreter: Interpreter, _ difference: NumericTest.Difference
  ) -> Counterexample {
    let part = FormulaPart(of: formula.roots, program)
    let indices = zip(formula.indices, difference.indices).map { Counterexample.Assignment($0.name, $1) }
    let sizes = interpreter.drawnSizes.filter { part.families.contains($0.family) }.map { key in
      Counterexample.Assignment(interpreter.name(key.family, key.subscripts), interpreter.sizes[key] ?? 0)
    }
    let functions = part.opaqueFunctions.map { place, name in
      Counterexample.Assignment(name, interpreter.draw.opaqueFunction(place))
    }
    return Counterexample(
      sizes: sizes.sorted { $0.name < $1.name }, indices: indices,
      values: interpreter.drawnValues(formula, at: difference.indices), functions: functions,
      left: difference.left, right: difference.right)
  }
}

/// What has a part in a formula, by way of the definitions too.
private struct FormulaPart {
  private(set) var families: Set<Int> = []
  /// The opaque functions by their numbers, with their names, in the order of the numbers.
  private(set) var opaqueFunctions: [(place: Int, name: String)] = []

  init(of roots: [Int], _ program: FormulaProgram) {
    var seen: Set<Int> = []
    var functions: Set<Int> = []
    var pending = roots
    while let place = pending.popLast() {
      guard seen.insert(place).inserted else { continue }
      pending += program.operands(of: place)
      switch program.operations[place] {
      case .symbol(let family, _):
        guard families.insert(family).inserted else { continue }
        for number in program.definitions(of: family, first: nil) {
          pending.append(program.definitions[number].value)
          for case .variable(_, _, let lower, let upper) in program.definitions[number].patterns {
            pending += [lower, upper]
          }
        }
      case .call(let function, _, _): functions.insert(function)
      default: break
      }
    }
    for number in functions.sorted() {
      if case .opaque(let place) = program.functions[number].kind {
        opaqueFunctions.append((place, program.functions[number].name))
      }
    }
  }
}

extension FormulaProgram {
  /// The operations that this one needs.
  func operands(of place: Int) -> [Int] {
    switch operations[place] {
    case .number, .index, .argument, .fault: []
    case .symbol(_, let parts), .sum(let parts), .product(let parts), .and(let parts), .or(let parts),
      .piecewise(let parts), .call(_, _, let parts):
      parts
    case .power(let base, _): [base]
    case .generalPower(let a, let b), .comparison(_, let a, let b), .partial(let a, let b): [a, b]
    case .summation(_, let lower, let upper, let body): [lower, upper, body]
    case .not(let inner): [inner]
    }
  }
}

extension Interpreter {
  /// The most values that a counterexample lists.
  private static let mostValues = 200

  /// The values from outside that the formula is computed from at these values of its indices.
  func drawnValues(_ formula: FormulaProgram.Formula, at indices: [Int]) -> [Counterexample.Assignment<Double>] {
    collectors.append(BitSet())
    budget = Self.operationLimit
    _ = try? roots(of: formula, at: indices)
    let members = collectors.removeLast().members
    var result: [Counterexample.Assignment<Double>] = []
    let drawn = members.filter { if case .drawn = grounds[$0].kind { true } else { false } }
    let sorted = drawn.sorted { a, b in
      let (x, y) = (program.families[grounds[a].family].name, program.families[grounds[b].family].name)
      return x != y ? x < y : grounds[a].subscripts.lexicographicallyPrecedes(grounds[b].subscripts)
    }
    for number in sorted.prefix(Self.mostValues) {
      guard case .done(let value) = grounds[number].state else { continue }
      result.append(.init(name(grounds[number].family, grounds[number].subscripts), value.value))
    }
    return result
  }

  /// A subscript out of range as a refutation.
  func refutation(_ fault: RangeFault) -> Judgement.Refutation {
    .outOfRange(
      symbol: name(fault.family, fault.subscripts), subscript: fault.subscripts[fault.place], upper: fault.upper)
  }
}
