/// A value of JSON (RFC 8259), as far as a notebook needs it: a number is kept as it is written.
enum JSON {
  case null
  case bool(Bool)
  case number([Unicode.Scalar])
  case string([Unicode.Scalar])
  case array([JSON])
  /// The members in order; a name may occur twice.
  case object([(name: [Unicode.Scalar], value: JSON)])

  /// The last member of a name, nil if there is none or the value is no object.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    let scalars = Array(name.unicodeScalars)
    return members.last { $0.name == scalars }?.value
  }

  /// The string that the value is, if it is one.
  var string: [Unicode.Scalar]? {
    if case .string(let scalars) = self { scalars } else { nil }
  }

  /// The elements, if the value is an array.
  var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
