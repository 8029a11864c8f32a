import Derivations
import Expressions
import Networks

/// Steps of gradient descent: v ← v − η ∂L/∂v.
extension Judge {
  /// The verdict on an update: its increment must be −η ∂L/∂v, where η is a learning rate.
  mutating func verdict(onUpdate claim: Claim, of descent: Expression?) -> Judgement.Verdict {
    var goal = namedLoss(in: claim)
    // An update that names a likelihood goes up.
    if let named = goal, let descent, kernel.graph.contains(named, in: descent) { goal = descent }
    guard let loss = goal ?? descent ?? loss() else { return .unread("nothing says what the loss is") }
    if let unknown = unknownIncrement(in: claim) { return .unread("nothing says what \(unknown) is") }
    let verdict = self.verdict(onUpdate: claim, downhill: loss)
    if verdict.holds { return verdict }
    // w − η (∇L + λw) goes down the J = L + λ‖w‖²/2 that the notes define.
    for other in losses(madeOf: loss) {
      let found = self.verdict(onUpdate: claim, downhill: other)
      if found.holds { return found }
    }
    // Who tells the letter of the rate means gradient descent.
    if case .refuted = verdict, background.learningRates.isEmpty, let other = letterOfOtherRule(in: claim) {
      return .unread("\(other) is no part of the loss, and gradient descent has one rate: it is another rule")
    }
    return verdict
  }

  /// A second letter beside the rate of which nothing is said: λ of w ← w − η (∂L/∂w + λw), where no line has the penalty.
  private func letterOfOtherRule(in claim: Claim) -> String? {
    var found: [Expression] = []
    kernel.graph.forEachNode(of: claim.right) { node in
      guard case .symbol(let id, let subscripts) = kernel.graph[node], subscripts.isEmpty, node != claim.left else {
        return true
      }
      let family = kernel.graph[id]
      let number = program.number(of: family)
      let isFree =
        !family.isCount && !family.isLayered && !program.mentioned.contains(number)
        && program.isOpen(number) && family != NetworkSymbol.loss
      if isFree, !found.contains(node) { found.append(node) }
      return true
    }
    let others = found.filter { node in
      guard case .symbol(let id, _) = kernel.graph[node] else { return false }
      return kernel.graph[id] != NetworkSymbol.learningRate
    }
    return found.count > 1 ? others.last.map { TextPrinter(kernel.graph).text($0) } : nil
  }

  /// The quantities without indices that are defined in terms of a loss.
  private func losses(madeOf loss: Expression) -> [Expression] {
    definitions.compactMap { definition in
      guard case .symbol(_, let subscripts) = kernel.graph[definition.head], subscripts.isEmpty, definition.head != loss
      else { return nil }
      return kernel.graph.contains(loss, in: definition.value) ? definition.head : nil
    }
  }

  /// The verdict on an update that goes down one loss.
  private mutating func verdict(onUpdate claim: Claim, downhill loss: Expression) -> Judgement.Verdict {
    let increment = kernel.graph.subtract(claim.right, claim.left)
    let slope = kernel.graph.partial(loss, by: claim.left)
    let minusOne = kernel.graph.number(-1)
    var verdict: Judgement.Verdict?
    for rate in rates(in: claim) {
      let descent = kernel.graph.multiply([minusOne, rate, slope])
      let step = Claim(left: increment, relation: .equal, right: descent, reason: claim.reason)
      let found = self.verdict(on: Assertion(step))
      if found.holds { return found }
      verdict = verdict ?? found
    }
    return verdict ?? .unread("nothing says what the learning rate is")
  }

  /// What the rate may be: a letter for it, also divided by a size that occurs; what stands before ∂L/∂v; a
  /// number, where there is no letter.
  private mutating func rates(in claim: Claim) -> [Expression] {
    let letters = rateLetters(in: claim)
    var rates = letters.map { kernel.graph.symbol($0) }
    // Who tells the letter of the rate means it, and no multiple of it.
    if !background.learningRates.isEmpty, !rates.isEmpty { return rates }
    var sizes: [Expression] = []
    var numbers: [Expression] = []
    let graph = kernel.graph
    graph.forEachNode(of: claim.right) { node in
      if case .symbol(let id, _) = graph[node], graph[id].isCount, graph.freeIndices(of: node).isEmpty {
        sizes.append(node)
      }
      if let value = graph.numberValue(node), value > .zero, !value.isOne { numbers.append(node) }
      return true
    }
    for rate in rates {
      for size in sizes {
        rates.append(kernel.graph.divide(rate, by: size))
      }
    }
    if let written = writtenRate(in: claim, letters) { rates.append(written) }
    if letters.isEmpty { rates += numbers }
    return rates.isEmpty
      ? (background.learningRates + [NetworkSymbol.learningRate]).prefix(1).map { kernel.graph.symbol($0) } : rates
  }

