import Derivations
import Expressions

/// What the quantities of a derivation are, where no line defines them but steps of it tell.
///
/// Derivations often leave the forward pass to a figure. Where a step replaces one derivative and nothing else, it says what
/// that derivative is: ∂β_j/∂b_h = w_{hj} for all h means β_j = Σ_h w_{hj} b_h, and ∂b/∂α = f'(α − γ) means b = f(α − γ).
/// What is still without a definition, and only differentiated, is any function of what it is differentiated by.
struct ImpliedDefinitions {
  private(set) var graph: ExpressionGraph
  /// What was found.
  private(set) var definitions: [Background.Definition] = []
  /// The assertions that tell a definition, the first one for each.
  private(set) var tellers: Set<Int> = []
  /// Whether steps contradict one another about some quantity.
  private(set) var hasRivals = false
  /// What is computed from what, and what is any function.
  private(set) var dependence = Dependence()
  private let assertions: [Assertion]
  private let losses: Set<Family>
  private let takesLast: Bool
  private var current = 0
  /// The definitions that lines give.
  private var heads: [Expression] = []
  private var partials: [Quotient] = []
  private var evidence: [Evidence] = []

  /// ∂u/∂v of two symbols.
  private struct Quotient: Hashable {
    var u: Expression
    var v: Expression
  }

  /// What a step says of a quantity: all of it, or one of the terms that it is the sum of.
  private struct Evidence {
    var head: Expression
    var value: Expression
    /// The family of the variable, if the value is but a term; nil if it is everything.
    var variable: Family?
    /// The assertion that says so.
    var assertion: Int
  }

  /// Looks for definitions of what `assertions` differentiate. `losses` are any smooth functions anyway. Where steps contradict one
  /// another the first of the most frequent answers is taken, or, if `takesLast`, the last one.
  init(_ graph: ExpressionGraph, _ assertions: [Assertion], losses: Set<Family>, takesLast: Bool = false) {
    self.takesLast = takesLast
    self.graph = graph
    self.assertions = assertions
    self.losses = losses
    for assertion in assertions { take(assertion.claim) }
    for (number, assertion) in assertions.enumerated() where assertion.claim.relation == .equal {
      current = number
      compare(assertion.claim.left, assertion.claim.right)
    }
    settle()
    openTheRest()
  }

  // MARK: What stands in the notes

  private mutating func take(_ claim: Claim) {
    if claim.relation == .equal, case .definition(let head) = claim.reason, case .symbol(let id, _) = graph[head],
      claim.left == head || claim.right == head && !graph.holdsPartial(claim.left)
    {
      let value = claim.left == head ? claim.right : claim.left
      if value != head, !mentions(value, memberOf: graph[id], like: head) {
        heads.append(head)
        dependence.add(head, value, graph)
      }
    }
    collectPartials(claim.left)
    collectPartials(claim.right)
  }

  private mutating func collectPartials(_ expression: Expression) {
    switch graph[expression] {
    case .summation: if let opened = graph.open(expression) { collectPartials(opened.body) }
    case .partial(let u, let v):
      if case .symbol = graph[u], case .symbol = graph[v], u != v {
        let quotient = Quotient(u: u, v: v)
        if !partials.contains(quotient) { partials.append(quotient) }
      }
      collectPartials(u)
    default: for child in graph.children(of: expression) { collectPartials(child) }
    }
  }

  private func family(_ symbol: Expression) -> Family? {
    if case .symbol(let id, _) = graph[symbol] { graph[id] } else { nil }
  }

  private func families(in expression: Expression) -> [Family] {
    var result: [Family] = []
    graph.forEachNode(of: expression) { node in
      if case .symbol(let id, _) = graph[node], !graph[id].isCount, !result.contains(graph[id]) {
        result.append(graph[id])
      }
      return true
    }
    return result
  }

