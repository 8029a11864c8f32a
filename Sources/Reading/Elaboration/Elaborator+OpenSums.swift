import Expressions
import LaTeX

/// Sums that go on without an end.
extension Elaborator {
  /// t_1 + t_2 + ⋯ and nothing behind: over all that the number that counts up may be.
  mutating func openSum(_ terms: [[MathNode]]) throws(ReadingProblem) -> Tensor? {
    guard terms.count >= 3, let last = terms.last, last.withoutBlanks.count == 1, last.withoutBlanks[0].isEllipsis,
      let ranges = Self.counting(terms[terms.count - 3], terms[terms.count - 2])
    else { return nil }
    let name = "generalterm"
    let general = terms[terms.count - 2].replacing(ranges, by: name)
    guard let natural = slotRange(of: "\\" + name, in: general) else { return nil }
    let index = graph.freshIndex("k", from: natural.lower, to: natural.upper)
    let hidden = indices.updateValue(index, forKey: "\\" + name)
    defer { indices["\\" + name] = hidden }
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
