/// Reads a formula from an address: percent signs with the bytes of UTF-8 (RFC 3986, 2.1), and the names that such
/// servers have for some signs. Every scalar keeps its place.
struct AddressDecoder {
  private let source: SourceText
  private let range: Range<Int>
  /// Whether `+` stands for a space: if a plus sign is escaped elsewhere.
  private let plusIsSpace: Bool
  private var result: LocatedText
  private var offset: Int

  /// The formula in a range of a source, without what only says how to draw it. Linear.
  static func decoded(_ source: SourceText, _ range: Range<Int>) -> LocatedText {
    var decoder = AddressDecoder(source, range)
    decoder.run()
    return withoutSettings(decoder.result)
  }

  private init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
    let text = source.text(range)
    plusIsSpace = text.contains("%2B") || text.contains("&plus;")
    result = LocatedText(source: source, at: range.lowerBound)
    offset = range.lowerBound
  }

  private static let names: [(name: [Unicode.Scalar], scalar: Unicode.Scalar)] = [
    ("&space;", " "), ("&plus;", "+"), ("&hash;", "#"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private mutating func run() {
    while offset < range.upperBound {
      let scalar = source.scalars[offset]
      if scalar == "%", let (decoded, count) = escaped() {
        take(decoded, count)
      } else if scalar == "&", let name = Self.names.first(where: { source.scalars[offset...].starts(with: $0.name) }) {
        take(name.scalar, name.name.count)
      } else if scalar == "+", plusIsSpace {
        take(" ", 1)
      } else {
        result.append(scalar, at: offset)
        offset += 1
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ count: Int) {
    result.append(scalar, for: offset..<offset + count)
    offset += count
  }

  /// The scalar that the escaped bytes here stand for, and how many scalars of the address it takes.
  private func escaped() -> (Unicode.Scalar, Int)? {
    guard let first = byte(at: offset) else { return nil }
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let bytes = (0..<count).compactMap { byte(at: offset + 3 * $0) }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard bytes.count == count, case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return ("\u{FFFD}", 3)
    }
    return (scalar, 3 * count)
  }

  private func byte(at offset: Int) -> UInt8? {
    guard offset + 2 < range.upperBound, source.scalars[offset] == "%" else { return nil }
    return UInt8(source.text(offset + 1..<offset + 3), radix: 16)
  }

  /// Commands at the beginning that set resolution, size and colours.
  private static func withoutSettings(_ text: LocatedText) -> LocatedText {
    var start = 0
    while start < text.count {
      if text.scalars[start].isSpace {
        start += 1
        continue
      }
      guard text.scalars[start] == "\\" else { break }
      let command = TeXCommand(in: text.scalars, at: start, end: text.count)
      guard ["inline", "dpi", "bg", "fg", "small", "large", "tiny", "huge", "LARGE"].contains(command.name) else {
        break
      }
      start = command.range.upperBound
      let settings = text.scalars[start...].prefix { $0 != " " && $0 != "\\" }
      if settings.first == "_" || settings.first == "{" { start = settings.endIndex }
    }
    return text.slice(min(start, text.count)..<text.count)
  }
}
