import Derivations
import Expressions
import Networks
import Numerics

/// The gradient as the derivation itself says: its claims about δ, run from the output layer down, then those about
/// ∂L/∂w and ∂L/∂b. Compiled for one choice of sizes.
struct Recursion {
  /// A rule at one layer.
  private struct Equation {
    let program: IndexProgram
    let place: ClaimPlace
  }

  private let instance: NetworkInstance
  /// The equations for δ of each layer behind the input, and for the weights and biases in front of it.
  private var deltas: [Equation?] = []
  private var weights: [Equation?] = []
  private var biases: [Equation?] = []
  /// What is wrong with rules that could not be compiled.
  private(set) var failures: [(place: ClaimPlace, error: EvaluationError)] = []

  /// The gradient, and the claim that each part of it is from; nil where there is none.
  struct Result {
    var gradient: [Double]
    var places: [ClaimPlace?]
  }

  /// The recursion of `rules` for a network of these sizes; `shapes` includes those of δ.
  init(
    _ rules: [Family: [RecursionRule]], _ instance: NetworkInstance, _ graph: inout ExpressionGraph,
    shapes: [ArrayKey: [ArrayAxis]]
  ) {
    self.instance = instance
    let source = instance.network.bias == .folded ? 0 : 1
    let samples = instance.network.batch == .none ? [] : [1...instance.samples]
    for place in 1...instance.depth {
      let units = 1...instance.widths[place]
      let weightLayer = instance.weightLayer(from: place - 1)
      func equation(_ family: Family, _ layer: Int, _ ranges: [ClosedRange<Int>]) -> Equation? {
        for rule in rules[family, default: []] {
          do {
            let found = try Self.equation(
              rule, family, layer, ranges, in: &graph, instance: instance, shapes: shapes)
            if let found { return found }
          } catch {
            failures.append((rule.place, error))
            return nil
          }
        }
        return nil
      }
      deltas.append(equation(NetworkSymbol.delta, instance.inputLayer + place, samples + [units]))
      weights.append(equation(NetworkSymbol.weight, weightLayer, [units, source...instance.widths[place - 1]]))
      guard instance.network.bias == .vector else { continue }
      biases.append(equation(NetworkSymbol.bias, weightLayer, [units]))
    }
  }

  /// `rule` at the layer numbered `layer`, or nil if it is about others.
  /// - Throws: `EvaluationError`, also if the rule does not cover the ranges of the layer.
  private static func equation(
    _ rule: RecursionRule, _ family: Family, _ layer: Int, _ ranges: [ClosedRange<Int>],
    in graph: inout ExpressionGraph, instance: NetworkInstance, shapes: [ArrayKey: [ArrayAxis]]
  ) throws(EvaluationError) -> Equation? {
    let parts = [rule.layer] + rule.indices
    for scope in try LayerIndices.assignments(of: parts, in: graph, scope: instance.scope) {
      guard scope.integer(rule.layer, in: graph) == layer else { continue }
      // δ is stored sample by sample: the sample is the outer index.
      let indices = family == NetworkSymbol.delta ? Array(rule.indices.reversed()) : rule.indices
      let program = try IndexProgram.compile(
        [(rule.value, indices)], in: &graph, scope: scope, shapes: shapes, functions: instance.functions)
      for (found, expected) in zip(program.ranges[0], ranges) where found != expected {
        throw .outOfRange(symbol: "\(family.name)[\(layer)]", subscripts: found, allowed: expected)
      }
      guard program.ranges[0].count == ranges.count else {
        throw .wrongSubscriptCount(
          symbol: "\(family.name)[\(layer)]", given: program.ranges[0].count, expected: ranges.count)
      }
      return Equation(program: program, place: rule.place)
    }
    return nil
  }

  /// The gradient in `environment`, which gives every symbol but δ.
  /// - Throws: `EvaluationError` if something in a claim has no value.
  func run(in environment: IndexEnvironment<Double>) throws(EvaluationError) -> Result {
    var environment = environment
    var result = Result(
      gradient: [Double](repeating: 0, count: instance.layout.count),
      places: [ClaimPlace?](repeating: nil, count: instance.layout.count))
    var isKnown = true
    for place in stride(from: instance.depth, through: 1, by: -1) {
      // Without δ of the layer above, that of this one cannot be computed either.
      if isKnown, let equation = deltas[place - 1] {
        let delta = try equation.program.run(in: environment)[0].elements
        let key = ArrayKey(NetworkSymbol.delta.name, layer: instance.inputLayer + place)
        environment.arrays[key] = instance.units(delta, width: instance.widths[place])
      } else {
        isKnown = false
      }
      guard isKnown else { continue }
      try fill(&result, place, environment)
    }
    return result
  }

  private func fill(
    _ result: inout Result, _ place: Int, _ environment: IndexEnvironment<Double>
  ) throws(EvaluationError) {
    let layer = instance.layout.layers[place - 1]
    if let equation = weights[place - 1] {
      let values = try equation.program.run(in: environment)[0].elements
      let start = instance.network.bias == .folded ? layer.weightStart - 1 : layer.weightStart
      for (offset, value) in values.enumerated() {
        result.gradient[start + offset] = value
        result.places[start + offset] = equation.place
      }
    }
    if instance.network.bias == .vector, let equation = biases[place - 1], let start = layer.biasStart {
      for (offset, value) in try equation.program.run(in: environment)[0].elements.enumerated() {
        result.gradient[start + offset] = value
        result.places[start + offset] = equation.place
      }
    }
  }
}
