/// The number of a function in the graph that declared it.
public struct FunctionID: Hashable, Sendable {
  let rawValue: UInt32
}

/// A function of one or more arguments, or the derivative of some order of a function of one argument.
///
/// Known functions have a `FunctionRecord`; one without a record and without a definition in the graph is opaque: any
/// smooth function of one real argument.
public struct Function: Hashable, Sendable {
  /// The canonical name: `exp`, `sigmoid`, `f`.
  public let name: String
  /// 0 for the function itself, 1 for f′, 2 for f″, ….
  public let order: Int

  /// The derivative of order `order` of the function called `name`.
  public init(_ name: String, order: Int = 0) {
    self.name = name
    self.order = order
  }

  /// The derivative of this function.
  public var derivative: Function { Function(name, order: order + 1) }
}
