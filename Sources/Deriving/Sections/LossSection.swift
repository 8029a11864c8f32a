import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// L, and what is assumed of the targets.
  mutating func lossSection() -> Section {
    let loss = model.loss()
    var rows = [Row([Statement(loss, [Step(.equal, lossValue, .definition(loss))])])]
    if let (sum, value) = targetAssumption() {
      rows.append(Row([Statement(sum, [Step(.equal, value, .assumption)])], shownRanges: samples))
    }
    return Section(part: .loss, title: "loss", rows: rows)
  }

  /// Σ_k y_k = 1 where the targets are a probability distribution.
  mutating func targetAssumption() -> (Expression, Expression)? {
    guard model.network.loss.targetDomain == .simplex else { return nil }
    let width = model.width(of: model.outputLayer)
    let one = model.graph.number(1)
    let k = model.graph.freshIndex("k", from: one, to: width)
    return (model.graph.summation(over: k, from: one, to: width, model.target(k)), one)
  }

  /// ∂L/∂ŷ_i, computed from the definition of L.
  mutating func lossSlope(at i: Expression) -> Expression {
    let raw = model.graph.derivative(of: lossValue, by: model.prediction(i))
    let contracted = model.graph.contractKroneckers(raw)
    return model.graph.simplify(model.graph.resolveSlopes(contracted))
  }
}