  /// Whether `value` mentions what may be the same member of a family as `head`: not where numbers tell them apart, as
  /// those of two layers do, and steps t and t − 1; nor is h_0 the same as h.
  private func mentions(_ value: Expression, memberOf family: Family, like head: Expression) -> Bool {
    guard case .symbol(_, let slice) = graph[head] else { return false }
    let own = Array(slice)
    var members: [[Expression]] = []
    graph.forEachNode(of: value) { node in
      if case .symbol(let id, let other) = graph[node], graph[id] == family { members.append(Array(other)) }
      return true
    }
    for other in members {
      if own.isEmpty, !other.isEmpty, other.allSatisfy({ graph.numberValue($0) != nil }) { continue }
      var differs = false
      for (a, b) in zip(own, other) where place(a).index == place(b).index && place(a).offset != place(b).offset {
        differs = true
      }
      if other.count != own.count || !differs { return true }
    }
    return false
  }

  /// The t and the −1 of a step t − 1, the number of a single one.
  private func place(_ position: Expression) -> (index: Expression?, offset: Int) {
    if let number = graph.numberValue(position)?.asInt { return (nil, number) }
    guard case .add(let terms) = graph[position], terms.count == 2, let first = terms.first, let last = terms.last
    else { return (position, 0) }
    if let number = graph.numberValue(first)?.asInt { return (last, number) }
    if let number = graph.numberValue(last)?.asInt { return (first, number) }
    return (position, 0)
  }

  /// Whether a line defines the symbol.
  private func isDefined(_ symbol: Expression) -> Bool {
    guard case .symbol(let id, let subscripts) = graph[symbol] else { return true }
    return heads.contains { head in
      guard case .symbol(id, let own) = graph[head], own.count == subscripts.count else { return false }
      return zip(own, subscripts).allSatisfy { pattern, value in
        if pattern == value { return true }
        if case .number = graph[pattern] { return false }
        if case .number = graph[value] { return true }
        return true
      }
    }
  }

  // MARK: Steps

  /// What a step from one side to the other replaces.
  private mutating func compare(_ left: Expression, _ right: Expression) {
    var a = factors(left)
    var b = factors(right)
    cancel(&a, &b)
    // Both are sums over one range: what is replaced stands in them.
    let sums = (a.filter(isSummation), b.filter(isSummation))
    if sums.0.count == 1, sums.1.count == 1, case .summation(let lower, let upper, _) = graph[sums.0[0]],
      case .summation(lower, upper, _) = graph[sums.1[0]], let opened = graph.open(sums.0[0]),
      let other = graph.term(of: sums.1[0], at: opened.index)
    {
      a = a.filter { $0 != sums.0[0] } + factors(opened.body)
      b = b.filter { $0 != sums.1[0] } + factors(other)
      cancel(&a, &b)
    }
    if a.count == 1, b.count == 1 { nameArgument(a[0], b[0]) }
    if a.count == 1 { take(a[0], is: b) } else if b.count == 1 { take(b[0], is: a) }
  }

  private func isSummation(_ expression: Expression) -> Bool {
    if case .summation = graph[expression] { true } else { false }
  }

  private func factors(_ expression: Expression) -> [Expression] {
    if case .multiply(let list) = graph[expression] { return list.flatMap { factors($0) } }
    return graph.numberValue(expression)?.isOne == true ? [] : [expression]
  }

  private func cancel(_ a: inout [Expression], _ b: inout [Expression]) {
    for factor in a {
      guard let place = b.firstIndex(of: factor), let own = a.firstIndex(of: factor) else { continue }
      a.remove(at: own)
      b.remove(at: place)
    }
  }

  /// f(Σ_j w_j x_j) = f(u) gives what f is applied to the name u.
  private mutating func nameArgument(_ left: Expression, _ right: Expression) {
    guard case .call(let function, let own) = graph[left], case .call(function, let other) = graph[right],
      own.count == 1, other.count == 1, let a = own.first, let b = other.first
    else { return }
    for (name, value) in [(a, b), (b, a)] {
      guard let family = family(name), !isDefined(name), !families(in: value).contains(family) else { continue }
      if case .symbol = graph[value] { continue }
      return note(name, is: value, termOf: nil)
    }
  }

