import Derivations
import Expressions

/// Writes the expressions of one statement in LaTeX. It holds a graph of its own because summations must be opened.
///
/// The work is split by kind of node: symbols and numbers, sums, products, powers, calls, conditions, partials, each in an
/// extension of its own.
struct LaTeXWriter {
  var graph: ExpressionGraph
  let notation: Notation
  var names: IndexNames
  /// What stands under the brace of a subexpression.
  var braces: [Expression: Expression] = [:]
  /// Whether sums are written without spaces: l+1, in places of indices.
  var isCompact = false

  /// A writer for a statement that consists of `expressions`.
  init(graph: ExpressionGraph, notation: Notation, statement expressions: [Expression]) {
    self.graph = graph
    self.notation = notation
    names = IndexNames(notation: notation, expressions: expressions, graph: graph)
  }

  /// Begins another statement: indices are named anew.
  mutating func begin(statement expressions: [Expression]) {
    names = IndexNames(notation: notation, expressions: expressions, graph: graph)
    braces = [:]
  }

  /// `expression` in LaTeX, without brackets around it.
  mutating func latex(_ expression: Expression) -> String { piece(expression).latex }

  /// `expression`, an index or a layer, without spaces.
  mutating func compact(_ expression: Expression) -> String {
    let outer = isCompact
    isCompact = true
    defer { isCompact = outer }
    return latex(expression)
  }

  /// `expression` written, with its brace if it has one.
  mutating func piece(_ expression: Expression) -> Piece {
    guard let name = braces.removeValue(forKey: expression) else { return bare(expression) }
    defer { braces[expression] = name }
    return underbrace(bare(expression), name)
  }

  /// The formula `piece` with `name` under a brace.
  mutating func underbrace(_ piece: Piece, _ name: Expression) -> Piece {
    Piece(
      latex: #"\underbrace{\#(piece.latex)}_{\#(latex(name))}"#, level: .power, shape: .fraction, isTall: true)
  }

  private mutating func bare(_ expression: Expression) -> Piece {
    switch graph[expression] {
    case .number(let value): number(value)
    case .constant(let constant): self.constant(constant)
    case .symbol(let family, let subscripts): symbol(graph[family], Array(subscripts))
    case .index(let id): index(expression, graph[id])
    case .bound(let height): Piece(latex: "k_{\(height)}", level: .atom)
    case .add(let terms): sum(Array(terms))
    case .multiply(let factors): product(Array(factors))
    case .power(let base, let exponent): power(base, exponent, node: expression)
    case .call(let function, let arguments): call(graph[function], Array(arguments))
    case .summation: summation(expression)
    case .comparison(let comparison, let a, let b): self.comparison(comparison, a, b)
    case .and(let parts): junction(Array(parts), #"\land"#, .and)
    case .or(let parts): junction(Array(parts), #"\lor"#, .or)
    case .not(let inner): negation(inner)
    case .bracket(let condition): iversonBracket(condition)
    case .piecewise(let parts): cases(Array(parts))
    case .partial(let u, let v): partial(u, v)
    }
  }
}
