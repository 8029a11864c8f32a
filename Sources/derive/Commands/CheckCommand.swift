import Proofreading
import Reading

/// `derive check FILE…`.
struct CheckCommand {
  /// What came of one file.
  private struct Outcome {
    var report: FileReport?
    var errors: [CommandError] = []
  }

  private let options: CheckOptions
  private let console: Console

  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    guard !arguments.operands.isEmpty else { throw CommandError(.operandMissing(arguments.command), in: .check) }
    let command = CheckCommand(options: try CheckOptions(arguments), console: console)
    let listed = try NotesFiles(arguments.operands)
    var input: [UInt8] = []
    if listed.files.contains(where: { $0.path == "-" }) {
      do {
        input = try console.input.rest()
      } catch {
        throw CommandError(.input(error), in: .check)
      }
    }
    // Files know nothing of one another.
    let outcomes = DeepStack.map(listed.files.count) { command.check(listed.files[$0], input) }
    return command.show(outcomes, listed.errors)
  }

  // MARK: One file

  private func check(_ file: NotesFiles.File, _ input: [UInt8]) -> Outcome {
    do throws(CommandError) {
      let document = try read(file, input)
      let told = options.ignoresDirectives ? (Settings(), []) : DirectiveOptions.settings(of: document)
      let settings = options.settings.filled(from: told.0)
      let report = try proofread(document, settings)
      let isEmpty = report.statements.isEmpty && report.ignoredCount == 0
      if isEmpty, !file.isNamed, told.1.isEmpty { return Outcome() }
      return Outcome(report: report, errors: told.1 + [nothing(in: report)].compactMap { $0 })
    } catch {
      return Outcome(errors: [error])
    }
  }

  private func read(_ file: NotesFiles.File, _ input: [UInt8]) throws(CommandError) -> Document {
    let bytes: [UInt8]
    do {
      bytes = file.path == "-" ? input : try System.contents(of: file.path)
    } catch {
      throw CommandError(.file(file.path, error), in: .check)
    }
    do {
      return try DocumentReader.read(bytes, name: file.path)
    } catch {
      throw CommandError(.document(file.path, error), in: .check)
    }
  }

  private func proofread(_ document: Document, _ settings: Settings) throws(CommandError) -> FileReport {
    do {
      return try Proofreader.check(document, settings: settings, ignoresDirectives: options.ignoresDirectives)
    } catch {
      throw CommandError(.notes(document.name, error), in: .check)
    }
  }

  /// What to say of a file in which there was nothing to judge.
  private func nothing(in report: FileReport) -> CommandError? {
    if report.ignoredCount > 0 { return nil }
    if report.formulaCount == 0 { return CommandError(.noFormulas(report.path), in: .check) }
    if report.statements.isEmpty { return CommandError(.noStatements(report.path), in: .check) }
    let isUnread = report.statements.allSatisfy { $0.verdict == .unread }
    return isUnread ? CommandError(.nothingRead(report.path), in: .check) : nil
  }

  // MARK: All files

  private func show(_ outcomes: [Outcome], _ errors: [CommandError]) -> Int32 {
    let reports = outcomes.compactMap(\.report)
    var errors = errors + outcomes.flatMap(\.errors)
    if reports.isEmpty, errors.isEmpty { errors.append(CommandError(.nothingInFolders, in: .check)) }
    switch options.format {
    case .json: console.output.write(ReportJSON.text(reports))
    case .text:
      let shown = reports.filter { !$0.statements.isEmpty || $0.ignoredCount > 0 }
      if !shown.isEmpty {
        console.output.write(ReportText(showsAll: options.showsAll, isColoured: isColoured).text(shown))
      }
    }
    // What was found stands before what went wrong, on a terminal too.
    console.output.flush()
    if options.format == .json, !options.isQuiet {
      for report in reports {
        for problem in report.problems { console.say("note: \(report.path):\(problem.place): \(problem.text)") }
      }
    }
    for error in errors { console.say("derive: \(error)") }
    return errors.isEmpty ? status(of: reports) : Command.Status.badCommand
  }

  private func status(of reports: [FileReport]) -> Int32 {
    let isWrong = reports.contains { report in
      !report.unmetExpectations.isEmpty || report.statements.contains(where: \.isUnexpectedlyRefuted)
        || options.isStrict && report.summary[.unread] > 0
    }
    return isWrong ? Command.Status.wrong : Command.Status.good
  }

  private var isColoured: Bool {
    console.output.isTerminal && System.environment("NO_COLOR") == nil && System.environment("TERM") != "dumb"
  }
}
