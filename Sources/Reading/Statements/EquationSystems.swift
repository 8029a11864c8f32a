import LaTeX

/// Displays that hold arrays of equations beside other things: several alignments one below the other, words or an empty
/// group beside one, equations behind a brace.
enum EquationSystems {
  /// Environments whose lines may be equations, or else the entries of a matrix, or cases.
  private static let systems: Set<String> = ["cases", "dcases", "rcases", "matrix", "array"]

  private static let equalities: Set<String> = ["=", ":=", "equiv", "gets", "leftarrow", "approx"]

  /// What `nodes` consist of: arrays of equations by themselves, and what stands between them; nil if no array of equations
  /// stands on the outermost level, or some array is a term.
  static func parts(of nodes: [MathNode]) -> [[MathNode]]? {
    var result: [[MathNode]] = []
    var current: [MathNode] = []
    var isFound = false
    for (place, node) in nodes.enumerated() {
      guard let array = array(node) else {
        current.append(node)
        continue
      }
      if isSign(current.last { !$0.isBlank }), let lines = termLines(node) {
        // z = \begin{aligned} & w x \\ & + b \end{aligned}: what the sign is about is written on several lines.
        current += lines[0].cells.flatMap(\.nodes)
        isFound = true
        guard lines.count > 1 else { continue }
        result.append(current)
        current = []
        let rest = MathArray(name: "aligned", lines: Array(lines.dropFirst()))
        result.append([MathNode(.array(rest), node.range)])
        continue
      }
      // What stands beside a sign is a term: f = {…, A + […].
      let next = nodes[(place + 1)...].first { !$0.isBlank }
      guard !isSign(current.last { !$0.isBlank }), !isSign(next) else { return nil }
      guard array.lines.contains(where: holdsEquation) else { return nil }
      isFound = true
      if current.contains(where: { $0.relationName != nil }) { result.append(current) }
      current = []
      result.append([MathNode(.array(array), node.range)])
    }
    guard isFound else { return nil }
    if current.contains(where: { $0.relationName != nil }) { result.append(current) }
    return result
  }

  /// The array that a node is, or that stands behind its brace, as an alignment.
  private static func array(_ node: MathNode) -> MathArray? {
    var found: MathArray?
    switch node.kind {
    case .array(let array): found = array
    case .fence(let fence) where fence.open.name == "{" || fence.close.name == "}":
      let nodes = fence.body.withoutBlanks
      if nodes.count == 1, case .array(let array) = nodes[0].kind { found = array }
    default: break
    }
    guard var array = found else { return nil }
    if systems.contains(array.name), array.name != "array" { array.name = "aligned" }
    return FormulaLines.isAlignment(array) ? array : nil
  }

  /// The lines of an alignment that stands for a term.
  private static func termLines(_ node: MathNode) -> [MathArray.Line]? {
    guard case .array(let array) = node.kind, FormulaLines.isAlignment(array), array.name != "array",
      !array.lines.isEmpty
    else { return nil }
    return ContinuedLines.joined(array.lines, isTerm: true)
  }

  /// Whether a line is an equation: the sign stands in its first two columns, and no condition is set behind a value.
  private static func holdsEquation(_ line: MathArray.Line) -> Bool {
    guard let first = line.cells.first?.nodes else { return false }
    if first.contains(where: isEquality) { return true }
    return line.cells.dropFirst().first?.nodes.withoutBlanks.first.map(isEquality) == true
  }

  private static func isEquality(_ node: MathNode) -> Bool {
    node.relationName.map(equalities.contains) ?? false
  }

  private static func isSign(_ node: MathNode?) -> Bool {
    switch node?.kind {
    case .operation: true
    case .relation(let name): !SignKind.connectives.contains(name)
    default: false
    }
  }
}
