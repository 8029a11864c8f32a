import Derivations
import Expressions
import Networks

/// The line that says by which function the activations of all layers come from their pre-activations.
extension NotesBuilder {
  /// a_j^l = tanh(z_j^l), a_j^l = max(0, z_j^l), f(z_j^l) = tanh(z_j^l) for any l: the first line of that kind. Nil where
  /// activations are some function f of pre-activations that no such line tells, or one that the reading supposes: a line
  /// that writes it out may be where the slip is.
  mutating func layerFunction() -> Background.Definition? {
    let own = vocabulary.functions.values.filter { FunctionTable.record(named: $0) == nil }
    let open = Set(own).union(["f", vocabulary.activationName].filter { FunctionTable.record(named: $0) == nil })
    for number in notes.assertions.indices {
      let claim = notes.assertions[number].claim
      guard claim.relation == .equal, let activation = activation(claim.left),
        let head = BatchModel.single(activation, &elaborator.graph),
        let right = BatchModel.single(claim.right, &elaborator.graph),
        case .symbol(let id, let subscripts) = elaborator.graph[head],
        elaborator.graph[id] == NetworkSymbol.activation, let layer = subscripts.first,
        isAnyLayer(layer), Set(subscripts).count == subscripts.count,
        subscripts.dropFirst().allSatisfy({ if case .index = elaborator.graph[$0] { true } else { false } })
      else { continue }
      let value = ofOwnPreactivation(right, Array(subscripts))
      guard isEntrywise(value, of: Array(subscripts)), !mentions(open, in: value),
        vocabulary.conventions.activation == nil || isKnownByName(value)
      else { continue }
      return Background.Definition(head, value)
    }
    return nil
  }

  /// Whether a layer is any one. In notes that mention nothing above layer l this is any layer, too, of which the others are
  /// those below.
  private mutating func isAnyLayer(_ layer: Expression) -> Bool {
    if !elaborator.graph.freeIndices(of: layer).isEmpty { return true }
    guard case .letter(let letter) = vocabulary.depth, letter.first?.isLowercase == true,
      vocabulary.layerLetters.contains(letter)
    else { return false }
    let depth = elaborator.depth()
    return layer == depth
  }

  /// The activation that a side of a line is: a_j^l itself, or f(z_j^l) where f is the function of all layers.
  private mutating func activation(_ side: Expression) -> Expression? {
    if case .symbol = elaborator.graph[side] { return side }
    guard isOfAnyLayer(side), case .call(_, let arguments) = elaborator.graph[side], let argument = arguments.first,
      case .symbol(let id, let subscripts) = elaborator.graph[argument]
    else { return nil }
    let isBatch = elaborator.graph[id] == NetworkSymbol.preactivation.batch
    return elaborator.graph.symbol(
      isBatch ? NetworkSymbol.activation.batch : NetworkSymbol.activation, Array(subscripts))
  }

  /// Whether an expression is f(z_j^l) of any layer, where f is the function of all layers.
  func isOfAnyLayer(_ expression: Expression) -> Bool {
    guard case .call(let function, let arguments) = elaborator.graph[expression], arguments.count == 1,
      elaborator.graph[function] == Function(vocabulary.activationName), let argument = arguments.first,
      case .symbol(let id, let subscripts) = elaborator.graph[argument], let layer = subscripts.first,
      [NetworkSymbol.preactivation, NetworkSymbol.preactivation.batch].contains(elaborator.graph[id]),
      !elaborator.graph.freeIndices(of: layer).isEmpty
    else { return false }
    return true
  }

  /// The same value with the pre-activation for a sum of weights times activations that is written out: max(0, z_j) of
  /// max(0, Σ_k w_{jk} a_k + b_j), whether or not the sum is right.
  private mutating func ofOwnPreactivation(_ value: Expression, _ unit: [Expression]) -> Expression {
    var sums: [Expression: Expression] = [:]
    let own = elaborator.graph.symbol(NetworkSymbol.preactivation, unit)
    func collect(_ node: Expression) {
      switch elaborator.graph[node] {
      case .add, .summation:
        if isPreactivation(node) {
          sums[node] = own
          return
        }
      case .symbol: return
      default: break
      }
      elaborator.graph.children(of: node).forEach(collect)
    }
    collect(value)
    return sums.isEmpty ? value : elaborator.graph.replace(sums, in: value)
  }

  /// Whether a value is a function with a name of its own, tanh(z) or max(0, z), and not a formula in which a sign may be
  /// wrong.
  private func isKnownByName(_ value: Expression) -> Bool {
    switch elaborator.graph[value] {
    case .call(let id, _): elaborator.graph[id].name != "exp" && elaborator.graph[id].name != "log"
    case .piecewise: true
    default: false
    }
  }

  /// Whether a value is computed from the pre-activation of one unit alone.
  private func isEntrywise(_ value: Expression, of unit: [Expression]) -> Bool {
    guard isOfPreactivations(value, unit[0]) else { return false }
    return !elaborator.graph.contains(in: value) { node in
      guard case .symbol(let id, let subscripts) = elaborator.graph[node],
        elaborator.graph[id] == NetworkSymbol.preactivation
      else { return false }
      return Array(subscripts) != unit
    }
  }

  private func mentions(_ functions: Set<String>, in value: Expression) -> Bool {
    elaborator.graph.contains(in: value) { node in
      guard case .call(let id, _) = elaborator.graph[node] else { return false }
      return functions.contains(elaborator.graph[id].name)
    }
  }
}
