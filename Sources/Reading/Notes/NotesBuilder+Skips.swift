import Derivations
import Expressions
import Networks

/// Lines that say of a layer that it adds what lies below it: h_2 = h_1 + σ(W_2 h_1 + b_2), a^l = σ(z^l) + a^{l−1}.
///
/// No network without skip connections has such lines, and no slip makes one of another line: so they say what the layer is.
extension NotesBuilder {
  /// The definitions that such lines are, the first one of each quantity; those of any layer with the layer itself as the
  /// subscript of what is defined.
  mutating func skipLines() -> [Background.Definition] {
    var result: [Background.Definition] = []
    for assertion in notes.assertions where assertion.claim.relation == .equal {
      guard case .symbol(let id, let slice) = elaborator.graph[assertion.claim.left], let layer = slice.first,
        [NetworkSymbol.activation, NetworkSymbol.preactivation].contains(elaborator.graph[id]),
        addsLowerLayer(assertion.claim.right, to: Array(slice), of: elaborator.graph[id])
      else { continue }
      let value = throughPreactivations(assertion.claim.right, Array(slice))
      var definition = Background.Definition(assertion.claim.left, value)
      let free = elaborator.graph.freeIndices(of: layer)
      if free.count == 1 { definition = ofAnyLayer(definition, numberedBy: free[0], layer) }
      guard !result.contains(where: { $0.head == definition.head }) else { continue }
      result.append(definition)
    }
    return result
  }

  /// The value with the pre-activation of its layer for what is written out in weights, σ(z_2) for σ(W_2 h_1 + b_2): whether
  /// that is right the line itself is judged by.
  private mutating func throughPreactivations(_ value: Expression, _ unit: [Expression]) -> Expression {
    guard case .add(let slice) = elaborator.graph[value] else { return value }
    let own = elaborator.graph.symbol(NetworkSymbol.preactivation, unit)
    var terms: [Expression] = []
    for term in Array(slice) {
      guard case .call(let id, let arguments) = elaborator.graph[term], arguments.count == 1,
        let argument = arguments.first, isPreactivation(argument)
      else {
        terms.append(term)
        continue
      }
      terms.append(elaborator.graph.call(elaborator.graph[id], [own]))
    }
    return elaborator.graph.add(terms)
  }

  /// Whether a value is a sum of units of lower layers and of something that is computed.
  private func addsLowerLayer(_ value: Expression, to head: [Expression], of family: Family) -> Bool {
    guard case .add(let terms) = elaborator.graph[value], !elaborator.graph.holdsPartial(value) else { return false }
    var hasSkip = false
    var isComputed = false
    for term in terms {
      switch elaborator.graph[term] {
      case .symbol(let id, let subscripts): if isBelow(elaborator.graph[id], Array(subscripts), head) { hasSkip = true }
      case .call, .summation, .multiply: isComputed = true
      default: continue
      }
    }
    return hasSkip && isComputed
  }

  /// Whether a symbol is the unit of a lower layer with the same number.
  private func isBelow(_ family: Family, _ subscripts: [Expression], _ head: [Expression]) -> Bool {
    if family == NetworkSymbol.input { return subscripts == Array(head.dropFirst()) }
    guard [NetworkSymbol.activation, NetworkSymbol.preactivation].contains(family), let own = subscripts.first,
      Array(subscripts.dropFirst()) == Array(head.dropFirst()), let layer = place(of: own),
      let upper = place(of: head[0])
    else { return false }
    return layer.index == upper.index && layer.offset < upper.offset
  }

  /// The letter of a layer, an index or that of the last one, and what is added to it.
  private func place(of layer: Expression) -> (index: Expression?, offset: Int)? {
    if let number = elaborator.graph.numberValue(layer)?.asInt { return (nil, number) }
    if isLetter(layer) { return (layer, 0) }
    guard case .add(let terms) = elaborator.graph[layer], terms.count == 2 else { return nil }
    let numbers = terms.compactMap { elaborator.graph.numberValue($0)?.asInt }
    guard numbers.count == 1, let index = terms.first(where: { isLetter($0) }) else { return nil }
    return (index, numbers[0])
  }

  private func isLetter(_ layer: Expression) -> Bool {
    switch elaborator.graph[layer] {
    case .index, .symbol: true
    default: false
    }
  }

  /// h_{t+1} = h_t + f(h_t) as a line about h_l, for every layer l above the input.
  private mutating func ofAnyLayer(
    _ definition: Background.Definition, numberedBy index: Expression, _ layer: Expression
  ) -> Background.Definition {
    guard let offset = place(of: layer)?.offset else { return definition }
    let first = elaborator.graph.number(vocabulary.inputLayer + 1)
    let depth = elaborator.depth()
    let own = elaborator.graph.index("l", from: first, to: depth)
    let shift = elaborator.graph.number(-offset)
    let replacement = elaborator.graph.add([own, shift])
    let head = elaborator.graph.replace(index, by: replacement, in: definition.head)
    return Background.Definition(head, elaborator.graph.replace(index, by: replacement, in: definition.value))
  }
}
