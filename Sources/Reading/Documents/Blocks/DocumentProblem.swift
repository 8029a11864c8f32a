/// Something in a document that could not be read as it stands; the rest of the document is read all the same.
public struct DocumentProblem: Sendable {
  /// What can be wrong; each case carries its evidence.
  public enum Kind: Hashable, Sendable {
    /// A formula, a fence of code or a comment that does not end.
    case unclosed(String)
    /// An environment that ends by another name; it is read nevertheless.
    case mismatchedEnd(begun: String, ended: String)
    /// The end of an environment, or of a display, that was not begun.
    case unopened(String)
    /// Bytes that are not well-formed, replaced by U+FFFD so many times.
    case malformedEncoding(count: Int)
    /// A file that is included; nothing was read from it.
    case ignoredInput(String)
    /// The definition of a macro that could not be understood.
    case malformedMacro(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where it begins.
  public let place: SourcePlace
  /// What of it was passed over, up to where reading went on.
  public let text: LocatedText?
}

extension DocumentProblem: CustomStringConvertible {
  /// One line in English.
  public var description: String {
    switch kind {
    case .unclosed(let opener): "\(place): \(opener) is not closed"
    case .mismatchedEnd(let begun, let ended): "\(place): \\begin{\(begun)} is closed by \\end{\(ended)}"
    case .unopened(let closer): "\(place): \(closer) closes nothing"
    case .malformedEncoding(let count):
      "\(place): \(count == 1 ? "a byte sequence is" : "\(count) byte sequences are") not well-formed UTF-8, replaced"
    case .ignoredInput(let name): "\(place): \(name) is not read"
    case .malformedMacro(let command): "\(place): the definition by \(command) is incomplete"
    }
  }
}
