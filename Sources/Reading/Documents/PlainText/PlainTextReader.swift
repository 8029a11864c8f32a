/// Reads text that marks no formulas at all: a line that is a formula, as one types it into a message, is one.
///
///     Forward:
///         z1 = W1 x + b1          a formula
///     Then ∂E/∂W1 = δ1 xᵀ.        a sentence, which stays one
///
/// Only a text of which some line is about a derivative is read so: elsewhere an equals sign may mean anything.
struct PlainTextReader: BlockReader {
  let source: SourceText
  var collector = BlockCollector()

  /// Reads `source`; nil unless it holds a derivative. Linear.
  static func read(_ source: SourceText) -> BlockCollector? {
    let lines = source.lines.map { PlainFormulaLine(source, $0) }
    guard lines.contains(where: { $0?.holdsDerivative == true }) else { return nil }
    var reader = PlainTextReader(source: source)
    for (number, line) in lines.enumerated() { reader.add(line, number) }
    reader.collector.endParagraph()
    return reader.collector
  }

  private mutating func add(_ line: PlainFormulaLine?, _ number: Int) {
    guard let line else {
      if source.isBlank(line: number) {
        collector.endParagraph()
      } else {
        collector.addProse(source, source.lines[number].lowerBound..<source.end(ofLine: number))
      }
      return
    }
    if line.range.lowerBound > source.lines[number].lowerBound {
      collector.addProse(source, source.lines[number].lowerBound..<line.range.lowerBound)
    }
    collector.addFormula(
      FormulaCut(
        text: PlainSpelling.formula(in: source, line.range), delimiter: .line, range: line.range, dialect: .protected))
  }
}
