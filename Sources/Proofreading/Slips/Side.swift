import LaTeX

/// One side of a relation, taken apart, with what may be put into it.
struct Side {
  /// The formula that it stands in.
  let formula: MathFormula
  /// The rows within it, the whole side first.
  let rows: [ProductRow]
  /// Exponents without braces, as in e^x.
  let bareExponents: [ProductRow]
  /// The symbols, functions and sums within it.
  let inventory: SymbolInventory
  /// What the chain and the formula know.
  let near: Vocabulary
  /// What the notes know.
  let notes: Vocabulary
  /// The unit indices of the other side and the members before.
  let outerIndices: [String]
  /// The scripts, `_i^l`, of symbols with one index and a superscript there.
  let outerScripts: [String]

  init(
    _ nodes: [MathNode], of formula: MathFormula, near: Vocabulary, notes: Vocabulary, outerIndices: [String],
    outerScripts: [String]
  ) {
    self.formula = formula
    self.outerScripts = outerScripts
    let all = ProductReader.rows(of: nodes)
    rows = all.filter { !$0.isBareExponent }
    bareExponents = all.filter(\.isBareExponent)
    inventory = SymbolInventory(nodes)
    self.near = near
    self.notes = notes
    self.outerIndices = outerIndices
  }

  var symbols: [WrittenSymbol] { inventory.symbols }

  /// The source of `range`.
  func latex(_ range: Range<Int>) -> String { formula.latex(in: range) }

  /// The source of `node`.
  func latex(_ node: MathNode) -> String { formula.latex(of: node) }

  /// From the chain and the formula first, then from the notes, each once.
  func both<Item: Hashable>(_ list: KeyPath<Vocabulary, [Item]>) -> [Item] {
    var seen: Set<Item> = []
    return (near[keyPath: list] + notes[keyPath: list]).filter { seen.insert($0).inserted }
  }

  /// Whether the superscripts of this letter number layers.
  func isLayered(_ symbol: WrittenSymbol) -> Bool {
    near.isLayered(symbol.key) || notes.isLayered(symbol.key)
  }

  /// Whether the superscript of this letter may be a power.
  func mayBePower(_ symbol: WrittenSymbol) -> Bool {
    symbol.lower == nil || near.isBare(symbol.key) || notes.isBare(symbol.key)
  }

  /// Whether the notes multiply arrays here: no unit has an index, or there are transpositions.
  var isMatrixForm: Bool {
    symbols.contains { $0.transposeSign != nil } || !symbols.contains { !$0.indexNames.isEmpty }
  }

  /// The text of a script or argument: with braces, if it is more than one sign.
  static func braced(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let isCommand = scalars.count > 1 && scalars[0] == "\\" && scalars.dropFirst().allSatisfy(\.isLatinLetter)
    return scalars.count == 1 || isCommand ? text : "{\(text)}"
  }

  /// What replaces the contents of `row` by `text`, with braces where they are needed and not there.
  func replacing(_ row: MathRow, by text: String) -> Edit.Replacement {
    let hasBraces = row.range.count >= 2 && formula.source[row.range.lowerBound] == "{"
    return Edit.Replacement(row.range, hasBraces ? "{\(text)}" : Side.braced(text))
  }

  /// What replaces one node in `row`.
  func replacing(_ node: MathNode, in row: MathRow?, by text: String) -> Edit.Replacement {
    guard let row, row.range == node.range else { return Edit.Replacement(node.range, text) }
    return Edit.Replacement(node.range, Side.braced(text))
  }
}
