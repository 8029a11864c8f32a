import Calculus
import Expressions

/// `derive diff EXPR [--wrt x]… [--order N] [--format text|latex]`.
struct DiffCommand {
  /// Beyond this order nobody reads the answer.
  static let largestOrder = 100

  private let variables: [Variable]
  private let order: Int
  private let format: ExpressionFormat

  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let operands = try arguments.operands(count: 1)
    let command = try DiffCommand(arguments)
    return try LineProtocol.run(operands[0], of: .diff, console) { text throws(ProblemError) in
      (try command.answer(text), Command.Status.good)
    }
  }

  private init(_ arguments: Arguments) throws(CommandError) {
    var variables: [Variable] = []
    for text in arguments.all(.wrt) { variables.append(try Variable(text)) }
    self.variables = variables
    order = try arguments.integer(.order, in: 0...Self.largestOrder)
    format = try arguments.choice(.format, as: ExpressionFormat.self)
  }

  /// The derivatives of the expression `text` by the variables, separated by tabs.
  func answer(_ text: String) throws(ProblemError) -> String {
    var graph = ExpressionGraph()
    var expression = try graph.read(text)
    let survey = SymbolSurvey(of: expression, in: &graph)
    var bindings: [String: Expression] = [:]
    for variable in variables {
      bindings.merge(try variable.indices(in: survey, &graph)) { first, _ in first }
    }
    if !bindings.isEmpty { expression = try graph.read(text, bindings: bindings) }
    var symbols: [Expression] = []
    for variable in variables {
      let symbol = try graph.read(variable.text, bindings: bindings)
      try Self.checkSubscripts(of: symbol, survey, graph)
      symbols.append(symbol)
    }
    if symbols.isEmpty { symbols = [try Self.onlySymbol(survey, graph)] }
    var answers: [String] = []
    for symbol in symbols {
      guard let derivative = graph.derivative(of: expression, by: symbol, order: order) else {
        throw .derivativeTooLong(order: order, limit: ExpressionGraph.largestHigherDerivative)
      }
      if graph.isUndefined(derivative) { throw .undefined }
      answers.append(format.write(derivative, of: graph))
    }
    return answers.joined(separator: "\t")
  }

  /// The only symbol that there is.
  private static func onlySymbol(_ survey: SymbolSurvey, _ graph: ExpressionGraph) throws(ProblemError) -> Expression {
    let texts = survey.symbols.map { TextPrinter(graph).text($0) }
    guard let first = survey.symbols.first else { throw .noSymbol }
    guard texts.count == 1 else { throw .severalSymbols(texts) }
    if !graph.freeIndices(of: first).isEmpty { throw .subscripted(name(of: first, graph), in: texts[0]) }
    return first
  }

  /// Refuses x where the expression has members x[…] only: the derivative would be 0, which nobody can mean.
  private static func checkSubscripts(
    of symbol: Expression, _ survey: SymbolSurvey, _ graph: ExpressionGraph
  ) throws(ProblemError) {
    guard case .symbol(_, let subscripts) = graph[symbol], subscripts.isEmpty else { return }
    let name = name(of: symbol, graph)
    let namesakes = survey.symbols.filter { Self.name(of: $0, graph) == name }
    if let member = namesakes.first, !namesakes.contains(symbol) {
      throw .subscripted(name, in: TextPrinter(graph).text(member))
    }
  }

  private static func name(of symbol: Expression, _ graph: ExpressionGraph) -> String {
    if case .symbol(let family, _) = graph[symbol] { graph[family].name } else { "" }
  }
}
