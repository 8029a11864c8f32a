import Derivations
import Expressions
import Networks

extension NotesBuilder {
  /// Whether a target with a hat, which is one for good reasons, is said to be computed from weights: no definition, since
  /// targets depend on nothing of the network.
  func isComputedTarget(_ head: Expression, _ value: Expression) -> Bool {
    guard vocabulary.isLayeredNetwork, case .symbol(let id, _) = elaborator.graph[head],
      vocabulary.letters.contains(where: { letter, reading in
        reading.role == .target && reading.family == elaborator.graph[id] && letter.hasPrefix("\\")
      })
    else { return false }
    return mentions(NetworkSymbol.weight, in: value)
  }

  /// Σ_k y_k = 1 for what weighs logarithms in a loss: −Σ_k y_k log p_k is the cross-entropy of probabilities.
  mutating func takeTargetSums() {
    var found: [Expression] = []
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] { collectTargets(side, &found) }
    }
    for definition in notes.background.definitions { collectTargets(definition.value, &found) }
    let stated = statedSums()
    found = found.filter { sum in
      let isStated = stated.contains { isOfSameFamily($0.sum, sum) }
      return !isStated && !(weighedFamily(sum).map { Self.weights.contains($0.name) } ?? false)
    }
    for (left, right) in found.map({ ($0, elaborator.graph.number(1)) }) {
      notes.background.assumptions.append((left, right))
    }
  }

  /// Σ_k u_k = 1 or 2 of what nothing says what it is: no claim, but what follows may lean on it.
  mutating func takeStatedSums() {
    for line in statedSums() { notes.assertions[line.place].claim.reason = .assumption }
  }

  /// The lines that say what a quantity adds up to of which they don't say what it is, and its sums.
  private mutating func statedSums() -> [(place: Int, sum: Expression)] {
    var heads: Set<Family> = []
    for definition in notes.background.definitions {
      if let family = headFamily(definition.head) { heads.insert(family) }
    }
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        if let family = headFamily(side) { heads.insert(family) }
      }
    }
    var result: [(place: Int, sum: Expression)] = []
    for (place, assertion) in notes.assertions.enumerated() where assertion.predecessor == nil {
      let claim = assertion.claim
      guard elaborator.graph.numberValue(claim.right) != nil, isSumOfSymbol(claim.left),
        let family = weighedFamily(claim.left), !heads.contains(family)
      else { continue }
      result.append((place, claim.left))
    }
    return result
  }

  private func headFamily(_ side: Expression) -> Family? {
    guard case .symbol(let id, _) = elaborator.graph[side] else { return nil }
    return elaborator.graph[id]
  }

  /// Names of what weighs logarithms without adding up to 1: advantages, returns, rewards, weights, counts.
  private static let weights: Set<String> = [
    "A", "Ahat", "R", "G", "r", "w", "W", "alpha", "gamma", "lambda", "n", "N", "c",
  ]

  /// The family that a sum is of.
  private func weighedFamily(_ sum: Expression) -> Family? {
    var result: Family?
    elaborator.graph.forEachNode(of: sum) { node in
      if case .symbol(let id, _) = elaborator.graph[node], !elaborator.graph[id].isCount {
        result = elaborator.graph[id]
      }
      return true
    }
    return result
  }

  /// Σ_k y_k: a sum of a symbol and of nothing else.
  private mutating func isSumOfSymbol(_ sum: Expression) -> Bool {
    guard let opened = elaborator.graph.open(sum), case .symbol = elaborator.graph[opened.body] else { return false }
    return true
  }

  /// The sums Σ_k y_k of the y in sums Σ_k y_k log(…) of `expression`, those of each family once.
  private mutating func collectTargets(_ expression: Expression, _ found: inout [Expression]) {
    switch elaborator.graph[expression] {
    case .partial: return
    case .summation:
      guard let opened = elaborator.graph.open(expression) else { return }
      if let target = target(in: opened.body, over: opened.index) {
        let total = elaborator.graph.summation(over: opened.index, from: opened.lower, to: opened.upper, target)
        if !found.contains(where: { isOfSameFamily($0, total) }) { found.append(total) }
      }
      collectTargets(opened.body, &found)
    default:
      for child in elaborator.graph.children(of: expression) { collectTargets(child, &found) }
    }
  }

  /// y_k of y_k log(…), where nothing says what y is.
  private func target(in body: Expression, over index: Expression) -> Expression? {
    guard case .multiply(let slice) = elaborator.graph[body] else { return nil }
    let factors = Array(slice)
    let hasLogarithm = factors.contains { factor in
      elaborator.graph.freeIndices(of: factor).contains(index) && (isLogarithm(factor) || isLogProbability(factor))
    }
    guard hasLogarithm else { return nil }
    return factors.first { factor in
      guard case .symbol(let id, let subscripts) = elaborator.graph[factor], subscripts.contains(index) else {
        return false
      }
      let isDefined = notes.assertions.contains { assertion in
        if case .symbol(id, _) = elaborator.graph[assertion.claim.left] { true } else { false }
      }
      return !isDefined
    }
  }

  private func isLogarithm(_ factor: Expression) -> Bool {
    guard case .call(let id, _) = elaborator.graph[factor] else { return false }
    return elaborator.graph[id].name == "log"
  }

  /// Whether a line says that a symbol is the logarithm of a softmax: v_c = u_c − log Σ_k e^{u_k}.
  private func isLogProbability(_ symbol: Expression) -> Bool {
    guard case .symbol(let id, _) = elaborator.graph[symbol] else { return false }
    return notes.assertions.contains { assertion in
      guard case .symbol(id, _) = elaborator.graph[assertion.claim.left],
        case .add(let terms) = elaborator.graph[assertion.claim.right]
      else { return false }
      return elaborator.graph.contains(in: assertion.claim.right) { isLogarithm($0) } && terms.count == 2
    }
  }

  private func isOfSameFamily(_ a: Expression, _ b: Expression) -> Bool {
    weighedFamily(a) == weighedFamily(b)
  }
}
