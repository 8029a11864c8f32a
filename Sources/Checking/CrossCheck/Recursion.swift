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
    /// The claims that have no value: they use what comes later.
    var failures: [(place: ClaimPlace, error: EvaluationError)] = []
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
  func run(in environment: IndexEnvironment<Double>) -> Result {
    var environment = environment
    var result = Result(
      gradient: [Double](repeating: 0, count: instance.layout.count),
      places: [ClaimPlace?](repeating: nil, count: instance.layout.count))
    for place in stride(from: instance.depth, through: 1, by: -1) {
      // Without δ of the layer above, that of this one cannot be computed either.
      guard let delta = values(of: deltas[place - 1], environment, &result) else { break }
      let key = ArrayKey(NetworkSymbol.delta.name, layer: instance.inputLayer + place)
      environment.arrays[key] = instance.units(delta, width: instance.widths[place])
      let layer = instance.layout.layers[place - 1]
      let start = instance.network.bias == .folded ? layer.weightStart - 1 : layer.weightStart
      fill(&result, from: start, weights[place - 1], environment)
      if instance.network.bias == .vector, let start = layer.biasStart {
        fill(&result, from: start, biases[place - 1], environment)
      }
    }
    return result
  }

  private func values(
    of equation: Equation?, _ environment: IndexEnvironment<Double>, _ result: inout Result
  ) -> [Double]? {
    guard let equation else { return nil }
    do throws(EvaluationError) {
      return try equation.program.run(in: environment)[0].elements
    } catch {
      result.failures.append((equation.place, error))
      return nil
    }
  }

  private func fill(
    _ result: inout Result, from start: Int, _ equation: Equation?, _ environment: IndexEnvironment<Double>
  ) {
    guard let equation, let values = values(of: equation, environment, &result) else { return }
    for (offset, value) in values.enumerated() {
      result.gradient[start + offset] = value
      result.places[start + offset] = equation.place
    }
  }
}
