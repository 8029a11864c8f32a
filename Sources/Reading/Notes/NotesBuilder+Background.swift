import Derivations
import Expressions
import LaTeX
import Networks

/// What holds throughout: the definitions of a network, its loss, its sizes.
extension NotesBuilder {
  mutating func takeBackground() {
    guard vocabulary.isLayeredNetwork else { return }
    for (layer, width) in vocabulary.widths.sorted(by: { $0.key < $1.key }) {
      let number = elaborator.graph.number(layer)
      notes.background.sizes.append((elaborator.graph.symbol(NetworkSymbol.width, [number]), width))
    }
    if case .letter = vocabulary.depth {
      notes.background.depths = [elaborator.depth()]
      notes.background.smallestDepth = vocabulary.inputLayer + max(3, deepest)
    }
  }

  /// What a loss that no line defines is a function of: of what it is differentiated by, that which is computed last.
  mutating func takeOutputs() {
    var variables: [Expression] = []
    var loss: Expression?
    var values: [Family: [Expression]] = [:]
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        elaborator.graph.forEachNode(of: side) { node in
          if case .partial(let u, let v) = elaborator.graph[node], case .symbol(let id, _) = elaborator.graph[u],
            elaborator.graph[id] == NetworkSymbol.loss, case .symbol = elaborator.graph[v]
          {
            loss = u
            let open = unbound(v)
            if !variables.contains(open) { variables.append(open) }
          }
          return true
        }
      }
      if case .symbol(let id, _) = elaborator.graph[assertion.claim.left] {
        values[elaborator.graph[id], default: []].append(assertion.claim.right)
      }
    }
    guard let loss, let output = variables.first(where: { isLast($0, among: variables, values) }) else { return }
    notes.background.loss = loss
    notes.background.outputs = output
  }

  /// A member of a family at any subscripts, where sums around bind them.
  private mutating func unbound(_ member: Expression) -> Expression {
    guard case .symbol(let id, let slice) = elaborator.graph[member] else { return member }
    let family = elaborator.graph[id]
    var subscripts = Array(slice)
    let letters = vocabulary.letters.filter { $0.value.family == family }
    guard let letter = letters.min(by: { $0.key < $1.key })?.value else { return member }
    let names = ["i", "j", "m"]
    for slot in subscripts.indices {
      guard case .bound = elaborator.graph[subscripts[slot]], !family.isLayered else { continue }
      let (lower, upper) = elaborator.range(of: letter, slot: slot, nil)
      subscripts[slot] = elaborator.graph.index(names[slot % 3], from: lower, to: elaborator.dimensions.root(upper))
    }
    return elaborator.graph.symbol(family, subscripts)
  }

  /// Whether none of the others is computed from a variable.
  func isLast(_ variable: Expression, among all: [Expression], _ values: [Family: [Expression]]) -> Bool {
    guard case .symbol(let own, _) = elaborator.graph[variable] else { return false }
    let family = elaborator.graph[own]
    return !all.contains { other in
      guard case .symbol(let id, _) = elaborator.graph[other], elaborator.graph[id] != family else { return false }
      return leads(from: elaborator.graph[id], to: family, values)
    }
  }

  func leads(from family: Family, to target: Family, _ values: [Family: [Expression]]) -> Bool {
    var seen: Set<Family> = [family]
    var pending = [family]
    while let next = pending.popLast() {
      for value in values[next, default: []] {
        var found = false
        elaborator.graph.forEachNode(of: value) { node in
          if case .partial = elaborator.graph[node] { return false }
          if case .symbol(let id, _) = elaborator.graph[node] {
            if elaborator.graph[id] == target { found = true }
            if seen.insert(elaborator.graph[id]).inserted { pending.append(elaborator.graph[id]) }
          }
          return true
        }
        if found { return true }
      }
    }
    return false
  }

  /// The quantities of a batch, and its cost.
  mutating func takeBatches() {
    let told = notes.background.definitions.first {
      if case .symbol(let id, _) = elaborator.graph[$0.head] {
        elaborator.graph[id] == NetworkSymbol.loss
      } else {
        false
      }
    }
    guard let loss = told?.value ?? readLoss else { return }
    let isMean = statements.contains { statement in
      let nodes = statement.chain.members.flatMap(\.nodes)
      return vocabulary.sampleCount.map { nodes.denominators.contains($0) } ?? false
    }
    notes.background.definitions += BatchModel.definitions(
      from: notes.background.definitions, loss: loss, isMean: isMean, &elaborator)
  }

  /// Sizes that are told by the numbers that stand as subscripts.
  mutating func takeSizes() {
    for (symbol, value) in elaborator.dimensions.widths(in: elaborator.graph) {
      notes.background.sizes.append((symbol, value))
    }
    for (dimension, size) in elaborator.graph.ordered(elaborator.largestSubscripts.keys).map({
      ($0, elaborator.largestSubscripts[$0] ?? 1)
    }) {
      guard case .symbol = elaborator.graph[dimension], elaborator.graph.freeIndices(of: dimension).isEmpty else {
        continue
      }
      notes.background.sizes.append((dimension, size))
    }
  }

  /// By how many layers the lowest one that is mentioned lies below the last one.
  var deepest: Int {
    guard case .letter(let name) = vocabulary.depth else { return 3 }
    var result = 2
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let content = LayerContent([node]), content.letter == name { result = max(result, 1 - content.offset) }
        if case .scripts(let scripts) = node.kind {
          for row in [scripts.lower, scripts.upper] {
            if let row, let content = LayerContent(row.nodes), content.letter == name {
              result = max(result, 1 - content.offset)
            }
          }
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return min(result, 4)
  }

  /// Whether a line that says what the loss is could be read.
  var hasReadLoss: Bool { readLoss != nil }

  /// What the first line about it that could be read says that the loss is.
  private var readLoss: Expression? {
    for assertion in notes.assertions {
      for (head, value) in [
        (assertion.claim.left, assertion.claim.right), (assertion.claim.right, assertion.claim.left),
      ] {
        guard case .symbol(let id, _) = elaborator.graph[head], elaborator.graph[id] == NetworkSymbol.loss,
          head != value,
          !elaborator.graph.contains(
            in: value,
            where: { node in
              if case .partial = elaborator.graph[node] { true } else { false }
            })
        else { continue }
        return value
      }
    }
    return nil
  }

  /// Lines that say what the activations of one layer are, in terms of its pre-activations: a_j^2 = tanh(z_j^2), y_k = z_k^L.
  mutating func activationLines() -> [Background.Definition] {
    notes.assertions.compactMap { assertion in
      guard assertion.claim.relation == .equal, case .symbol(let id, let slice) = elaborator.graph[assertion.claim.left]
      else {
        return nil
      }
      var subscripts = Array(slice)
      let family = elaborator.graph[id]
      if family == NetworkSymbol.prediction {
        subscripts.insert(elaborator.depth(), at: 0)
      } else if family != NetworkSymbol.activation {
        return nil
      }
      guard let layer = subscripts.first, elaborator.graph.freeIndices(of: layer).isEmpty,
        subscripts.dropFirst().allSatisfy({ if case .index = elaborator.graph[$0] { true } else { false } }),
        isOfPreactivations(assertion.claim.right, layer)
      else { return nil }
      let head = elaborator.graph.symbol(NetworkSymbol.activation, subscripts)
      return Background.Definition(head, assertion.claim.right)
    }
  }

  /// Whether a value is computed from the pre-activations of a layer alone, and not by the function of all layers.
  func isOfPreactivations(_ value: Expression, _ layer: Expression) -> Bool {
    var isPure = true
    var mentions = false
    elaborator.graph.forEachNode(of: value) { node in
      switch elaborator.graph[node] {
      case .partial: isPure = false
      case .symbol(let id, let subscripts) where !elaborator.graph[id].isCount:
        if elaborator.graph[id] == NetworkSymbol.preactivation, subscripts.first == layer {
          mentions = true
        } else {
          isPure = false
        }
      default: break
      }
      return isPure
    }
    return isPure && mentions
  }

  /// The loss, where no line says what it is but one says what its derivative is of: ∂L/∂v = ∂/∂v [E].
  var lossOfDerivative: Background.Definition? {
    for assertion in notes.assertions {
      guard case .partial(let loss, let v) = elaborator.graph[assertion.claim.left],
        case .symbol(let id, _) = elaborator.graph[loss], elaborator.graph[id] == NetworkSymbol.loss,
        case .partial(let value, v) = elaborator.graph[assertion.claim.right]
      else { continue }
      if case .symbol = elaborator.graph[value] { continue }
      guard elaborator.graph.freeIndices(of: value).isEmpty else { continue }
      return Background.Definition(loss, value)
    }
    return nil
  }
}
