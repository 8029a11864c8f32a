import Expressions
import LaTeX

/// Values by cases, of numbers and of arrays.
extension Elaborator {
  /// Lines of value and condition; the last one may say "otherwise".
  mutating func cases(_ array: MathArray) throws(ReadingProblem) -> Tensor {
    var branches: [(condition: Expression, value: Expression)] = []
    let values = try array.lines.map { line throws(ReadingProblem) in
      let nodes = CaseLine(line).value
      return nodes.isEmpty ? nil : try tensor(nodes)
    }
    // Numbers among arrays are the values of all their entries.
    let shape = values.compactMap { $0 }.first { !$0.isScalar } ?? Tensor(graph.number(0))
    for (number, line) in array.lines.enumerated() {
      let line = CaseLine(line)
      guard let own = values[number] else { continue }
      let value = try combined(shape, own, array.lines[number].range) { _, _, value in value }.body
      if line.condition.isEmpty, number == array.lines.count - 1 {
        return Tensor(
          axes: shape.axes, body: graph.piecewise(branches, otherwise: value), isRow: shape.isRow,
          isTurned: shape.isTurned)
      }
      let condition = try condition(line.condition)
      if number == array.lines.count - 1, number > 0, isOpposite(condition, of: branches.map(\.condition)) {
        return Tensor(
          axes: shape.axes, body: graph.piecewise(branches, otherwise: value), isRow: shape.isRow,
          isTurned: shape.isTurned)
      }
      branches.append((condition, value))
    }
    throw ReadingProblem(kind: .missing("a last case"), range: array.lines.last?.range ?? 0..<0)
  }

  /// Whether a last condition is that none of the others holds, up to the point where both do: z > 0 and z ≤ 0, z < 0.
  private mutating func isOpposite(_ condition: Expression, of others: [Expression]) -> Bool {
    guard others.count == 1 else { return false }
    let opposite = graph.not(others[0])
    if opposite == condition { return true }
    func sides(_ condition: Expression) -> (Expression, Expression)? {
      guard case .comparison(let sign, let a, let b) = graph[condition], sign != .equal else { return nil }
      return (a, b)
    }
    guard let x = sides(condition), let y = sides(opposite) else { return false }
    return x == y
  }
}
