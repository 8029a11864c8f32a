import Expressions
import LaTeX
import Networks

/// Arrays in capital letters that are written out with their entries.
extension VocabularyReader {
  /// X = [x_1 ⋯ x_n] and ∂E/∂X = [∂E/∂x_1 ⋯ ∂E/∂x_n] say that X is the row of all x_i.
  mutating func findWrittenOut() {
    guard !vocabulary.isLayeredNetwork else { return }
    for (number, statement) in statements.enumerated() {
      var members = statement.chain.members.map { $0.nodes.withoutBlanks }
      if statement.chain.continuesPrevious, number > 0, let last = statements[number - 1].chain.members.last {
        members[0] = last.nodes.withoutBlanks
      }
      for (one, other) in zip(members, members.dropFirst()) {
        link(one, to: other)
        link(other, to: one)
      }
    }
  }

  /// Takes a capital letter for the array of the entries that it is said to be.
  private mutating func link(_ name: [MathNode], to value: [MathNode]) {
    guard name.count == 1, let letter = variable(of: name[0]), letter.count == 1, letter.first?.isUppercase == true,
      survey[letter].subscriptCounts[0, default: 0] == survey[letter].count, value.count == 1,
      let (cells, isRow) = value[0].writtenVector, let first = cells.first?.withoutBlanks, first.count == 1,
      let entry = variable(of: first[0]), entry == letter.lowercased(), vocabulary.letters[entry]?.rank == 1,
      let family = vocabulary.letters[entry]?.family
    else { return }
    vocabulary.letters[letter]?.family = family
    vocabulary.letters[letter]?.rank = 1
    if isRow { vocabulary.conventions.rowVectors = true }
  }

  /// The letter that stands here, or by which something is differentiated here.
  private func variable(of node: MathNode) -> String? {
    if let below = node.differentials?.below.rest, below.count == 1 { return below[0].occurrence?.letter }
    if case .group(let row) = node.kind, row.nodes.withoutBlanks.count == 1 {
      return variable(of: row.nodes.withoutBlanks[0])
    }
    return node.occurrence?.letter
  }
}

extension MathNode {
  /// The entries of a row or a column with dots, and which of the two it is.
  fileprivate var writtenVector: (cells: [[MathNode]], isRow: Bool)? {
    guard case .fence(let fence) = kind else {
      guard case .array(let array) = kind, array.name.hasSuffix("matrix") || array.name == "array" else { return nil }
      let rows = array.lines.map { $0.cells.map(\.nodes) }
      if rows.count == 1 { return (rows[0], true) }
      return rows.allSatisfy { $0.count == 1 } ? (rows.map { $0[0] }, false) : nil
    }
    let body = fence.body.withoutBlanks
    if body.count == 1, let inner = body[0].writtenVector { return inner }
    guard body.contains(where: \.isEllipsis), let first = body.first else { return nil }
    return ([[first]], true)
  }
}
