import Derivations
import LaTeX
import Networks
import Reading

/// What is told about some notes: by options, by directives in them, or by the line that `derive` prints above its output.
public struct Settings: Sendable {
  /// The layers.
  public var architecture: Architecture?
  /// The activations as they are typed; how many there are depends on the layers.
  public var activations: String?
  /// The loss.
  public var loss: Loss?
  /// How biases enter.
  public var bias: BiasKind?
  /// One sample, or a batch.
  public var batch: Batch?
  /// How symbols are written.
  public var notation: Notation?
  /// Macros that live elsewhere.
  public var macros = MacroTable.empty

  /// Nothing is told.
  public init() {}

  /// These settings; what they leave open is as in `other`.
  public func filled(from other: Settings) -> Settings {
    var result = self
    result.architecture = architecture ?? other.architecture
    result.activations = activations ?? other.activations
    result.loss = loss ?? other.loss
    result.bias = bias ?? other.bias
    result.batch = batch ?? other.batch
    result.notation = notation ?? other.notation
    result.macros = other.macros.merging(macros)
    return result
  }

  /// What is told of notes in their author's own notation.
  /// - Throws: `NetworkError` if the activations do not fit the layers.
  func conventions() throws(NetworkError) -> ToldConventions {
    var told = ToldConventions()
    told.architecture = architecture
    told.loss = loss
    guard let activations else { return told }
    let layers = architecture ?? Architecture(.open(width: "n", last: "L"))
    let list = try Activation.list(parsing: activations, for: layers)
    if let hidden = list.first, let output = list.last { told.activations = (hidden, output) }
    return told
  }

  /// The network that is told; nil where the layers are not. What else is left open is as in the main job: one opaque f,
  /// half the squared error, a bias for each unit, one sample.
  /// - Throws: `NetworkError` if the parts do not fit together.
  public func network() throws(NetworkError) -> Network? {
    guard let architecture else { return nil }
    let activations = try Activation.list(parsing: activations ?? "f", for: architecture)
    let loss = loss ?? .known("mse", parameters: [])
    try loss.check(against: architecture)
    return Network(
      architecture: architecture, activations: activations, loss: loss, bias: bias ?? .vector, batch: batch ?? .none)
  }
}
