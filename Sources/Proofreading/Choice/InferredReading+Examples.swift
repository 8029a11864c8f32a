import Checking
import Derivations
import Expressions
import Reading

/// Lists of what a function may be: σ(x) = 1/(1 + e^{−x}), σ(x) = max(0, x), σ(x) = tanh x.
extension InferredReading {
  /// A line that says anew what a function is, with nothing between it and the line that said so before but what is said of
  /// the same function, is another example; what follows of the function alone is about that example.
  mutating func admitExamples() {
    var current: [String: Int] = [:]
    var examples: [Int] = []
    for place in notes.assertions.indices {
      guard let name = definedFunction(place) else {
        if !isOfOneArgument(place) { current = [:] }
        continue
      }
      if let first = current[name], case .refuted = judgements[place].verdict, !isSlip(place, first) {
        examples.append(place)
      }
      if case .definition = judgements[place].verdict, isOneOfSeveral(place, name) { examples.append(place) }
      current = [name: place]
    }
    for place in examples { admit(place) }
  }

  /// Whether other lines define the same function otherwise, so that it may be any, and what follows is wrong of any.
  private func isOneOfSeveral(_ place: Int, _ name: String) -> Bool {
    let value = notes.assertions[place].claim.right
    let isContradicted = notes.assertions.indices.contains { other in
      other != place && definedFunction(other) == name && notes.assertions[other].claim.right != value
    }
    return isContradicted
      && stretch(behind: place).contains { number in
        if case .refuted = judgements[number].verdict { true } else { false }
      }
  }

  /// What follows a definition and is about functions of one argument alone, up to the next definition.
  private func stretch(behind place: Int) -> Range<Int> {
    var end = place + 1
    while end < notes.assertions.count, definedFunction(end) == nil, isOfOneArgument(end) { end += 1 }
    return place + 1..<end
  }

  /// The function that a line says to be an expression in its argument and numbers.
  private func definedFunction(_ place: Int) -> String? {
    let assertion = notes.assertions[place]
    guard assertion.predecessor == nil, assertion.claim.relation == .equal,
      case .call(let id, let arguments) = notes.graph[assertion.claim.left], notes.graph[id].order == 0,
      arguments.count == 1, let argument = arguments.first, case .symbol = notes.graph[argument],
      !notes.graph.contains(
        in: assertion.claim.right,
        where: { node in
          switch notes.graph[node] {
          case .symbol: node != argument
          case .partial, .index: true
          case .call(let other, _): notes.graph[other].name == notes.graph[id].name
          default: false
          }
        })
    else { return nil }
    return notes.graph[id].name
  }

  /// Whether an assertion is about functions of one argument alone, and no quantities of the notes.
  private func isOfOneArgument(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    var symbols: Set<Expression> = []
    for side in [claim.left, claim.right] {
      notes.graph.forEachNode(of: side) { node in
        if case .symbol = notes.graph[node] { symbols.insert(node) }
        return true
      }
    }
    return symbols.count <= 1
  }

  /// Whether a line that says anew what a function is says the same with a slip: what follows of it holds by the first one,
  /// or it is much like the first one, 1/(1 + e^z) for 1/(1 + e^{−z}), and σ by its name, of which there is one.
  private func isSlip(_ place: Int, _ first: Int) -> Bool {
    let follows = stretch(behind: place).contains { number in
      switch judgements[number].verdict {
      case .proved, .verified: holdsFunction(notes.assertions[number].claim, definedFunction(place) ?? "")
      default: false
      }
    }
    if follows { return true }
    let (own, other) = (notes.assertions[place].claim, notes.assertions[first].claim)
    guard definedFunction(place) == "sigma", case .call(_, let arguments) = notes.graph[own.left],
      let argument = arguments.first
    else { return false }
    var graph = notes.graph
    let opposite = graph.negate(argument)
    let mirrored = graph.replace(argument, by: opposite, in: own.right)
    return [own.right, mirrored].contains { value in
      graph.contains(in: value) { node in
        guard case .add = graph[node] else { return false }
        return graph.contains(argument, in: node) && graph.contains(node, in: other.right)
      }
    }
  }

  private func holdsFunction(_ claim: Claim, _ name: String) -> Bool {
    [claim.left, claim.right].contains { side in
      notes.graph.contains(in: side) { node in
        if case .call(let id, _) = notes.graph[node] { notes.graph[id].name == name } else { false }
      }
    }
  }

  /// Takes a line for the definition of what follows of its function alone, up to the next definition.
  private mutating func admit(_ place: Int) {
    guard let name = definedFunction(place) else { return }
    judgements[place] = Judgement(.definition)
    let stretch = stretch(behind: place)
    guard !stretch.isEmpty else { return }
    var changed = notes.assertions
    for other in changed.indices where other != place && definedFunction(other) == name {
      changed[other].claim.reason = .sameWith(changed[other].claim.left)
    }
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    let others = judge.judge(changed)
    for number in stretch { judgements[number] = others[number] }
  }
}
