import Expressions

/// Losses as they are typed: `mse`, `huber(1.5)`, `1/2*sum(k, (y[k]-a[k])^2)`.
extension Loss {
  /// Reads a name of the table (capitals, hyphens and underscores count alike) with or without its parameters, or an
  /// expression in the targets `y[k]`, the outputs `a[k]` and the number of outputs `n`.
  /// - Throws: `NetworkError`.
  public init(parsing text: String) throws(NetworkError) {
    let piece = Piece(text)
    if piece.text.isEmpty { throw NetworkError(.noLoss) }
    let formula = NamedFormula(piece: piece)
    if let call = formula.call, let named = try Self.named(call) {
      self = named
      return
    }
    let hyphenated = piece.text.lowercased().split(separator: " ").joined(separator: "-")
    if hyphenated != piece.text, LossTable.names.contains(hyphenated) {
      throw NetworkError(.unknownLoss(piece.text), suggestion: hyphenated)
    }
    var graph = ExpressionGraph()
    let expression = try formula.expression(in: ["y", "a", "n"], into: &graph)
    try Self.check(expression, in: &graph, at: piece.column)
    self = .custom(piece.text)
  }

  private static func named(_ call: NamedFormula.Call) throws(NetworkError) -> Loss? {
    let name = call.name
    if let record = LossTable.record(named: name) ?? LossTable.record(named: name.lowercased()) {
      guard call.arguments != nil else { return .known(record.name, parameters: []) }
      let names = record.parameters.map(\.name)
      guard let numbers = call.numbers else {
        if names.isEmpty { return nil }
        // huber(d=2), huber(x)
        throw NetworkError(.parameterNotANumber(of: name), suggestion: "\(name)(\(call.likelyNumber))")
      }
      guard numbers.count <= names.count, !numbers.isEmpty else {
        throw NetworkError(
          .parameterCount(of: name, names: names, given: numbers.count), suggestion: names.isEmpty ? name : nil)
      }
      // Every parameter of a loss is a width or a scale.
      for (number, parameter) in zip(numbers, names) where number <= 0 {
        throw NetworkError(.parameterNotPositive(parameter, of: name), suggestion: "\(name)(1)")
      }
      return .known(record.name, parameters: numbers)
    }
    if call.arguments != nil, call.numbers == nil || FunctionTable.record(named: name) != nil { return nil }
    let suggestion = NearMiss.suggestion(for: name, among: LossTable.names)
    if suggestion == nil, name.contains("-") || ["y", "a", "n", "pi", "sqrt"].contains(name) { return nil }
    throw NetworkError(.unknownLoss(name), suggestion: suggestion)
  }

  /// Outputs and targets must carry the number of a unit, or an index that runs over all outputs.
  private static func check(
    _ expression: Expression, in graph: inout ExpressionGraph, at column: Int
  ) throws(NetworkError) {
    let references = outputReferences(of: expression, in: &graph)
    for reference in references {
      guard reference.subscripts.count == 1 || reference.symbol == "n" else {
        throw NetworkError(.unsubscripted(reference.symbol), column: column)
      }
      if reference.symbol == "n", !reference.subscripts.isEmpty {
        throw NetworkError(.subscripted("n"), column: column)
      }
      for index in reference.subscripts where !isOutput(index, in: &graph) {
        let text = TextPrinter(graph).text(index)
        throw NetworkError(.notAnOutputIndex(of: reference.symbol, subscript: text), column: column)
      }
    }
    if !references.contains(where: { $0.symbol == "a" }) { throw NetworkError(.notMentioned("a[k]"), column: column) }
  }

  private static func isOutput(_ subscript: Expression, in graph: inout ExpressionGraph) -> Bool {
    if let unit = graph.numberValue(`subscript`) { return unit.isInteger && unit >= 1 }
    guard case .index(let id) = graph[`subscript`] else { return false }
    let index = graph[id]
    return index.lower == graph.number(1) && index.upper == graph.symbol("n")
  }

  /// The symbols of `expression` with their subscripts, summations opened.
  private static func outputReferences(
    of expression: Expression, in graph: inout ExpressionGraph
  ) -> [(symbol: String, subscripts: [Expression])] {
    var references: [(symbol: String, subscripts: [Expression])] = []
    var memo: [Expression: Expression] = [:]
    _ = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      if case .symbol(let family, let subscripts) = graph[node] {
        references.append((graph[family].name, Array(subscripts)))
      }
      return node
    }
    return references
  }

  /// Throws if the loss speaks of the output of a unit that the last layer of `architecture` doesn't have.
  public func check(against architecture: Architecture) throws(NetworkError) {
    guard case .custom(let text) = self, case .widths(let widths) = architecture.layers, let width = widths.last else {
      return
    }
    var graph = ExpressionGraph()
    let expression = try NamedFormula(piece: Piece(text)).expression(in: ["y", "a", "n"], into: &graph)
    let units = Self.outputReferences(of: expression, in: &graph).flatMap(\.subscripts)
      .compactMap { graph.numberValue($0)?.asInt }
    guard let last = units.max() else { return }
    if case .number(let count) = width, last <= count { return }
    if case .symbol = width, last == 1 { return }
    throw NetworkError(.outputMissing(unit: last, width: width))
  }

  /// The loss as it is typed; reading it back gives this loss again.
  public var text: String {
    switch self {
    case .custom(let text): text
    case .known(let name, let parameters):
      name + (parameters.isEmpty ? "" : "(\(parameters.map(\.description).joined(separator: ",")))")
    }
  }
}
