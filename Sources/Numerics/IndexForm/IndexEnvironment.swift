import Expressions

/// The whole numbers that expressions in index form mention: widths, the number of samples, layers.
public struct IndexScope: Sendable {
  /// Symbols without subscripts: N, S, L.
  public var integers: [String: Int]
  /// Symbols that have a layer and nothing else: n[l].
  public var layeredIntegers: [ArrayKey: Int]
  /// Indices and symbols of one graph that were given a value: the layer letter l.
  public var values: [Expression: Int]

  /// A scope.
  public init(
    integers: [String: Int] = [:], layeredIntegers: [ArrayKey: Int] = [:], values: [Expression: Int] = [:]
  ) {
    self.integers = integers
    self.layeredIntegers = layeredIntegers
    self.values = values
  }

  /// The value of an integer expression, or nil if something in it has none. Rational intermediate results are fine.
  public func integer(_ expression: Expression, in graph: ExpressionGraph) -> Int? {
    rational(expression, in: graph)?.asInt
  }

  private func rational(_ expression: Expression, in graph: ExpressionGraph) -> Rational? {
    if let value = values[expression] { return Rational(value) }
    switch graph[expression] {
    case .number(let value): return value
    case .symbol(let family, let subscripts):
      let family = graph[family]
      if subscripts.isEmpty { return integers[family.name].map { Rational($0) } }
      guard subscripts.count == 1, let first = subscripts.first, let layer = integer(first, in: graph) else {
        return nil
      }
      return layeredIntegers[ArrayKey(family.name, layer: layer)].map { Rational($0) }
    case .add(let terms):
      var sum = Rational.zero
      for term in terms {
        guard let value = rational(term, in: graph) else { return nil }
        sum += value
      }
      return sum
    case .multiply(let factors):
      var product = Rational.one
      for factor in factors {
        guard let value = rational(factor, in: graph) else { return nil }
        product *= value
      }
      return product
    default: return nil
    }
  }
}

/// ∂u/∂v at a place where its value is asked for.
public struct PartialRequest: Sendable {
  /// u.
  public let of: Expression
  /// v.
  public let by: Expression
  /// The free indices, in the order of the axes that the answer must have.
  public let indices: [Expression]
  /// Their ranges.
  public let ranges: [ClosedRange<Int>]
  /// The values of everything else: of layer letters above all.
  public let values: [Expression: Int]
}

/// What the symbols of an expression in index form stand for.
public struct IndexEnvironment<Element: Scalar>: Sendable {
  /// The whole numbers.
  public var scope: IndexScope
  /// The arrays: w at layer 2, x, L (an array without axes).
  public var arrays: [ArrayKey: IndexedArray<Element>]
  /// Functions that are not those of the table: opaque ones above all. They come before the table's.
  public var functions: [String: ScalarFunction]
  /// Gives the values of formal partial derivatives.
  public var partial: (@Sendable (PartialRequest) throws(EvaluationError) -> IndexedArray<Element>)?

  /// An environment.
  public init(
    scope: IndexScope = IndexScope(), arrays: [ArrayKey: IndexedArray<Element>] = [:],
    functions: [String: ScalarFunction] = [:],
    partial: (@Sendable (PartialRequest) throws(EvaluationError) -> IndexedArray<Element>)? = nil
  ) {
    self.scope = scope
    self.arrays = arrays
    self.functions = functions
    self.partial = partial
  }

  /// The axes of every array: all that compiling needs to know.
  public var shapes: [ArrayKey: [ArrayAxis]] { arrays.mapValues(\.axes) }

  /// The values of `expression` over the free indices `indices`, one axis for each, in that order.
  ///
  /// Compiles and runs; for several environments of one shape compile an `IndexProgram` once.
  /// - Throws: `EvaluationError` with the name of what has no value.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  public func evaluate(
    _ expression: Expression, over indices: [Expression] = [], in graph: ExpressionGraph
  ) throws(EvaluationError) -> IndexedArray<Element> {
    var copy = graph
    let program = try IndexProgram.compile([(expression, indices)], in: &copy, scope: scope, shapes: shapes)
    return try program.run(in: self)[0]
  }
}
