import Checking
import Derivations
import Deriving
import LaTeX
import Networks

/// `derive --arch …`: derives, cross-checks, prints.
enum MainJob {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let options = try MainOptions(arguments)
    let derivation: Derivation
    do {
      derivation = try Deriver.derive(options.network, steps: options.withSteps)
    } catch {
      throw CommandError(.value(of: "--loss", options.network.loss.text, .malformed(error)), in: .main)
    }
    let shown = try options.selection.apply(to: derivation)
    console.output.write(DerivationPrinter.print(shown, format: options.format, notation: options.notation))
    // The formulas are there to be read while they are checked.
    console.output.flush()
    guard let check = options.check else { return Command.Status.good }
    return crossCheck(derivation, check, isQuiet: options.isQuiet, console)
  }
}
