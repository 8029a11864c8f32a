/// The number of a family in the graph that declared it.
public struct FamilyID: Hashable, Sendable {
  let rawValue: UInt32
}

/// An indexed family of symbols: w with a layer and two indices, L with none.
///
/// The name is the canonical one (`w`, `delta`, `yhat`); how it is written is a matter of notation, not of the graph.
public struct Family: Hashable, Sendable {
  /// The canonical name.
  public let name: String
  /// Whether the first subscript is a layer.
  public let isLayered: Bool
  /// Whether its members count something, so that each is an integer of at least 1: widths, layers, samples.
  public let isCount: Bool

  /// How the names begin of what is one of several classes: the y_i of p_{y_i}.
  public static let labelPrefix = "label "

  /// Whether its members are the numbers of classes.
  public var isLabel: Bool { name.hasPrefix(Self.labelPrefix) }

  /// A family of that name.
  public init(_ name: String, isLayered: Bool = false, isCount: Bool = false) {
    self.name = name
    self.isLayered = isLayered
    self.isCount = isCount
  }
}
