import Expressions

/// What an activation and a loss have in common as texts: a name of a table, perhaps with parameters, or an expression.
struct NamedFormula {
  /// `name`, or `name(arguments)`.
  struct Call {
    let name: String
    /// Nil where there are no brackets.
    let arguments: [Piece]?

    /// The arguments as numbers; nil if one is none. An argument may be a constant expression such as 1/5 or -0.1.
    var numbers: [Rational]? {
      guard let arguments else { return nil }
      var graph = ExpressionGraph()
      let context = TextParser.Context(symbols: [], opaqueFunctions: [])
      var numbers: [Rational] = []
      for argument in arguments {
        guard let value = try? TextParser.parse(argument.text, into: &graph, context: context),
          let number = graph.numberValue(value)
        else { return nil }
        numbers.append(number)
      }
      return numbers
    }

    /// Whether the only argument is of the form name=value.
    var isAssignment: Bool {
      guard let argument = arguments?.first, arguments?.count == 1 else { return false }
      let parts = argument.text.split(separator: "=", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0].unicodeScalars.allSatisfy { $0.isLetter || $0 == " " } && !parts[0].isEmpty
    }

    /// The number behind the equals sign of an argument like d=2, else one to show how a parameter is given.
    var likelyNumber: String {
      guard isAssignment, let value = arguments?.first?.text.split(separator: "=").last else { return "2" }
      let text = String(value.filter { $0 != " " })
      return Rational(decimal: text) == nil ? "2" : text
    }
  }

  let piece: Piece

  /// The text as a name with or without arguments; nil if it is another expression. `a-b` counts as a name here.
  var call: Call? {
    let scalars = Array(piece.text.unicodeScalars)
    guard let first = scalars.first, first.isLetter else { return nil }
    let end = scalars.firstIndex { !($0.isLetter || $0.isDigit || $0 == "_" || $0 == "-") } ?? scalars.count
    let name = String(piece.text.unicodeScalars.prefix(end))
    if end == scalars.count { return Call(name: name, arguments: nil) }
    guard scalars[end] == "(", closingBracket(of: end, in: scalars) == scalars.count - 1 else { return nil }
    let inside = Piece(scalars[(end + 1)..<(scalars.count - 1)], from: piece.column + end)
    return Call(name: name, arguments: inside.text.isEmpty ? [] : inside.splitAtCommas())
  }

  private func closingBracket(of open: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var depth = 0
    for position in open..<scalars.count {
      if scalars[position] == "(" { depth += 1 }
      if scalars[position] == ")" { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }

  /// The text as an expression in `symbols`, read into `graph`. The columns of errors count in the whole text.
  func expression(
    in symbols: [String], into graph: inout ExpressionGraph
  ) throws(NetworkError) -> Expression {
    // The opaque functions are let through to be named in an error of their own.
    let context = TextParser.Context(symbols: symbols)
    let expression: Expression
    do {
      expression = try TextParser.parse(piece.text, into: &graph, context: context)
    } catch {
      if case .functionOfLayer(let name) = error.problem {
        throw NetworkError(.layerFunctionInExpression(name), column: piece.column)
      }
      throw NetworkError(.malformed(moved(error.problem)), column: piece.column - 1 + error.column)
    }
    if let fault = foreignNode(of: expression, in: graph) { throw NetworkError(fault, column: piece.column) }
    return expression
  }

  /// `problem` with the columns that it mentions counted in the whole text.
  private func moved(_ problem: TextError.Problem) -> TextError.Problem {
    if case .unclosed(let bracket, let column) = problem {
      return .unclosed(bracket, column: piece.column - 1 + column)
    }
    return problem
  }

  /// What in `expression` can be evaluated neither for one unit nor for one sample.
  private func foreignNode(of expression: Expression, in graph: ExpressionGraph) -> NetworkError.Problem? {
    var fault: NetworkError.Problem?
    graph.forEachNode(of: expression) { node in
      switch graph[node] {
      case .partial: fault = .derivativeInExpression
      case .call(let id, _):
        let function = graph[id]
        let record = FunctionTable.record(named: function.name)
        if record == nil { fault = .opaqueInExpression(function.name) }
        if record?.isVectorValued == true { fault = .layerFunctionInExpression(function.name) }
      default: break
      }
      return fault == nil
    }
    return fault
  }
}
