/// Brackets and bars, and what makes them large.
extension CommandTable {
  static let delimiters: [(String, CommandMeaning)] =
    [("left", .left), ("middle", .middle), ("right", .right)]
    + same("big Big bigg Bigg", .sizedDelimiter(nil))
    + same("bigl Bigl biggl Biggl", .sizedDelimiter(.open))
    + same("bigr Bigr biggr Biggr", .sizedDelimiter(.close))
    + same("bigm Bigm biggm Biggm", .sizedDelimiter(.middle))
    + Delimiters.byCommand.map { ($0.0, .leaf(.delimiter(MathDelimiter($0.1, $0.2, 0..<0)))) }
}

/// The brackets and bars there are.
enum Delimiters {
  /// Command, name, side.
  static let byCommand: [(String, String, MathDelimiter.Side)] = [
    ("{", "{", .open), ("}", "}", .close), ("lbrace", "{", .open), ("rbrace", "}", .close),
    ("lbrack", "[", .open), ("rbrack", "]", .close), ("lparen", "(", .open), ("rparen", ")", .close),
    ("langle", "langle", .open), ("rangle", "rangle", .close), ("lang", "langle", .open), ("rang", "rangle", .close),
    ("lfloor", "lfloor", .open), ("rfloor", "rfloor", .close), ("lceil", "lceil", .open), ("rceil", "rceil", .close),
    ("llbracket", "llbracket", .open), ("rrbracket", "rrbracket", .close),
    ("lgroup", "(", .open), ("rgroup", ")", .close), ("ulcorner", "ulcorner", .open), ("urcorner", "urcorner", .close),
    ("llcorner", "llcorner", .open), ("lrcorner", "lrcorner", .close),
    ("lvert", "|", .open), ("rvert", "|", .close), ("lVert", "‖", .open), ("rVert", "‖", .close),
    ("|", "‖", .either), ("Vert", "‖", .either), ("vert", "|", .either), ("backslash", "backslash", .either),
  ]

  /// Scalars that are brackets by themselves.
  static let byScalar: [Unicode.Scalar: (String, MathDelimiter.Side)] = [
    "(": ("(", .open), ")": (")", .close), "[": ("[", .open), "]": ("]", .close), "|": ("|", .either),
  ]

  /// What stands behind `\left` and its like without being a bracket elsewhere.
  static let onlyWhenSized: [Unicode.Scalar: (String, MathDelimiter.Side)] = [
    ".": ("", .either), "/": ("/", .either), "<": ("langle", .open), ">": ("rangle", .close),
  ]

  /// The right partner of each left delimiter.
  static let partners: [String: String] = [
    "(": ")", "[": "]", "{": "}", "langle": "rangle", "lfloor": "rfloor", "lceil": "rceil", "|": "|", "‖": "‖",
    "llbracket": "rrbracket", "ulcorner": "urcorner", "llcorner": "lrcorner",
  ]

  /// The left partner of each right delimiter.
  static let openers = [String: String](uniqueKeysWithValues: partners.map { ($1, $0) })

  /// Brackets that may be turned outwards, ]0, 1[; for others `\bigr\{` is a slip of the pen.
  static let turnable: Set<String> = ["(", ")", "[", "]"]

  /// Whether the two can be the ends of an interval: `[0, 1)`, `\bigl]0, 1\bigr[`.
  static func boundInterval(_ open: String, _ close: String) -> Bool {
    turnable.contains(open) && turnable.contains(close)
  }
}
