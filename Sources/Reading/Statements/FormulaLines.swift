import LaTeX

/// The lines of a display, each as the pieces that stand apart on it.
enum FormulaLines {
  /// Environments whose lines are lines of the display. A matrix or `cases` is part of a formula instead.
  private static let alignments: Set<String> = [
    "align", "aligned", "alignat", "alignedat", "flalign", "eqnarray", "gather", "gathered", "split", "multline",
    "array", "equation", "displaymath", "math", "subequations", "dmath",
  ]

  /// The lines of `nodes`; each is cut into pieces at wide spaces, commas, semicolons, words, and the columns of an
  /// alignment.
  static func lines(of nodes: [MathNode]) -> [[[MathNode]]] {
    let content = withoutFrames(nodes)
    guard let array = alignment(content) else {
      return EquationSystems.parts(of: content)?.flatMap(lines) ?? brokenLines(content)
    }
    return ContinuedLines.joined(array.lines).flatMap { line -> [[[MathNode]]] in
      let columns = pairs(line.cells.map(\.nodes), joinsAll: hasColumnOfSigns(array))
      // An array within the line, as of nested displays, is taken apart as well.
      if columns.count == 1 { return lines(of: columns[0]) }
      return [columns.flatMap { pieces(of: $0) }]
    }
  }

  /// The one alignment that a display consists of, brackets, punctuation and spaces apart.
  private static func alignment(_ nodes: [MathNode]) -> MathArray? {
    var found: MathArray?
    for node in nodes {
      switch node.kind {
      case .array(let array) where found == nil && isAlignment(array): found = array
      case .space, .punctuation, .annotation, .directive: continue
      case .group(let row) where row.nodes.isEmpty: continue
      default: return nil
      }
    }
    return found
  }

  /// Whether the signs stand in a column of their own, as in `eqnarray` and in `array` with {rcl}: a & = & b is one equation.
  private static func hasColumnOfSigns(_ array: MathArray) -> Bool {
    array.name.hasPrefix("eqnarray")
      || array.lines.contains { line in
        line.cells.count == 3 && line.cells[1].nodes.withoutBlanks.count == 1
          && line.cells[1].nodes.withoutBlanks[0].relationName != nil
      }
  }

  static func isAlignment(_ array: MathArray) -> Bool {
    let name = array.name.hasSuffix("*") ? String(array.name.dropLast()) : array.name
    return alignments.contains(name)
  }

  /// The columns of an alignment two by two: the first & of a pair stands at a sign, the second between two equations. Where
  /// signs have columns of their own, as in eqnarray, a sign holds together what stands on both sides of it.
  private static func pairs(_ cells: [[MathNode]], joinsAll: Bool) -> [[MathNode]] {
    if joinsAll { return [cells.flatMap { $0 }] }
    if cells.contains(where: isLoneSign) { return triples(cells) }
    return stride(from: 0, to: cells.count, by: 2).map { start in
      cells[start..<min(start + 2, cells.count)].flatMap { $0 }
    }
  }

  /// Whether a column holds a relation sign and nothing else.
  private static func isLoneSign(_ cell: [MathNode]) -> Bool {
    let visible = cell.withoutBlanks
    return visible.count == 1 && visible[0].relationName != nil
  }

  /// The columns of an alignment with a column for the signs.
  private static func triples(_ cells: [[MathNode]]) -> [[MathNode]] {
    var result: [[MathNode]] = []
    var joins = false
    for cell in cells {
      if isLoneSign(cell), !result.isEmpty {
        result[result.count - 1] += cell
        joins = true
      } else if joins || startsWithOperation(cell), !result.isEmpty {
        result[result.count - 1] += cell
        joins = false
      } else {
        result.append(cell)
        joins = isLoneSign(cell)
      }
    }
    return result
  }

  private static func startsWithOperation(_ cell: [MathNode]) -> Bool {
    if case .operation? = cell.withoutBlanks.first?.kind { true } else { false }
  }

  /// Lines broken by `\\` and columns by `&` outside of any environment.
  private static func brokenLines(_ nodes: [MathNode]) -> [[[MathNode]]] {
    var lines: [[MathNode]] = [[]]
    for node in nodes {
      if case .lineBreak = node.kind { lines.append([]) } else { lines[lines.count - 1].append(node) }
    }
    return ContinuedLines.joined(lines.filter { !$0.isEmpty }).flatMap { line -> [[[MathNode]]] in
      // A display within the line, as one with `\\` behind its end.
      if lines.count > 1, alignment(line) != nil { return self.lines(of: line) }
      let cells = line.split(omittingEmptySubsequences: false) { $0.kind == .alignmentMark }.map(Array.init)
      return [pairs(cells, joinsAll: false).flatMap { pieces(of: $0) }]
    }
  }

