import LaTeX

/// The laws of the parser that `formula` breaks, in words; none if all is well.
///
/// Tokens are the source. The range of a node covers its children, which are in order. Without macros, nothing is lost:
/// what stands in no leaf is a blank, a comment, or belongs to the way in which something is written.
func lawsBroken(by formula: MathFormula, hasMacros: Bool = false) -> [String] {
  var broken: [String] = []
  var end = 0
  for token in formula.tokens {
    if token.range.lowerBound != end || token.range.isEmpty { broken.append("token \(token)") }
    end = token.range.upperBound
  }
  if end != formula.source.count { broken.append("tokens end at \(end)") }
  var seen = [Bool](repeating: false, count: formula.source.count)
  for token in formula.tokens where token.kind == .space || token.kind == .comment { mark(token.range, &seen) }
  let whole = 0..<formula.source.count
  check(formula.nodes, within: whole, hasMacros, &broken)
  for node in formula.nodes { account(for: node, formula, &seen) }
  if !hasMacros {
    for token in formula.tokens where !seen[token.range.lowerBound] { broken.append("lost \(token)") }
  }
  return broken
}

private func mark(_ range: Range<Int>, _ seen: inout [Bool]) {
  for place in range { seen[place] = true }
}

/// Ranges: within, in order; without macros one behind the other.
private func check(_ nodes: [MathNode], within outer: Range<Int>, _ hasMacros: Bool, _ broken: inout [String]) {
  var last = outer.lowerBound..<outer.lowerBound
  for node in nodes {
    let range = node.range
    if range.lowerBound < outer.lowerBound || range.upperBound > outer.upperBound {
      broken.append("\(node.sExpression) at \(range) outside \(outer)")
    }
    if range.lowerBound < last.lowerBound || (!hasMacros && range.lowerBound < last.upperBound) {
      broken.append("\(node.sExpression) at \(range) behind \(last)")
    }
    if range.isEmpty && !hasMacros { broken.append("\(node.sExpression) is nowhere") }
    last = range
    for row in rows(of: node) {
      if row.range.lowerBound < range.lowerBound || row.range.upperBound > range.upperBound {
        broken.append("row \(row.range) outside \(range)")
      }
      for inner in row.nodes
      where inner.range.lowerBound < row.range.lowerBound || inner.range.upperBound > row.range.upperBound {
        broken.append("\(inner.range) outside row \(row.range)")
      }
    }
    // Scalars that are several things at once, ŷ and ½, have children in one place.
    let isOne = node.range.count <= 1
    check(node.children, within: range, hasMacros || isOne, &broken)
  }
}

private func rows(of node: MathNode) -> [MathRow] {
  switch node.kind {
  case .group(let row), .styled(_, let row), .accented(_, let row), .framed(_, let row), .phantom(let row),
    .coloured(_, let row):
    node.range.count > 1 ? [row] : []
  case .scripts(let scripts): [scripts.lower, scripts.upper].compactMap { $0 }
  case .root(let index, let radicand): [index, radicand].compactMap { $0 }
  case .brace(let brace): [brace.body, brace.note].compactMap { $0 }
  case .array(let array): array.lines.flatMap(\.cells)
  default: []
  }
}

/// Marks what is seen in `node`: leaves as a whole; else the children, and around them what the way of writing needs.
private func account(for node: MathNode, _ formula: MathFormula, _ seen: inout [Bool]) {
  guard !node.children.isEmpty else { return mark(node.range, &seen) }
  for child in node.children { account(for: child, formula, &seen) }
  switch node.kind {
  case .array, .text, .coloured, .styled(.unchanged, _): mark(node.range, &seen)
  default:
    for token in formula.tokens(in: node.range) where isSyntax(token, in: node.kind) { mark(token.range, &seen) }
  }
}

private func isSyntax(_ token: MathToken, in kind: MathNode.Kind) -> Bool {
  switch token.kind {
  case .command, .openBrace, .closeBrace, .superscript, .subscript: return true
  case .character(let scalar):
    switch kind {
    case .fence: return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    case .scripts: return "'′″‴".unicodeScalars.contains(scalar)
    case .root, .stack: return "[]√".unicodeScalars.contains(scalar)
    case .accented: return scalar.properties.generalCategory == .nonspacingMark
    case .styled(.operatorName, _), .styled(.largeOperator, _): return scalar == "*"
    default: return false
    }
  default: return false
  }
}

extension MathFormula {
  /// The tokens that begin in `range`.
  fileprivate func tokens(in range: Range<Int>) -> ArraySlice<MathToken> {
    tokens[firstToken(from: range.lowerBound)..<firstToken(from: range.upperBound)]
  }

  /// The place of the first token that begins at `place` or behind it.
  private func firstToken(from place: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
