import Expressions

/// Whether two formulas agree at the numbers of an interpreter.
struct NumericTest {
  /// One combination of indices where they differ.
  struct Difference {
    let indices: [Int]
    let left: Double
    let right: Double
  }

  /// What was found at one draw.
  enum Result {
    /// They agree wherever they have values; the largest relative difference. `points` is 0 where nothing was compared;
    /// `strong` of them do not owe it to rounding errors as large as the values. `isZero` says that both sides were 0
    /// everywhere.
    case agree(points: Int, strong: Int, largestError: Double, isZero: Bool)
    case differ(Difference)
    case outOfRange(Interpreter.RangeFault)
    case fault(EvaluationFault)
  }

  /// What is compared: left = right within `tolerance`.
  let formula: FormulaProgram.Formula
  /// Half a unit in the last digit shown, 0 for an equation.
  let tolerance: Double

  /// How far equal values may lie apart, relative to the greater one.
  static let relativeTolerance = 1e-7

  /// Compares both sides at all values of the indices, or many of them.
  func run(on interpreter: Interpreter) -> Result {
    var points = 0
    var strong = 0
    var largestError = 0.0
    var isZero = true
    var difference: Difference?
    var fault: Interpreter.RangeFault?
    var problem: EvaluationFault?
    do throws(EvaluationFault) {
      interpreter.budget = Interpreter.operationLimit
      for values in try interpreter.assignments(of: formula) {
        do throws(EvaluationFault) {
          let (left, right) = try interpreter.sides(of: formula, at: values)
          let gap = (left.value - right.value).magnitude
          let isEqual = gap <= allowed(left, right)
          if let found = interpreter.rangeFault {
            if !(isEqual && found.isDoubtful) {
              fault = fault ?? found
              continue
            }
          }
          points += 1
          // Sums that cancel leave rounding errors.
          if max(left.value.magnitude, right.value.magnitude) > 1e-12 { isZero = false }
          if isEqual {
            if gap <= allowed(left, right, withRounding: false) { strong += 1 }
            largestError = max(largestError, gap / max(left.value.magnitude, right.value.magnitude, 1e-300))
          } else if difference == nil {
            difference = Difference(indices: values, left: left.value, right: right.value)
          }
        } catch {
          guard error.isAboutNumbers else { throw error }
          problem = error
        }
        if difference != nil { break }
      }
    } catch {
      return .fault(error)
    }
    if let difference { return .differ(difference) }
    if let fault { return .outOfRange(fault) }
    if points == 0, let problem { return .fault(problem) }
    return .agree(points: points, strong: strong, largestError: min(largestError, 1), isZero: isZero)
  }

  private func allowed(_ left: Perturbed, _ right: Perturbed, withRounding: Bool = true) -> Double {
    let scale = max(left.value.magnitude, right.value.magnitude)
    let rounding = withRounding ? 64 * (left.error + right.error) : 0
    // Bounds on errors grow from layer to layer; past all numbers, nothing is known of the error.
    if rounding.isNaN { return .infinity }
    return Self.relativeTolerance * scale + rounding + tolerance * (1 + 1e-9)
  }
}

extension Interpreter {
  /// The values of the first two roots of `formula` at these values of its indices.
  func sides(
    of formula: FormulaProgram.Formula, at values: [Int]
  ) throws(EvaluationFault) -> (left: Perturbed, right: Perturbed) {
    let results = try roots(of: formula, at: values)
    return (results[0], results[1])
  }

  /// The values of all roots.
  func roots(of formula: FormulaProgram.Formula, at values: [Int]) throws(EvaluationFault) -> [Perturbed] {
    let frame = openFrame(formula.slotCount)
    defer { closeFrame(frame) }
    for (index, value) in zip(formula.indices, values) { slots[frame + index.slot] = value }
    rangeFault = nil
    definitionDepth = 0
    level = 0
    var results: [Perturbed] = []
    for root in formula.roots {
      let result = try value(root, frame, 0)
      guard result.isFinite else { throw .nonFinite }
      results.append(result)
    }
    return results
  }
}