  /// ∂u/∂v = the product of `value`, for a u that no line defines.
  private mutating func take(_ derivative: Expression, is value: [Expression]) {
    guard case .partial(let u, let v) = graph[derivative], let own = family(u), let variable = family(v),
      own != variable,
      !isDefined(u)
    else { return }
    if value.count == 1, case .partial(let inner, v) = graph[value[0]] {
      if case .symbol = graph[inner] { return }
      note(u, is: inner, termOf: nil)
    } else if let whole = antiderivative(value, u, v) {
      note(u, is: whole, termOf: nil)
    } else if !value.contains(where: { graph.contains(v, in: $0) || graph.contains(u, in: $0) }),
      !value.contains(where: { graph.holdsPartial($0) }),
      // What depends on v is no constant beside it.
      !value.contains(where: { dependence.leads(from: $0, to: v, graph) })
    {
      let term = graph.multiply(graph.ordered(value + [v]))
      let others = graph.freeIndices(of: v).filter { !graph.contains($0, in: u) }
      // ∂z_q/∂w_{ij} = x_i leaves out that q and j are equal.
      guard others.isEmpty || graph.freeIndices(of: u).allSatisfy({ graph.contains($0, in: term) }) else { return }
      note(u, is: summed(term, over: others), termOf: variable)
    }
  }

  /// f(s) for f'(s) and f'(s)·(−1), where s holds v; σ(v) for u(1 − u).
  private mutating func antiderivative(_ value: [Expression], _ u: Expression, _ v: Expression) -> Expression? {
    let rest = value.filter { graph.numberValue($0) == nil }
    if rest.count == 2, rest.count == value.count, rest.contains(u) {
      let one = graph.number(1)
      let other = graph.subtract(one, u)
      if rest.contains(other) { return graph.call("sigmoid", v) }
    }
    guard rest.count == 1, case .call(let id, let arguments) = graph[rest[0]], graph[id].order == 1,
      let argument = arguments.first, arguments.count == 1, graph.contains(v, in: argument)
    else { return nil }
    return graph.call(Function(graph[id].name, order: 0), [argument])
  }

  private mutating func summed(_ term: Expression, over indices: [Expression]) -> Expression {
    var result = term
    for index in indices {
      guard case .index(let id) = graph[index] else { continue }
      let range = graph[id]
      let fresh = graph.freshIndex(range.name, from: range.lower, to: range.upper)
      let body = graph.replace(index, by: fresh, in: result)
      result = graph.summation(over: fresh, from: range.lower, to: range.upper, body)
    }
    return result
  }

  /// Notes what a step says of u, under the same index letters whichever step says it.
  private mutating func note(_ u: Expression, is value: Expression, termOf variable: Family?) {
    guard let (head, replacements) = canonical(u) else { return }
    guard graph.freeIndices(of: value).allSatisfy({ replacements[$0] != nil }) else { return }
    let other = graph.replace(replacements, in: value)
    evidence.append(Evidence(head: head, value: other, variable: variable, assertion: current))
  }

  /// The symbol with indices of our own, and what they stand for.
  private mutating func canonical(_ symbol: Expression) -> (head: Expression, replacements: [Expression: Expression])? {
    guard case .symbol(let id, let slice) = graph[symbol] else { return nil }
    let family = graph[id]
    var replacements: [Expression: Expression] = [:]
    var subscripts: [Expression] = []
    for (place, part) in Array(slice).enumerated() {
      if case .index(let index) = graph[part] {
        let range = graph[index]
        guard replacements[part] == nil else { return nil }
        let own = graph.index("i\(place)", from: range.lower, to: range.upper)
        replacements[part] = own
        subscripts.append(own)
      } else {
        guard graph.freeIndices(of: part).isEmpty else { return nil }
        subscripts.append(part)
      }
    }
    return (graph.symbol(family, subscripts), replacements)
  }

  // MARK: Definitions

  /// Of what several steps say the most frequent is taken; terms that steps tell one by one are added up.
  private mutating func settle() {
    var order: [Expression] = []
    for item in evidence where !order.contains(item.head) { order.append(item.head) }
    for head in order {
      let own = evidence.filter { $0.head == head }
      let wholes = own.filter { $0.variable == nil }
      if let whole = mostFrequent(wholes) {
        define(head, whole)
        continue
      }
      var terms: [Expression] = []
      var variables: [Family] = []
      for item in own { if let variable = item.variable, !variables.contains(variable) { variables.append(variable) } }
      for variable in variables {
        // ∂u/∂x = w says once more what ∂u/∂w = x has said.
        if terms.contains(where: { families(in: $0).contains(variable) }) { continue }
        if let term = mostFrequent(own.filter { $0.variable == variable }) { terms.append(term) }
      }
      define(head, terms.count == 1 ? terms[0] : graph.add(terms))
    }
  }

