/// Reads JSON strictly (RFC 8259): one value, nothing behind it but white space. Linear.
struct JSONReader {
  private let source: SourceText
  private var offset = 0
  private var depth = 0

  /// How deep arrays and objects may nest: each level is a frame of the stack.
  private static let deepestNesting = 200

  /// Reads the value that a text is.
  /// - Throws: `DocumentError.malformedJSON` with the place of the first scalar that is wrong.
  static func read(_ source: SourceText) throws(DocumentError) -> JSON {
    var reader = JSONReader(source: source)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == source.scalars.count else {
      throw reader.error("expected the end, found \(reader.found)")
    }
    return value
  }

  private init(source: SourceText) {
    self.source = source
  }

  private var scalar: Unicode.Scalar { source[offset] }

  private var found: String {
    offset < source.scalars.count ? "'\(scalar)'" : "the end"
  }

  private func error(_ reason: String, at place: Int? = nil) -> DocumentError {
    .malformedJSON(source.place(at: min(place ?? offset, source.scalars.count)), reason: reason)
  }

  private mutating func skipSpace() {
    while [" ", "\t", "\n", "\r"].contains(scalar) { offset += 1 }
  }

  private mutating func expect(_ wanted: Unicode.Scalar) throws(DocumentError) {
    skipSpace()
    guard scalar == wanted else { throw error("expected '\(wanted)', found \(found)") }
    offset += 1
  }

  /// Passes a scalar, behind white space, if it comes next.
  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipSpace()
    guard scalar == wanted else { return false }
    offset += 1
    return true
  }

  private mutating func value() throws(DocumentError) -> JSON {
    skipSpace()
    switch scalar {
    case "{": return try object()
    case "[": return try array()
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    case "-", "0"..."9": return try number()
    default: throw error("expected a value, found \(found)")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(DocumentError) -> JSON {
    guard source.has(word, at: offset) else { throw error("expected '\(word)'") }
    offset += word.utf8CodeUnitCount
    return value
  }

  private mutating func enter() throws(DocumentError) {
    depth += 1
    guard depth <= Self.deepestNesting else { throw error("nested more than \(Self.deepestNesting) levels deep") }
    offset += 1
  }

  private mutating func array() throws(DocumentError) -> JSON {
    try enter()
    defer { depth -= 1 }
    var elements: [JSON] = []
    if take("]") { return .array(elements) }
    repeat { elements.append(try value()) } while take(",")
    try expect("]")
    return .array(elements)
  }

  private mutating func object() throws(DocumentError) -> JSON {
    try enter()
    defer { depth -= 1 }
    var members: [(name: [Unicode.Scalar], value: JSON)] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard scalar == "\"" else { throw error("expected a name in quotes, found \(found)") }
      let name = try string()
      try expect(":")
      members.append((name, try value()))
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func digits() throws(DocumentError) {
    guard scalar.isASCIIDigit else { throw error("expected a digit, found \(found)") }
    while scalar.isASCIIDigit { offset += 1 }
  }

  private mutating func number() throws(DocumentError) -> JSON {
    let start = offset
    if scalar == "-" { offset += 1 }
    if scalar == "0" { offset += 1 } else { try digits() }
    if scalar == "." {
      offset += 1
      try digits()
    }
    if scalar == "e" || scalar == "E" {
      offset += 1
      if scalar == "+" || scalar == "-" { offset += 1 }
      try digits()
    }
    return .number(Array(source.scalars[start..<offset]))
  }
}

// Strings.
extension JSONReader {
  private mutating func string() throws(DocumentError) -> [Unicode.Scalar] {
    let start = offset
    offset += 1
    var result: [Unicode.Scalar] = []
    while offset < source.scalars.count {
      switch scalar {
      case "\"":
        offset += 1
        return result
      case "\\": result.append(try escape())
      case "\0"..."\u{1F}": throw error("a control character in a string")
      default:
        result.append(scalar)
        offset += 1
      }
    }
    throw error("the string is not closed", at: start)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
  ]

  private mutating func escape() throws(DocumentError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    if let plain = Self.escapes[scalar] {
      offset += 1
      return plain
    }
    guard scalar == "u" else { throw error("unknown escape '\\\(scalar)'", at: start) }
    let high = try codeUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, scalar == "\\", source[offset + 1] == "u" else { return "\u{FFFD}" }
    let before = offset
    offset += 1
    let low = try codeUnit()
    guard 0xDC00...0xDFFF ~= low else {
      offset = before
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  /// Four hexadecimal digits behind the `u` of an escape.
  private mutating func codeUnit() throws(DocumentError) -> UInt32 {
    offset += 1
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
        throw error("expected a hexadecimal digit, found \(found)")
      }
      result = result << 4 | UInt32(digit)
      offset += 1
    }
    return result
  }
}
