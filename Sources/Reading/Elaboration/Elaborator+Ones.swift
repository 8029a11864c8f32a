import Expressions
import LaTeX

/// Arrays of ones and of zeros, and sums along an axis: what multiplying by ones does.
extension Elaborator {
  /// A vector of ones or of zeros, in bold type or with an arrow; how long it is what it stands beside tells.
  mutating func constantArray(_ node: MathNode) -> Tensor? {
    switch Self.numberOfArray(node) {
    case 0: Tensor(graph.number(0))
    case 1: ones(at: node)
    default: nil
    }
  }

  /// The number that all entries are of an array which is written as a number in bold type or with an arrow.
  private static func numberOfArray(_ node: MathNode) -> Int? {
    switch node.kind {
    case .accented(.vector, let row), .styled(.bold, let row), .styled(.blackboard, let row):
      let inner = row.nodes.withoutBlanks
      return inner.count == 1 ? inner[0].wholeNumber : nil
    default: return nil
    }
  }

  /// A vector of ones where `node` stands.
  mutating func ones(at node: MathNode) -> Tensor {
    let dimension = graph.symbol(Family("#ones#\(statement)#\(node.range.lowerBound)", isCount: true))
    let one = graph.number(1)
    let axis = graph.freshIndex("i", from: one, to: dimensions.root(dimension))
    return Tensor(axes: [axis], body: one)
  }

  /// The sums of the columns (axis 0) or of the rows (axis 1) of a matrix.
  mutating func summed(_ array: Tensor, along axis: Int, _ node: MathNode) throws(ReadingProblem) -> Tensor {
    // Of a single column the sum over the samples is the column itself.
    if array.axes.count < 2, axis == 1 { return array }
    guard array.axes.indices.contains(axis) else { throw unexpected(node) }
    let (index, lower, upper) = freshAxis(like: array.axes[axis])
    let term = graph.replace(array.axes[axis], by: index, in: array.body)
    var axes = array.axes
    axes.remove(at: axis)
    return Tensor(axes: axes, body: graph.summation(over: index, from: lower, to: upper, term), isRow: axis == 0)
  }
}

extension MathScripts {
  /// Whether a T above is all there is.
  var isTransposition: Bool {
    guard lower == nil, primes.isEmpty, let upper = upper?.nodes.withoutBlanks else { return false }
    return upper.count == 1 && upper[0].isTransposeSign
  }
}
