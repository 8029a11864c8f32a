import LaTeX

/// What notes say of an array's shape: W ∈ ℝ^{m × n}, W : m × n.
struct ShapeDeclaration {
  /// The array.
  var subject: MathNode
  /// The letter with its label, and what hangs on it.
  var occurrence: Occurrence
  /// Its dimensions as they are written, none for a number: a name or a number each.
  var dimensions: [[MathNode]]

  /// The declarations in a chain.
  static func declarations(in chain: WrittenChain) -> [ShapeDeclaration] {
    if !chain.isRelation { return declaration(afterColon: chain.members[0].nodes).map { [$0] } ?? [] }
    var result: [ShapeDeclaration] = []
    for (place, sign) in chain.signs.enumerated() where sign.name == "in" {
      guard let dimensions = dimensions(of: chain.members[place + 1].nodes) else { continue }
      let subjects = chain.members[place].nodes.withoutBlanks.split(whereSeparator: \.isPunctuation)
      for subject in subjects where subject.count == 1 {
        guard let node = subject.first, let occurrence = node.occurrence else { continue }
        result.append(ShapeDeclaration(subject: node, occurrence: occurrence, dimensions: dimensions))
      }
    }
    return result
  }

  /// What X : m × n declares, on a line by itself.
  private static func declaration(afterColon nodes: [MathNode]) -> ShapeDeclaration? {
    let visible = nodes.withoutBlanks
    guard visible.count > 3, let occurrence = visible[0].occurrence, visible[1].kind == .punctuation(":"),
      visible[2...].allSatisfy({ !$0.isPunctuation })
    else { return nil }
    let dimensions = visible[2...].split(omittingEmptySubsequences: false) { node in
      if case .operation(let sign) = node.kind { ["times", "*"].contains(sign) } else { false }
    }.map(Array.init)
    guard dimensions.count == 2,
      dimensions.allSatisfy({ $0.count == 1 && ($0[0].wholeNumber != nil || $0[0].occurrence != nil) })
    else { return nil }
    return ShapeDeclaration(subject: visible[0], occurrence: occurrence, dimensions: dimensions)
  }

  /// m and n of ℝ^{m × n}; nil for any other set.
  private static func dimensions(of nodes: [MathNode]) -> [[MathNode]]? {
    let visible = nodes.withoutBlanks.filter { !$0.isPunctuation }
    guard visible.count == 1 else { return nil }
    var base = visible[0]
    var upper: [MathNode] = []
    if case .scripts(let scripts) = base.kind, let inner = scripts.base {
      base = inner
      upper = scripts.upper?.nodes.withoutBlanks ?? []
    }
    guard ["\\mathbb{R}", "\\mathcal{R}", "ℝ", "R"].contains(base.symbolName) else { return nil }
    while upper.count == 1, case .group(let row) = upper[0].kind { upper = row.nodes.withoutBlanks }
    if upper.isEmpty { return [] }
    return upper.split { node in
      if case .operation(let sign) = node.kind { ["times", "*", "cdot"].contains(sign) } else { node.isPunctuation }
    }.map(Array.init)
  }

  /// The dimensions without those of one row or column.
  var proper: [[MathNode]] { dimensions.filter { !($0.count == 1 && $0[0].wholeNumber == 1) } }
}

extension VocabularyReader {
  /// Takes the shapes that the notes declare; in notes about a network in layers its parts have theirs.
  mutating func takeDeclarations() {
    guard !vocabulary.isLayeredNetwork else { return }
    for declaration in declarations {
      guard let reading = vocabulary.letters[declaration.occurrence.letter],
        declaration.occurrence.subscripts.count <= (reading.place == .subscript ? 1 : 0),
        declaration.occurrence.superscript == nil || reading.place == .superscript
      else { continue }
      vocabulary.letters[declaration.occurrence.letter]?.rank = declaration.proper.count
      vocabulary.letters[declaration.occurrence.letter]?.isRankGuessed = false
      vocabulary.declarations.append(declaration)
    }
    if !vocabulary.declarations.isEmpty { vocabulary.hasArrays = true }
    // U : D × M of one network and U : M × N of another: the names of dimensions mean something else there, too.
    if declarations.isContradictory { vocabulary.declarations = [] }
  }
}

extension [ShapeDeclaration] {
  /// Whether one array is declared to have two shapes.
  fileprivate var isContradictory: Bool {
    var shapes: [String: [String]] = [:]
    return contains { declaration in
      let shape = declaration.proper.map { $0.map { $0.symbolName ?? $0.indexedName ?? "" }.joined() }
      guard !shape.contains(""), declaration.occurrence.subscripts.isEmpty,
        declaration.occurrence.superscript == nil
      else { return false }
      if let known = shapes[declaration.occurrence.letter] { return known != shape }
      shapes[declaration.occurrence.letter] = shape
      return false
    }
  }
}

extension NotesBuilder {
  /// Takes the dimensions that the notes declare: those of one name are one.
  mutating func unifyDeclaredDimensions() {
    for declaration in vocabulary.declarations {
      let statement = WrittenStatement(
        formula: 0, chain: WrittenChain(members: [.init(nodes: [declaration.subject])], signs: [], list: []),
        conditions: [])
      prepareScope(statement)
      guard let tensor = try? elaborator.tensor([declaration.subject]), tensor.axes.count == declaration.proper.count
      else { continue }
      for (axis, dimension) in zip(tensor.axes, declaration.proper) { elaborator.declare(axis, as: dimension) }
    }
  }
}
