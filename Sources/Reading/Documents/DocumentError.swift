/// Why nothing of a document can be read.
public enum DocumentError: Error, Equatable, Sendable {
  /// A notebook that is no JSON: where, and what is wrong there.
  case malformedJSON(SourcePlace, reason: String)
  /// A notebook whose JSON is none of a notebook.
  case noNotebook(reason: String)
}

extension DocumentError: CustomStringConvertible {
  /// One line in English.
  public var description: String {
    switch self {
    case .malformedJSON(let place, let reason): "\(place): no JSON: \(reason)"
    case .noNotebook(let reason): "no notebook: \(reason)"
    }
  }
}
