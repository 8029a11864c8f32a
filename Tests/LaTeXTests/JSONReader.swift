/// A strict reader of JSON (RFC 8259), written only to check what is written. It throws at the first fault.
struct JSONReader {
  indirect enum Value: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([String: Value])

    subscript(_ name: String) -> Value? { if case .object(let members) = self { members[name] } else { nil } }
    var elements: [Value] { if case .array(let elements) = self { elements } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
  }

  struct Fault: Error {
    let position: Int
    let expected: String
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0

  static func read(_ text: String) throws -> Value {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == reader.scalars.count else { throw Fault(position: reader.position, expected: "the end") }
    return value
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipSpace() {
    while let scalar = current, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" { position += 1 }
  }

  private mutating func accept(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard position + wanted.count <= scalars.count, Array(scalars[position..<position + wanted.count]) == wanted else {
      return false
    }
    position += wanted.count
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard accept(text) else { throw Fault(position: position, expected: text) }
  }

  private mutating func value() throws -> Value {
    skipSpace()
    if accept("null") { return .null }
    if accept("true") { return .bool(true) }
    if accept("false") { return .bool(false) }
    if current == "\"" { return .string(try string()) }
    if accept("[") {
      return .array(try list(until: "]") { reader in try reader.value() })
    }
    if accept("{") {
      let members = try list(until: "}") { reader in
        reader.skipSpace()
        let name = try reader.string()
        reader.skipSpace()
        try reader.expect(":")
        return (name, try reader.value())
      }
      return .object(try Dictionary(members) { _, _ in throw Fault(position: 0, expected: "distinct names") })
    }
    return .number(try number())
  }

  private mutating func list<Element>(
    until close: String, _ element: (inout JSONReader) throws -> Element
  ) throws -> [Element] {
    skipSpace()
    if accept(close) { return [] }
    var result: [Element] = []
    while true {
      result.append(try element(&self))
      skipSpace()
      if accept(close) { return result }
      try expect(",")
    }
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var result = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == "\"" { return String(result) }
      guard scalar.value >= 0x20 else { throw Fault(position: position, expected: "no control character") }
      result.append(scalar == "\\" ? try escaped() : scalar)
    }
    throw Fault(position: position, expected: "\"")
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}",
    ]
    guard let scalar = current else { throw Fault(position: position, expected: "an escape") }
    position += 1
    if let known = simple[scalar] { return known }
    let digits = scalars[position...].prefix(4).map(String.init).joined()
    guard scalar == "u", digits.count == 4, let code = UInt32(digits, radix: 16), let unicode = Unicode.Scalar(code)
    else { throw Fault(position: position, expected: "an escape") }
    position += 4
    return unicode
  }

  private mutating func number() throws -> String {
    var text = ""
    while let scalar = current, "+-.eE0123456789".unicodeScalars.contains(scalar) {
      text.unicodeScalars.append(scalar)
      position += 1
    }
    guard Double(text) != nil else { throw Fault(position: position, expected: "a value") }
    return text
  }
}
