import Expressions

/// The subscripts that symbols without a definition carry in the definitions of others: x_j with j = 1…n where z_i is
/// Σ_{j=1}^n w_ij x_j. A claim that asks for x_{n+1} asks for what does not exist.
struct LeafRanges {
  /// A family, at a layer where it has layers.
  private struct Place: Hashable {
    let family: Int
    let layer: Int?
  }

  /// For each subscript its largest value, as far as indices run over it.
  private var largest: [Place: [Int?]] = [:]

  /// The ranges at the sizes of `interpreter`.
  init(_ interpreter: Interpreter) {
    let program = interpreter.program
    for definition in program.definitions {
      let frame = interpreter.openFrame(definition.slotCount)
      defer { interpreter.closeFrame(frame) }
      visitHeads(of: definition, 0, frame, interpreter)
    }
  }

  /// The first subscript that is greater than any in a definition, with the largest there.
  func violation(_ family: Int, _ subscripts: [Int], isLayered: Bool) -> (place: Int, upper: Int)? {
    let key = Place(family: family, layer: isLayered ? subscripts.first : nil)
    guard let known = largest[key], known.count == subscripts.count else { return nil }
    for (place, upper) in known.enumerated() {
      if let upper, subscripts[place] > upper { return (place, upper) }
    }
    return nil
  }

  /// Visits the value for all layers of the head, and the first and last values of its other indices.
  private mutating func visitHeads(
    of definition: FormulaProgram.Definition, _ place: Int, _ frame: Int, _ interpreter: Interpreter
  ) {
    guard place < definition.patterns.count else { return visit(definition.value, frame, interpreter) }
    guard case .variable(let slot, _, let lower, let upper) = definition.patterns[place] else {
      return visitHeads(of: definition, place + 1, frame, interpreter)
    }
    guard let first = try? interpreter.integer(lower, frame), let last = try? interpreter.integer(upper, frame),
      first <= last
    else { return }
    let isLayer = place == 0 && interpreter.program.families[definition.family].isLayered
    for value in isLayer ? Array(first...last) : first == last ? [first] : [first, last] {
      interpreter.slots[frame + slot] = value
      visitHeads(of: definition, place + 1, frame, interpreter)
    }
  }

  private mutating func visit(_ operation: Int, _ frame: Int, _ interpreter: Interpreter) {
    switch interpreter.program.operations[operation] {
    case .symbol(let family, let subscripts): note(family, subscripts, frame, interpreter)
    case .sum(let parts), .product(let parts), .and(let parts), .or(let parts), .piecewise(let parts),
      .call(_, _, let parts):
      for part in parts { visit(part, frame, interpreter) }
    case .power(let base, _): visit(base, frame, interpreter)
    case .generalPower(let a, let b), .comparison(_, let a, let b), .partial(let a, let b):
      visit(a, frame, interpreter)
      visit(b, frame, interpreter)
    case .not(let inner): visit(inner, frame, interpreter)
    case .summation(let slot, let lower, let upper, let body):
      guard let first = try? interpreter.integer(lower, frame), let last = try? interpreter.integer(upper, frame),
        first <= last
      else { return }
      for value in first == last ? [first] : [first, last] {
        interpreter.slots[frame + slot] = value
        visit(body, frame, interpreter)
      }
    case .number, .index, .argument, .fault: break
    }
  }

  private mutating func note(_ family: Int, _ subscripts: [Int], _ frame: Int, _ interpreter: Interpreter) {
    guard !subscripts.isEmpty else { return }
    let isLayered = interpreter.program.families[family].isLayered
    var layer: Int?
    var values: [Int?] = []
    for (place, operation) in subscripts.enumerated() {
      guard let value = try? interpreter.integer(operation, frame) else { return }
      if place == 0, isLayered { layer = value }
      // A number that somebody wrote is an example, no range.
      let isRange = !(place == 0 && isLayered) && Self.holdsIndex(operation, interpreter.program)
      values.append(isRange ? value : nil)
    }
    let key = Place(family: family, layer: layer)
    let known = largest[key] ?? values
    guard known.count == values.count else { return }
    largest[key] = zip(known, values).map { a, b in
      guard let a, let b else { return a ?? b }
      return max(a, b)
    }
  }

  private static func holdsIndex(_ operation: Int, _ program: FormulaProgram) -> Bool {
    switch program.operations[operation] {
    case .index: true
    case .sum(let parts), .product(let parts): parts.contains { holdsIndex($0, program) }
    default: false
    }
  }
}
