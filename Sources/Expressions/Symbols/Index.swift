/// The number of a free index in the graph that declared it.
public struct IndexID: Hashable, Sendable {
  let rawValue: UInt32
}

/// A free index: an integer variable with a name and a range lower…upper, both included.
///
/// Two indices of one name and different ranges are different indices. A `serial` above 0 marks an index made by opening
/// a summation, so that no name that a user writes can be captured by it.
public struct Index: Hashable, Sendable {
  /// The name it is printed with.
  public let name: String
  /// The smallest value.
  public let lower: Expression
  /// The largest value.
  public let upper: Expression
  /// 0 for an index that was written, a number of its own for one made by opening a summation.
  public let serial: Int
}
