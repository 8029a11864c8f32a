import Expressions
import Numerics

/// The values of formulas at one draw of numbers.
///
/// A ground symbol (all subscripts numbers) is what its definition says, or a number that is drawn. ∂u/∂v pins v: it keeps
/// its value and moves by an infinitesimal of its own, and u is evaluated anew with everything that depends on v. Each
/// pin opens a *context*, in which values of symbols are kept; what doesn't depend on the pin is taken from the context
/// outside. So a document's derivatives by one symbol share one forward pass.
final class Interpreter {
  /// What a symbol with numbers for subscripts is.
  struct Ground {
    enum Kind {
      case drawn
      case defined(definition: Int, slots: [Int])
    }

    enum State {
      case unvisited, inProgress
      case done(Perturbed)
      case failed(EvaluationFault)
    }

    let family: Int
    let subscripts: [Int]
    var kind: Kind
    var fault: RangeFault?
    /// A subscript before the first value of its index; the symbol may exist all the same, as x_0 = 1 does.
    var below: RangeFault?
    var state = State.unvisited
    /// The symbols that its value is computed from.
    var dependencies = BitSet()
  }

  struct GroundKey: Hashable {
    let family: Int
    let subscripts: [Int]
  }

  /// A subscript that leaves its range.
  struct RangeFault: Equatable {
    let family: Int
    let subscripts: [Int]
    let place: Int
    let upper: Int
    /// Whether it counts only where values differ: a layer beyond the last of a definition, and a symbol from outside,
    /// may exist all the same.
    let isDoubtful: Bool
  }

  /// A pinned symbol, inside other pins.
  struct Context {
    let parent: Int
    let pin: Int
    var values: [Int: Perturbed]
  }

  struct ContextKey: Hashable {
    let parent: Int
    let pin: Int
    let level: Int
  }

  let program: FormulaProgram
  let draw: Draw

  var grounds: [Ground] = []
  var groundNumbers: [GroundKey: Int] = [:]
  var contexts: [Context] = [Context(parent: 0, pin: -1, values: [:])]
  var contextNumbers: [ContextKey: Int] = [:]
  var sizes: [GroundKey: Int] = [:]
  var opaqueBodies: [Int: (place: Int, slotCount: Int)] = [:]

  /// The slots of all frames that are open.
  var slots: [Int] = []
  /// How many infinitesimals are in use.
  var level = 0
  var argument = Perturbed(0)
  /// What was looked at, for each definition and each derivative that is being computed.
  var collectors: [BitSet] = []
  /// The symbols from outside that no definition mentions.
  var unknowns = BitSet()
  /// How many definitions are being computed, one inside the other.
  var definitionDepth = 0
  /// The first subscript out of range that the formula itself has, not a definition.
  var rangeFault: RangeFault?
  /// What subscripts symbols from outside carry.
  var leafRanges: LeafRanges {
    if let knownLeafRanges { return knownLeafRanges }
    let found = LeafRanges(self)
    knownLeafRanges = found
    return found
  }
  private var knownLeafRanges: LeafRanges?
  /// The sizes that were drawn, in the order of drawing.
  var drawnSizes: [GroundKey] = []
  /// On which side of each comparison of quantities, in the order of computing, the numbers fell.
  var sides: [Bool] = []
  /// The operations that may still be done.
  var budget = 0

  static let operationLimit = 2_000_000
  /// What a symbol that is met for the first time costs, in operations.
  static let symbolCost = 16
  static let deepestNesting = 120

  init(_ program: FormulaProgram, _ draw: Draw) {
    self.program = program
    self.draw = draw
  }

  /// What `other` is now, for a copy of its program; from now on neither knows of the other.
  init(copying other: Interpreter, for program: FormulaProgram) {
    self.program = program
    draw = other.draw
    grounds = other.grounds
    groundNumbers = other.groundNumbers
    contexts = other.contexts
    contextNumbers = other.contextNumbers
    sizes = other.sizes
    opaqueBodies = other.opaqueBodies
    slots = other.slots
    unknowns = other.unknowns
    knownLeafRanges = other.knownLeafRanges
    drawnSizes = other.drawnSizes
    sides = other.sides
  }

  // MARK: Operations

