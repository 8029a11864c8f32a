import Derivations
import LaTeX
import Networks

/// The options of the main job as what they stand for.
struct MainOptions {
  /// What the formulas are about: single numbers.
  enum Form: String, CaseIterable { case index }

  let network: Network
  let selection: Selection
  let withSteps: Bool
  let format: OutputFormat
  let form: Form
  let notation: Notation
  /// Nil where no cross-check is wanted.
  let check: Check?
  let isQuiet: Bool

  /// How the cross-check is done.
  struct Check {
    /// Nil for as many as fit the size of the network.
    let draws: Int?
    let seed: UInt64
    let tolerance: Double
  }

  /// All notations.
  static let notations: [Notation] = [.standard]
  private static let mostDraws = 1_000_000

  /// - Throws: `CommandError` for the first option that is wrong.
  init(_ arguments: Arguments) throws(CommandError) {
    if let operand = arguments.operands.first {
      // One hyphen instead of two is the usual slip.
      // Behind -- everything is an operand, and this command has none.
      throw operand.hasPrefix("-") && !Arguments.isOption(operand)
        ? CommandError(
          .unknownOption(operand, suggestion: arguments.suggestion(for: String(operand.dropFirst()))), in: .main)
        : CommandError(.unexpectedOperands(arguments.operands, arguments.command), in: .main)
    }
    network = try Self.network(arguments)
    selection = try Selection(arguments, network.architecture)
    withSteps = arguments.has(.steps)
    format = try arguments.choice(.format, as: OutputFormat.self)
    form = try arguments.choice(.form, as: Form.self)
    let name = try arguments.word(.notation, among: Self.notations.map(\.name))
    notation = Self.notations.first { $0.name == name } ?? .standard
    let check = Check(
      draws: arguments.text(.draws) == nil ? nil : try arguments.integer(.draws, in: 1...Self.mostDraws),
      seed: try arguments.seed(.seed),
      tolerance: try arguments.positiveNumber(.tolerance))
    self.check = arguments.has(.noCheck) ? nil : check
    isQuiet = arguments.has(.quiet)
  }

  private static func network(_ arguments: Arguments) throws(CommandError) -> Network {
    guard let layers = arguments.text(.arch) else { throw CommandError(.architectureMissing, in: .main) }
    let architecture = try read(.arch, arguments) { () throws(NetworkError) in try Architecture(parsing: layers) }
    let activations = try read(.activation, arguments) { () throws(NetworkError) in
      try Activation.list(parsing: arguments.text(.activation) ?? "", for: architecture)
    }
    let loss = try read(.loss, arguments) { () throws(NetworkError) in
      let loss = try Loss(parsing: arguments.text(.loss) ?? "")
      try loss.check(against: architecture)
      return loss
    }
    return Network(
      architecture: architecture, activations: activations, loss: loss,
      bias: try arguments.choice(.bias, as: BiasKind.self), batch: try arguments.choice(.batch, as: Batch.self))
  }

  private static func read<Value>(
    _ name: OptionRecord.Name, _ arguments: Arguments, _ body: () throws(NetworkError) -> Value
  ) throws(CommandError) -> Value {
    do {
      return try body()
    } catch {
      throw arguments.fault(name, .network(error))
    }
  }
}
