import Expressions
import Networks

/// Concrete smooth functions for opaque ones. What holds for every smooth f holds for these.
public enum OpaqueFunctions {
  /// Their definitions in `z`. None has a slope that vanishes around 0, and no two are related, so that taking one for
  /// another, or f for f′, shows.
  public static let definitions = [
    "tanh(z)", "sin(z)", "softplus(z)", "atan(z)", "z*sigmoid(z)", "z + cos(z)", "exp(z/2)", "z/sqrt(1 + z^2)",
  ]

  /// Such functions with values in (0, 1), for outputs that a loss takes logarithms of.
  public static let bounded = [
    "sigmoid(z)", "(2 + sin(z))/4", "1/2 + atan(z)/4", "exp(-1/5 - z^2/4)", "(2 + tanh(z))/4", "1/(2 + z^2)",
  ]

  /// What `names` stand for in the given draw: distinct functions for distinct names, others in the next draw. The first
  /// name alone meets the first three functions in turn.
  public static func definitions(for names: [String], draw: Int) -> [String: String] {
    var result: [String: String] = [:]
    let pool = max(3, names.count)
    for (place, name) in names.enumerated() {
      let number = (draw + place) % pool
      let definition = definitions[number % definitions.count]
      // With more names than functions the functions are stretched.
      let stretch = number / definitions.count
      result[name] = stretch == 0 ? definition : "\(definition) + z/\(stretch + 1)"
    }
    return result
  }

  /// The names of the opaque functions of `network`, in the order of their occurrence: of its layers, of a user's own
  /// activations, and of the loss.
  public static func names(in network: Network) -> [String] {
    var names: [String] = []
    func add(_ name: String) {
      if !names.contains(name) { names.append(name) }
    }
    for activation in network.activations {
      if case .opaque(let name) = activation { add(name) }
      if case .custom(let text) = activation { opaqueCalls(in: text).forEach(add) }
    }
    if case .custom(let text) = network.loss { opaqueCalls(in: text).forEach(add) }
    return names
  }

  private static func opaqueCalls(in text: String) -> [String] {
    var graph = ExpressionGraph()
    guard let expression = try? TextParser.parse(text, into: &graph) else { return [] }
    var names: [String] = []
    graph.forEachNode(of: expression) { node in
      if case .call(let function, _) = graph[node], FunctionTable.record(named: graph[function].name) == nil {
        names.append(graph[function].name)
      }
      return true
    }
    return names
  }
}