  /// Pieces between wide spaces, commas, semicolons and words.
  private static func pieces(of nodes: [MathNode]) -> [[MathNode]] {
    var result: [[MathNode]] = [[]]
    var visible: MathNode?
    for (place, node) in nodes.enumerated() {
      if let product = pointProduct(nodes, place) {
        result[result.count - 1].append(product)
        continue
      }
      let isSeparator =
        switch node.kind {
        case .space(.quad), .space(.doubleQuad), .space(.explicit):
          // Around the sign of a product space only sets apart.
          !(nodes[(place + 1)...].first { !$0.isBlank }?.isProductSign ?? false) && visible?.isProductSign != true
        case .text where node.isBlank: false
        // Words on the left of a sign name what is on its right.
        case .text: nodes[(place + 1)...].first { !$0.isBlank }?.relationName == nil || visible?.relationName != nil
        case .symbol("forall"): true
        case .punctuation(let sign): sign == "," || sign == ";" || sign == "." || sign == "—"
        default: false
        }
      if endsInWords(nodes, place, behind: visible),
        let sign = result[result.count - 1].lastIndex(where: { !$0.isBlank })
      {
        result[result.count - 1].remove(at: sign)
      }
      if isSeparator { result.append([]) } else { result[result.count - 1].append(node) }
      if !node.isBlank { visible = node }
    }
    guard nodes.contains(where: { $0.relationName == "=" }) else { return result.filter { !$0.isEmpty } }
    return result.filter { !$0.isEmpty }.flatMap { $0.bracketedCondition.map { pieces(of: $0) } ?? [$0] }
  }

  /// Whether nothing but words stands behind a sign to the end of the line, x = input: then it relates nothing.
  private static func endsInWords(_ nodes: [MathNode], _ place: Int, behind visible: MathNode?) -> Bool {
    guard case .text = nodes[place].kind, !nodes[place].isBlank, visible?.relationName != nil else { return false }
    return nodes[(place + 1)...].allSatisfy { $0.isBlank || $0.isPunctuation }
  }

  /// The point of y.p is a product: what follows it on the line is no statement of its own.
  private static func pointProduct(_ nodes: [MathNode], _ place: Int) -> MathNode? {
    guard nodes[place].kind == .punctuation("."), place > 0 else { return nil }
    let rest = nodes[(place + 1)...].prefix { node in
      switch node.kind {
      case .space(.quad), .space(.doubleQuad), .space(.explicit), .text, .lineBreak: false
      case .punctuation(let sign): sign == "."
      case .relation(let name): name != "to" && name != "rightarrow"
      default: true
      }
    }
    guard let next = rest.first(where: { !$0.isBlank }), next.isFactor,
      nodes[..<place].last(where: { !$0.isBlank })?.isFactor == true, !rest.contains(where: { $0.relationName != nil })
    else { return nil }
    return MathNode(.operation("cdot"), nodes[place].range)
  }

  /// What a box, a colour or a group around everything holds, and every box or colour around a relation.
  private static func withoutFrames(_ nodes: [MathNode]) -> [MathNode] {
    let visible = nodes.filter { node in
      switch node.kind {
      case .space, .annotation, .directive, .punctuation: false
      default: true
      }
    }
    return nodes.flatMap { node -> [MathNode] in
      switch node.kind {
      case .framed(.boxed, let row), .coloured(_, let row):
        visible.count == 1 || row.nodes.contains { $0.relationName != nil } ? withoutFrames(row.nodes) : [node]
      case .group(let row) where visible.count == 1: withoutFrames(row.nodes)
      default: [node]
      }
    }
  }
}

extension [MathNode] {
  /// What stands in a pair of round or square brackets that is all there is behind a wide space, if it is about signs:
  /// (i ≠ j), [z > 0], (if i = j).
  fileprivate var bracketedCondition: [MathNode]? {
    let visible = withoutBlanks
    guard visible.count == 1, case .fence(let fence) = visible[0].kind, ["(", "["].contains(fence.open.name),
      fence.body.contains(where: { $0.relationName != nil })
    else { return nil }
    return fence.body
  }
}

extension MathNode {
  /// A sign between two factors.
  fileprivate var isProductSign: Bool {
    guard case .operation(let sign) = kind else { return false }
    return ["*", "cdot", "times", "odot", "circ", "otimes"].contains(sign)
  }

  /// A letter, a fraction, something in brackets or in colour.
  fileprivate var isFactor: Bool {
    switch kind {
    case .fraction, .coloured, .fence, .group: true
    default: occurrence != nil
    }
  }
}
