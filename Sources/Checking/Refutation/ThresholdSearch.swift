/// Looks for numbers between thresholds, at which two formulas with conditions differ.
///
/// [z > 0.5] and [z > 0] agree but for z in (0, 0.5]. On a line through two draws each condition changes at a point of its
/// own; the search goes along such lines and halves the steps within which some condition changes, so that it gets in
/// between two thresholds however close they are, down to 2⁻¹⁰ of a step.
struct ThresholdSearch {
  private let program: FormulaProgram
  private var allowance = 6_000_000

  private static let pairs = [(0, 1), (2, 3), (4, 1), (0, 3)]
  /// The points where a line is looked at first; 0 and 1 are the draws themselves.
  private static let shares = [-4, -2, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5]
  /// What is no rounding error where functions saturate.
  private static let clearGap = 1e-4
  private static let mostHalvings = 10
  private static let mostPoints = 60

  /// A search among the numbers for `program`.
  init(_ program: FormulaProgram) { self.program = program }

  /// A point of a line: on which sides of the conditions it lies.
  private struct Point {
    let share: Double
    let sides: [Bool]
  }

  /// A difference, with the numbers where it shows; nil for formulas without conditions, and where none is found.
  func difference(_ test: NumericTest, _ instances: inout Instances) -> (Interpreter, NumericTest.Difference)? {
    if !program.mayBranch {
      // Of a formula without conditions the first point is all that is looked at; what is computed there for one formula
      // serves the others.
      let interpreter = instances.interpreter(Self.draw(Self.pairs[0], Self.shares[0]))
      return Self.clearDifference(test.run(on: interpreter)).map { (interpreter, $0) }
    }
    var search = self
    for pair in Self.pairs {
      guard search.allowance > 0 else { break }
      switch search.look(test, along: pair) {
      case .found(let interpreter, let difference): return (interpreter, difference)
      case .noConditions: return nil
      case .none: continue
      }
    }
    return nil
  }

  /// The numbers at a point of the line through two draws.
  private static func draw(_ pair: (Int, Int), _ share: Double) -> Draw {
    Draw(style: .random, number: pair.0, other: pair.1, share: share)
  }

  private static func clearDifference(_ result: NumericTest.Result) -> NumericTest.Difference? {
    guard case .differ(let difference) = result else { return nil }
    return (difference.left - difference.right).magnitude > clearGap ? difference : nil
  }

  private enum Outcome {
    case found(Interpreter, NumericTest.Difference)
    case noConditions
    case none
  }

  private mutating func look(_ test: NumericTest, along pair: (Int, Int)) -> Outcome {
    var points: [Point] = []
    var count = 0
    func run(_ share: Double, _ search: inout ThresholdSearch) -> (point: Point, found: Outcome?) {
      count += 1
      let interpreter = Interpreter(search.program, Self.draw(pair, share))
      let result = test.run(on: interpreter)
      search.allowance -= Interpreter.operationLimit - interpreter.budget
      if let difference = Self.clearDifference(result) {
        return (Point(share: share, sides: []), .found(interpreter, difference))
      }
      return (Point(share: share, sides: interpreter.sides), nil)
    }
    for share in Self.shares {
      let (point, found) = run(share, &self)
      if let found { return found }
      if point.sides.isEmpty, points.isEmpty { return .noConditions }
      points.append(point)
    }
    var steps = Array(zip(points, points.dropFirst()).filter { $0.sides != $1.sides })
    for _ in 0..<Self.mostHalvings {
      var next: [(Point, Point)] = []
      for (a, b) in steps where count < Self.mostPoints && allowance > 0 {
        let (middle, found) = run((a.share + b.share) / 2, &self)
        if let found { return found }
        if a.sides != middle.sides { next.append((a, middle)) }
        if middle.sides != b.sides { next.append((middle, b)) }
      }
      steps = next
    }
    return .none
  }
}
