import Derivations
import Expressions
import LaTeX
import Networks

/// What holds throughout: the definitions of a network, its loss, its sizes.
extension NotesBuilder {
  mutating func takeBackground() {
    notes.background.positives += vocabulary.positives.sorted().compactMap { vocabulary.letters[$0]?.family }
    notes.background.probabilities += vocabulary.fractions.sorted().compactMap { vocabulary.letters[$0]?.family }
    guard vocabulary.isLayeredNetwork else {
      if vocabulary.letters.values.contains(where: \.family.isLayered) {
        notes.background.depths = [elaborator.depth()]
        notes.background.smallestDepth = max(3, vocabulary.highestLayer ?? 3)
      }
      return
    }
    for (layer, width) in vocabulary.widths.sorted(by: { $0.key < $1.key }) {
      let number = elaborator.graph.number(layer)
      notes.background.sizes.append((elaborator.graph.symbol(NetworkSymbol.width, [number]), width))
    }
    if case .letter = vocabulary.depth {
      notes.background.depths = [elaborator.depth()]
      notes.background.smallestDepth = vocabulary.inputLayer + max(3, deepest)
    }
  }

  /// What steps of the derivation tell of quantities that no line defines.
  mutating func takeImplied() {
    let implied = ImpliedDefinitions(
      elaborator.graph, notes.assertions, losses: lossFamilies.union([NetworkSymbol.loss.batch]),
      takesLast: vocabulary.conventions.takesLastImplied)
    elaborator.graph = implied.graph
    notes.background.definitions += implied.definitions
    notes.dependence = implied.dependence
    notes.tellers = implied.tellers
    notes.hasRivals = implied.hasRivals
  }

  /// Sizes that are told by the numbers that stand as subscripts.
  mutating func takeSizes() {
    for (symbol, value) in elaborator.dimensions.widths(in: elaborator.graph) {
      notes.background.sizes.append((symbol, value))
    }
    takeGivenSizes()
    for (dimension, size) in elaborator.graph.ordered(elaborator.largestSubscripts.keys).map({
      ($0, elaborator.largestSubscripts[$0] ?? 1)
    }) {
      guard case .symbol = elaborator.graph[dimension], elaborator.graph.freeIndices(of: dimension).isEmpty else {
        continue
      }
      if size == 1, elaborator.lettered.contains(dimension) { continue }
      if notes.background.sizes.contains(where: { $0.symbol == dimension }) { continue }
      if let letter = boundLetter(dimension) {
        notes.supposedSizes.append((dimension, letter, size))
        continue
      }
      notes.background.sizes.append((dimension, size))
    }
  }

  /// The letter that a sum over a dimension runs up to, where no network tells what it is and no line which number.
  private func boundLetter(_ dimension: Expression) -> String? {
    guard !vocabulary.isLayeredNetwork else { return nil }
    return elaborator.letterBounds.filter { elaborator.dimensions.root($0.key) == dimension }.flatMap(\.value).min()
  }

  /// K = 10: what a line says the letter is that a sum runs up to.
  mutating func takeGivenSizes() {
    guard !vocabulary.isLayeredNetwork else { return }
    for dimension in elaborator.graph.ordered(elaborator.letterBounds.keys) {
      let root = elaborator.dimensions.root(dimension)
      guard let number = elaborator.letterBounds[dimension]?.sorted().compactMap(givenSize).first,
        case .symbol = elaborator.graph[root], elaborator.graph.freeIndices(of: root).isEmpty,
        !notes.background.sizes.contains(where: { $0.symbol == root })
      else { continue }
      notes.background.sizes.append((root, number))
    }
  }

  private func givenSize(_ letter: String) -> Int? {
    for statement in statements {
      for chain in [statement.chain] + statement.conditions where chain.signs.map(\.name) == ["="] {
        let (left, right) = (chain.members[0].nodes.withoutBlanks, chain.members[1].nodes.withoutBlanks)
        if left.count == 1, right.count == 1, left[0].symbolName == letter, let number = right[0].wholeNumber,
          (1...64).contains(number)
        {
          return number
        }
      }
    }
    return nil
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
  var hasReadLoss: Bool {
    let isImplied = notes.background.definitions.contains { definition in
      guard case .symbol(let id, _) = elaborator.graph[definition.head] else { return false }
      return elaborator.graph[id] == NetworkSymbol.loss
    }
    return isImplied || readLoss != nil
  }

  /// What the first line about it that could be read says that the loss is.
  var readLoss: Expression? {
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
