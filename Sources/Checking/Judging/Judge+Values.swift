import Derivations
import Expressions

/// Values that the definitions tell, without any number that is drawn.
extension Judge {
  /// How far two computations of one value may lie apart, relative to it.
  private static let precision = 1e-9

  /// The value of an expression without free indices; nil where it depends on something that nothing tells, and where a
  /// derivative is 0, which may be for a definition that could not be read.
  public mutating func determinedValue(of expression: Expression) -> Double? {
    let own = named(folding.folded(expression, &kernel.graph))
    let formula = FormulaCompiler.formula([own], program, &kernel.graph)
    let claim = Claim(left: own, relation: .equal, right: own, reason: .sameWith(own))
    guard formula.indices.isEmpty, independence(of: claim) == nil else { return nil }
    var found: Double?
    for draw in [Draw(style: .random, number: 0), Draw(style: .random, number: 1), Draw(style: .positive, number: 0)] {
      let interpreter = instances.interpreter(draw)
      interpreter.budget = Interpreter.operationLimit
      guard let value = (try? interpreter.roots(of: formula, at: []))?.first?.value, interpreter.rangeFault == nil,
        value.isFinite
      else { return nil }
      if let found, (found - value).magnitude > Self.precision * found.magnitude { return nil }
      found = value
    }
    if let found, found.magnitude < 1e-12, kernel.graph.holdsPartial(own) { return nil }
    return found
  }

  /// How fast an expression changes with a symbol, where that is determined.
  public mutating func determinedSlope(of expression: Expression, by symbol: Expression) -> Double? {
    let slope = kernel.graph.partial(expression, by: symbol)
    return determinedValue(of: slope)
  }

  /// Whether a definition may be about a symbol: that of z_i is about z_1.
  public func mayDefine(_ symbol: Expression) -> Bool { definitions.contains { isWrittenAlike($0.head, symbol) } }
}
