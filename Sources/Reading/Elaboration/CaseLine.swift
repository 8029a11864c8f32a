import LaTeX

/// One line of a definition by cases: a value, and the condition under which it holds.
///
/// People write the condition in a cell of its own, behind the value with a word or a comma between, in brackets behind it,
/// or before it with a colon.
struct CaseLine {
  /// The value.
  var value: [MathNode]
  /// The condition; empty for "otherwise".
  var condition: [MathNode]

  /// The value and the condition of a line.
  init(_ line: MathArray.Line) {
    let cells = line.cells.map { Self.pieces(of: $0.nodes) }.filter { !$0.isEmpty }
    let first = cells.first ?? []
    var value = first
    var condition = cells.dropFirst().flatMap { $0 }
    if condition.isEmpty, let cut = first.firstIndex(where: \.isCut) {
      value = Array(first[..<cut])
      condition = Array(first[cut...])
    } else if condition.isEmpty, let last = first.last, first.count > 1, last.isCondition {
      value.removeLast()
      condition = [last]
    }
    (value, condition) = (value.stripped, condition.stripped)
    if value.holdsRelation, !condition.holdsRelation, !condition.isEmpty { swap(&value, &condition) }
    self.value = value
    self.condition = condition.unwrapped
  }

  /// The nodes of a cell, with the formulas that stand in words among them.
  private static func pieces(of nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      guard case .text(let text) = node.kind else { return node.isBlank && !node.isWideSpace ? [] : [node] }
      return text.pieces.flatMap { piece -> [MathNode] in
        switch piece {
        case .words(let words, let range):
          comparison(words, range) ?? [MathNode(.text(MathText(text.style, [piece])), range)]
        case .formula(let row): row.nodes
        }
      }
    }
  }
}

extension CaseLine {
  /// The letters and signs of "i = p" and of "i" beside a sign, where nothing else is said.
  private static func comparison(_ words: String, _ range: Range<Int>) -> [MathNode]? {
    let signs = ["=": "=", "==": "=", "≠": "ne", "!=": "ne"]
    let words = words.split { $0.isWhitespace || $0 == "," }.filter { !["if", "for", "when"].contains($0) }
    guard !words.isEmpty else { return nil }
    var result: [MathNode] = []
    for word in words {
      if let sign = signs[String(word)] {
        result.append(MathNode(.relation(sign), range))
      } else if word.count == 1, let letter = word.first, letter.isLetter, letter.isASCII {
        result.append(MathNode(.letter(String(letter)), range))
      } else {
        return nil
      }
    }
    return result
  }
}

extension MathArray {
  /// Whether it is one of the environments that people set behind a brace, {, to distinguish cases.
  var mayBeCases: Bool { ["array", "aligned", "alignedat", "matrix", "split", "gathered"].contains(name) }
}

extension MathFence {
  /// The lines behind an opening brace that nothing closes.
  var openCases: MathArray? {
    guard open.name == "{", close.name.isEmpty else { return nil }
    var nodes = body.withoutBlanks
    while nodes.count == 1, case .group(let row) = nodes[0].kind { nodes = row.nodes.withoutBlanks }
    guard nodes.count == 1, case .array(let array) = nodes[0].kind, array.mayBeCases else { return nil }
    return array
  }
}

extension MathNode {
  fileprivate var isWideSpace: Bool {
    kind == .space(.quad) || kind == .space(.doubleQuad)
  }

  /// Whether a value ends here: at words, a comma, a colon, or wide space.
  fileprivate var isCut: Bool {
    switch kind {
    case .text, .punctuation: true
    default: isWideSpace
    }
  }

  /// Whether something about signs stands in round brackets: (i = j).
  fileprivate var isCondition: Bool {
    if case .fence(let fence) = kind { fence.open.name == "(" && fence.body.holdsRelation } else { false }
  }
}

extension [MathNode] {
  /// Without words, punctuation and space.
  fileprivate var stripped: [MathNode] {
    filter { node in
      if case .text = node.kind { return false }
      return !node.isBlank && !node.isPunctuation
    }
  }

  fileprivate var holdsRelation: Bool { contains { $0.relationName != nil || $0.isCondition } }

  /// What stands in a pair of round brackets, if that is all.
  fileprivate var unwrapped: [MathNode] {
    guard count == 1, case .fence(let fence) = self[0].kind, fence.open.name == "(" else { return self }
    return fence.body.stripped
  }
}
