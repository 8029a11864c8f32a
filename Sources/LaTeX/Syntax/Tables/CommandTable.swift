/// The commands that the parser knows. To teach it one more, add it to the list of its kind.
enum CommandTable {
  /// What `\name` means; nil if it isn't known.
  static func meaning(of name: String) -> CommandMeaning? { meanings[name] }

  /// All lists together. A name that stands in two of them stops the program when the table is first used.
  private static let meanings = [String: CommandMeaning](
    uniqueKeysWithValues: letters + symbols + operations + relations + largeOperators + functions + delimiters + fonts
      + decorations + layout + structures)

  /// The names in `list`, each made a meaning. `leq:le` lists `leq` as another spelling of `le`.
  static func entries(_ list: String, _ kind: (String) -> MathNode.Kind) -> [(String, CommandMeaning)] {
    pairs(list).map { ($0, .leaf(kind($1))) }
  }

  /// `a b:c` as (a, a), (b, c).
  static func pairs(_ list: String) -> [(String, String)] {
    list.split(whereSeparator: \.isWhitespace).map { entry in
      guard let colon = entry.dropFirst().firstIndex(of: ":") else { return (String(entry), String(entry)) }
      return (String(entry[..<colon]), String(entry[entry.index(after: colon)...]))
    }
  }

  /// The names in `list`, all with one meaning.
  static func same(_ list: String, _ meaning: CommandMeaning) -> [(String, CommandMeaning)] {
    pairs(list).map { ($0.0, meaning) }
  }
}
