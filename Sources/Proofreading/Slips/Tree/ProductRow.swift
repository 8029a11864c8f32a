import LaTeX

/// A sum of products as it is written: what stands between two relation signs, in a pair of brackets, over a line.
struct ProductRow {
  /// Where a row stands.
  enum Role: Equatable {
    /// It is a side of the relation.
    case side
    /// Between brackets; an argument where the brackets stand behind a function.
    case fence, argument
    /// Above or below the line of a fraction, under a root, above a brace, in a group or a cell.
    case numerator, denominator, radicand, body
    /// The exponent of a power of e.
    case exponent
  }

  /// Where it stands.
  var role: Role
  /// The summands.
  var terms: [ProductTerm]
  /// From the first sign or factor to the last factor.
  var range: Range<Int>
  /// With the brackets around it.
  var outer: Range<Int>

  /// Whether it is an exponent without braces.
  var isBareExponent: Bool { role == .exponent && outer == range }
}

/// A summand.
struct ProductTerm {
  /// The sign before it; nil where none is written.
  var sign: WrittenSign?
  /// The factors, sum signs and operators among them, from left to right.
  var factors: [ProductFactor]

  /// From the first factor to the last one.
  var body: Range<Int> { factors[0].range.lowerBound..<factors[factors.count - 1].range.upperBound }
  /// With the sign.
  var range: Range<Int> { (sign?.range.lowerBound ?? body.lowerBound)..<body.upperBound }
  /// Whether it stands behind a minus.
  var isNegative: Bool { sign?.name == "-" }
}

/// An operation as it is written.
struct WrittenSign: Equatable {
  /// `+`, `-`, `cdot`, `odot`.
  var name: String
  /// Its scalars.
  var range: Range<Int>
}

/// A factor.
struct ProductFactor {
  /// What it is.
  enum Form: Equatable {
    case symbol, number, fence, fraction, other
    /// A function with its argument.
    case application
    /// ∂u/∂v.
    case derivative
    /// Σ, which takes what follows.
    case sum
    /// ∂/∂v, which takes what follows.
    case derivativeOperator
  }

  /// The operation before it; nil where the two stand side by side.
  var link: WrittenSign?
  /// The node, or function and argument.
  var nodes: [MathNode]
  /// What it is.
  var form: Form

  /// Its scalars.
  var range: Range<Int> { nodes[0].range.lowerBound..<nodes[nodes.count - 1].range.upperBound }
  /// Whether it means nothing without what follows.
  var isPrefix: Bool { form == .sum || form == .derivativeOperator }
}
