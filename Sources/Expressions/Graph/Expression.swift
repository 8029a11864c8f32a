/// An expression: the address of a node in an `ExpressionGraph`.
///
/// Within one graph two equal expressions have the same address, so `==` is equality of structure (up to the names of
/// bound indices). An address means nothing outside the graph that gave it.
public struct Expression: Hashable, Sendable {
  @usableFromInline let rawValue: UInt32

  @inlinable init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The position of the node in its graph, 0…; children stand before their parents.
  @inlinable public var position: Int { Int(rawValue) }
}
