import Derivations
import Expressions
import Networks

/// Log-likelihoods, which are made as large as possible: w ← w + α ∂ℓ/∂w goes up.
extension NotesBuilder {
  /// Tells the judge that updates go up a log-likelihood, where that is the only thing that notes say how to change
  /// parameters by. It is a sum of logarithms of probabilities with positive signs: Σ y log p + (1 − y) log(1 − p).
  mutating func takeLikelihoods() {
    let families = lossFamilies
    var likelihood: Expression?
    for assertion in notes.assertions where assertion.claim.relation == .equal {
      guard case .symbol(let id, _) = elaborator.graph[assertion.claim.left],
        families.contains(elaborator.graph[id]), case .definition = assertion.claim.reason
      else { continue }
      var graph = elaborator.graph
      let signs = Self.signsOfLogarithms(in: assertion.claim.right, 1, &graph)
      // Beside a loss that is made small it is open which of both an update is about.
      guard !signs.isEmpty, signs.allSatisfy({ $0 > 0 }) else { return }
      likelihood = likelihood ?? assertion.claim.left
    }
    guard let likelihood else { return }
    notes.climbsLikelihood = true
    let goal = elaborator.graph.negate(likelihood)
    for number in notes.assertions.indices where notes.assertions[number].claim.relation == .becomes {
      notes.assertions[number].descent = notes.assertions[number].descent ?? goal
    }
  }

  /// Tells the judge that updates go up what they differentiate, where the text says so.
  mutating func climb() {
    for number in notes.assertions.indices where notes.assertions[number].claim.relation == .becomes {
      let claim = notes.assertions[number].claim
      var goal: Expression?
      elaborator.graph.forEachNode(of: claim.right) { node in
        if case .partial(let quantity, claim.left) = elaborator.graph[node],
          case .symbol = elaborator.graph[quantity]
        {
          goal = goal ?? quantity
        }
        return true
      }
      if let goal { notes.assertions[number].descent = elaborator.graph.negate(goal) }
    }
  }

  /// The signs that the logarithms of quantities, and of what they lack to 1, have in an expression.
  private static func signsOfLogarithms(
    in expression: Expression, _ sign: Int, _ graph: inout ExpressionGraph
  ) -> [Int] {
    switch graph[expression] {
    case .summation:
      guard let opened = graph.open(expression) else { return [] }
      return signsOfLogarithms(in: opened.body, sign, &graph)
    case .add(let terms):
      return Array(terms).flatMap { signsOfLogarithms(in: $0, sign, &graph) }
    case .multiply(let factors):
      let list = Array(factors)
      let isNegative = list.reduce(false) { $0 != (graph.numberValue($1)?.isNegative ?? false) }
      return list.flatMap { signsOfLogarithms(in: $0, isNegative ? -sign : sign, &graph) }
    case .call(let id, let arguments) where graph[id].name == "log" && graph[id].order == 0:
      guard let argument = Array(arguments).first, isProbability(argument, graph) else { return [] }
      return [sign]
    default: return []
    }
  }

  /// p, 1 − p, σ(z).
  private static func isProbability(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    switch graph[expression] {
    case .symbol, .call: return true
    case .add(let terms):
      let list = Array(terms)
      guard list.count == 2, list.contains(where: { graph.numberValue($0)?.isOne == true }) else { return false }
      return list.contains { term in
        guard case .multiply(let factors) = graph[term] else { return false }
        return Array(factors).first.map { graph.numberValue($0)?.isNegative == true } ?? false
      }
    default: return false
    }
  }
}
