import Derivations
import Expressions
import LaTeX
import Networks

/// Reads expressions that are written in a known notation: the inverse of printing them.
///
/// Each letter has one role. Subscripts are unit and sample indices, superscripts are layers of layered symbols and powers
/// of everything else. What a free index runs over is told by the first symbol that it stands at: i of z_i^3 is a unit of
/// layer 3.
public struct NotationReader {
  /// The graph that the expressions go to.
  public var graph: ExpressionGraph
  let notation: Notation
  let network: Network
  /// The indices in scope: those bound by sums around, and the free ones met so far, by name.
  var indices: [String: Expression] = [:]
  /// The families by the letters they are written with.
  let families: [String: Family]

  /// A reader of `notation` for formulas about `network`.
  public init(_ graph: ExpressionGraph, notation: Notation, network: Network) {
    self.graph = graph
    self.notation = notation
    self.network = network
    var families: [String: Family] = [:]
    for role in NetworkSymbol.roles { families[notation.style(of: role).latex] = role }
    self.families = families
  }

  /// Begins a statement of these nodes: its free indices are its own. `conditions` may take in what is said of them.
  public mutating func beginStatement(
    _ nodes: [MathNode], conditions: (inout NotationReader) -> Void = { _ in }
  ) {
    indices = [:]
    conditions(&self)
    collectFreeIndices(nodes)
  }

  /// Takes in what an index runs over: l = 2, 3 and i = 1, …, n. Where nothing is said of i, the symbol it stands at tells.
  mutating func take(_ condition: WrittenChain) {
    guard condition.signs.count == 1, condition.signs[0].name == "=", let subject = condition.members[0].nodes.first,
      case .letter(let name) = subject.kind
    else { return }
    let values = ([condition.members[1]] + condition.list).filter { !$0.nodes.contains { $0.isEllipsis } }
    guard let first = values.first, let last = values.last, let lower = try? expression(first.nodes),
      let upper = try? expression(last.nodes)
    else { return }
    indices[name] = graph.index(name, from: lower, to: upper)
  }

  /// The expression that `nodes` write.
  /// - Throws: the first `ReadingProblem`, with its place.
  public mutating func expression(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    var cursor = NodeCursor(nodes)
    let result = try sum(&cursor)
    if let rest = cursor.current { throw ReadingProblem(kind: .unexpected(rest.name), range: rest.range) }
    return result
  }

  // MARK: Sums and products

