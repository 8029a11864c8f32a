import Testing

/// A formula, and the tree that it must have.
struct Written: Sendable, CustomTestStringConvertible {
  /// What the formula shows.
  let name: String
  /// The formula.
  let source: String
  /// Its tree.
  let tree: String

  init(_ name: String, _ source: String, _ tree: String) {
    self.name = name
    self.source = source
    self.tree = tree
  }

  var testDescription: String { name }

  /// All tables.
  static let all =
    letters + numbers + scripts + fractions + delimiters + operators + decorations + texts + arrays + macros
}
