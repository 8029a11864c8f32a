import Expressions
import LaTeX

/// Batches that are written out: Y = [y_1 ⋯ y_N] has a column for each sample.
extension Elaborator {
  /// The whole batch, where the last entry of an array with dots carries the number of samples; nil for any other array.
  ///
  /// A row has the samples themselves for columns; a column has them transposed, one below the other.
  mutating func writtenBatch(_ last: [MathNode], isRow: Bool) throws(ReadingProblem) -> Tensor? {
    guard vocabulary.hasBatches, let count = vocabulary.sampleCount, last.count == 1 else { return nil }
    guard var occurrence = isRow ? last[0].occurrence : last[0].transposedVector,
      let letter = vocabulary.letters[occurrence.letter], letter.rank == 1, letter.role?.isOfUnits == true,
      !letter.isBatch, !occurrence.isTransposed
    else { return nil }
    if occurrence.subscripts.count == 1, LayerContent(occurrence.subscripts[0])?.letter == count {
      occurrence.subscripts = []
    } else if letter.place == .none, occurrence.subscripts.isEmpty,
      case .bracketed(let nodes, _)? = occurrence.superscript, LayerContent(nodes)?.letter == count
    {
      occurrence.superscript = nil
    } else {
      return nil
    }
    let isOutside = isBatchLine
    isBatchLine = true
    defer { isBatchLine = isOutside }
    var nothing = NodeCursor([])
    let batch = try symbol(occurrence, &nothing)
    guard batch.axes.count == 2 else { return nil }
    return isRow ? batch : transposed(batch)
  }
}

extension MathNode {
  /// v of vᵀ or (v)ᵀ.
  var transposedVector: Occurrence? {
    if var own = occurrence {
      guard own.isTransposed else { return nil }
      own.isTransposed = false
      return own
    }
    guard case .scripts(let scripts) = kind, scripts.lower == nil, let upper = scripts.upper?.nodes.withoutBlanks,
      upper.count == 1, upper[0].isTransposeSign, case .fence(let fence)? = scripts.base?.kind
    else { return nil }
    let inner = fence.body.withoutBlanks
    return inner.count == 1 ? inner[0].occurrence : nil
  }
}