  mutating func sum(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Expression {
    var terms: [Expression] = []
    var isNegative = false
    if cursor.accept(operation: "-") { isNegative = true } else { _ = cursor.accept(operation: "+") }
    while true {
      let term = try product(&cursor)
      terms.append(isNegative ? graph.negate(term) : term)
      if cursor.accept(operation: "+") {
        isNegative = false
      } else if cursor.accept(operation: "-") {
        isNegative = true
      } else {
        return terms.count == 1 ? terms[0] : graph.add(terms)
      }
    }
  }

  /// Factors beside one another or with a dot between; a sum sign takes everything behind it into its body.
  mutating func product(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Expression {
    var factors: [Expression] = []
    while let node = cursor.current {
      if case .operation(let sign) = node.kind {
        guard ["cdot", "times", "*", "/"].contains(sign), !factors.isEmpty else { break }
        cursor.advance()
        if sign == "/" {
          factors.append(graph.power(try factor(&cursor), -1))
          continue
        }
      } else if node.isPunctuation {
        break
      }
      factors.append(try factor(&cursor))
    }
    guard !factors.isEmpty else { throw ReadingProblem(kind: .missing("a factor"), range: cursor.place) }
    return factors.count == 1 ? factors[0] : graph.multiply(factors)
  }

  // MARK: Factors

  mutating func factor(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Expression {
    guard let node = cursor.current else { throw ReadingProblem(kind: .missing("a factor"), range: cursor.place) }
    if let operatorRow = derivativeOperator(node) {
      cursor.advance()
      let variable = try expression(operatorRow)
      let operand = try factor(&cursor)
      return graph.partial(operand, by: variable)
    }
    if let sum = node.summation { return try summation(sum, &cursor) }
    if let function = function(node) { return try application(function, &cursor) }
    cursor.advance()
    return try atom(node)
  }

  private mutating func atom(_ node: MathNode) throws(ReadingProblem) -> Expression {
    switch node.kind {
    case .number(let digits):
      guard let value = Rational(decimal: digits) else {
        throw ReadingProblem(kind: .unexpected(digits), range: node.range)
      }
      return graph.number(value)
    case .letter, .accented: return try symbol(node, MathScripts(base: node))
    case .scripts(let scripts): return try scripted(node, scripts)
    case .styled where isFamily(node): return try symbol(node, MathScripts(base: node))
    case .group(let row), .framed(_, let row), .coloured(_, let row): return try expression(row.nodes)
    case .styled(_, let row) where row.nodes.count == 1: return try atom(row.nodes[0])
    case .brace(let brace): return try expression(brace.body.nodes)
    case .fraction(let fraction): return try quotient(fraction)
    case .root(nil, let radicand): return graph.squareRoot(try expression(radicand.nodes))
    case .fence(let fence): return try bracketed(fence, node)
    case .array(let array) where array.name == "cases": return try cases(array)
    default: throw ReadingProblem(kind: .unexpected(node.name), range: node.range)
    }
  }

  /// Whether a letter in some style is one of the notation, as ℒ is.
  private func isFamily(_ node: MathNode) -> Bool { node.letterName.map { families[$0] != nil } ?? false }

  private mutating func quotient(_ fraction: MathFraction) throws(ReadingProblem) -> Expression {
    if let u = fraction.numerator.nodes.droppingDifferential, !u.isEmpty,
      let v = fraction.denominator.nodes.droppingDifferential
    {
      let variable = try expression(v)
      return graph.partial(try expression(u), by: variable)
    }
    let above = try expression(fraction.numerator.nodes)
    return graph.divide(above, by: try expression(fraction.denominator.nodes))
  }

  /// v of ∂/∂v with nothing above the line but the sign.
  private func derivativeOperator(_ node: MathNode) -> [MathNode]? {
    guard case .fraction(let fraction) = node.kind, let above = fraction.numerator.nodes.droppingDifferential,
      above.isEmpty
    else { return nil }
    return fraction.denominator.nodes.droppingDifferential
  }

  /// (…) groups, […] with a relation is an Iverson bracket, |…| an absolute value.
  private mutating func bracketed(_ fence: MathFence, _ node: MathNode) throws(ReadingProblem) -> Expression {
    switch fence.open.name {
    case "[" where fence.body.contains { $0.relationName != nil }: return graph.bracket(try condition(fence.body))
    case "|", "vert", "lvert": return graph.call("abs", try expression(fence.body))
    case "(", "[", "{": return try expression(fence.body)
    default: throw ReadingProblem(kind: .unexpected(fence.open.name), range: node.range)
    }
  }

  private mutating func scripted(_ node: MathNode, _ scripts: MathScripts) throws(ReadingProblem) -> Expression {
    guard let base = scripts.base else {
      throw ReadingProblem(kind: .missing("something under the scripts"), range: node.range)
    }
    switch base.kind {
    case .letter("e") where scripts.lower == nil && scripts.primes.isEmpty:
      guard let upper = scripts.upper else { break }
      return graph.call("exp", try expression(upper.nodes))
    case .letter, .accented: return try symbol(node, scripts)
    case .styled where isFamily(base): return try symbol(node, scripts)
    default:
      guard scripts.lower == nil, scripts.primes.isEmpty, let upper = scripts.upper else { break }
      return graph.power(try atom(base), try expression(upper.nodes))
    }
    throw ReadingProblem(kind: .unexpected(base.name), range: node.range)
  }

  // MARK: Conditions and branches

  /// u < v, u = v, …; several joined by ∧ or "and" are not written by any printer of ours.
  mutating func condition(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    guard let place = nodes.firstIndex(where: { $0.relationName != nil }), let name = nodes[place].relationName else {
      throw ReadingProblem(kind: .missing("a relation"), range: nodes.first?.range ?? 0..<0)
    }
    let left = try expression(Array(nodes[..<place]))
    let right = try expression(Array(nodes[(place + 1)...]))
    switch name {
    case "=": return graph.compare(left, .equal, right)
    case "<": return graph.compare(left, .less, right)
    case ">": return graph.compare(right, .less, left)
    case "le": return graph.compare(left, .lessOrEqual, right)
    case "ge": return graph.compare(right, .lessOrEqual, left)
    case "ne": return graph.not(graph.compare(left, .equal, right))
    default: throw ReadingProblem(kind: .unexpected(name), range: nodes[place].range)
    }
  }

  /// Lines of value and condition; the last one may say "otherwise".
  private mutating func cases(_ array: MathArray) throws(ReadingProblem) -> Expression {
    var branches: [(condition: Expression, value: Expression)] = []
    for (number, line) in array.lines.enumerated() {
      guard let first = line.cells.first else { continue }
      let value = try expression(first.nodes.withoutPunctuation)
      let rest = line.cells.dropFirst().flatMap(\.nodes).withoutPunctuation
      let words = rest.filter { if case .text = $0.kind { false } else { true } }
      if words.isEmpty, number == array.lines.count - 1 { return graph.piecewise(branches, otherwise: value) }
      branches.append((try condition(words), value))
    }
    throw ReadingProblem(kind: .missing("a last case"), range: array.lines.last?.range ?? 0..<0)
  }
}
