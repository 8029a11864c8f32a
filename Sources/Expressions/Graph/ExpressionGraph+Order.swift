/// A total order of expressions that depends on their structure only, never on addresses or hash values, so that two
/// processes put out the same bytes.
extension ExpressionGraph {
  /// Negative, 0 or positive as `a` comes before, is, or comes after `b`: by kind, then names, then operands from left to
  /// right. Numbers come first. Linear in the size of the smaller expression where they share little.
  public func order(_ a: Expression, _ b: Expression) -> Int {
    if a == b { return 0 }
    // A stack of its own instead of recursion: expressions may nest deeply.
    var waiting: [Comparand] = []
    var result = orderOfNodes(a, b, &waiting)
    while result == 0, let next = waiting.popLast() {
      switch next {
      case .operands(let x, let y): result = x == y ? 0 : orderOfNodes(x, y, &waiting)
      case .counts(let x, let y): result = x < y ? -1 : x > y ? 1 : 0
      }
    }
    return result
  }

  /// `expressions` in structural order.
  public func ordered(_ expressions: some Sequence<Expression>) -> [Expression] {
    expressions.sorted { order($0, $1) < 0 }
  }

  /// What decides if nothing before it does.
  private enum Comparand {
    case operands(Expression, Expression)
    case counts(Int, Int)
  }

  /// The order by what the different nodes `a` and `b` are themselves. If that is the same, 0, and their operands are put
  /// on the stack, the first on top.
  private func orderOfNodes(_ a: Expression, _ b: Expression, _ waiting: inout [Comparand]) -> Int {
    let kindA = kinds[a.position]
    let kindB = kinds[b.position]
    if let x = numberValue(a), let y = numberValue(b) { return x < y ? -1 : 1 }
    if kindA != kindB { return kindA.rawValue < kindB.rawValue ? -1 : 1 }
    switch (self[a], self[b]) {
    case (.index(let x), .index(let y)):
      waiting.append(.operands(self[x].upper, self[y].upper))
      waiting.append(.operands(self[x].lower, self[y].lower))
      return order((self[x].name, self[x].serial), (self[y].name, self[y].serial))
    case (.symbol(let x, _), .symbol(let y, _)) where x != y:
      return order((self[x].name, rank(self[x])), (self[y].name, rank(self[y])))
    case (.call(let x, _), .call(let y, _)) where x != y:
      return order((self[x].name, self[x].order), (self[y].name, self[y].order))
    case (.constant, .constant), (.bound, .bound):
      return first[a.position] < first[b.position] ? -1 : 1
    case (.summation, .summation) where boundHeight(a) != boundHeight(b):
      return boundHeight(a) < boundHeight(b) ? -1 : 1
    default:
      let x = children(of: a)
      let y = children(of: b)
      waiting.append(.counts(x.count, y.count))
      for (left, right) in Array(zip(x, y)).reversed() { waiting.append(.operands(left, right)) }
      return 0
    }
  }

  private func rank(_ family: Family) -> Int { (family.isLayered ? 2 : 0) + (family.isCount ? 1 : 0) }

  private func order(_ x: (String, Int), _ y: (String, Int)) -> Int {
    x == y ? 0 : x < y ? -1 : 1
  }
}
