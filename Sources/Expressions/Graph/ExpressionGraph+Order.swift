/// A total order of expressions that depends on their structure only, never on addresses or hash values, so that two
/// processes put out the same bytes.
extension ExpressionGraph {
  /// Negative, 0 or positive as `a` comes before, is, or comes after `b`: by kind, then names, then operands from left to
  /// right. Numbers come first. Linear in the size of the smaller expression where they share little.
  public func order(_ a: Expression, _ b: Expression) -> Int {
    if a == b { return 0 }
    let kindA = kinds[a.position]
    let kindB = kinds[b.position]
    if let x = numberValue(a), let y = numberValue(b) { return x < y ? -1 : 1 }
    if kindA != kindB { return kindA.rawValue < kindB.rawValue ? -1 : 1 }
    switch (self[a], self[b]) {
    case (.index(let x), .index(let y)):
      return order(self[x], self[y])
    case (.symbol(let x, _), .symbol(let y, _)) where x != y:
      return order((self[x].name, rank(self[x])), (self[y].name, rank(self[y])))
    case (.call(let x, _), .call(let y, _)) where x != y:
      return order((self[x].name, self[x].order), (self[y].name, self[y].order))
    case (.constant, .constant), (.bound, .bound):
      return first[a.position] < first[b.position] ? -1 : 1
    default:
      return orderOfOperands(a, b)
    }
  }

  /// `expressions` in structural order.
  public func ordered(_ expressions: some Sequence<Expression>) -> [Expression] {
    expressions.sorted { order($0, $1) < 0 }
  }

  private func order(_ x: Index, _ y: Index) -> Int {
    let names = order((x.name, x.serial), (y.name, y.serial))
    if names != 0 { return names }
    let lower = order(x.lower, y.lower)
    return lower != 0 ? lower : order(x.upper, y.upper)
  }

  private func rank(_ family: Family) -> Int { (family.isLayered ? 2 : 0) + (family.isCount ? 1 : 0) }

  private func order(_ x: (String, Int), _ y: (String, Int)) -> Int {
    x == y ? 0 : x < y ? -1 : 1
  }

  private func orderOfOperands(_ a: Expression, _ b: Expression) -> Int {
    if kinds[a.position] == .summation, boundHeight(a) != boundHeight(b) {
      return boundHeight(a) < boundHeight(b) ? -1 : 1
    }
    let x = children(of: a)
    let y = children(of: b)
    for (left, right) in zip(x, y) {
      let order = order(left, right)
      if order != 0 { return order }
    }
    return x.count < y.count ? -1 : x.count > y.count ? 1 : 0
  }
}
