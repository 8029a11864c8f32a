/// A formula as it is written: its source, its tokens, its tree, and what is wrong with it.
public struct MathFormula: Sendable, Equatable {
  /// The source, of whose scalars all ranges speak.
  public let source: [Unicode.Scalar]
  /// The tokens of the source, before macros are expanded; together they are the source.
  public let tokens: [MathToken]
  /// What is written, from left to right.
  public let nodes: [MathNode]
  /// What is wrong, in the order of the source.
  public let problems: [MathProblem]

  /// The ranges of the comments, without their line breaks.
  public var comments: [Range<Int>] { tokens.filter { $0.kind == .comment }.map(\.range) }

  /// The same source, read as other nodes: with words as one node each, say.
  public func replacingNodes(_ nodes: [MathNode]) -> MathFormula {
    MathFormula(source: source, tokens: tokens, nodes: nodes, problems: problems)
  }

  /// The source of `range`.
  public func latex(in range: Range<Int>) -> String { String(String.UnicodeScalarView(source[range])) }

  /// The source of `node`, exactly.
  public func latex(of node: MathNode) -> String { latex(in: node.range) }

  /// The source of `row`, exactly, with its braces.
  public func latex(of row: MathRow) -> String { latex(in: row.range) }
}
