import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// The definition and the slope of every activation that has one, each function once.
  mutating func activationSlopes() -> [Section] {
    var rows: [Row] = []
    var seen: Set<String> = []
    for activation in model.activations where activation.kind == .known {
      rows += slopeRows(activation.function, &seen)
    }
    if rows.isEmpty { return [] }
    return [Section(part: .activation, title: "slope of the activation", rows: rows, layout: layout)]
  }

  /// f(z) and f′(z); the functions that f′ is written with come first.
  private mutating func slopeRows(_ function: Function, _ seen: inout Set<String>) -> [Row] {
    guard seen.insert(function.name).inserted, let definition = model.graph.definition(of: function.name) else {
      return []
    }
    let z = definition.parameter
    let value = model.graph.call(function, [z])
    let slope =
      model.activations.first { $0.function == function }?.slope
      ?? model.graph.slopeThroughOutput(of: function, at: z, output: value)
    let derivative = model.graph.call(function.derivative, [z])
    let slopeStatement =
      withSteps
      ? slopeSteps(function, definition, slope: slope)
      : Statement(derivative, [Step(.equal, slope, .rule(.derivativeOfFunction))])
    let defining = Statement(value, [Step(.equal, definition.value, .definition(value))])
    var rows: [Row] = []
    for name in definedFunctions(in: [definition.value, slope]) where name != function.name {
      rows += slopeRows(Function(name), &seen).prefix(1)
    }
    return rows + (withSteps ? [Row([defining]), Row([slopeStatement])] : [Row([defining, slopeStatement])])
  }

  /// The names of the functions with definitions that occur in `expressions`, in the order of the structure.
  private func definedFunctions(in expressions: [Expression]) -> [String] {
    var names: Set<String> = []
    for expression in expressions {
      model.graph.forEachNode(of: expression) { node in
        if case .call(let function, _) = model.graph[node],
          FunctionTable.record(named: model.graph[function].name)?.isActivation == true
        {
          names.insert(model.graph[function].name)
        }
        return true
      }
    }
    return names.sorted()
  }
}
