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
    guard let top = full.first, let bottom = full.last, !top.isEmpty, let b = top.last, let c = bottom.first,
      let d = bottom.last, full.allSatisfy({ $0.count == top.count })
    else { throw unexpected(node) }
    let hasRowDots = cells.contains { $0.allSatisfy(\.isDots) }
    let hasColumnDots = cells.contains { row in row.contains(where: \.isDots) && !row.allSatisfy(\.isDots) }
    switch (hasRowDots, hasColumnDots) {
    case (true, false) where top.count == 1: return try dottedVector(cells.map { $0.first ?? [] }, isRow: false, node)
    case (false, true) where full.count == 1:
      return try dottedVector(cells.first { !$0.allSatisfy(\.isDots) } ?? [], isRow: true, node)
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

  /// From the first entry to the last one. An entry before the dots that is not what the last one says is what it is.
  private mutating func dottedVector(
    _ cells: [[MathNode]], isRow: Bool, _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    guard let last = cells.last, let dots = cells.firstIndex(where: \.isDots) else { throw unexpected(node) }
    let leading = cells[..<dots]
    let patterns = leading.map { Self.differences($0, last) }
    guard let place = patterns.firstIndex(where: { $0 != nil }), let pattern = patterns[place] else {
      throw unexpected(node)
    }
    let others = cells[(dots + 1)...].dropLast().filter { !$0.isDots }
    guard others.allSatisfy({ Self.isEntry($0, like: last, pattern.ranges) }) else { throw unexpected(node) }
    if let batch = try writtenBatch(last, isRow: isRow) { return batch }
    let first = pattern.start - place
    let general = last.replacing(pattern.ranges, by: Self.row)
    let hidden = indices["\\" + Self.row]
    defer { indices["\\" + Self.row] = hidden }
    let index = try bind(Self.row, from: first, in: general, node)
    let entry = try tensor(general)
    guard entry.axes.isEmpty else {
      // Rows below one another, [x_1ᵀ; ⋯; x_nᵀ], or columns beside one another.
      let areAlike = patterns.enumerated().allSatisfy { $1?.ranges == pattern.ranges && $1?.start == first + $0 }
      guard entry.axes.count == 1, entry.isRow != isRow, areAlike else { throw unexpected(node) }
      return Tensor(axes: isRow ? [entry.axes[0], index] : [index, entry.axes[0]], body: entry.body)
    }
    var own: [(condition: Expression, value: Expression)] = []
    for (offset, cell) in leading.enumerated() {
      if let fitting = patterns[offset], fitting.ranges == pattern.ranges {
        guard fitting.start == first + offset else { throw unexpected(node) }
        continue
      }
      let number = graph.number(first + offset)
      let value = try scalar(cell.replacingSubscripts(first + offset, by: Self.row))
      own.append((graph.compare(index, .equal, number), value))
    }
    let body = entry.body
    return Tensor(axes: [index], body: own.isEmpty ? body : graph.piecewise(own, otherwise: body), isRow: isRow)
  }

  /// Whether an entry among the dots is what the last one says but for its number.
  private static func isEntry(_ cell: [MathNode], like last: [MathNode], _ places: Set<Range<Int>>) -> Bool {
    let (a, b) = (cell.flatMap(\.leaves), last.flatMap(\.leaves))
    return a.count == b.count && zip(a, b).allSatisfy { $0.kind == $1.kind || places.contains($1.range) }
  }

  /// A row in brackets with dots: its entries stand between commas, or, where each is a single quantity, between spaces. Nil if
  /// it is no such row.
  mutating func dottedRow(_ body: [MathNode], _ node: MathNode) throws(ReadingProblem) -> Tensor? {
    guard body.contains(where: \.isEllipsis), !body.contains(where: { $0.relationName != nil }) else { return nil }
    let hasOperations = body.contains { if case .operation = $0.kind { true } else { false } }
    let hasCommas = body.contains { $0.kind == .punctuation(",") }
    if hasOperations, !hasCommas { return nil }
    var cells: [[MathNode]] = [[]]
    for item in body {
      switch item.kind {
      case .punctuation: cells.append([])
      case .space, .alignmentMark: if !hasOperations { cells.append([]) }
      case .ellipsis where !hasOperations: cells += [[item], []]
      default: cells[cells.count - 1].append(item)
      }
    }
    cells = cells.filter { !$0.withoutBlanks.isEmpty }
    // Dots among the terms of a sum are no entry.
    guard cells.allSatisfy({ $0.isDots || !$0.contains(where: \.isEllipsis) }) else { return nil }
    return try dottedMatrix([cells], node)
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

  /// With a letter for a number wherever that stands below something.
  fileprivate func replacingSubscripts(_ number: Int, by name: String) -> [MathNode] {
    map { node in
      guard case .scripts(var scripts) = node.kind, let lower = scripts.lower else {
        return node.mappingRows { $0.replacingSubscripts(number, by: name) }
      }
      let leaves = lower.nodes.flatMap(\.leaves).filter { $0.wholeNumber == number }
      scripts.lower = MathRow(lower.nodes.replacing(Set(leaves.map(\.range)), by: name), lower.range)
      return MathNode(.scripts(scripts), node.range)
    }
  }

  /// With a letter in the places of the leaves at `ranges`.
  func replacing(_ ranges: Set<Range<Int>>, by name: String) -> [MathNode] {
    map { node in
      if node.children.isEmpty, ranges.contains(node.range) { return MathNode(.letter(name), node.range) }
      return node.mappingRows { $0.replacing(ranges, by: name) }
    }
  }
}
