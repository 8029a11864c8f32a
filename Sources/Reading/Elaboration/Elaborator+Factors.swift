import Expressions
import LaTeX
import Networks

/// Factors: everything that stands between two signs.
extension Elaborator {
  mutating func factor(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor {
    guard let node = cursor.current else { throw ReadingProblem(kind: .missing("a factor"), range: cursor.place) }
    let start = node.range.lowerBound
    if let inner = node.coloured {
      cursor.advance()
      var cursor = NodeCursor([inner])
      return try factor(&cursor)
    }
    if let product = try dottedProductOfSteps(&cursor) { return product }
    if let derivative = try derivative(&cursor) { return derivative }
    if let sum = node.summation {
      let tensor = try summation(sum, &cursor)
      return Factor(tensor: tensor, range: start..<cursor.place.lowerBound)
    }
    if let indicator = try indicator(&cursor) {
      return Factor(tensor: indicator, range: start..<max(start, cursor.place.lowerBound))
    }
    if let product = try chainProduct(&cursor) {
      return Factor(tensor: product, range: start..<max(start, cursor.place.lowerBound))
    }
    if let product = try productOfSteps(&cursor) { return product }
    if let loss = try crossEntropy(&cursor) {
      return Factor(tensor: loss, range: start..<max(start, cursor.place.lowerBound))
    }
    if let application = try application(&cursor) {
      return Factor(tensor: application, range: start..<max(start, cursor.place.lowerBound))
    }
    cursor.advance()
    return Factor(tensor: try atom(node, &cursor), range: node.range)
  }

  private mutating func atom(_ node: MathNode, _ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    switch node.kind {
    case .number(let digits):
      guard let value = Rational(decimal: digits) else { throw unexpected(node) }
      return Tensor(graph.number(value))
    case .brace(let brace): return try tensor(brace.body.nodes)
    case .fraction(let fraction): return try quotient(fraction, node.range)
    case .root(nil, let radicand): return try mapped(try tensor(radicand.nodes)) { $0.squareRoot($1) }
    case .fence(let fence): return try bracketed(fence, node)
    case .array(let array) where array.name == "cases" || array.name == "dcases": return try cases(array)
    case .array(let array) where array.name.hasSuffix("matrix") || array.name == "array": return try matrix(array, node)
    case .stack(let stack): return try tensor(stack.base.nodes)
    default: break
    }
    if let array = constantArray(node) ?? identityMatrix(node) { return array }
    if let occurrence = node.occurrence { return try symbol(occurrence, &cursor) }
    switch node.kind {
    case .group(let row), .framed(_, let row), .coloured(_, let row), .styled(_, let row):
      return try tensor(row.nodes)
    case .scripts(let scripts): return try scripted(node, scripts)
    default: throw unexpected(node)
    }
  }

  /// A matrix that is written out: Σ [i = r][j = c] times the entry at row r, column c.
  private mutating func matrix(_ array: MathArray, _ node: MathNode) throws(ReadingProblem) -> Tensor {
    let rows = array.lines.map(\.cells)
    if rows.contains(where: { $0.contains { $0.nodes.contains(where: \.isEllipsis) } }) {
      return try dottedMatrix(rows.map { $0.map(\.nodes) }, node)
    }
    if rows.count == 1, rows[0].count == 1 { return try tensor(rows[0][0].nodes) }
    guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }), (1...12).contains(rows.count),
      (1...12).contains(width)
    else { throw unexpected(node) }
    let one = graph.number(1)
    let height = graph.number(rows.count)
    let breadth = graph.number(width)
    let row = graph.freshIndex("i", from: one, to: height)
    let column = graph.freshIndex("j", from: one, to: breadth)
    var terms: [Expression] = []
    for (r, cells) in rows.enumerated() {
      for (c, cell) in cells.enumerated() {
        var factors = [try scalar(cell.nodes)]
        let r = graph.number(r + 1)
        let c = graph.number(c + 1)
        if rows.count > 1 { factors.append(graph.kroneckerDelta(row, r)) }
        if width > 1 { factors.append(graph.kroneckerDelta(column, c)) }
        terms.append(graph.multiply(factors))
      }
    }
    let body = graph.add(terms)
    switch (rows.count, width) {
    case (1, 1): return Tensor(body)
    case (_, 1): return Tensor(axes: [row], body: body)
    case (1, _): return Tensor(axes: [column], body: body, isRow: true)
    default: return Tensor(axes: [row, column], body: body)
    }
  }

  func unexpected(_ node: MathNode) -> ReadingProblem {
    ReadingProblem(kind: .unexpected(node.name), range: node.range)
  }

  /// A function of each entry.
  mutating func mapped(
    _ tensor: Tensor, _ function: (inout ExpressionGraph, Expression) -> Expression
  ) throws(ReadingProblem) -> Tensor {
    Tensor(axes: tensor.axes, body: function(&graph, tensor.body), isRow: tensor.isRow, isTurned: tensor.isTurned)
  }

  private mutating func quotient(_ fraction: MathFraction, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    let above = try tensor(fraction.numerator.nodes)
    let isInner = isInDenominator
    isInDenominator = true
    defer { isInDenominator = isInner }
    var below = try tensor(fraction.denominator.nodes)
    below.body = graph.power(below.body, -1)
    return try combined(above, below, range) { graph, x, y in graph.multiply([x, y]) }
  }

  /// (…) groups, […] with a relation is an Iverson bracket, |…| an absolute value, ‖…‖ a norm.
  private mutating func bracketed(_ fence: MathFence, _ node: MathNode) throws(ReadingProblem) -> Tensor {
    switch fence.open.name {
    case "[" where fence.body.contains { $0.relationName != nil }, "llbracket": return try indicator(fence.body)
    case "|": return try mapped(try tensor(fence.body)) { $0.call("abs", $1) }
    case "‖": return Tensor(try norm(of: fence.body, nil, isSquared: false, node))
    case "langle": return try innerProduct(of: fence, node)
    case "(", "[", "{":
      if let lines = fence.openCases { return try cases(lines) }
      if let row = try dottedRow(fence.body, node) { return row }
      if let row = Self.numberRow(fence, node.range) ?? Self.numberTable(fence, node.range) {
        return try matrix(row, node)
      }
      if let list = Self.numberList(fence, node.range) {
        let column = try matrix(list, node)
        return vocabulary.conventions.rowVectors ? transposed(column) : column
      }
      return try tensor(fence.body)
    default: throw unexpected(node)
    }
  }

  /// Scripts on something that is no letter: (…)^2, (…)^T, ‖…‖^2, e^{…}, (…)_i.
  private mutating func scripted(_ node: MathNode, _ scripts: MathScripts) throws(ReadingProblem) -> Tensor {
    guard let base = scripts.base else { throw unexpected(node) }
    if scripts.primeCount > 0 { return try primed(node, scripts) }
    var lower = scripts.lower
    var inner: Tensor
    if case .fence(let fence) = base.kind, fence.open.name == "‖" {
      let upper = scripts.upper?.nodes.withoutBlanks ?? []
      let isSquared = upper.count == 1 && upper[0].wholeNumber == 2
      inner = Tensor(try norm(of: fence.body, lower?.nodes, isSquared: isSquared, node))
      if isSquared { return inner }
      // What stands below has told the norm.
      lower = nil
    } else if case .fence(let fence) = base.kind {
      inner = try bracketed(fence, base)
    } else if base.wholeNumber == 1, scripts.isTransposition {
      // 1ᵀ: no number has a transpose.
      inner = ones(at: base)
    } else {
      inner = try tensor([base])
    }
    if let lower {
      inner = try entry(of: inner, at: lower.nodes.subscriptItems, node)
    }
    guard let upper = scripts.upper?.nodes.withoutBlanks else { return inner }
    if upper.count == 1, upper[0].isTransposeSign {
      // [1, 0]ᵀ says that the list is a column.
      if case .fence(let fence) = base.kind, Self.numberList(fence, base.range) != nil {
        return inner.isRow ? transposed(inner) : inner
      }
      return transposed(inner)
    }
    if case .operation(let sign)? = upper.first?.kind, sign == "circ" || sign == "odot", upper.count > 1 {
      let exponent = try scalar(Array(upper.dropFirst()))
      return try mapped(inner) { $0.power($1, exponent) }
    }
    guard inner.isScalar || inner.axes.count == 1 else { throw unexpected(node) }
    let exponent = try scalar(upper)
    return try mapped(inner) { $0.power($1, exponent) }
  }

  // MARK: Conditions

  mutating func condition(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    let nodes = nodes.withoutBlanks
    guard let place = nodes.firstIndex(where: { $0.relationName != nil }), let name = nodes[place].relationName else {
      throw ReadingProblem(kind: .missing("a condition"), range: nodes.extent)
    }
    return try condition(Array(nodes[..<place]), name, Array(nodes[(place + 1)...]), nodes[place].range)
  }

  /// The condition that two sides stand to one another as a sign says.
  mutating func condition(
    _ left: [MathNode], _ sign: String, _ right: [MathNode], _ place: Range<Int>
  ) throws(ReadingProblem) -> Expression {
    let left = try conditionSide(left)
    let right = try conditionSide(right)
    switch sign {
    case "=": return graph.compare(left, .equal, right)
    case "<": return graph.compare(left, .less, right)
    case ">": return graph.compare(right, .less, left)
    case "le": return graph.compare(left, .lessOrEqual, right)
    case "ge": return graph.compare(right, .lessOrEqual, left)
    case "ne":
      let equal = graph.compare(left, .equal, right)
      return graph.not(equal)
    default: throw ReadingProblem(kind: .unexpected(sign), range: place)
    }
  }

  private mutating func conditionSide(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    if let label = label(nodes) { return label }
    if nodes.count == 1, let index = try? indexExpression(nodes) { return index }
    return try scalar(nodes)
  }
}

extension MathNode {
  /// The one thing that stands in colour or in a frame: a derivative there is one for the chain rule as well.
  fileprivate var coloured: MathNode? {
    switch kind {
    case .coloured(_, let row), .framed(_, let row):
      let visible = row.nodes.withoutBlanks
      guard visible.count == 1 else { return nil }
      if case .group(let inner) = visible[0].kind {
        let visible = inner.nodes.withoutBlanks
        return visible.count == 1 ? visible[0] : nil
      }
      return visible[0]
    case .group(let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].coloured : nil
    default: return nil
    }
  }
}
