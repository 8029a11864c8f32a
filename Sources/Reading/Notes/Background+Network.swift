import Derivations
import Expressions
import Networks

extension Background {
  /// What a network tells before any line does: the widths of its layers, and where its targets and outputs lie.
  init(of network: Network, in graph: inout ExpressionGraph) {
    self.init()
    learningRates = [NetworkSymbol.learningRate]
    switch network.architecture.layers {
    case .widths(let widths):
      for (place, width) in widths.enumerated() {
        let symbol = graph.symbol(NetworkSymbol.width, [graph.number(place + network.architecture.inputLayer)])
        switch width {
        case .number(let units): sizes.append((symbol, units))
        case .symbol(let letter):
          definitions.append(Definition(symbol, graph.symbol(NetworkSymbol.letter(letter))))
        }
      }
    case .open(_, let last): depths = [graph.symbol(NetworkSymbol.outputLayer(last))]
    }
    switch network.loss.targetDomain {
    case .openUnitInterval, .simplex: probabilities.append(NetworkSymbol.target)
    case .positive, .nonNegative: positives.append(NetworkSymbol.target)
    case .real, .symmetricUnitInterval, .signs: break
    }
  }
}
