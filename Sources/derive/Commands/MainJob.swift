import Checking
import Derivations
import Deriving
import LaTeX
import Networks

/// `derive --arch …`: derives, prints, cross-checks.
enum MainJob {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let options = try MainOptions(arguments)
    let derivation = try derivation(options)
    let shown = try options.selection.apply(to: derivation)
    let (notation, moved) = options.notation.resolvingCollisions(with: options.network)
    let document = DerivationPrinter.print(shown, format: options.format, notation: notation)
    console.output.write(document)
    // The formulas are there to be read while they are checked.
    console.output.flush()
    if !options.isQuiet {
      for move in moved where Letter(options.format == .text ? move.to : move.latex).occurs(in: document) {
        console.say(Notice.moved(role: move.role, from: move.from, to: move.to))
      }
    }
    guard let check = options.check else { return Command.Status.good }
    if !options.isQuiet { console.say(Notice.proofs(Kernel.judge(derivation), of: options.network)) }
    return crossCheck(derivation, check, notation, options, console)
  }

  private static func derivation(_ options: MainOptions) throws(CommandError) -> Derivation {
    do {
      return try Deriver.derive(options.network, steps: options.withSteps)
    } catch {
      throw CommandError(.value(of: "--loss", options.network.loss.text, .malformed(error)), in: .main)
    }
  }

  /// Holds the whole derivation, printed or not, against concrete networks; says how that went.
  private static func crossCheck(
    _ derivation: Derivation, _ check: MainOptions.Check, _ notation: Notation, _ options: MainOptions,
    _ console: Console
  ) -> Int32 {
    let progress = Progress(console, isQuiet: options.isQuiet)
    var settings = CrossCheck.Settings(draws: check.draws, seed: check.seed, tolerance: check.tolerance)
    settings.progress = { done, total in progress.update(done, of: total) }
    let report = CrossCheck.run(derivation, settings: settings)
    progress.finish()
    let agreed = report.outcome == .agreed
    if !options.isQuiet || !agreed { console.say(report.summary) }
    for line in Notice.offenders(report, in: derivation, notation) { console.say(line) }
    return agreed ? Command.Status.good : Command.Status.wrong
  }
}
