import Expressions
import Numerics

/// Powers and functions of perturbed numbers.
extension Interpreter {
  func power(_ base: Perturbed, _ exponent: Double) throws(EvaluationFault) -> Perturbed {
    if exponent == 2 { return Perturbed.product(base, base, level) }
    if exponent != exponent.rounded(), base.value.magnitude < 1e-9 { throw .kink }
    if exponent < 0 { try checkPrecision(base) }
    let series = TaylorSeries.power(base.value, exponent, order: level)
    return try finite(Perturbed.composed(series, base, level))
  }

  func power(_ base: Perturbed, _ exponent: Perturbed) throws(EvaluationFault) -> Perturbed {
    var constant = exponent
    constant.coefficients[0] = 0
    if constant.coefficients == .zero { return try power(base, exponent.value) }
    let logarithm = try primitive("log", base)
    return try primitive("exp", Perturbed.product(exponent, logarithm, level))
  }

  func finite(_ number: Perturbed) throws(EvaluationFault) -> Perturbed {
    guard number.isFinite else { throw .nonFinite }
    return number
  }

  func call(
    _ function: Int, _ order: Int, _ arguments: [Int], _ frame: Int, _ context: Int
  ) throws(EvaluationFault) -> Perturbed {
    let entry = program.functions[function]
    if arguments.count > 1 { return try manyArguments(entry, order, arguments, frame, context) }
    guard arguments.count == 1 else { throw .unsupported("\(entry.name) has no argument") }
    let inner = try value(arguments[0], frame, context)
    return try apply(function, order, inner)
  }

  /// The derivative of that order: each order takes an infinitesimal of its own.
  func apply(_ function: Int, _ order: Int, _ inner: Perturbed) throws(EvaluationFault) -> Perturbed {
    guard order > 0 else { return try apply(function, inner) }
    guard level < Perturbed.mostLevels else {
      throw .unsupported("it has derivatives of higher order than \(Perturbed.mostLevels)")
    }
    let own = level
    level += 1
    defer { level = own }
    return try apply(function, order - 1, inner.seeded(own)).slope(own)
  }

  func apply(_ function: Int, _ inner: Perturbed) throws(EvaluationFault) -> Perturbed {
    switch program.functions[function].kind {
    case .primitive: return try primitive(program.functions[function].name, inner)
    case .defined(let place, let slotCount): return try body(place, slotCount, inner)
    case .opaque(let number):
      let body = opaqueBody(number)
      return try self.body(body.place, body.slotCount, inner)
    }
  }

  func opaqueBody(_ number: Int) -> (place: Int, slotCount: Int) {
    if let known = opaqueBodies[number] { return known }
    let body = program.body(of: draw.opaqueFunction(number))
    opaqueBodies[number] = body
    return body
  }

  func body(_ place: Int, _ slotCount: Int, _ inner: Perturbed) throws(EvaluationFault) -> Perturbed {
    definitionDepth += 1
    defer { definitionDepth -= 1 }
    guard definitionDepth < Self.deepestNesting else { throw .tooMuch }
    let outer = argument
    let frame = openFrame(slotCount)
    defer {
      argument = outer
      closeFrame(frame)
    }
    argument = inner
    return try value(place, frame, 0)
  }

  func primitive(_ name: String, _ x: Perturbed) throws(EvaluationFault) -> Perturbed {
    guard x.isFinite else { throw .nonFinite }
    if name == "abs" || name == "sign" {
      guard x.value.magnitude > 1e-9 else { throw .kink }
      sides.append(x.value > 0)
      let sign = x.value > 0 ? 1.0 : -1.0
      let series: SIMD4<Double> = name == "abs" ? [x.value.magnitude, sign, 0, 0] : [sign, 0, 0, 0]
      return Perturbed.composed(series, x, level)
    }
    if name == "log" { try checkPrecision(x) }
    guard let series = TaylorSeries.of(name, at: x.value, order: level) else {
      throw .unsupported("nothing says what \(name) is")
    }
    return try finite(Perturbed.composed(series, x, level))
  }

  /// Slopes of 1/x and log x need powers of 1/x, one more for each derivative. Where the highest of them is too small for a
  /// number, as at the sum of exponentials of a saturated softmax, what is left would be made of rounding errors.
  private func checkPrecision(_ x: Perturbed) throws(EvaluationFault) {
    guard x.value.isFinite, x.value != 0 else { throw .nonFinite }
    let digits = Int(x.value.exponent.magnitude)
    guard digits * (level + 1) < Double.greatestFiniteMagnitude.exponent else { throw .nonFinite }
  }

  /// The greatest or smallest; or an opaque function of several arguments, as one of a sum that no exchange of them
  /// leaves as it is.
  func manyArguments(
    _ entry: FormulaProgram.FunctionEntry, _ order: Int, _ arguments: [Int], _ frame: Int, _ context: Int
  ) throws(EvaluationFault) -> Perturbed {
    var values: [Perturbed] = []
    for argument in arguments { values.append(try value(argument, frame, context)) }
    if order == 0, entry.name == "max" || entry.name == "min" {
      var result = values[0]
      for other in values.dropFirst() {
        guard other.isFinite, result.isFinite else { throw .nonFinite }
        let isLess = try compare(other.value, .less, result.value)
        if isLess == (entry.name == "min") { result = other }
      }
      return result
    }
    guard order == 0, case .opaque(let number) = entry.kind else {
      throw .unsupported("nothing says what \(entry.name) of \(arguments.count) arguments is")
    }
    var mixed = values[0]
    for (place, other) in values.enumerated().dropFirst() {
      let weighted = Perturbed.product(Perturbed(0.5 + 0.25 * Double(place)), other, level)
      mixed = mixed + weighted
      mixed = mixed + Perturbed.product(Perturbed(0.25), Perturbed.product(weighted, values[place - 1], level), level)
    }
    let body = opaqueBody(number)
    return try self.body(body.place, body.slotCount, mixed)
  }
}
