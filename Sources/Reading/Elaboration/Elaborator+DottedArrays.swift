import Expressions
import LaTeX

/// Arrays that are written out with dots: [x_1 ⋯ x_n], and matrices from a_{11} to a_{mn}.
extension Elaborator {
  /// The letters that stand for the row and the column of a general entry.
  private static let row = "generalrow"
  private static let column = "generalcolumn"

  /// A matrix with dots among its rows, its columns or both, from its corners.
  mutating func dottedMatrix(_ rows: [[[MathNode]]], _ node: MathNode) throws(ReadingProblem) -> Tensor {
    // The numbers of the first entries tell no size.
    let largest = largestSubscripts
    defer { largestSubscripts = largest }
    let cells = rows.map { row in row.map { splittingDigits($0.withoutBlanks) } }
    let full = cells.map { $0.filter { !$0.isDots } }.filter { !$0.isEmpty }
    guard let top = full.first, let bottom = full.last, let a = top.first, let b = top.last, let c = bottom.first,
      let d = bottom.last, full.allSatisfy({ $0.count == top.count })
    else { throw unexpected(node) }
    let hasRowDots = cells.contains { $0.allSatisfy(\.isDots) }
    let hasColumnDots = cells.contains { row in row.contains(where: \.isDots) && !row.allSatisfy(\.isDots) }
    switch (hasRowDots, hasColumnDots) {
    case (true, false) where top.count == 1: return try dottedVector(a, c, isRow: false, node)
    case (false, true) where full.count == 1: return try dottedVector(a, b, isRow: true, node)
    case (true, true):
      guard let down = Self.differences(b, d), let along = Self.differences(c, d) else { throw unexpected(node) }
      var general = d.replacing(down.ranges, by: Self.row)
      general = general.replacing(along.ranges.subtracting(down.ranges), by: Self.column)
      let hidden = (indices["\\" + Self.row], indices["\\" + Self.column])
      defer { (indices["\\" + Self.row], indices["\\" + Self.column]) = hidden }
      let i = try bind(Self.row, from: down.start, in: general, node)
      let j = try bind(Self.column, from: along.start, in: general, node)
      return Tensor(axes: [i, j], body: try scalar(general))
    default: throw unexpected(node)
    }
  }

  /// From the first entry to the last one.
  private mutating func dottedVector(
    _ first: [MathNode], _ last: [MathNode], isRow: Bool, _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    guard let pattern = Self.differences(first, last) else { throw unexpected(node) }
    if let batch = try writtenBatch(last, isRow: isRow) { return batch }
    let general = last.replacing(pattern.ranges, by: Self.row)
    let hidden = indices["\\" + Self.row]
    defer { indices["\\" + Self.row] = hidden }
    let index = try bind(Self.row, from: pattern.start, in: general, node)
    let entry = try tensor(general)
    if entry.axes.isEmpty { return Tensor(axes: [index], body: entry.body, isRow: isRow) }
    // Rows below one another, [x_1ᵀ; ⋯; x_nᵀ], or columns beside one another.
    guard entry.axes.count == 1, entry.isRow != isRow else { throw unexpected(node) }
    return Tensor(axes: isRow ? [entry.axes[0], index] : [index, entry.axes[0]], body: entry.body)
  }

  /// A row in brackets with dots: its entries stand between spaces or commas. Nil if it is no such row.
  mutating func dottedRow(_ body: [MathNode], _ node: MathNode) throws(ReadingProblem) -> Tensor? {
    guard body.contains(where: \.isEllipsis),
      !body.contains(where: { if case .operation = $0.kind { true } else { $0.relationName != nil } })
    else { return nil }
    var cells: [[MathNode]] = [[]]
    for item in body {
      switch item.kind {
      case .space, .punctuation, .alignmentMark: cells.append([])
      case .ellipsis: cells += [[item], []]
      default: cells[cells.count - 1].append(item)
      }
    }
    return try dottedMatrix([cells.filter { !$0.withoutBlanks.isEmpty }], node)
  }

  private mutating func bind(
    _ name: String, from start: Int, in nodes: [MathNode], _ node: MathNode
  ) throws(ReadingProblem) -> Expression {
    guard let natural = slotRange(of: "\\" + name, in: nodes) else { throw unexpected(node) }
    let lower = graph.number(start)
    let index = graph.freshIndex(name == Self.row ? "i" : "j", from: lower, to: natural.upper)
    indices["\\" + name] = index
    return index
  }

  /// Where `last` has a letter and `first` a number, everything else being the same: those places, and the number.
  private static func differences(_ first: [MathNode], _ last: [MathNode]) -> (ranges: Set<Range<Int>>, start: Int)? {
    let a = first.flatMap(\.leaves)
    let b = last.flatMap(\.leaves)
    guard a.count == b.count else { return nil }
    var ranges: Set<Range<Int>> = []
    var starts: Set<Int> = []
    for (x, y) in zip(a, b) where x.kind != y.kind {
      guard let number = x.wholeNumber, y.wholeNumber != nil || y.symbolName != nil else { return nil }
      ranges.insert(y.range)
      starts.insert(number)
    }
    guard starts.count == 1, let start = starts.first else { return nil }
    return (ranges, start)
  }

  /// w_{11} as w_{1 1}, where w has two subscripts.
  private func splittingDigits(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      guard case .scripts(var scripts) = node.kind, let letter = scripts.base?.symbolName,
        vocabulary.letters[letter]?.rank == 2, let lower = scripts.lower?.nodes.withoutBlanks, lower.count == 1,
        case .number(let digits) = lower[0].kind, digits.count == 2
      else { return node.mappingRows(splittingDigits) }
      scripts.lower = MathRow(digits.map { MathNode(.number(String($0)), lower[0].range) }, lower[0].range)
      return MathNode(.scripts(scripts), node.range)
    }
  }
}

extension [MathNode] {
  /// Whether dots are all that stands here.
  fileprivate var isDots: Bool { withoutBlanks.count == 1 && withoutBlanks[0].isEllipsis }

  /// With a letter in the places of the leaves at `ranges`.
  func replacing(_ ranges: Set<Range<Int>>, by name: String) -> [MathNode] {
    map { node in
      if node.children.isEmpty, ranges.contains(node.range) { return MathNode(.letter(name), node.range) }
      return node.mappingRows { $0.replacing(ranges, by: name) }
    }
  }
}
