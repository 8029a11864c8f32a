/// A piece of a formula on one line, with what is wrong in it marked.
public struct Excerpt: Sendable, Equatable {
  /// The piece; `…` stands for what is left out.
  public var text: String
  /// The scalars of `text` to be marked; nil where nothing is.
  public var mark: Range<Int>?
}

extension Excerpt {
  /// How many columns an excerpt takes at most, if what is marked is not longer itself.
  static let width = 96

  /// The lines of `formula` that the scalars of `core` stand on, joined, and shortened around `core` where they are too
  /// long. `core` is a relation, `mark` lies in it. Linear in the length of these lines.
  init(of formula: [Unicode.Scalar], core: Range<Int>, mark: Range<Int>?) {
    var line = ExcerptLine(formula, around: core)
    let mark = mark.flatMap { line.positions(of: $0) }
    line.elide(keeping: line.positions(of: core) ?? 0..<line.scalars.count, mark)
    text = line.text
    self.mark = mark.flatMap { line.shown($0) }
  }
}

/// Lines of a formula joined to one, and the window of it that is shown.
private struct ExcerptLine {
  /// The scalars; white space is single blanks.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each of them stands in the formula.
  private var sources: [Int] = []
  /// What is shown.
  private var window: Range<Int> = 0..<0
  /// What stands for what is left out before and behind the window.
  private var ends = (before: "", after: "")

  init(_ formula: [Unicode.Scalar], around core: Range<Int>) {
    var start = min(core.lowerBound, formula.count)
    while start > 0, formula[start - 1] != "\n" { start -= 1 }
    var end = min(core.upperBound, formula.count)
    while end < formula.count, formula[end] != "\n" { end += 1 }
    for index in start..<end {
      let isBlank = formula[index].properties.isWhitespace
      if isBlank, scalars.last == " " || scalars.isEmpty { continue }
      scalars.append(isBlank ? " " : formula[index])
      sources.append(index)
    }
    dropEnd(beyond: core.upperBound)
    window = 0..<scalars.count
  }

  /// Takes away what ends a line: blanks and `\\`.
  private mutating func dropEnd(beyond end: Int) {
    while let last = sources.last, last >= end {
      if scalars.last == " " {
        drop(1)
      } else if scalars.count > 1, scalars.suffix(2).elementsEqual(["\\", "\\"]) {
        drop(2)
      } else {
        return
      }
    }
  }

  private mutating func drop(_ count: Int) {
    scalars.removeLast(count)
    sources.removeLast(count)
  }

  /// The positions of what stands at `range` in the formula.
  func positions(of range: Range<Int>) -> Range<Int>? {
    guard let first = sources.firstIndex(where: { $0 >= range.lowerBound }) else { return nil }
    let end = sources.firstIndex { $0 >= range.upperBound } ?? sources.count
    var last = max(first, end)
    while last > first + 1, scalars[last - 1] == " " { last -= 1 }
    return first..<last
  }

  /// Shows less than the line where that is too long: `core` with as much around it as there is room for, or, where that
  /// is too long as well, the surroundings of `mark`.
  mutating func elide(keeping core: Range<Int>, _ mark: Range<Int>?) {
    guard width(0..<scalars.count) > Excerpt.width else { return }
    if width(core) <= Excerpt.width {
      window = core
      if width(0..<core.upperBound) <= Excerpt.width { window = 0..<core.upperBound }
      if width(window.lowerBound..<scalars.count) <= Excerpt.width { window = window.lowerBound..<scalars.count }
    } else {
      window = narrowed(core, around: mark ?? core.prefix(1))
    }
    if window.lowerBound > 0 { ends.before = isBehindSign(window.lowerBound) ? "… = " : "… " }
    if window.upperBound < scalars.count { ends.after = " …" }
  }

  /// As much of `core` as there is room for with `mark` in it, cut at blanks. What stands before the mark tells where we
  /// are, but the mark should not stand at the very end.
  private func narrowed(_ core: Range<Int>, around mark: Range<Int>) -> Range<Int> {
    var result = extendedRight(mark.clamped(to: core), in: core, to: Excerpt.width * 3 / 4)
    for position in (core.lowerBound..<max(core.lowerBound, result.lowerBound)).reversed() {
      guard position == core.lowerBound || scalars[position - 1] == " " else { continue }
      guard width(position..<result.upperBound) <= Excerpt.width else { break }
      result = position..<result.upperBound
    }
    return extendedRight(result, in: core, to: Excerpt.width)
  }

  /// `range` with what follows it in `core`, up to a blank, as far as `width` columns go.
  private func extendedRight(_ range: Range<Int>, in core: Range<Int>, to width: Int) -> Range<Int> {
    var result = range
    for position in range.upperBound..<max(range.upperBound, core.upperBound) {
      let end = scalars[position] == " " ? position : position + 1
      guard end < position + 1 || end == core.upperBound else { continue }
      guard self.width(range.lowerBound..<end) <= width else { break }
      result = range.lowerBound..<end
    }
    return result
  }

  /// Whether a relation sign is the last thing before a position.
  private func isBehindSign(_ position: Int) -> Bool {
    var place = position - 1
    while place >= 0, scalars[place] == " " || scalars[place] == "&" { place -= 1 }
    return place >= 0 && scalars[place] == "="
  }

  private func width(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + $1.displayWidth } }

  /// The line as it is shown.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: ends.before.unicodeScalars)
    view.append(contentsOf: scalars[window])
    view.append(contentsOf: ends.after.unicodeScalars)
    return String(view)
  }

  /// Where positions of the line stand in what is shown.
  func shown(_ range: Range<Int>) -> Range<Int>? {
    let visible = range.clamped(to: window)
    if visible.isEmpty, !window.contains(range.lowerBound), range.lowerBound != window.upperBound { return nil }
    let offset = ends.before.unicodeScalars.count - window.lowerBound
    return visible.lowerBound + offset..<visible.upperBound + offset
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + count, upperBound) }
}
