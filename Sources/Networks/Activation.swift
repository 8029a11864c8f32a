import Expressions

/// The activation function of a layer.
public enum Activation: Hashable, Sendable {
  /// Any smooth function, under that name.
  case opaque(String)
  /// A function of the table, by its canonical name; `parameters` overrides the record's defaults, in their order.
  case known(String, parameters: [Rational])
  /// A user's own: an expression in `z`, in the text grammar.
  case custom(String)

  /// The record of a known activation.
  public var record: FunctionRecord? {
    if case .known(let name, _) = self { FunctionTable.record(named: name) } else { nil }
  }

  /// Whether each output depends on the pre-activations of the whole layer.
  public var isVectorValued: Bool { record?.isVectorValued ?? false }

  /// The definition in the text grammar and the values of its parameters; nil for an opaque function and for a primitive
  /// such as sin, which defines itself.
  public var definition: (text: String, parameters: [(name: String, value: Rational)])? {
    switch self {
    case .opaque: return nil
    case .custom(let text): return (text, [])
    case .known(_, let given):
      guard let record, let text = record.definition else { return nil }
      let parameters = record.parameters.enumerated().map { place, parameter in
        (name: parameter.name, value: place < given.count ? given[place] : parameter.value)
      }
      return (text, parameters)
    }
  }
}
