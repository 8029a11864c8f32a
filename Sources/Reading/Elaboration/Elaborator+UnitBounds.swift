import Expressions
import LaTeX
import Networks

/// What sums over the units of a layer run over.
extension Elaborator {
  /// The bounds of a sum over units, as they are if units are counted from 1; nil where nothing is peculiar about them.
  ///
  /// Of Σ_{k=1}^n only other sums tell that n is the width of k's layer: what most sums over a layer run up to is its width,
  /// n − 1 is then one less, and a letter that is the width of another layer is another number.
  mutating func boundsOfUnits(
    _ header: SumHeader, _ lower: Expression, _ natural: (lower: Expression, upper: Expression)
  ) throws(ReadingProblem) -> (lower: Expression, upper: Expression)? {
    guard vocabulary.isLayeredNetwork, header.names.count == 1, let first = graph.numberValue(lower) else { return nil }
    let isFolded = vocabulary.conventions.isFolded
    let counting = isFolded ? .fromOne : vocabulary.counting
    var lower = lower
    let one = graph.number(1)
    if header.lower != nil, counting == .fromZero { lower = graph.add([lower, one]) }
    if counting == .loose, first.isZero { lower = one }
    guard let upper = header.upper else { return counting == .fromOne ? nil : natural }
    let shift = counting == .fromZero ? 1 : 0
    if let last = try bound(upper) {
      guard counting != .fromOne else { return nil }
      let offset = graph.number(shift)
      return (lower, graph.add([last, offset]))
    }
    guard var written = LayerContent(upper), let letter = written.letter, letter != vocabulary.sampleCount else {
      return nil
    }
    written.offset += shift
    if dimensions.isOpen { widthBounds[natural.upper, default: []].append(written) }
    guard let usual = usualBound(of: natural.upper) else { return (lower, natural.upper) }
    if usual.letter == letter {
      let difference = graph.number(written.offset - usual.offset)
      return (lower, graph.add([natural.upper, difference]))
    }
    let isOfOtherLayer = widthBounds.keys.contains { $0 != natural.upper && usualBound(of: $0)?.letter == letter }
    guard isOfOtherLayer, !dimensions.isOpen else { return (lower, natural.upper) }
    return (lower, graph.symbol(Family("#" + letter.plainName, isCount: true)))
  }

  /// What most sums over a layer run up to, the first one of those that do so equally often.
  private func usualBound(of width: Expression) -> LayerContent? {
    let bounds = widthBounds[width] ?? []
    var counts: [LayerContent: Int] = [:]
    for bound in bounds { counts[bound, default: 0] += 1 }
    return bounds.max { counts[$0, default: 0] < counts[$1, default: 0] }
  }
}
