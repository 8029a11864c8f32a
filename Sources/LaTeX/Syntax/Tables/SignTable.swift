/// Signs that are typed as they are, of one to three characters.
enum SignTable {
  /// A sign, and the node it is.
  struct Sign: Sendable {
    /// Its characters.
    var text: [Unicode.Scalar]
    /// What it is.
    var kind: MathNode.Kind
  }

  /// The signs that begin with `scalar`, the longest first.
  static func signs(startingWith scalar: Unicode.Scalar) -> [Sign] { byStart[scalar] ?? [] }

  private static let byStart = Dictionary(grouping: all.sorted { $0.text.count > $1.text.count }) { $0.text[0] }

  private static let all: [Sign] =
    signs(
      """
      ::= ::= := := =: =: = = == == < < > > <= le >= ge != ne << ll >> gg -> to --> to <-- gets => Rightarrow
      ==> Rightarrow <=> Leftrightarrow
      """, MathNode.Kind.relation)
    + signs("+ + - - * * / / .* .* ./ ./ ** **", MathNode.Kind.operation)
    + signs(", , ; ; : : . . ! ! ? ? \" \" ` ` — —", MathNode.Kind.punctuation)
    + signs("... dots", MathNode.Kind.ellipsis) + signs("# #", MathNode.Kind.symbol)
    + signs("~ ~") { _ in MathNode.Kind.space(.word) }

  /// A sign and its name, in turn.
  private static func signs(_ list: String, _ kind: (String) -> MathNode.Kind) -> [Sign] {
    let words = list.split(whereSeparator: \.isWhitespace)
    return stride(from: 0, to: words.count - 1, by: 2).map { place in
      Sign(text: Array(words[place].unicodeScalars), kind: kind(String(words[place + 1])))
    }
  }
}
