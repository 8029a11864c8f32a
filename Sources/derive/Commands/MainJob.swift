import Derivations
import Deriving
import LaTeX
import Networks

/// `derive --arch …`: derives, cross-checks, prints.
enum MainJob {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let options = try MainOptions(arguments)
    let derivation = try derivation(options)
    let shown = try options.selection.apply(to: derivation)
    let (notation, moved) = options.notation.resolvingCollisions(with: options.network)
    console.output.write(DerivationPrinter.print(shown, format: options.format, notation: notation))
    // The formulas are there to be read while they are checked.
    console.output.flush()
    if !options.isQuiet {
      for move in moved { console.say(Notice.moved(role: move.role, from: move.from, to: move.to)) }
    }
    return Command.Status.good
  }

  private static func derivation(_ options: MainOptions) throws(CommandError) -> Derivation {
    do {
      return try Deriver.derive(options.network, steps: options.withSteps)
    } catch {
      throw CommandError(.value(of: "--loss", options.network.loss.text, .malformed(error)), in: .main)
    }
  }
}
