import Checking
import Derivations
import LaTeX
import Networks
import Reading

/// Checks notes: reads them, has them judged, reports.
public enum Proofreader {
  /// The report on `document`. What `settings` leave open is taken from the line that `derive` prints above its output, if
  /// there is one.
  /// - Throws: `NetworkError` if the settings and that line do not fit together.
  public static func check(
    _ document: Document, settings: Settings = Settings(), ignoresDirectives: Bool = false
  ) throws(NetworkError) -> FileReport {
    let header = Settings(headerOf: document)
    let settings = header.map { settings.filled(from: $0) } ?? settings
    let macros = settings.macros.merging(MacroTable(document.macros))
    let skipped = ignoresDirectives ? [] : document.formulas(with: .ignore)
    func report(_ reading: some JudgedReading) -> FileReport {
      FileReport(
        document, reading.notes, reading.judgements, repairs: reading.repairs(), macros: macros,
        ignoresDirectives: ignoresDirectives)
    }
    let conventions = try settings.conventions()
    func inferred() -> FileReport {
      let parted = PartedReading(document, macros: macros, told: conventions, skipping: skipped)
      return FileReport(
        document, parted.notes, parted.judgements, repairs: parted.repairs, macros: macros,
        ignoresDirectives: ignoresDirectives)
    }
    guard let network = try settings.network() else { return inferred() }
    let notation = (settings.notation ?? .standard).resolvingCollisions(with: network).notation
    let told = ToldReading(document, about: network, notation: notation, macros: macros, skipping: skipped)
    if header != nil || settings.notation != nil || told.unreadCount == 0 { return report(told) }
    // The network is told, but not how it is written.
    let own = inferred()
    return own.summary[.unread] < told.unreadCount ? own : report(told)
  }
}
