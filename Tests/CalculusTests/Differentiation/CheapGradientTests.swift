import Calculus
import Expressions
import Testing

@Suite("The cheap gradient principle")
struct CheapGradientTests {
  /// The squared error of a sigmoid network with these widths, every scalar written out.
  private func loss(_ widths: [Int], _ graph: inout ExpressionGraph) -> (loss: Expression, parameters: [Expression]) {
    var parameters: [Expression] = []
    var outputs = (0..<widths[0]).map { graph.symbol("x", [graph.number($0)]) }
    for layer in 1..<widths.count {
      outputs = (0..<widths[layer]).map { unit in
        var terms: [Expression] = []
        for (source, output) in outputs.enumerated() {
          let weight = graph.symbol("w", [graph.number(layer), graph.number(unit), graph.number(source)])
          parameters.append(weight)
          terms.append(graph.multiply([weight, output]))
        }
        let bias = graph.symbol("b", [graph.number(layer), graph.number(unit)])
        parameters.append(bias)
        let exponential = graph.call("exp", graph.negate(graph.add(terms + [bias])))
        return graph.power(graph.add([graph.number(1), exponential]), -1)
      }
    }
    let errors = outputs.enumerated().map { unit, output in
      graph.power(graph.subtract(output, graph.symbol("y", [graph.number(unit)])), 2)
    }
    return (graph.add(errors), parameters)
  }

  /// Additions, multiplications, powers and function calls in the distinct nodes of `expressions`.
  private func operations(_ expressions: [Expression], _ graph: ExpressionGraph) -> Int {
    var seen: Set<Expression> = []
    var count = 0
    for expression in expressions {
      graph.forEachNode(of: expression) { node in
        if seen.insert(node).inserted {
          switch graph[node] {
          case .add(let terms): count += terms.count - 1
          case .multiply(let factors): count += factors.count - 1
          case .power, .call: count += 1
          default: break
          }
        }
        return true
      }
    }
    return count
  }

  @Test(
    "Value and gradient take at most 4 times the operations of the value (Baur–Strassen)",
    arguments: [[1, 4, 3, 2], [4, 8, 8, 3], [10, 20, 10]])
  func operationCount(_ widths: [Int]) {
    var graph = ExpressionGraph()
    let (loss, parameters) = loss(widths, &graph)
    let forward = operations([loss], graph)
    let gradient = graph.gradient(of: loss, by: parameters)
    let both = operations([loss] + gradient, graph)
    #expect(both <= 4 * forward, "\(both) operations against \(forward)")
    // And it is a gradient: no parameter is without influence.
    #expect(gradient.allSatisfy { graph.numberValue($0)?.isZero != true })
  }
}
