import LaTeX

/// Joins cases that a sentence distinguishes with the formulas among its words: "H(x) = 1 if x > 0, and 0 if x < 0" is one
/// definition by cases, written as three formulas.
struct InlineCases: NotationMark {
  /// What the sentence goes on with behind its first value.
  private struct Rest {
    var condition: [MathNode]
    var otherwise: [MathNode]
    var lastCondition: [MathNode]
  }

  /// The rest of the sentence, by the number of the formula that begins it.
  private var rests: [Int: Rest] = [:]

  /// How many characters may stand between a value and its condition: a word or two.
  private static let longestWord = 24

  /// The sentences of `document`; `formulas` are its formulas, parsed.
  init(in document: Document, _ formulas: [MathFormula]) {
    let written = document.formulas
    func joins(_ number: Int) -> Bool {
      guard written.indices.contains(number + 1), written[number].paragraph == written[number + 1].paragraph,
        let words = written[number].after?.string
      else { return false }
      return words.count <= Self.longestWord && !words.contains(where: { ".;:|\n".contains($0) })
    }
    for (number, formula) in formulas.enumerated() where joins(number) && joins(number + 1) {
      let nodes = formula.nodes.withoutBlanks
      guard let sign = Self.equality(nodes), !written[number].isDisplay,
        let condition = Self.comparison(formulas[number + 1].nodes, of: Array(nodes[..<sign]))
      else { continue }
      // The second value stands alone, or with the head once more: "and H(x) = 0 if x < 0".
      var otherwise = formulas[number + 2].nodes.withoutBlanks
      if let other = Self.equality(otherwise), otherwise[..<other].map(\.kind) == nodes[..<sign].map(\.kind) {
        otherwise = Array(otherwise[(other + 1)...])
      }
      guard !otherwise.isEmpty, !otherwise.contains(where: { $0.relationName != nil }) else { continue }
      let last = joins(number + 2) ? Self.comparison(formulas[number + 3].nodes, of: Array(nodes[..<sign])) : nil
      rests[number] = Rest(condition: condition, otherwise: otherwise, lastCondition: last ?? [])
    }
  }

  /// Formula `number` with the cases in place of its first value.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula {
    let nodes = formula.nodes.withoutBlanks
    guard let rest = rests[number], let sign = Self.equality(nodes) else { return formula }
    let value = Array(nodes[(sign + 1)...])
    let range = value.extent
    func line(_ cells: [[MathNode]]) -> MathArray.Line {
      MathArray.Line(cells: cells.map { MathRow($0.map { $0.moved(to: range) }, range) }, range: range)
    }
    let lines = [line([value, rest.condition]), line([rest.otherwise, rest.lastCondition].filter { !$0.isEmpty })]
    let cases = MathNode(.array(MathArray(name: "cases", lines: lines)), range)
    return formula.replacingNodes(Array(nodes[...sign]) + [cases])
  }

  /// Where the sign of an equation of two short sides stands.
  private static func equality(_ nodes: [MathNode]) -> Int? {
    let signs = nodes.indices.filter { nodes[$0].relationName != nil }
    guard signs.count == 1, nodes[signs[0]].relationName == "=", signs[0] > 0, signs[0] + 1 < nodes.count else {
      return nil
    }
    return signs[0]
  }

  /// z > 0, i = j, where it is about a letter of `head`.
  private static func comparison(_ nodes: [MathNode], of head: [MathNode]) -> [MathNode]? {
    let visible = nodes.withoutBlanks
    let signs = visible.indices.filter { visible[$0].relationName != nil }
    guard signs.count == 1, signs[0] > 0, let name = visible[signs[0]].relationName,
      ["=", "ne", "<", ">", "le", "ge"].contains(name), name != "=" || visible.count == 3,
      !letters(in: Array(visible[..<signs[0]])).isDisjoint(with: letters(in: head))
    else { return nil }
    return visible
  }

  private static func letters(in nodes: [MathNode]) -> Set<String> {
    Set(nodes.flatMap { node in node.symbolName.map { [$0] } ?? Array(letters(in: node.children)) })
  }
}

extension MathNode {
  /// The same as if it stood elsewhere, with everything in it.
  fileprivate func moved(to range: Range<Int>) -> MathNode {
    MathNode(mappingChildren { $0.moved(to: range) }.kind, range)
  }
}
