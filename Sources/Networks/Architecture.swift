import Expressions

/// The number of units of a layer: known, or a letter that stands for any.
public enum Width: Hashable, Sendable {
  case number(Int)
  case symbol(String)
}

/// The layers of a network and how they are counted.
public struct Architecture: Hashable, Sendable {
  /// What is known of the layers.
  public enum Layers: Hashable, Sendable {
    /// The widths of all layers, the input first; at least two.
    case widths([Width])
    /// Any number of layers, `width`_first … `width`_last: n_0-…-n_L.
    case open(width: String, last: String)
  }

  /// The layers.
  public let layers: Layers

  /// The architecture of these layers.
  public init(_ layers: Layers) { self.layers = layers }

  /// The number of the input layer. Layers of known number count from 1, as the notes do; with open depth from 0, so that
  /// the last layer's letter is also the number of weight matrices.
  public var inputLayer: Int {
    if case .open = layers { 0 } else { 1 }
  }

  /// Whether w^l and b^l enter layer l (open depth) or leave it for layer l + 1 (default).
  public var weightsEnterTheirLayer: Bool {
    if case .open = layers { true } else { false }
  }

  /// The number of layers, the input included; nil where it is open.
  public var layerCount: Int? {
    if case .widths(let widths) = layers { widths.count } else { nil }
  }

  /// The number of the output layer; nil where the depth is open.
  public var outputLayer: Int? { layerCount.map { $0 - 1 + inputLayer } }

  /// The widths if all are numbers.
  public var numericWidths: [Int]? {
    guard case .widths(let widths) = layers else { return nil }
    var result: [Int] = []
    for width in widths {
      guard case .number(let units) = width else { return nil }
      result.append(units)
    }
    return result
  }

  /// The architecture as it is typed: `1-4-3-2`, `N-K-M`, `n_0-...-n_L`.
  public var text: String {
    switch layers {
    case .widths(let widths):
      widths.map {
        switch $0 {
        case .number(let units): String(units)
        case .symbol(let letter): letter
        }
      }.joined(separator: "-")
    case .open(let width, let last): "\(width)_0-...-\(width)_\(last)"
    }
  }
}
