extension MathFormula {
  /// The tree in one line: `(script delta (_ i) (^ l)) rel:= 0`.
  public var sExpression: String { nodes.sExpression }
}

extension [MathNode] {
  /// The trees, with blanks between them.
  public var sExpression: String { map(\.sExpression).joined(separator: " ") }
}

extension MathRow {
  var sExpression: String { nodes.sExpression }
}

extension MathNode {
  /// The tree in one line, for tests and for looking at it. Signs carry their kind: `rel:=`, `op:cdot`, `big:sum`.
  public var sExpression: String {
    switch kind {
    case .letter(let name), .number(let name), .symbol(let name): name
    case .operation(let name): "op:" + name
    case .relation(let name): "rel:" + name
    case .punctuation(let name): "pun:" + name
    case .ellipsis(let name): "dots:" + name
    case .space(let space): "sp:" + space.sExpression
    case .largeOperator(let name): "big:" + name
    case .function(let name): "fn:" + name
    case .delimiter(let delimiter): "del:" + delimiter.name
    case .lineBreak(let spacing): spacing.map { "(newline \"\($0)\")" } ?? "newline"
    case .alignmentMark: "&"
    case .annotation(let annotation): annotation.sExpression
    case .directive(let name, let argument): argument.map { "(dir \(name) \"\($0)\")" } ?? "dir:" + name
    case .definition(let name): "(define \(name))"
    case .unknown(let text): "(unknown \"\(text)\")"
    default: "(" + compound.filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }
  }

  /// Head and parts of what has parts.
  private var compound: [String] {
    switch kind {
    case .scripts(let scripts): scripts.sExpressionParts
    case .group(let row): ["group", row.sExpression]
    case .fraction(let fraction):
      [fraction.form.sExpression, "(\(fraction.numerator.sExpression))", "(\(fraction.denominator.sExpression))"]
    case .root(let index, let radicand):
      index.map { ["root", "(\($0.sExpression))", "(\(radicand.sExpression))"] } ?? ["sqrt", radicand.sExpression]
    case .fence(let fence): ["fence", "\"\(fence.open.name) \(fence.close.name)\"", fence.body.sExpression]
    case .styled(let style, let row): ["style", style.rawValue, row.sExpression]
    case .accented(let accent, let row): [accent.rawValue, row.sExpression]
    case .coloured(let colour, let row): ["colour", colour, row.sExpression]
    case .framed(let frame, let row): [frame.rawValue, row.sExpression]
    case .phantom(let row): ["phantom", row.sExpression]
    case .brace(let brace):
      [
        brace.isAbove ? "overbrace" : "underbrace", "(\(brace.body.sExpression))",
        brace.note.map { "(\($0.sExpression))" } ?? "",
      ]
    case .stack(let stack):
      [
        "stack", "(\(stack.base.sExpression))", stack.above.map { "(over \($0.sExpression))" } ?? "",
        stack.below.map { "(under \($0.sExpression))" } ?? "",
      ]
    case .text(let text): ["text"] + text.pieces.map(\.sExpression)
    case .array(let array): array.sExpressionParts
    default: []
    }
  }
}

extension MathScripts {
  fileprivate var sExpressionParts: [String] {
    [
      "script", base?.sExpression ?? "()", limits.map { $0 ? "limits" : "nolimits" } ?? "",
      lower.map { "(_ \($0.sExpression))" } ?? "", upper.map { "(^ \($0.sExpression))" } ?? "",
      primes.isEmpty ? "" : String(repeating: "'", count: primes.count),
    ]
  }
}

extension MathText.Piece {
  fileprivate var sExpression: String {
    switch self {
    case .words(let words, _): "\"\(words)\""
    case .formula(let row): "(math \(row.sExpression))"
    }
  }
}

extension MathArray {
  fileprivate var sExpressionParts: [String] {
    let lines = lines.map { line in
      let cells = line.cells.map { "(\($0.sExpression))" }.joined(separator: " ")
      return "[" + cells + (line.spacing.map { " \"\($0)\"" } ?? "") + "]"
    }
    return ["array", name, columns.map { "\"\($0)\"" } ?? ""] + lines
  }
}

extension MathFraction.Form {
  fileprivate var sExpression: String {
    switch self {
    case .bar: "frac"
    case .stacked: "atop"
    case .binomial: "binom"
    }
  }
}

extension MathSpace {
  fileprivate var sExpression: String {
    switch self {
    case .thin: "thin"
    case .medium: "medium"
    case .thick: "thick"
    case .negative: "negative"
    case .word: "word"
    case .quad: "quad"
    case .doubleQuad: "qquad"
    case .explicit(let width): width
    }
  }
}

extension MathAnnotation {
  fileprivate var sExpression: String {
    switch self {
    case .label(let name): "(label \"\(name)\")"
    case .tag(let text): "(tag \"\(text)\")"
    case .reference(let name): "(ref \"\(name)\")"
    }
  }
}
