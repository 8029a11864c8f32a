/// The English of the parser.
extension MathProblem: CustomStringConvertible {
  /// A sentence without a full stop, to stand behind a position.
  public var description: String {
    switch kind {
    case .unclosedBrace: "this brace is not closed"
    case .unexpectedCloseBrace: "this brace closes nothing"
    case .missingArgument(let command): "\(command) lacks an argument"
    case .missingDelimiter(let command): "no bracket follows \(command)"
    case .leftWithoutRight: #"this \left has no \right"#
    case .rightWithoutLeft: #"this \right has no \left"#
    case .middleOutsideLeft: #"\middle stands outside \left and \right"#
    case .unclosedEnvironment(let name): #"\begin{\#(name)} has no \end"#
    case .unexpectedEnd(let name): #"\end{\#(name)} has no \begin"#
    case .mismatchedEnd(let expected, let found): #"\begin{\#(expected)} is closed by \end{\#(found)}"#
    case .doubleSuperscript: "a second superscript"
    case .doubleSubscript: "a second subscript"
    case .ambiguousFraction: #"a second \over in one group"#
    case .strayDollar: "a dollar within a formula"
    case .nestingTooDeep(let limit): "nested more than \(limit) levels deep"
    case .macroRecursion(let name): #"the macro \\#(name) calls itself"#
    case .expansionTooLong: "the macros grow without end"
    case .malformedDefinition(let name): #"this definition by \\#(name) can't be read"#
    }
  }
}
