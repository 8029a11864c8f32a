/// Reads the definition of a macro from scalars; knows where its parts stand, and nothing of what they mean.
struct MacroScanner {
  /// The parts of a definition, as ranges of the scalars.
  struct Definition {
    var kind: MacroDefinition.Kind
    var name: String
    var parameterCount = 0
    var defaultArgument: Range<Int>?
    var parameterText: Range<Int>?
    var body: Range<Int>
    var closing: Range<Int>?
    var takesLimits = false
    var range: Range<Int>
  }

  private let scalars: [Unicode.Scalar]
  private var index: Int

  /// No definition is longer; keeps the search for a brace that never closes short.
  private static let longestDefinition = 4_096
  private let limit: Int

  private static let kinds: [String: MacroDefinition.Kind] = [
    "newcommand": .newcommand, "renewcommand": .renewcommand, "providecommand": .providecommand, "def": .def,
    "gdef": .def, "edef": .def, "xdef": .def, "DeclareRobustCommand": .newcommand, "let": .let,
    "DeclareMathOperator": .declareMathOperator, "DeclarePairedDelimiter": .declarePairedDelimiter,
  ]

  /// Whether a command defines a macro.
  static func defines(_ command: String) -> Bool { kinds[command] != nil }

  /// The definition that begins at the backslash at `index`; nil if none is there, or if it is incomplete.
  static func definition(in scalars: [Unicode.Scalar], at index: Int) -> Definition? {
    let limit = min(scalars.count, index + longestDefinition)
    let command = TeXCommand(in: scalars, at: index, end: limit)
    guard let kind = kinds[command.name] else { return nil }
    var scanner = MacroScanner(scalars, at: command.range.upperBound, limit: limit)
    guard var result = scanner.definition(kind) else { return nil }
    result.range = index..<scanner.index
    return result
  }

  private init(_ scalars: [Unicode.Scalar], at index: Int, limit: Int) {
    self.scalars = scalars
    self.index = index
    self.limit = limit
  }

  private mutating func definition(_ kind: MacroDefinition.Kind) -> Definition? {
    let hasStar = take("*")
    guard let name = macroName() else { return nil }
    var result = Definition(kind: kind, name: name, body: index..<index, range: index..<index)
    switch kind {
    case .newcommand, .renewcommand, .providecommand:
      if let count = bracketed() {
        guard let digit = count.first.flatMap({ Int(String(scalars[$0])) }), count.count == 1 else { return nil }
        result.parameterCount = digit
        result.defaultArgument = bracketed()
      }
    case .def:
      guard let text = parameterText() else { return nil }
      result.parameterText = text
      result.parameterCount = scalars[text].count { $0 == "#" }
    case .let:
      _ = take("=")
    case .declareMathOperator:
      result.takesLimits = hasStar
    case .declarePairedDelimiter:
      result.parameterCount = 1
    }
    guard let body = argument() else { return nil }
    result.body = body
    guard kind == .declarePairedDelimiter else { return result }
    result.closing = argument()
    return result.closing == nil ? nil : result
  }
}

extension MacroScanner {
  /// Passes over white space and comments.
  private mutating func skipSpace() {
    while index < limit {
      if scalars[index] == "%" {
        while index < limit, scalars[index] != "\n" { index += 1 }
      } else if scalars[index].isSpace {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < limit, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  /// The name of a macro, in braces or not.
  private mutating func macroName() -> String? {
    let inBraces = take("{")
    skipSpace()
    guard index < limit, scalars[index] == "\\" else { return nil }
    let command = TeXCommand(in: scalars, at: index, end: limit)
    guard !command.name.isEmpty else { return nil }
    index = command.range.upperBound
    return inBraces && !take("}") ? nil : command.name
  }

  /// What stands in brackets, if anything does.
  private mutating func bracketed() -> Range<Int>? {
    guard take("[") else { return nil }
    let start = index
    var depth = 0
    while index < limit {
      switch scalars[index] {
      case "\\": index += 1
      case "{": depth += 1
      case "}": depth -= 1
      case "]" where depth == 0:
        index += 1
        return start..<index - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The parameters of a `\def`: all up to the opening brace.
  private mutating func parameterText() -> Range<Int>? {
    let start = index
    while index < limit, scalars[index] != "{" {
      guard scalars[index] != "\n" || index + 1 < limit && scalars[index + 1] != "\n" else { return nil }
      index += 1
    }
    return index < limit ? start..<index : nil
  }

  /// One argument: a group without its braces, a command, or one scalar.
  private mutating func argument() -> Range<Int>? {
    skipSpace()
    guard index < limit else { return nil }
    guard scalars[index] == "{" else {
      let start = index
      guard scalars[index] != "}" else { return nil }
      index = scalars[index] == "\\" ? TeXCommand(in: scalars, at: index, end: limit).range.upperBound : index + 1
      return start..<index
    }
    index += 1
    let start = index
    var depth = 1
    while index < limit {
      switch scalars[index] {
      case "\\": index += 1
      case "%": while index + 1 < limit, scalars[index + 1] != "\n" { index += 1 }
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return start..<index - 1 }
    }
    return nil
  }
}

extension MacroDefinition {
  /// Takes the parts of a definition out of a text; comments are left out of the body.
  init(_ definition: MacroScanner.Definition, in text: LocatedText) {
    kind = definition.kind
    name = definition.name
    parameterCount = definition.parameterCount
    defaultArgument = definition.defaultArgument.map(text.slice)
    parameterText = text.slice(definition.parameterText ?? definition.range.prefix(0)).trimmed
    body = FormulaComments.removed(from: text.slice(definition.body), isMarkdown: false).text
    closing = definition.closing.map(text.slice)
    takesLimits = definition.takesLimits
    start = text.place(at: definition.range.lowerBound)
  }
}