  /// The value of the operation at `place` with the slots from `frame` on.
  func value(_ place: Int, _ frame: Int, _ context: Int) throws(EvaluationFault) -> Perturbed {
    budget -= 1
    if budget < 0 { throw .tooMuch }
    switch program.operations[place] {
    case .number(let value): return Perturbed(value)
    case .index(let slot): return Perturbed(Double(slots[frame + slot]))
    case .symbol: return try symbol(at: place, frame, context)
    case .sum(let terms):
      var total = try value(terms[0], frame, context)
      for term in terms.dropFirst() { total = total + (try value(term, frame, context)) }
      return total
    case .product(let factors): return try product(factors, frame, context)
    case .power(let base, let exponent):
      return try power(try value(base, frame, context), exponent)
    case .generalPower(let base, let exponent):
      return try power(try value(base, frame, context), try value(exponent, frame, context))
    case .call(let function, let order, let arguments):
      return try call(function, order, arguments, frame, context)
    case .summation(let slot, let lower, let upper, let body):
      return try summation(slot, lower, upper, body, frame, context)
    case .comparison, .and, .or, .not: return Perturbed(try condition(place, frame, context) ? 1 : 0)
    case .piecewise(let parts):
      var branch = 0
      while branch + 1 < parts.count {
        if try condition(parts[branch], frame, context) { return try value(parts[branch + 1], frame, context) }
        branch += 2
      }
      return try value(parts[parts.count - 1], frame, context)
    case .partial(let u, let v): return try partial(u, v, frame, context)
    case .argument: return argument
    case .fault(let fault): throw fault
    }
  }

  func product(_ factors: [Int], _ frame: Int, _ context: Int) throws(EvaluationFault) -> Perturbed {
    var result = try value(factors[0], frame, context)
    for factor in factors.dropFirst() {
      if result.coefficients == .zero { return result }
      result = Perturbed.product(result, try value(factor, frame, context), level)
    }
    return result
  }

  func summation(
    _ slot: Int, _ lower: Int, _ upper: Int, _ body: Int, _ frame: Int, _ context: Int
  ) throws(EvaluationFault) -> Perturbed {
    let first = try integer(lower, frame)
    let last = try integer(upper, frame)
    var total = Perturbed(0)
    guard first <= last else { return total }
    let outer = slots[frame + slot]
    defer { slots[frame + slot] = outer }
    for index in first...last {
      slots[frame + slot] = index
      total = total + (try value(body, frame, context))
    }
    return total
  }

  func condition(_ place: Int, _ frame: Int, _ context: Int) throws(EvaluationFault) -> Bool {
    switch program.operations[place] {
    case .comparison(let comparison, let a, let b):
      let left = try value(a, frame, context)
      let right = try value(b, frame, context)
      guard left.isFinite, right.isFinite else { throw .nonFinite }
      return try compare(left.value, comparison, right.value)
    case .and(let conditions):
      for part in conditions where !(try condition(part, frame, context)) { return false }
      return true
    case .or(let conditions):
      for part in conditions where try condition(part, frame, context) { return true }
      return false
    case .not(let inner): return !(try condition(inner, frame, context))
    default: return try value(place, frame, context).value != 0
    }
  }

  /// Whole numbers are compared as such; others must not be too close, where a slope jumps.
  func compare(_ a: Double, _ comparison: Comparison, _ b: Double) throws(EvaluationFault) -> Bool {
    let areWhole = a == a.rounded() && b == b.rounded() && style == nil
    if !areWhole { sides.append(comparison == .equal ? a == b : a < b) }
    if !areWhole, (a - b).magnitude <= 1e-6 * max(1, max(a.magnitude, b.magnitude)) { throw .kink }
    switch comparison {
    case .less: return a < b
    case .lessOrEqual: return a <= b
    case .equal: return a == b
    }
  }

  /// With whole numbers for values, any comparison may be one at a kink.
  var style: Draw.Style? { draw.style == .ones || draw.style == .integers ? draw.style : nil }

  // MARK: Frames

  func openFrame(_ slotCount: Int) -> Int {
    let frame = slots.count
    slots.append(contentsOf: repeatElement(0, count: slotCount))
    return frame
  }

  func closeFrame(_ frame: Int) { slots.removeLast(slots.count - frame) }
}
