/// A JSON document (RFC 8259) to be written; members keep their order.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number; one that is not finite is written as null.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The document, without a line feed at its end. Arrays and objects less than `depth` deep have a line for each of
  /// their members, deeper ones stand on one line.
  public func text(linesToDepth depth: Int = 0) -> String {
    var result = ""
    write(to: &result, depth: depth, indent: 0)
    return result
  }

  private func write(to result: inout String, depth: Int, indent: Int) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += value.isFinite ? value.description : "null"
    case .string(let value): Self.write(value, to: &result)
    case .array(let elements):
      Self.list(elements, ("[", "]"), to: &result, breaksLines: depth > 0, indent: indent) { element, result in
        element.write(to: &result, depth: depth - 1, indent: indent + 1)
      }
    case .object(let members):
      Self.list(members, ("{", "}"), to: &result, breaksLines: depth > 0, indent: indent) { member, result in
        Self.write(member.name, to: &result)
        result += ": "
        member.value.write(to: &result, depth: depth - 1, indent: indent + 1)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ brackets: (String, String), to result: inout String, breaksLines: Bool, indent: Int,
    _ write: (Element, inout String) -> Void
  ) {
    let breaks = breaksLines && !elements.isEmpty
    result += brackets.0
    for (place, element) in elements.enumerated() {
      if place > 0 { result += breaks ? "," : ", " }
      if breaks { result += "\n" + String(repeating: "  ", count: indent + 1) }
      write(element, &result)
    }
    if breaks { result += "\n" + String(repeating: "  ", count: indent) }
    result += brackets.1
  }

  /// `string` in quotes: quotes, backslashes and control characters are escaped, everything else stands as it is.
  private static func write(_ string: String, to result: inout String) {
    result += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
