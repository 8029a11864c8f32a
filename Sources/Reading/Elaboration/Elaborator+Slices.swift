import Expressions
import LaTeX

/// Rows and columns of matrices, and entries of what stands in brackets.
extension Elaborator {
  /// W_{i:} is a row and W_{:j} a column; nil where no place or every place is open.
  ///
  /// Notes in columns also call the row a vector, and write W_{i:}ᵀ where it stands as a row.
  func slice(_ axes: [Expression], _ body: Expression, _ occurrence: Occurrence) -> Tensor? {
    let open = occurrence.subscripts.indices.filter { occurrence.subscripts[$0].isOpenPlace }
    guard axes.count == 1, open.count == 1, occurrence.subscripts.count == 2 else { return nil }
    let isRow = open[0] == 1
    let turns = occurrence.isTransposed && !(isRow && !vocabulary.conventions.rowVectors)
    return Tensor(axes: axes, body: body, isRow: isRow != turns)
  }

  /// Row i of a matrix, where i numbers its rows in all entries that are written.
  mutating func rowOfMatrix(_ occurrence: Occurrence, _ letter: Vocabulary.Letter) throws(ReadingProblem) -> Tensor? {
    guard letter.rank == 2, occurrence.subscripts.count == 1, occurrence.superscript == nil,
      let name = LayerContent(occurrence.subscripts[0])?.letter, letter.rowIndices.contains(name)
    else { return nil }
    let row = try indexExpression(occurrence.subscripts[0])
    let column = axis(of: letter, slot: 1, nil)
    let entry = graph.symbol(letter.family, [row, column])
    let result = Tensor(axes: [column], body: entry, isRow: !letter.hasColumnsForRows)
    return occurrence.isTransposed ? transposed(result) : result
  }

  /// The entry of an array that subscripts behind its bracket select, or its row or column: (Wᵀδ)_i, [A]_{i:}.
  mutating func entry(
    of array: Tensor, at items: [[MathNode]], _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    guard array.axes.count == items.count else { throw unexpected(node) }
    var result = array
    result.axes = []
    for (place, (axis, item)) in zip(array.axes, items).enumerated() {
      if item.isOpenPlace {
        result.axes.append(axis)
        result.isRow = place == 1
      } else {
        let index = try indexExpression(item)
        result.body = graph.replace(axis, by: index, in: result.body)
      }
    }
    return result
  }
}
