import Expressions

/// What holds throughout some notes, whether a line says so or not.
public struct Background: Sendable {
  /// head = value for all values of the free indices of the head in range.
  public struct Definition: Sendable {
    /// A symbol whose subscripts are free indices (with ranges), numbers, or index + number.
    public var head: Expression
    /// What it is.
    public var value: Expression

    /// head = value.
    public init(_ head: Expression, _ value: Expression) {
      self.head = head
      self.value = value
    }
  }

  /// A quantity of which nothing is known but what it is a smooth function of.
  public struct OpenQuantity: Sendable {
    /// A symbol for all values of its free indices: L, E_t.
    public var symbol: Expression
    /// The symbols that it is computed from, for all values of those free indices that it has not itself: a_i^L.
    public var arguments: [Expression]

    /// Any function of `arguments`.
    public init(_ symbol: Expression, of arguments: [Expression]) {
      self.symbol = symbol
      self.arguments = arguments
    }
  }

  /// What the symbols are; a symbol that has no definition is given from outside (weights, inputs, targets).
  public var definitions: [Definition]
  /// The sizes that are numbers: n_2 = 4 as (n[2], 4). Every other count symbol may have any value ≥ 1; layer counts
  /// (the letter of the last layer) are small numbers ≥ `smallestDepth`.
  public var sizes: [(symbol: Expression, value: Int)]
  /// Count symbols that number a layer, such as L: their value is a depth.
  public var depths: [Expression]
  /// The smallest value that a depth may take.
  public var smallestDepth: Int
  /// Symbols that hold probabilities which add up to 1 over their free index: targets of a cross-entropy.
  public var assumptions: [(left: Expression, right: Expression)]
  /// Symbols that must be drawn from (0, 1), so that logarithms of them and of 1 − them exist.
  public var probabilities: [Family]
  /// Symbols that must be drawn positive.
  public var positives: [Family]
  /// The symbol whose derivatives the notes take; nil for the last scalar that has a definition.
  public var loss: Expression?
  /// Losses that have no definition.
  public var openQuantities: [OpenQuantity]
  /// What the rate of an update may be called; none for any letter that has no other part in the notes.
  public var learningRates: [Family]

  /// Nothing is known.
  public init(
    definitions: [Definition] = [], sizes: [(symbol: Expression, value: Int)] = [], depths: [Expression] = [],
    smallestDepth: Int = 3, assumptions: [(left: Expression, right: Expression)] = [], probabilities: [Family] = [],
    positives: [Family] = [], loss: Expression? = nil, openQuantities: [OpenQuantity] = [],
    learningRates: [Family] = []
  ) {
    self.definitions = definitions
    self.sizes = sizes
    self.depths = depths
    self.smallestDepth = smallestDepth
    self.assumptions = assumptions
    self.probabilities = probabilities
    self.positives = positives
    self.loss = loss
    self.openQuantities = openQuantities
    self.learningRates = learningRates
  }
}
