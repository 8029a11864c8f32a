import Expressions
import Networks

/// What is told about notes that are written in their author's own notation, by options or by directives: it settles what
/// the notes leave open, and overrules what would be inferred.
public struct ToldConventions: Sendable {
  /// The layers.
  public var architecture: Architecture?
  /// The functions of the hidden layers and of the output layer.
  public var activations: (hidden: Activation, output: Activation)?
  /// The loss, where no line of the notes defines it.
  public var loss: Loss?

  /// Nothing is told.
  public init() {}

  /// What is known about the network of a vocabulary when this is told.
  func applied(to vocabulary: Vocabulary) -> Vocabulary {
    var result = vocabulary
    if let architecture, vocabulary.isLayeredNetwork { result.take(architecture) }
    if let activations { result.take(activations) }
    if let loss {
      result.conventions.loss = loss
      result.isLossTold = true
      // With the loss told as well, no function of the output layer is left to be inferred from the loss.
      if let activations, activations.output == activations.hidden { result.conventions.outputActivation = nil }
    }
    return result
  }
}

extension Vocabulary {
  /// Whether two readings of the same notes agree in everything that may vary.
  func isSameReading(as other: Vocabulary) -> Bool {
    conventions == other.conventions && functions == other.functions && depth == other.depth
      && depthLetter == other.depthLetter
  }

  /// The layers are as `architecture` says, counted from the input layer that the notes have.
  fileprivate mutating func take(_ architecture: Architecture) {
    guard case .widths(let widths) = architecture.layers else { return }
    if case .letter(let letter) = depth { depthLetter = letter }
    depth = .number(inputLayer + widths.count - 1)
    for (place, width) in widths.enumerated() {
      if case .number(let units) = width { self.widths[inputLayer + place] = units }
    }
  }

  /// The letter of the activation is the function that is told, everywhere.
  fileprivate mutating func take(_ activations: (hidden: Activation, output: Activation)) {
    let letter = activationName
    if let name = activations.hidden.plainName {
      conventions.activation = name
      for (sign, function) in functions where function == letter { functions[sign] = name }
    } else if activations.hidden.definition != nil {
      ownFunctions[letter] = activations.hidden
    }
    guard activations.output != activations.hidden else { return }
    if let name = activations.output.plainName {
      conventions.outputActivation = name
    } else if activations.output.definition != nil {
      conventions.outputActivation = Self.toldOutput
      ownFunctions[Self.toldOutput] = activations.output
    }
  }

  /// What a function of the output layer goes by that has no name.
  private static let toldOutput = "f_out"
}

extension Activation {
  /// The name of a function that the table defines completely; nil for one that has parameters of its own, or no name.
  fileprivate var plainName: String? {
    if case .known(let name, let parameters) = self, parameters.isEmpty { name } else { nil }
  }
}
