import Expressions
import LaTeX
import Networks

/// Symbols that are 0 or 1: Kronecker's δ, indicators, vectors of ones.
extension Elaborator {
  /// δ_{ij} with two indices is Kronecker's, unless some quantity δ has two; δ_{ijk} is 1 where all are equal; 𝟙_i is an
  /// entry of a vector of ones.
  mutating func kroneckerDelta(_ occurrence: Occurrence) throws(ReadingProblem) -> Expression? {
    guard ["\\delta", "\\mathbb{1}", "1"].contains(occurrence.letter), occurrence.superscript == nil else { return nil }
    if isErrorOfLayer(occurrence) || occurrence.letter == "\\delta" && vocabulary.hasErrorsOfPairs { return nil }
    if occurrence.isKroneckerDelta || occurrence.isNumberedDelta && !vocabulary.isLayeredNetwork {
      var items: [Expression] = []
      for item in occurrence.subscripts { items.append(try indexExpression(item)) }
      var factors: [Expression] = []
      for (i, k) in zip(items, items.dropFirst()) { factors.append(graph.kroneckerDelta(i, k)) }
      return graph.multiply(factors)
    }
    guard occurrence.subscripts.count == 1 else { return nil }
    return occurrence.letter != "\\delta" && LayerContent(occurrence.subscripts[0]) != nil ? graph.number(1) : nil
  }

  /// δ_{t,i} beside δ_{t+1}: the error of unit i of layer t.
  private func isErrorOfLayer(_ occurrence: Occurrence) -> Bool {
    guard let reading = vocabulary.letters[occurrence.letter], reading.role == .delta, reading.place == .subscript,
      occurrence.subscripts.count == 2, let layer = LayerContent(occurrence.subscripts[0])?.letter
    else { return false }
    return vocabulary.layerLetters.contains(layer)
  }
}

extension Occurrence {
  /// δ_{ij}: Kronecker's, whatever else is called δ.
  var isKroneckerDelta: Bool {
    ["\\delta", "\\mathbb{1}", "1"].contains(letter) && superscript == nil && subscripts.count >= 2
      && subscripts.allSatisfy { $0.count == 1 && $0[0].symbolName != nil }
  }

  /// δ_{1,2}, δ_{i1}.
  var isNumberedDelta: Bool {
    letter == "\\delta" && superscript == nil && subscripts.count >= 2
      && subscripts.allSatisfy { LayerContent($0) != nil }
  }
}
