/// Summations and their bound indices.
///
/// Bound indices have no names. A summation whose body holds further summations around occurrences of its index gives
/// the index the height 1 + the largest height among those, and 1 where there are none (Sato & Pollack 2010, "External
/// and internal syntax of the λ-calculus"). Expressions that differ in bound names only are then one node, no bound index
/// can be captured, and substituting for a free symbol needs no renaming. Nothing but this file sees bound indices:
/// everybody else opens a summation, works on its body with a free index of its own, and closes it again.
extension ExpressionGraph {
  /// A summation taken apart: its index is free in `body` and occurs nowhere else.
  public struct OpenedSummation: Sendable {
    /// The index, free in the body; it carries the range.
    public let index: Expression
    /// The first value of the index.
    public let lower: Expression
    /// The last value of the index.
    public let upper: Expression
    /// What is summed.
    public let body: Expression
  }

  /// Σ of `body` over `index` from `lower` to `upper`; every occurrence of `index` in `body` becomes bound.
  /// The bounds must not mention it.
  public mutating func summation(
    over index: Expression, from lower: Expression, to upper: Expression, _ body: Expression
  ) -> Expression {
    if let undefined = [lower, upper, body].first(where: isUndefined) { return undefined }
    if numberValue(body)?.isZero == true { return body }
    let height = max(1, heightNeeded(for: index, in: body))
    let boundIndex = intern(leaf: .bound, UInt32(height))
    let closed = replace(index, by: boundIndex, in: body)
    let summation = intern(.summation, header: UInt32(height), [lower, upper, closed])
    if boundNames[summation] == nil, case .index(let id) = self[index], Self.isPlainName(self[id].name) {
      boundNames[summation] = self[id].name
    }
    return summation
  }

  /// Whether a name can be written as it is: a letter of ASCII, then letters and digits. Other names are made up while
  /// something is computed, and never shown.
  private static func isPlainName(_ name: String) -> Bool {
    let isLetter = { (unit: UInt8) in (0x61...0x7A).contains(unit | 0x20) }
    return name.utf8.first.map(isLetter) == true
      && name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// Takes a summation apart. The same summation gives the same index every time, so two copies of one summation that
  /// stand side by side must not both be opened into one body: see `openFresh`.
  public mutating func open(_ summation: Expression) -> OpenedSummation? {
    if let known = opened[summation] { return known }
    let fresh = openFresh(summation)
    opened[summation] = fresh
    return fresh
  }

  /// Takes a summation apart with an index that occurs nowhere else at all.
  public mutating func openFresh(_ summation: Expression) -> OpenedSummation? {
    guard case .summation(let lower, let upper, let body) = self[summation] else { return nil }
    let index = freshIndex(boundNames[summation] ?? "k", from: lower, to: upper)
    let opened = instantiate(summation, with: index, body: body)
    return OpenedSummation(index: index, lower: lower, upper: upper, body: opened)
  }

  /// The body of `summation` with `value` for its index.
  public mutating func term(of summation: Expression, at value: Expression) -> Expression? {
    guard case .summation(_, _, let body) = self[summation] else { return nil }
    return instantiate(summation, with: value, body: body)
  }

  /// The name that the index of `summation` was first written with.
  public func boundName(of summation: Expression) -> String? { boundNames[summation] }

  private mutating func instantiate(_ summation: Expression, with value: Expression, body: Expression) -> Expression {
    let height = boundHeight(summation)
    let boundIndex = intern(leaf: .bound, UInt32(height))
    var memo: [Expression: Expression] = [boundIndex: value]
    return substitute(in: body, memo: &memo, hiddenBelow: height)
  }

  /// The summation with the operands `[lower, upper, body]`, where `body` is unopened and its index is bound at
  /// `height`. Tidying may have dropped inner summations, so that the index needs a smaller height now.
  mutating func rebind(height: Int, _ operands: [Expression], name: String?) -> Expression {
    var operands = operands
    if let undefined = operands.first(where: isUndefined) { return undefined }
    if numberValue(operands[2])?.isZero == true { return operands[2] }
    let boundIndex = intern(leaf: .bound, UInt32(height))
    let needed = max(1, heightNeeded(for: boundIndex, in: operands[2]))
    if needed != height {
      var memo = [boundIndex: intern(leaf: .bound, UInt32(needed))]
      operands[2] = substitute(in: operands[2], memo: &memo, hiddenBelow: height)
    }
    let result = intern(.summation, header: UInt32(needed), operands)
    if let name, boundNames[result] == nil { boundNames[result] = name }
    return result
  }

  /// The height a binder of `index` around `body` needs: 0 if `index` does not occur.
  private func heightNeeded(for index: Expression, in body: Expression) -> Int {
    var memo: [Expression: Int] = [:]
    let isFree = kinds[index.position] == .index
    let hiding = isFree ? 0 : Int(first[index.position])
    func height(_ expression: Expression) -> Int {
      if expression == index { return 1 }
      guard mentionsIndex(expression) || !isFree else { return 0 }
      if let known = memo[expression] { return known }
      var result = 0
      if kinds[expression.position] == .summation, boundHeight(expression) == hiding { return 0 }
      for child in children(of: expression) { result = max(result, height(child)) }
      if result > 0, kinds[expression.position] == .summation {
        result = max(result, boundHeight(expression) + 1)
      }
      memo[expression] = result
      return result
    }
    return height(body)
  }

  /// `expression` with `replacement` for every free occurrence of `target` (a symbol, an index, or any subexpression
  /// without indices bound around it).
  ///
  /// No capture is possible: bound indices have no names. A summation whose bounds change keeps its index.
  public mutating func replace(
    _ target: Expression, by replacement: Expression, in expression: Expression
  ) -> Expression {
    var memo = [target: replacement]
    return substitute(in: expression, memo: &memo, hiddenBelow: nil)
  }

  /// `expression` with every key of `replacements` replaced by its value, all at once.
  public mutating func replace(_ replacements: [Expression: Expression], in expression: Expression) -> Expression {
    var memo = replacements
    return substitute(in: expression, memo: &memo, hiddenBelow: nil)
  }

  /// Rebuilds `expression` bottom-up from what `memo` says. A summation that binds the height `hidden` hides the index
  /// being replaced and, by construction, holds none of it: it stays as it is.
  private mutating func substitute(
    in expression: Expression, memo: inout [Expression: Expression], hiddenBelow hidden: Int?
  ) -> Expression {
    if let known = memo[expression] { return known }
    var result = expression
    if kinds[expression.position] != .summation || boundHeight(expression) != hidden {
      let old = children(of: expression)
      var new: [Expression] = []
      new.reserveCapacity(old.count)
      for child in old { new.append(substitute(in: child, memo: &memo, hiddenBelow: hidden)) }
      if old != new { result = rebuild(expression, new) }
    }
    memo[expression] = result
    return result
  }
}
