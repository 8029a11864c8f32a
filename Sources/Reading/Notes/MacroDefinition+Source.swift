extension MacroDefinition {
  /// The definition in LaTeX, as a table of macros collects it.
  var source: String {
    switch kind {
    case .def, .let:
      if kind == .let { return "\\let\\\(name)\(body.string)" }
      return "\\def\\\(name)\(parameterText.string){\(body.string)}"
    case .declareMathOperator: return "\\DeclareMathOperator\(takesLimits ? "*" : ""){\\\(name)}{\(body.string)}"
    case .declarePairedDelimiter:
      return "\\DeclarePairedDelimiter{\\\(name)}{\(body.string)}{\(closing?.string ?? "")}"
    case .newcommand, .renewcommand, .providecommand:
      let count = parameterCount > 0 ? "[\(parameterCount)]" : ""
      let fallback = defaultArgument.map { "[\($0.string)]" } ?? ""
      return "\\\(kind.rawValue){\\\(name)}\(count)\(fallback){\(body.string)}"
    }
  }
}
