import Expressions

/// A loss of the table.
public struct LossRecord: Sendable {
  /// The canonical name, with hyphens: `cross-entropy`.
  public let name: String
  /// Other names accepted in input.
  public let aliases: [String]
  /// The loss of one sample: a text in the targets `y[k]`, the outputs `a[k]`, the number of outputs `n` and the
  /// parameters; a sum without bounds runs over the outputs.
  public let definition: String
  /// Named numbers in the definition with their defaults.
  public let parameters: [(name: String, value: Rational)]
  /// Where each target may lie.
  public let targetDomain: Domain
  /// Where each output may lie.
  public let outputDomain: Domain
  /// The activations that fit the domain of the outputs, for advice.
  public let fittingActivations: [String]

  init(
    _ name: String, aliases: [String] = [], definition: String,
    parameters: [(name: String, value: Rational)] = [], targetDomain: Domain = .real,
    outputDomain: Domain = .real, fittingActivations: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.parameters = parameters
    self.targetDomain = targetDomain
    self.outputDomain = outputDomain
    self.fittingActivations = fittingActivations
  }
}

/// The loss of a network.
public enum Loss: Hashable, Sendable {
  /// A loss of the table by its canonical name; `parameters` overrides the record's defaults, in their order.
  case known(String, parameters: [Rational])
  /// A user's own: an expression in `y[k]` and `a[k]`, in the text grammar.
  case custom(String)

  /// The record of a known loss.
  public var record: LossRecord? {
    if case .known(let name, _) = self { LossTable.record(named: name) } else { nil }
  }

  /// The definition of the loss of one sample, and the values of its parameters.
  public var definition: (text: String, parameters: [(name: String, value: Rational)]) {
    switch self {
    case .custom(let text): return (text, [])
    case .known(let name, let given):
      guard let record else { return (name, []) }
      let parameters = record.parameters.enumerated().map { place, parameter in
        (name: parameter.name, value: place < given.count ? given[place] : parameter.value)
      }
      return (record.definition, parameters)
    }
  }

  /// Where the targets may lie.
  public var targetDomain: Domain { record?.targetDomain ?? .real }
  /// Where the outputs may lie.
  public var outputDomain: Domain { record?.outputDomain ?? .real }
}
