import Expressions

/// The values of the free indices at which a formula is tried.
extension Interpreter {
  /// The most combinations that are all tried; of more, as many are drawn.
  static let mostAssignments = 24

  /// Combinations of values of the free indices, in the order of `formula.indices`: all of them where they are few.
  /// Empty if some index has no value.
  func assignments(of formula: FormulaProgram.Formula) throws(EvaluationFault) -> [[Int]] {
    let frame = openFrame(formula.slotCount)
    defer { closeFrame(frame) }
    var all: [[Int]] = []
    if try extend([], formula, frame, &all) { return all }
    var source = SplitMix64(seed: UInt64(draw.number) &+ 17)
    var sampled: [[Int]] = []
    for number in 0..<Self.mostAssignments {
      var values: [Int] = []
      for index in formula.indices {
        guard let range = try range(of: index, frame) else { return [] }
        // The first and the last values are where ranges go wrong.
        let value =
          number == 0 ? range.lowerBound : number == 1 ? range.upperBound : Int.random(in: range, using: &source)
        slots[frame + index.slot] = value
        values.append(value)
      }
      if !sampled.contains(values) { sampled.append(values) }
    }
    return sampled
  }

  /// Lists all combinations; false if they are too many.
  private func extend(
    _ values: [Int], _ formula: FormulaProgram.Formula, _ frame: Int, _ all: inout [[Int]]
  ) throws(EvaluationFault) -> Bool {
    guard values.count < formula.indices.count else {
      all.append(values)
      return all.count <= Self.mostAssignments
    }
    let index = formula.indices[values.count]
    guard let range = try range(of: index, frame) else { return true }
    for value in range {
      slots[frame + index.slot] = value
      if !(try extend(values + [value], formula, frame, &all)) { return false }
    }
    return true
  }

  private func range(
    of index: FormulaProgram.Formula.FreeIndex, _ frame: Int
  ) throws(EvaluationFault) -> ClosedRange<Int>? {
    let lower = try integer(index.lower, frame)
    let upper = try integer(index.upper, frame)
    return lower <= upper ? lower...upper : nil
  }
}
