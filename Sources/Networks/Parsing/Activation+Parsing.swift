import Expressions

/// Activations as they are typed: `f`, `tanh`, `leaky-relu(0.2)`, `z*sigmoid(z)`.
extension Activation {
  /// The names of functions that stand for any smooth function.
  public static let opaqueNames = ["f", "g", "h", "phi", "psi"]

  /// Reads one activation: an opaque name, a name of the table (capitals, hyphens and underscores count alike) with or
  /// without its parameters, or an expression in `z`.
  /// - Throws: `NetworkError`.
  public init(parsing text: String) throws(NetworkError) { self = try Self.read(Piece(text)) }

  static func read(_ piece: Piece) throws(NetworkError) -> Activation {
    if piece.text.isEmpty { throw NetworkError(.noActivation, column: piece.column) }
    let formula = NamedFormula(piece: piece)
    if let call = formula.call, let named = try named(call, at: piece.column) { return named }
    if let slip = spacedName(piece) { throw slip }
    var graph = ExpressionGraph()
    let expression = try formula.expression(in: ["z"], into: &graph)
    try check(expression, in: graph, at: piece.column)
    return .custom(piece.text)
  }

  /// The activation that a name alone, or a name with numbers or `z` in brackets, stands for; nil for an expression.
  private static func named(_ call: NamedFormula.Call, at column: Int) throws(NetworkError) -> Activation? {
    let name = call.name
    let standsAlone = call.arguments == nil || call.arguments?.map(\.text) == ["z"]
    if opaqueNames.contains(name) { return standsAlone ? .opaque(name) : nil }
    let record = FunctionTable.record(named: name) ?? FunctionTable.record(named: name.lowercased())
    if let record, record.isActivation {
      if standsAlone { return .known(record.name, parameters: []) }
      let names = record.parameters.map(\.name)
      guard let numbers = call.numbers else {
        // leaky-relu(alpha=0.2); but elu(2*z) is an expression.
        guard !names.isEmpty, call.isAssignment else { return nil }
        throw NetworkError(
          .parameterNotANumber(of: name), column: column, suggestion: "\(name)(\(call.likelyNumber))")
      }
      guard numbers.count <= names.count, !numbers.isEmpty else {
        let suggestion = names.isEmpty ? name : nil
        throw NetworkError(
          .parameterCount(of: name, names: names, given: numbers.count), column: column, suggestion: suggestion)
      }
      return .known(record.name, parameters: numbers)
    }
    guard call.arguments == nil, name != "z" else { return nil }
    if let record {
      let suggestion = record.arity.contains(1) ? "\(record.name)(z)" : nil
      throw NetworkError(.notAnActivation(record.name), column: column, suggestion: suggestion)
    }
    let suggestion = NearMiss.suggestion(for: name, among: names)
    // A name with a hyphen may be a difference: z-1.
    if suggestion == nil, name.contains("-") || ["pi", "y", "a", "x"].contains(name) { return nil }
    throw NetworkError(.unknownActivation(name), column: column, suggestion: suggestion)
  }

  /// `leaky relu`: two words that are a name with a hyphen between them.
  private static func spacedName(_ piece: Piece) -> NetworkError? {
    let hyphenated = piece.text.lowercased().split(separator: " ").joined(separator: "-")
    guard hyphenated != piece.text, names.contains(hyphenated) else { return nil }
    return NetworkError(.unknownActivation(piece.text), column: piece.column, suggestion: hyphenated)
  }

  private static func check(
    _ expression: Expression, in graph: ExpressionGraph, at column: Int
  ) throws(NetworkError) {
    var mentionsInput = false
    var fault: NetworkError.Problem?
    graph.forEachNode(of: expression) { node in
      if case .symbol(let family, let subscripts) = graph[node] {
        if graph[family].name == "z" { mentionsInput = true } else { fault = .sumWithoutRange }
        if !subscripts.isEmpty { fault = .subscripted("z") }
      }
      return fault == nil
    }
    if let fault { throw NetworkError(fault, column: column) }
    if !mentionsInput { throw NetworkError(.notMentioned("z"), column: column) }
  }

  /// Every name of the table as it is listed, with hyphens, in the order of the table.
  public static var names: [String] {
    FunctionTable.records.filter(\.isActivation).flatMap { [$0.name] + $0.aliases }.map(hyphenated)
  }

  private static func hyphenated(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }

  /// The activation as it is typed; reading it back gives this activation again.
  public var text: String {
    switch self {
    case .opaque(let name): name
    case .custom(let text): text
    case .known(let name, let parameters):
      Self.hyphenated(name)
        + (parameters.isEmpty ? "" : "(\(parameters.map(\.description).joined(separator: ",")))")
    }
  }
}
