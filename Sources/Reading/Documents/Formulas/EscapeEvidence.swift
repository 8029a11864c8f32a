/// What in a formula shows that backslashes were written twice.
struct EscapeEvidence {
  private var isDoubled = false
  private var allCommandsAreDoubled = false
  private var hasPairOfBraces = false
  private var canEndLines = false
  /// Whether a subscript is written without an escape.
  private(set) var hasBareUnderscore = false

  /// Looks through a formula. Linear.
  init(_ scalars: [Unicode.Scalar], delimiter: FormulaDelimiter) {
    var single = 0
    var doubled = 0
    var known = 0
    var braces: Set<Unicode.Scalar> = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "\\" else {
        if scalars[index] == "_", index == 0 || scalars[index - 1] != "\\" { hasBareUnderscore = true }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, scalars[index] == "\\" { index += 1 }
      let command = TeXCommand(in: scalars, at: index - 1, end: scalars.count)
      let isCommand = command.name.first?.isLetter ?? false
      switch (index - start, isCommand) {
      case (2, true):
        doubled += 1
        known += Self.wellKnown.contains(command.name) ? 1 : 0
      case (2, false): if index < scalars.count { braces.insert(scalars[index]) }
      case (let count, true) where !count.isMultiple(of: 2):
        single += 1
        if ["begin", "substack", "matrix", "cases"].contains(command.name) { canEndLines = true }
      default: break
      }
    }
    isDoubled = delimiter == .doubledBracket || delimiter == .doubledParenthesis
    allCommandsAreDoubled = single == 0 && (known > 0 || isDoubled && doubled > 0)
    hasPairOfBraces = braces.isSuperset(of: ["{", "}"])
    canEndLines = canEndLines || delimiter.isDisplay
  }

  /// Whether the first of two backslashes before a scalar escapes the second.
  func doubles(before next: Unicode.Scalar) -> Bool {
    if next.isASCIILetter { return allCommandsAreDoubled }
    guard ["{", "}", ",", ";", ":", "!", "|", "_", "%", "#", ">"].contains(next) else { return false }
    if isDoubled || allCommandsAreDoubled || !canEndLines { return true }
    return hasPairOfBraces && (next == "{" || next == "}")
  }

  /// Commands that no letter behind an end of line would spell by chance.
  private static let wellKnown: Set<String> = [
    "frac", "dfrac", "tfrac", "partial", "sum", "prod", "left", "right", "delta", "Delta", "sigma", "alpha", "beta",
    "gamma", "eta", "theta", "phi", "lambda", "mu", "nabla", "hat", "bar", "tilde", "vec", "mathbf", "mathrm",
    "mathbb", "mathcal", "text", "begin", "end", "cdot", "times", "odot", "ldots", "cdots", "dots", "sqrt", "exp",
    "log", "quad", "qquad", "rightarrow", "Rightarrow", "underbrace", "overbrace", "boldsymbol", "operatorname",
    "prime", "top", "circ", "leq", "geq", "infty", "int", "limits", "ell", "epsilon", "widehat", "tag", "label",
  ]
}
