import Expressions
import LaTeX

/// Sums that go on without an end.
extension Elaborator {
  /// The name of what counts up from term to term.
  static var generalTerm: String { "\\generalterm" }

  /// The last term with a letter of its own for what counts up, where the letter that stands there stands elsewhere in the
  /// term as well: in ∂y_1/∂w_{ij} + … + ∂y_j/∂w_{ij} only one j does.
  func general(_ last: [MathNode], after first: [MathNode], _ name: String) -> [MathNode]? {
    let a = first.flatMap(\.leaves)
    let b = last.flatMap(\.leaves)
    guard a.count == b.count else { return nil }
    let places = zip(a, b).filter { $0.kind != $1.kind }
    let stays = zip(a, b).contains { $0.kind == $1.kind && $1.symbolName == name }
    guard stays else { return nil }
    return last.replacing(Set(places.map(\.1.range)), by: String(Self.generalTerm.dropFirst()))
  }

  /// t_1 + t_2 + ⋯ and nothing behind: over all that the number that counts up may be.
  mutating func openSum(_ terms: [[MathNode]]) throws(ReadingProblem) -> Tensor? {
    guard terms.count >= 3, let last = terms.last, last.withoutBlanks.count == 1, last.withoutBlanks[0].isEllipsis,
      let ranges = Self.counting(terms[terms.count - 3], terms[terms.count - 2])
    else { return nil }
    let general = terms[terms.count - 2].replacing(ranges, by: String(Self.generalTerm.dropFirst()))
    guard let natural = slotRange(of: Self.generalTerm, in: general) else { return nil }
    let index = graph.freshIndex("k", from: natural.lower, to: natural.upper)
    let hidden = indices.updateValue(index, forKey: Self.generalTerm)
    defer { indices[Self.generalTerm] = hidden }
    var result = try tensor(general)
    result.body = graph.summation(over: index, from: natural.lower, to: natural.upper, result.body)
    return result
  }

  /// Where the second term has a number one higher than the first, everything else being the same.
  private static func counting(_ first: [MathNode], _ second: [MathNode]) -> Set<Range<Int>>? {
    let a = first.flatMap(\.leaves)
    let b = second.flatMap(\.leaves)
    guard a.count == b.count else { return nil }
    var ranges: Set<Range<Int>> = []
    for (x, y) in zip(a, b) where x.kind != y.kind {
      guard let number = x.wholeNumber, y.wholeNumber == number + 1 else { return nil }
      ranges.insert(y.range)
    }
    return ranges.isEmpty ? nil : ranges
  }
}
