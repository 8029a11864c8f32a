import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// f′(z) from the definition of f, rule by rule, down to its shortest form.
  mutating func slopeSteps(_ function: Function, _ definition: FunctionDefinition, slope: Expression) -> Statement {
    let z = definition.parameter
    let value = model.graph.call(function, [z])
    var chain = Chain(model.graph.call(function.derivative, [z]))
    chain.append(model.graph.partial(definition.value, by: z), .definition(value))
    for _ in 0..<40 {
      guard let (next, rule) = model.graph.differentiatedOneStep(chain.last, depends: { _, u, v in u == v }) else {
        break
      }
      chain.append(next, .rule(rule))
    }
    let resolved = model.graph.resolveSlopes(chain.last)
    if resolved != chain.last { chain.append(resolved, .rule(.derivativeOfFunction)) }
    let simplified = model.graph.simplify(chain.last)
    chain.append(simplified, .rule(.rearrange), in: model.graph)
    chain.append(slope, .rule(.throughOutput), in: model.graph)
    return chain.statement
  }
}
