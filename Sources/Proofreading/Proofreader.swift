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
    let settings = Settings(headerOf: document).map { settings.filled(from: $0) } ?? settings
    let macros = settings.macros.merging(MacroTable(document.macros))
    let skipped = ignoresDirectives ? [] : document.formulas(with: .ignore)
    guard let network = try settings.network() else {
      let inferred = InferredReading(document, macros: macros, skipping: skipped)
      return FileReport(
        document, inferred.notes, inferred.judgements, repairs: inferred.repairs(), macros: macros,
        ignoresDirectives: ignoresDirectives)
    }
    let notation = (settings.notation ?? .standard).resolvingCollisions(with: network).notation
    var notes = ToldNotesReader.read(
      document, notation: notation, network: network, macros: macros, skipping: skipped)
    notes.reading = Notes.Remark.told(network, notation)
    let judgements = Judging.judge(notes)
    return FileReport(document, notes, judgements, macros: macros, ignoresDirectives: ignoresDirectives)
  }
}
