import LaTeX

extension MacroTable {
  /// The macros that `definitions` define, in order. Linear.
  public init(_ definitions: [MacroDefinition]) {
    self.init()
    for definition in definitions { collect(from: definition.source) }
  }
}

extension MacroDefinition {
  /// The definition as it may be written.
  fileprivate var source: String {
    let command = "\\" + kind.rawValue
    switch kind {
    case .newcommand, .renewcommand, .providecommand:
      let count = parameterCount == 0 ? "" : "[\(parameterCount)]"
      let fallback = defaultArgument.map { "[\($0.string)]" } ?? ""
      return "\(command){\\\(name)}\(count)\(fallback){\(body.string)}"
    case .def: return "\(command)\\\(name)\(parameterText.string){\(body.string)}"
    case .let: return "\(command)\\\(name)=\(body.string)"
    case .declareMathOperator:
      return "\\DeclareMathOperator\(takesLimits ? "*" : ""){\\\(name)}{\(body.string)}"
    case .declarePairedDelimiter:
      return "\\DeclarePairedDelimiter{\\\(name)}{\(body.string)}{\(closing?.string ?? "")}"
    }
  }
}
