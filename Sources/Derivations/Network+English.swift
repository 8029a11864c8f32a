import Expressions
import Networks

extension Network {
  /// The network in one sentence: `1-4-3-2, activation f, loss mse; w_{ij}^l leads from unit j of layer l to …`.
  /// The formulas are of `graph`.
  public func english(in graph: inout ExpressionGraph) -> [PhrasePart] {
    let one = graph.number(1)
    let unit = graph.index("i", from: one, to: one)
    let source = graph.index("j", from: one, to: one)
    let layer = graph.index("l", from: one, to: one)
    let before = architecture.weightsEnterTheirLayer ? graph.add([layer, graph.number(-1)]) : layer
    let behind = architecture.weightsEnterTheirLayer ? layer : graph.add([layer, one])
    var parts: [PhrasePart] = [.words(architecture.text)]
    parts += activationsInEnglish + [.words(", loss"), .typed(loss.text)]
    switch bias {
    case .vector: break
    case .none: parts.append(.words(", no biases"))
    case .folded:
      let folded = graph.symbol(NetworkSymbol.weight, [layer, unit, graph.number(0)])
      parts += [.words(", biases folded in as"), .formula(folded)]
    }
    switch batch {
    case .none: break
    case .sum: parts.append(.words(", summed over a batch"))
    case .mean: parts.append(.words(", mean over a batch"))
    }
    parts += [.words(";"), .formula(graph.symbol(NetworkSymbol.weight, [layer, unit, source]))]
    parts += [.words("leads from unit"), .formula(source), .words("of layer"), .formula(before)]
    return parts + [.words("to unit"), .formula(unit), .words("of layer"), .formula(behind)]
  }

  private var activationsInEnglish: [PhrasePart] {
    guard let first = activations.first else { return [] }
    if activations.allSatisfy({ $0 == first }) { return [.words(", activation"), .typed(first.text)] }
    return [.words(", activations"), .typed(first.text)]
      + activations.dropFirst().flatMap { [.words(","), .typed($0.text)] }
  }
}
