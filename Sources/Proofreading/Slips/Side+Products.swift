import LaTeX

/// Taking factors and terms out, and putting them in.
extension Side {
  /// An edit of this side; its cost is that of the slip, apart from `extra`.
  func edit(
    _ kind: Slip.Kind, _ reason: String, _ replacements: [Edit.Replacement], mark: Range<Int>, shown: Range<Int>? = nil,
    extra: Int = 0
  ) -> Edit {
    Edit(replacements, reason: reason, kind: kind, cost: extra, mark: mark, shown: shown)
  }

  /// The scalars that go with the factors `places` of `term`: with the dot that joins them to the rest; nil if nothing
  /// would be left.
  func removal(of places: ClosedRange<Int>, from term: ProductTerm) -> Range<Int>? {
    let first = term.factors[places.lowerBound]
    let last = term.factors[places.upperBound]
    let isFirst = places.lowerBound == 0 || term.factors[places.lowerBound - 1].isPrefix
    if !isFirst { return term.factors[places.lowerBound - 1].range.upperBound..<last.range.upperBound }
    guard places.upperBound + 1 < term.factors.count else { return nil }
    return first.range.lowerBound..<term.factors[places.upperBound + 1].range.lowerBound
  }

  /// Without the factors `places`.
  func removing(
    _ places: ClosedRange<Int>, from term: ProductTerm, _ kind: Slip.Kind, _ reason: String
  ) -> Edit? {
    guard let range = removal(of: places, from: term) else { return nil }
    let mark = term.factors[places.lowerBound].range.lowerBound..<term.factors[places.upperBound].range.upperBound
    return edit(kind, reason, [.init(range, "")], mark: mark, shown: term.body)
  }

  /// With `latex` before the factor `place` of `term`, or behind the last one.
  func inserting(
    _ latex: String, at place: Int, into term: ProductTerm, _ kind: Slip.Kind, _ reason: String, extra: Int = 0,
    sign: String? = nil
  ) -> Edit {
    let sign = sign ?? productSign(in: term)
    let isLast = place == term.factors.count
    let at = isLast ? term.body.upperBound : term.factors[place].range.lowerBound
    let text = isLast ? sign + latex : latex + sign
    return edit(kind, reason, [.init(at..<at, text)], mark: term.body, extra: extra)
  }

  /// How factors are joined where `term` stands.
  func productSign(in term: ProductTerm) -> String {
    for factor in term.factors {
      guard let link = factor.link, ["cdot", "times", "*"].contains(link.name) else { continue }
      return " \(latex(link.range)) "
    }
    return near.productSign
  }

  /// The sign of the product by components, with blanks around it, where one may be wanted.
  var hadamardSign: String? {
    guard isMatrixForm else { return nil }
    return (near.hadamard ?? notes.hadamard).map { " \($0) " }
  }

  /// The rows whose terms are multiplied and added as values.
  var valueRows: [ProductRow] { rows.filter { $0.role != .exponent } }

  /// The terms of `valueRows`.
  var valueTerms: [ProductTerm] { valueRows.flatMap(\.terms) }

  /// "first", "second"; nil for a side of one term.
  func ordinal(of range: Range<Int>) -> String? {
    guard let side = rows.first, side.role == .side, side.terms.count > 1,
      let place = side.terms.firstIndex(where: {
        $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
      }),
      place < Self.ordinals.count
    else { return nil }
    return Self.ordinals[place]
  }

  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]

  /// What a sentence calls the piece; its source if it is short; "this" otherwise.
  func name(_ nodes: [MathNode]) -> String { nodes.plainText ?? "this" }
}
