/// Scalars taken from a source, each with the offset where it stands there.
///
/// What does not belong to the text (quote markers, list indentation, comments, the backslash of an escape) is simply
/// missing, so `source.scalars[offsets[i]] == scalars[i]`, except where `rewritings` says that scalar `i` stands for
/// something else.
///
/// An end of line is one line feed, whatever it is in the file.
public struct LocatedText: Sendable {
  /// A scalar that stands for other scalars of the file.
  public struct Rewriting: Hashable, Sendable {
    /// Which scalar of the text.
    public let index: Int
    /// What stands in the file, as offsets.
    public let range: Range<Int>
  }

  /// The file, or the cell of a notebook.
  public let source: SourceText
  /// The text.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// Where each scalar stands in the source; ascending.
  public private(set) var offsets: [Int] = []
  /// The scalars that stand for something else, in order.
  public private(set) var rewritings: [Rewriting] = []
  /// The offset behind the last scalar.
  private var end: Int

  /// An empty text, which stands at an offset.
  init(source: SourceText, at offset: Int) {
    self.source = source
    end = offset
  }

  /// A piece of the source.
  init(source: SourceText, range: Range<Int>) {
    self.init(source: source, at: range.lowerBound)
    append(range)
  }

  /// How many scalars the text has.
  public var count: Int { scalars.count }

  /// Whether the text is empty.
  public var isEmpty: Bool { scalars.isEmpty }

  /// Whether the text is nothing but white space.
  public var isBlank: Bool { scalars.allSatisfy(\.isSpace) }

  /// The text as a string.
  public var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where a scalar stands; the index behind the last one gives the place behind the text.
  public func place(at index: Int) -> SourcePlace {
    source.place(at: index < offsets.count ? offsets[index] : end)
  }

  /// Where the text begins.
  public var start: SourcePlace { place(at: 0) }

  /// The offsets in the source from the first scalar of `range` to the last one.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < offsets.count ? offsets[range.lowerBound] : end
    guard let last = range.last else { return start..<start }
    let rewriting = rewritings[rewritings(in: last..<last + 1)].first
    return start..<max(start, rewriting?.range.upperBound ?? offsets[last] + 1)
  }

  /// Which rewritings concern a part of the text. Logarithmic.
  private func rewritings(in range: Range<Int>) -> Range<Int> {
    func first(from index: Int) -> Int {
      var low = 0
      var high = rewritings.count
      while low < high {
        let middle = (low + high) / 2
        if rewritings[middle].index < index { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: range.lowerBound)..<first(from: range.upperBound)
  }

  /// A part of the text.
  public func slice(_ range: Range<Int>) -> LocatedText {
    var result = LocatedText(source: source, at: range.lowerBound < count ? offsets[range.lowerBound] : end)
    result.append(self, range)
    return result
  }

  /// The text without white space at its ends.
  public var trimmed: LocatedText {
    guard let first = scalars.firstIndex(where: { !$0.isSpace }), let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return LocatedText(source: source, at: offsets.first ?? end) }
    return first == 0 && last == count - 1 ? self : slice(first..<last + 1)
  }
}

extension LocatedText {
  /// Appends a piece of the source; ends of lines become line feeds.
  mutating func append(_ range: Range<Int>) {
    for offset in range {
      let scalar = source.scalars[offset]
      if scalar != "\r" {
        append(scalar, at: offset)
      } else if source[offset + 1] != "\n" {
        append("\n", for: offset..<offset + 1)
      }
    }
    end = max(end, range.upperBound)
  }

  /// Appends a scalar as it stands at an offset.
  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar)
    offsets.append(offset)
    end = offset + 1
  }

  /// Appends a scalar that stands for a piece of the source.
  mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>) {
    rewritings.append(Rewriting(index: scalars.count, range: range))
    scalars.append(scalar)
    offsets.append(range.lowerBound)
    end = range.upperBound
  }

  /// Appends a part of another text of the same source.
  mutating func append(_ text: LocatedText, _ range: Range<Int>) {
    for rewriting in text.rewritings[text.rewritings(in: range)] {
      let index = rewriting.index - range.lowerBound + scalars.count
      rewritings.append(Rewriting(index: index, range: rewriting.range))
    }
    scalars += text.scalars[range]
    offsets += text.offsets[range]
    end = text.sourceRange(of: range).upperBound
  }

  /// Says that the last scalar, which stands in the source, stands there for more than itself (an escape).
  mutating func markLast(as range: Range<Int>) {
    rewritings.append(Rewriting(index: scalars.count - 1, range: range))
  }
}

extension LocatedText: CustomStringConvertible {
  /// The text.
  public var description: String { string }
}
