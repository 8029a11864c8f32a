/// The scalars of a file's bytes, with what had to be replaced.
///
/// UTF-8, or UTF-16 where a byte order mark says so. What is not well-formed becomes U+FFFD, one for each maximal part
/// (Unicode 15, 3.9, "substitution of maximal subparts").
struct SourceDecoding {
  /// The scalars, without the byte order mark.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The offsets of the scalars that stand for bytes which are not well-formed.
  private(set) var replaced: [Int] = []

  /// Decodes all bytes. Linear.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      decode(Self.units(bytes, isBigEndian: false), with: UTF16.self)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      decode(Self.units(bytes, isBigEndian: true), with: UTF16.self)
    } else {
      scalars.reserveCapacity(bytes.count)
      decode(bytes, with: UTF8.self)
    }
    guard scalars.first == "\u{FEFF}" else { return }
    scalars.removeFirst()
    replaced = replaced.map { $0 - 1 }
  }

  private static func units(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt16] {
    stride(from: 0, to: bytes.count - 1, by: 2).map {
      let (first, second) = (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }

  private mutating func decode<Codec: UnicodeCodec>(_ units: [Codec.CodeUnit], with codec: Codec.Type) {
    var decoder = Codec()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        scalars.append(scalar)
      case .error:
        replaced.append(scalars.count)
        scalars.append("\u{FFFD}")
      case .emptyInput:
        return
      }
    }
  }
}