  private mutating func mostFrequent(_ items: [Evidence]) -> Expression? {
    var best: (item: Evidence, count: Int)?
    for item in items {
      let count = items.count { $0.value == item.value }
      if let known = best, item.value != known.item.value { hasRivals = true }
      if count > best?.count ?? 0 || takesLast && best?.item.value != item.value { best = (item, count) }
    }
    guard let best else { return nil }
    tellers.insert(best.item.assertion)
    return best.item.value
  }

  private mutating func define(_ head: Expression, _ value: Expression) {
    guard !dependence.leads(from: value, to: head, graph) else { return }
    definitions.append(Background.Definition(head, value))
    heads.append(head)
    dependence.add(head, value, graph)
  }

  // MARK: Any functions

  /// u_j = F(Σ_h q_{jh} G(v_h)) with arbitrary q, F, G for what is only differentiated: its slopes are independent.
  private mutating func openTheRest() {
    var inputs: [(head: Expression, variables: [Expression])] = []
    for quotient in partials where !isDefined(quotient.u) {
      guard let own = family(quotient.u), !losses.contains(own), let variable = family(quotient.v), own != variable,
        let (head, replacements) = canonical(quotient.u)
      else { continue }
      let v = graph.replace(replacements, in: quotient.v)
      if let place = inputs.firstIndex(where: { $0.head == head }) {
        if !inputs[place].variables.contains(v) { inputs[place].variables.append(v) }
      } else {
        inputs.append((head, [v]))
      }
    }
    for (head, variables) in inputs {
      for variable in variables { dependence.add(head, variable, graph) }
    }
    for (head, variables) in inputs where !isLabelled(head) { open(head, variables) }
  }

  /// Whether single members of the family have names of their own: out_{o1} beside out_o.
  private func isLabelled(_ head: Expression) -> Bool {
    guard let own = family(head) else { return false }
    return partials.contains { quotient in
      [quotient.u, quotient.v].contains { family($0)?.name.hasPrefix(own.name + "_") == true }
    }
  }

  private mutating func open(_ head: Expression, _ variables: [Expression]) {
    guard let own = family(head), !partials.contains(where: { family($0.u) == own && family($0.v) == own }) else {
      return
    }
    // What reaches it through another variable is no input of its own.
    let direct = variables.filter { v in
      !variables.contains { other in
        other != v && family(other) != family(v) && dependence.leads(from: other, to: v, graph)
      }
    }
    guard !direct.isEmpty, !direct.contains(where: { dependence.leads(from: $0, to: head, graph) }) else { return }
    let ownIndices = graph.freeIndices(of: head)
    var terms: [Expression] = []
    for (place, v) in inputs(of: direct).enumerated() {
      let others = graph.freeIndices(of: v).filter { !ownIndices.contains($0) }
      let weight = graph.symbol(Family("·q\(own.name)\(place)"), ownIndices + others)
      let inner = graph.call("·g\(own.name)\(place)", v)
      terms.append(summed(graph.multiply([weight, inner]), over: others))
    }
    let total = terms.count == 1 ? terms[0] : graph.add(terms)
    definitions.append(Background.Definition(head, graph.call("·f\(own.name)", total)))
    dependence.open.append(head)
  }

  /// One variable of each family: where they differ in their indices, all of them are meant.
  private mutating func inputs(of variables: [Expression]) -> [Expression] {
    var result: [Expression] = []
    for v in variables {
      guard let place = result.firstIndex(where: { family($0) == family(v) && !graph.freeIndices(of: v).isEmpty })
      else {
        result.append(v)
        continue
      }
      var replacements: [Expression: Expression] = [:]
      for index in graph.freeIndices(of: result[place]) {
        guard case .index(let id) = graph[index] else { continue }
        let range = graph[id]
        replacements[index] = graph.freshIndex(range.name, from: range.lower, to: range.upper)
      }
      result[place] = graph.replace(replacements, in: result[place])
    }
    return result
  }
}
