import Expressions
import Networks

extension SplitMix64 {
  /// A random point of a network: weights normally distributed with variance 1/fan-in, so that pre-activations are of
  /// size 1 and nothing saturates; inputs normally distributed; targets in the domain that the loss states.
  public mutating func point(of instance: NetworkInstance) -> NetworkPoint {
    var parameters = [Double](repeating: 0, count: instance.layout.count)
    for layer in instance.layout.layers {
      let scale = 1 / Double(layer.inputs).squareRoot()
      for unit in 0..<layer.outputs {
        for incoming in 0..<layer.inputs { parameters[layer.weight(unit, incoming)] = normal() * scale }
        if let bias = layer.bias(unit) { parameters[bias] = normal() / 2 }
      }
    }
    let inputs = (0..<instance.samples * instance.widths[0]).map { _ in normal() }
    let targets = (0..<instance.samples).flatMap { _ in
      values(in: instance.network.loss.targetDomain, count: instance.loss.width)
    }
    return NetworkPoint(parameters: parameters, inputs: inputs, targets: targets)
  }

  /// `count` random members of `domain`, together one if the domain is that of whole layers. Ends where functions are
  /// steep are left out.
  public mutating func values(in domain: Domain, count: Int) -> [Double] {
    let values = (0..<count).map { _ in value(in: domain) }
    guard domain == .simplex else { return values }
    let sum = values.reduce(0, +)
    return values.map { $0 / sum }
  }

  private mutating func value(in domain: Domain) -> Double {
    switch domain {
    case .real: normal()
    case .positive, .nonNegative: uniform(0.2, 3)
    case .openUnitInterval: uniform(0.05, 0.95)
    case .simplex: uniform(0.1, 1)
    case .symmetricUnitInterval: uniform(-0.95, 0.95)
    case .signs: uniform() < 0.5 ? -1 : 1
    }
  }
}
