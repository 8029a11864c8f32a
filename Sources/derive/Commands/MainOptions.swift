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
    notation = try arguments.notation() ?? .standard
    let check = Check(
      draws: arguments.text(.draws) == nil ? nil : try arguments.integer(.draws, in: 1...Self.mostDraws),
      seed: try arguments.seed(.seed),
      tolerance: try arguments.positiveNumber(.tolerance))
    self.check = arguments.has(.noCheck) ? nil : check
    isQuiet = arguments.has(.quiet)
  }

  private static func network(_ arguments: Arguments) throws(CommandError) -> Network {
    guard let architecture = try arguments.architecture() else { throw CommandError(.architectureMissing, in: .main) }
    return Network(
      architecture: architecture,
      activations: try arguments.activations(for: architecture) ?? [],
      loss: try arguments.loss(for: architecture) ?? .known("mse", parameters: []),
      bias: try arguments.choice(.bias, as: BiasKind.self), batch: try arguments.choice(.batch, as: Batch.self))
  }
}
