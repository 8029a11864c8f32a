import Derivations
import Networks
import Proofreading

/// The options that tell a network and how it is written; each is nil where it is neither given nor has a default.
extension Arguments {
  /// All notations.
  static let notations: [Notation] = [.standard]

  func architecture() throws(CommandError) -> Architecture? {
    try read(.arch) { text throws(NetworkError) in try Architecture(parsing: text) }
  }

  func activations(for architecture: Architecture) throws(CommandError) -> [Activation]? {
    try read(.activation) { text throws(NetworkError) in try Activation.list(parsing: text, for: architecture) }
  }

  /// The loss; its outputs have to be among those of the architecture, where that is known.
  func loss(for architecture: Architecture?) throws(CommandError) -> Loss? {
    try read(.loss) { text throws(NetworkError) in
      let loss = try Loss(parsing: text)
      if let architecture { try loss.check(against: architecture) }
      return loss
    }
  }

  func notation() throws(CommandError) -> Notation? {
    guard text(.notation) != nil else { return nil }
    let name = try word(.notation, among: Self.notations.map(\.name))
    return Self.notations.first { $0.name == name }
  }

  /// Everything that is told, as the proof-reader takes it.
  func settings() throws(CommandError) -> Settings {
    var settings = Settings()
    settings.architecture = try architecture()
    if let architecture = settings.architecture { _ = try activations(for: architecture) }
    settings.activations = text(.activation)
    settings.loss = try loss(for: settings.architecture)
    if text(.bias) != nil { settings.bias = try choice(.bias, as: BiasKind.self) }
    if text(.batch) != nil { settings.batch = try choice(.batch, as: Batch.self) }
    settings.notation = try notation()
    return settings
  }

  private func read<Value>(
    _ name: OptionRecord.Name, _ body: (String) throws(NetworkError) -> Value
  ) throws(CommandError) -> Value? {
    guard let text = text(name) else { return nil }
    do {
      return try body(text)
    } catch {
      throw fault(name, .network(error))
    }
  }
}
