/// Definitions of functions as expressions.
extension ExpressionGraph {
  /// The definition of the function `name`: the graph's own, or the one in the function's record; nil for primitives,
  /// opaque functions and functions of whole layers.
  public mutating func definition(of name: String) -> FunctionDefinition? {
    if let own = definition(ofOwn: name) { return own }
    guard let record = FunctionTable.record(named: name), !record.isVectorValued, let text = record.definition else {
      return nil
    }
    return definition(text, parameters: record.parameters)
  }

  /// The function of `z` that `text`, a definition from a record, defines with these parameters.
  public mutating func definition(
    _ text: String, parameters: [(name: String, value: Rational)] = []
  ) -> FunctionDefinition? {
    let parameter = symbol("z")
    var bindings: [String: Expression] = [:]
    for (name, value) in parameters { bindings[name] = number(value) }
    let context = TextParser.Context(symbols: ["z"], bindings: bindings)
    guard let value = try? TextParser.parse(text, into: &self, context: context) else { return nil }
    return FunctionDefinition(parameter: parameter, value: value)
  }

  /// `function` applied to `argument` in more elementary terms, or nil if it has no definition.
  public mutating func unfold(_ name: String, at argument: Expression) -> Expression? {
    guard let definition = definition(of: name) else { return nil }
    return replace(definition.parameter, by: argument, in: definition.value)
  }
}
