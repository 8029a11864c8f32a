extension Edit {
  /// `source` after the edit. Nothing but the replacements changes, apart from a blank where a command would otherwise run
  /// into a letter behind it. Linear in the length of the source.
  public func applied(to source: [Unicode.Scalar]) -> [Unicode.Scalar] { applied(to: source, in: source.indices) }

  /// What the scalars of `range` become; replacements that touch the range belong to it.
  public func applied(to source: [Unicode.Scalar], in range: Range<Int>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(range.count + 32)
    var place = range.lowerBound
    for replacement in replacements
    where replacement.range.lowerBound >= max(place, range.lowerBound)
      && replacement.range.upperBound <= range.upperBound
    {
      Edit.append(source[place..<replacement.range.lowerBound], to: &result)
      Edit.append(replacement.text.unicodeScalars, to: &result)
      place = replacement.range.upperBound
    }
    Edit.append(source[place..<range.upperBound], to: &result)
    return result
  }

  /// `source` after the edit.
  public func applied(to source: String) -> String {
    Edit.string(applied(to: Array(source.unicodeScalars)))
  }

  /// Where a piece of the source stands after the edit; replacements that touch its ends are taken in.
  ///
  /// Blanks that part commands from letters are counted.
  public func moved(_ range: Range<Int>, in source: [Unicode.Scalar]) -> Range<Int> {
    let before = replacements.filter {
      $0.range.upperBound <= range.lowerBound && $0.range.lowerBound < range.lowerBound
    }
    let head = Edit(before, reason: "", kind: kind, cost: 0, mark: mark)
    let lower = head.applied(to: source, in: 0..<range.lowerBound).count
    let all = replacements.filter { $0.range.upperBound <= range.upperBound }
    let upper = Edit(all, reason: "", kind: kind, cost: 0, mark: mark).applied(to: source, in: 0..<range.upperBound)
      .count
    return min(lower, upper)..<upper
  }

  static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Appends a piece. A command's name ends where no letter follows: `\cdot` and `x` make `\cdot x`.
  private static func append(_ piece: some Collection<Unicode.Scalar>, to result: inout [Unicode.Scalar]) {
    guard let first = piece.first else { return }
    if first.isLatinLetter, endsWithCommand(result) { result.append(" ") }
    result += piece
  }

  private static func endsWithCommand(_ scalars: [Unicode.Scalar]) -> Bool {
    var place = scalars.count
    while place > 0, scalars[place - 1].isLatinLetter { place -= 1 }
    guard place < scalars.count, place > 0, scalars[place - 1] == "\\" else { return false }
    // `\\` ends a line: an even number of backslashes begins no command.
    var backslashes = 0
    while place - backslashes > 0, scalars[place - backslashes - 1] == "\\" { backslashes += 1 }
    return backslashes % 2 == 1
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