  /// 2η of w − 2η ∂L/∂w: what stands before a derivative, if it is a product of letters for rates, numbers and sizes.
  private mutating func writtenRate(in claim: Claim, _ letters: [Family]) -> Expression? {
    guard case .add(let terms) = kernel.graph[claim.right] else { return nil }
    for term in Array(terms) {
      guard case .multiply(let factors) = kernel.graph[term] else { continue }
      let list = Array(factors)
      guard let place = list.firstIndex(where: { if case .partial = kernel.graph[$0] { true } else { false } }) else {
        continue
      }
      var rest = list
      rest.remove(at: place)
      let graph = kernel.graph
      let isRate = rest.allSatisfy { factor in
        var isPlain = true
        graph.forEachNode(of: factor) { node in
          switch graph[node] {
          case .number, .power, .multiply: break
          case .symbol(let id, _): if !graph[id].isCount, !letters.contains(graph[id]) { isPlain = false }
          default: isPlain = false
          }
          return isPlain
        }
        return isPlain
      }
      let hasLetter = rest.contains { factor in
        if case .symbol(let id, _) = graph[factor] { letters.contains(graph[id]) } else { false }
      }
      let rate = kernel.graph.negate(kernel.graph.multiply(rest))
      let (coefficient, _) = kernel.graph.splitCoefficient(rate)
      if isRate, !coefficient.isNegative, hasLetter || !coefficient.isOne { return rate }
    }
    return nil
  }

  /// The symbol whose derivative by the updated one the update itself is written with: of several losses it is that one.
  private func namedLoss(in claim: Claim) -> Expression? {
    var found: Expression?
    kernel.graph.forEachNode(of: claim.right) { node in
      if case .partial(let u, claim.left) = kernel.graph[node], case .symbol = kernel.graph[u] { found = found ?? u }
      return true
    }
    return found
  }

  /// What an update is made with, if it is no derivative and nothing defines it: an increment that is summed up elsewhere.
  private mutating func unknownIncrement(in claim: Claim) -> String? {
    let graph = kernel.graph
    var unknown: Expression?
    var isKnown = false
    let updated = family(of: claim.left)
    graph.forEachNode(of: claim.right) { node in
      switch graph[node] {
      case .partial: isKnown = true
      case .symbol(let id, let subscripts) where !subscripts.isEmpty && !graph[id].isCount && graph[id] != updated:
        let number = program.number(of: graph[id])
        let isGiven = Self.givenFamilies.contains(graph[id]) || program.mentioned.contains(number)
        if isGiven || !program.isOpen(number) {
          isKnown = true
        } else {
          unknown = unknown ?? node
        }
      default: break
      }
      return true
    }
    return isKnown ? nil : unknown.map { TextPrinter(graph).text($0) }
  }

  /// What networks are given, whether a definition mentions it or not.
  private static let givenFamilies: [Family] = [
    NetworkSymbol.input, NetworkSymbol.target, NetworkSymbol.weight, NetworkSymbol.bias,
  ]

  private func family(of symbol: Expression) -> Family? {
    if case .symbol(let id, _) = kernel.graph[symbol] { kernel.graph[id] } else { nil }
  }

  /// The symbol whose derivatives the notes take.
  private func loss() -> Expression? {
    if let told = background.loss { return told }
    var graph = kernel.graph
    let scalars = kernel.definitions.entries.filter {
      $0.subscripts.isEmpty && !$0.family.isCount && !$0.family.isLayered && !$0.holdsPartial
    }
    // The step Δw is no loss, and what is called one is.
    let named = scalars.last { $0.family == NetworkSymbol.loss }
    let last = named ?? scalars.last { !$0.family.name.hasPrefix("Delta_") }
    return last.map { graph.symbol($0.family) }
  }

  /// The letters that may be the learning rate: those told, or else scalars of which nothing else is known, in their order.
  private func rateLetters(in claim: Claim) -> [Family] {
    var found: [Family] = []
    kernel.graph.forEachNode(of: claim.right) { node in
      guard case .symbol(let id, let subscripts) = kernel.graph[node], subscripts.isEmpty, node != claim.left else {
        return true
      }
      let family = kernel.graph[id]
      let isTold = background.learningRates.contains(family) || family == NetworkSymbol.learningRate
      let number = program.number(of: family)
      let isFree =
        background.learningRates.isEmpty && !family.isCount && !family.isLayered && !program.mentioned.contains(number)
        && program.isOpen(number)
      if isTold || isFree, !found.contains(family) { found.append(family) }
      return true
    }
    return found
  }
}
