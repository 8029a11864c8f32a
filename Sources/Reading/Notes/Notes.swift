import Derivations
import Expressions

/// What some notes say, under one reading of their letters and conventions.
public struct Notes: Sendable {
  /// A line about the reading: what a letter was taken for, and why.
  public struct Remark: Sendable {
    /// What it is about: "weights", "delta", "target".
    public var subject: String
    /// What was found: "w_{ij}^{l}: from unit j of layer l to unit i of layer l+1 (line 27)".
    public var text: String

    /// A line.
    public init(_ subject: String, _ text: String) {
      self.subject = subject
      self.text = text
    }
  }

  /// The graph of every expression.
  public var graph: ExpressionGraph
  /// What holds throughout.
  public var background: Background
  /// What is put to the judge, in the order of reading.
  public var assertions: [Assertion]
  /// The relations, in the order of reading.
  public var relations: [ReadRelation]
  /// The reading, in a few lines.
  public var reading: [Remark]
  /// Whether parameters are changed so that a log-likelihood grows.
  public internal(set) var climbsLikelihood = false
  /// Whether no line that could be read says what the loss is, so that it is any function: what is wrong of any may be right
  /// of the one that is meant.
  public internal(set) var isLossOpen = false
  /// Whether the loss was inferred from what its derivatives are.
  public internal(set) var isLossInferred = false
  /// What is computed from what, where no network tells.
  public internal(set) var dependence = Dependence()
  /// The assertions that tell what some quantity is which no line defines: true by that definition alone.
  public internal(set) var tellers: Set<Int> = []
  /// Whether steps contradict one another about what some quantity is.
  public internal(set) var hasRivals = false
  /// The assertions that are taken to be about different indices only because others are said to be about equal ones.
  public internal(set) var tacitCases: Set<Int> = []
  /// Sizes that numbers among the subscripts suggest, though sums run up to letters there: Σ_{i=1}^n w_i x_i beside
  /// w_1 x_1 + w_2 x_2.
  public internal(set) var supposedSizes: [(symbol: Expression, letter: String, value: Int)] = []
  /// Which dimensions turned out to be one.
  var dimensions = DimensionTable()
  /// What sums over the units of layers run up to, by the width of the layer.
  var widthBounds: [Expression: [LayerContent]] = [:]

  /// What was read.
  public init(
    graph: ExpressionGraph, background: Background = Background(), assertions: [Assertion] = [],
    relations: [ReadRelation] = [], reading: [Remark] = []
  ) {
    self.graph = graph
    self.background = background
    self.assertions = assertions
    self.relations = relations
    self.reading = reading
  }
}
