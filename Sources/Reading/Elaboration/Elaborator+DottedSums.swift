import Expressions
import LaTeX

/// Sums with dots: up to a last term, or on without an end.
extension Elaborator {
  /// t_1 + t_2 + … + t_n: terms with a number each, dots, and a term that tells the pattern. Nil if no dots stand here.
  mutating func dottedSum(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor? {
    let nodes = cursor.rest
    guard nodes.contains(where: \.isEllipsis) else { return nil }
    var terms: [[MathNode]] = [[]]
    for node in nodes {
      if case .operation("+") = node.kind { terms.append([]) } else { terms[terms.count - 1].append(node) }
    }
    if let open = try openSum(terms) {
      cursor = NodeCursor([])
      return open
    }
    guard let dots = terms.firstIndex(where: { $0.count == 1 && $0[0].isEllipsis }), dots > 0, dots + 1 < terms.count,
      let first = Self.pattern(terms[dots - 1], terms[dots + 1])
    else { return nil }
    cursor = NodeCursor([])
    // The pattern's letter runs over the whole range unless it is the last value itself: n.
    var result: Tensor?
    for term in terms[..<(dots - 1)] {
      let value = try tensor(term)
      result = try result.map { value0 throws(ReadingProblem) in try added(value0, value, term.extent) } ?? value
    }
    var (name, start) = first
    var last = terms[dots + 1]
    if let general = general(last, after: terms[dots - 1], name) {
      last = general
      name = Self.generalTerm
    }
    // The numbers of the first terms tell no size.
    let largest = largestSubscripts
    defer { largestSubscripts = largest }
    let natural = slotRange(of: name, in: last)
    guard let natural else { throw ReadingProblem(kind: .noRange(name), range: terms[dots + 1].extent) }
    let lower = graph.number(start)
    let index = graph.freshIndex(name == Self.generalTerm ? "k" : name, from: lower, to: natural.upper)
    let hidden = indices.updateValue(index, forKey: name)
    defer { indices[name] = hidden }
    var body = try tensor(last)
    body.body = graph.summation(over: index, from: lower, to: natural.upper, body.body)
    for term in terms[(dots + 2)...] where !(term.isEmpty || term.count == 1 && term[0].isEllipsis) {
      let value = try tensor(term)
      body = try added(body, value, term.extent)
    }
    return try result.map { value0 throws(ReadingProblem) in try added(value0, body, nodes.extent) } ?? body
  }

  /// The letter of `last` that stands wherever `term` has a number, and the number; nil if they differ otherwise.
  private static func pattern(_ term: [MathNode], _ last: [MathNode]) -> (name: String, start: Int)? {
    let a = term.flatMap(\.leaves)
    let b = last.flatMap(\.leaves)
    guard a.count == b.count else { return nil }
    var found: (name: String, start: Int)?
    for (x, y) in zip(a, b) where x.kind != y.kind {
      guard let number = x.wholeNumber, let name = y.symbolName, y.wholeNumber == nil else { return nil }
      if let found, found != (name, number) { return nil }
      found = (name, number)
    }
    return found
  }

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
