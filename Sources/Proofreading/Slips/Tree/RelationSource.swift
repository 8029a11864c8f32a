import LaTeX

/// A relation as it is written: the formula that it stands in, and where its sides are.
public struct RelationSource: Sendable {
  /// The formula as the reader has it, with its macros.
  public var formula: MathFormula
  /// The scalars of the left side; nil where the relation goes on from a line before.
  public var left: Range<Int>?
  /// The scalars of the right side.
  public var right: Range<Int>
  /// The sources of the members before it in its chain, the nearest first; the left side, where it stands in the formula,
  /// need not be among them.
  public var predecessors: [String]

  /// A relation.
  public init(formula: MathFormula, left: Range<Int>?, right: Range<Int>, predecessors: [String] = []) {
    self.formula = formula
    self.left = left
    self.right = right
    self.predecessors = predecessors
  }

  /// The nodes of the formula that stand in `range`, beside one another; empty if there are none that fit.
  static func nodes(of formula: MathFormula, in range: Range<Int>) -> [MathNode] {
    find(formula.nodes, range)
  }

  private static func find(_ nodes: [MathNode], _ range: Range<Int>) -> [MathNode] {
    let inside = nodes.filter { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
    if let first = inside.first(where: \.isVisible), let last = inside.last(where: \.isVisible),
      first.range.lowerBound <= range.lowerBound, last.range.upperBound >= range.upperBound
    {
      return inside
    }
    for node in nodes where node.range.lowerBound <= range.lowerBound && range.upperBound <= node.range.upperBound {
      return find(node.children, range)
    }
    return inside
  }
}
