import Derivations
import Expressions
import Networks

/// The letter of the activation at a layer that has a function of its own.
extension NotesBuilder {
  /// Where a_j^1 = tanh(z_j^1), and no line says what h is, h'(z_j^1) is tanh'(z_j^1): a letter for the activation stands for
  /// that of the layer whose pre-activation it is applied to, whichever layer that is.
  mutating func settleActivations(_ explicit: [Background.Definition], _ layerFunction: Background.Definition?) {
    let output = vocabulary.conventions.outputActivation
    guard !explicit.isEmpty || layerFunction != nil || output != nil else { return }
    var functions: [Expression: String] = [:]
    for definition in explicit {
      guard case .symbol(_, let subscripts) = elaborator.graph[definition.head], let layer = subscripts.first,
        case .call(let id, let arguments) = elaborator.graph[definition.value], arguments.count == 1,
        elaborator.graph[id].order == 0, FunctionTable.record(named: elaborator.graph[id].name) != nil
      else { continue }
      functions[layer] = functions[layer] ?? elaborator.graph[id].name
    }
    var open = Set(vocabulary.functions.values).subtracting(definedFunctions)
      .filter { FunctionTable.record(named: $0) == nil }
    if let output {
      // f stands for the function of each layer, though the hidden ones have a known one.
      open.insert(vocabulary.activationName)
      let record = FunctionTable.record(named: output)
      if record?.isVectorValued != true, functions[elaborator.depth()] == nil { functions[elaborator.depth()] = output }
    }
    for number in notes.assertions.indices {
      notes.assertions[number].claim.left = settled(notes.assertions[number].claim.left, functions, open)
      notes.assertions[number].claim.right = settled(notes.assertions[number].claim.right, functions, open)
    }
  }

  /// The functions that a line defines; f(z_j^l) = tanh(z_j^l) says what the activations are.
  private var definedFunctions: Set<String> {
    Set(
      notes.assertions.compactMap { assertion in
        guard case .call(let id, let arguments) = elaborator.graph[assertion.claim.left], arguments.count == 1,
          elaborator.graph[id].order == 0, !isOfAnyLayer(assertion.claim.left)
        else { return nil }
        return elaborator.graph[id].name
      })
  }

  private mutating func settled(
    _ expression: Expression, _ functions: [Expression: String], _ open: Set<String>
  ) -> Expression {
    var memo: [Expression: Expression] = [:]
    return elaborator.graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], open.contains(graph[id].name), arguments.count == 1,
        let argument = arguments.first,
        case .symbol(let family, let subscripts) = graph[argument],
        let activation = [
          NetworkSymbol.preactivation: NetworkSymbol.activation,
          NetworkSymbol.preactivation.batch: NetworkSymbol.activation.batch,
        ][graph[family]],
        let layer = subscripts.first
      else { return node }
      if let name = functions[layer] { return graph.call(Function(name, order: graph[id].order), [argument]) }
      guard !graph.freeIndices(of: layer).isEmpty, graph[id].order <= 1 else { return node }
      // At any layer it is the function of that layer: h(z_j) is a_j.
      let value = graph.symbol(activation, Array(subscripts))
      return graph[id].order == 0 ? value : graph.partial(value, by: argument)
    }
  }
}
