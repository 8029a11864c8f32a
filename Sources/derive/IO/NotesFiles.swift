/// The files that operands name, folders opened.
struct NotesFiles {
  /// A file to be checked.
  struct File: Equatable {
    /// Its path, as it is reported; `-` is standard input.
    let path: String
    /// Whether it was named itself; a file that was found in a folder need not hold formulas.
    let isNamed: Bool
  }

  /// The files in a fixed order: as the operands stand, those of a folder by their names. None is listed twice.
  private(set) var files: [File] = []
  /// What could not be found or opened.
  private(set) var errors: [CommandError] = []

  /// The endings of the names of files that are looked for in folders.
  static let endings = ["md", "markdown", "tex", "txt", "ipynb", "rst"]

  /// - Throws: `CommandError` if standard input is named twice.
  init(_ operands: [String]) throws(CommandError) {
    for operand in operands {
      if operand == "-" {
        if files.contains(File(path: "-", isNamed: true)) { throw CommandError(.inputTwice, in: .check) }
        add(File(path: "-", isNamed: true))
      } else {
        addOperand(operand)
      }
    }
  }

  private mutating func addOperand(_ path: String) {
    do throws(SystemError) {
      if case .file = try System.entry(at: path) { return add(File(path: path, isNamed: true)) }
      let before = files.count
      let failures = errors.count
      try addFolder(path)
      if files.count == before, errors.count == failures { errors.append(CommandError(.emptyFolder(path), in: .check)) }
    } catch {
      errors.append(CommandError(.file(path, error), in: .check))
    }
  }

  private mutating func addFolder(_ path: String) throws(SystemError) {
    for name in try System.names(inFolder: path) {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      do throws(SystemError) {
        switch try System.entry(at: inner) {
        case .file where Self.hasKnownEnding(name): add(File(path: inner, isNamed: false))
        case .folder: try addFolder(inner)
        case .file, .linkToFolder: continue
        }
      } catch {
        errors.append(CommandError(.file(inner, error), in: .check))
      }
    }
  }

  private mutating func add(_ file: File) {
    if !files.contains(where: { $0.path == file.path }) { files.append(file) }
  }

  private static func hasKnownEnding(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
