import Derivations
import Expressions

/// Lines that are right or wrong whatever the letters of the notes stand for.
extension InferredReading {
  /// Whether an assertion only rewrites one variable: −ln(1 + e⁻ᶻ) = z − ln(1 + eᶻ), σ′ = σ(1 − σ) of a known σ. No other
  /// reading of the notes would change what it says.
  func isRewriting(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    guard claim.relation == .equal else { return false }
    var variables: [Expression] = []
    for side in [claim.left, claim.right] {
      guard let variable = onlyVariable(of: side) else { return false }
      variables.append(variable)
    }
    return variables[0] == variables[1]
  }

  /// The symbol that is the one variable of an expression in known functions; nil if there are none or several, or if the
  /// expression is nothing but a name.
  private func onlyVariable(of side: Expression) -> Expression? {
    switch notes.graph[side] {
    case .symbol: return nil
    case .call(let id, _) where notes.graph[id].order == 0: return nil
    default: break
    }
    var variable: Expression?
    let isClear = !notes.graph.contains(in: side) { node in
      switch notes.graph[node] {
      case .symbol:
        defer { variable = node }
        return variable != nil && variable != node
      case .call(let id, _):
        return FunctionTable.record(named: notes.graph[id].name) == nil
      case .partial(_, let base): if case .symbol = notes.graph[base] { return false } else { return true }
      case .summation: return true
      default: return false
      }
    }
    return isClear ? variable : nil
  }
}
