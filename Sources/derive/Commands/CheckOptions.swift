import LaTeX
import Proofreading
import Reading

/// The options of `derive check` as what they stand for.
struct CheckOptions {
  enum Format: String, CaseIterable { case text, json }

  /// What is told about the notes; directives and the notes themselves fill in the rest.
  let settings: Settings
  let format: Format
  /// Whether what could not be read is a failure.
  let isStrict: Bool
  let showsAll: Bool
  let ignoresDirectives: Bool
  let isQuiet: Bool

  /// - Throws: `CommandError` for the first option that is wrong, and for a file of macros that cannot be read.
  init(_ arguments: Arguments) throws(CommandError) {
    var settings = try arguments.settings()
    for path in arguments.all(.macros) { settings.macros = settings.macros.merging(try Self.macros(path)) }
    self.settings = settings
    format = try arguments.choice(.format, as: Format.self)
    isStrict = arguments.has(.strict)
    showsAll = arguments.has(.all)
    ignoresDirectives = arguments.has(.noDirectives)
    isQuiet = arguments.has(.quiet)
  }

  private static func macros(_ path: String) throws(CommandError) -> MacroTable {
    let bytes: [UInt8]
    do {
      bytes = try System.contents(of: path)
    } catch {
      throw CommandError(.file(path, error), in: .check)
    }
    do {
      return MacroTable(try DocumentReader.macros(bytes, name: path).macros)
    } catch {
      throw CommandError(.document(path, error), in: .check)
    }
  }
}
