import Expressions

/// An array in index form: its entry at the values of the axes' indices.
///
/// A vector has one axis, a matrix two (row, column). The axes are free indices that occur nowhere else, so that two
/// arrays never share one by accident.
struct Tensor {
  /// The indices, each with its range.
  var axes: [Expression]
  /// The entry.
  var body: Expression
  /// Whether an array with one axis is a row.
  var isRow = false
  /// Whether a transposition says which way a vector lies.
  var isTurned = false

  /// A number.
  init(_ body: Expression) {
    axes = []
    self.body = body
  }

  /// An array.
  init(axes: [Expression], body: Expression, isRow: Bool = false, isTurned: Bool = false) {
    self.axes = axes
    self.body = body
    self.isRow = isRow
    self.isTurned = isTurned
  }

  var isScalar: Bool { axes.isEmpty }
}
