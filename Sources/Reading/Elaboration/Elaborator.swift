import Expressions
import LaTeX
import Networks

/// What is believed of the sizes of dimensions.
enum SizeEvidence {
  /// Nothing: dimensions are one only where arrays are multiplied and added.
  case none
  /// Σ_{k=1}^K z_k: what a sum runs up to.
  case bounds
  /// How far an index runs in other lines, too.
  case indices
}

/// Gives formulas meaning under one vocabulary: trees of what is written become arrays in index form.
struct Elaborator {
  var graph: ExpressionGraph
  /// What letters stand for in the statement that is being read.
  var vocabulary: Vocabulary
  /// What the index letters in force stand for.
  var indices: [String: Expression] = [:]
  /// Letters that stand for a number here, whatever they are elsewhere: the argument of a function's definition.
  var locals: [String: Expression] = [:]
  /// Whether the line leaves out the layers of what it is about, so that it is read to hold in all of them.
  var omitsLayers = false
  /// Whether ⊙ is taken before the products beside it.
  var takesEntrywiseFirst = false
  /// The layer that weights without one are taken to be of, as that of the units they lead to.
  var currentLayer: Expression?
  /// The parameter that the statement says how to change, w ← … or Δw = …: what a bare ∇E is taken by.
  var updated: Occurrence?
  /// What the head of the chain is differentiated by: ∂σ/∂z = (…)′ is differentiated by z throughout.
  var primeVariable: [MathNode]?
  /// The layers that index letters carry where none is written: δ_j = h'(a_j) Σ_k w_{kj} δ_k.
  var unitLayers: [String: Expression] = [:]
  /// A unit of a layer that the statement is about: a bare z stands for its pre-activation.
  var currentUnit: Occurrence?
  /// The index letters that the head of the statement has; any other one that is repeated in a term means a sum, where
  /// the notes use Einstein's convention.
  var headIndices: Set<String> = []
  /// The index letters that have a meaning outside of any sum, since what the chain begins with has them.
  var chainIndices: Set<String> = []
  /// How many terms are being read, each within another one, where the notes use Einstein's convention.
  var termDepth = 0
  /// The step that derivatives by what all steps share are taken at: the k of Σ_k (∂h_t/∂h_k)(∂h_k/∂W).
  var immediateStep: String?
  /// What varies in the statement, where its d's make differentials.
  var variations: [String] = []
  /// Whether what is read stands below a fraction line.
  var isInDenominator = false
  /// The number that the last layer has in this statement, although it has a letter elsewhere: ŷ = a^{(3)}.
  var lastLayerNumber: Int?
  /// The largest number that stands as a subscript in each dimension: x_1, x_2, x_3 are three inputs.
  var largestSubscripts: [Expression: Int] = [:]
  /// Whether the statement is about all samples of a batch.
  var isBatchLine = false
  /// What numbers the sample whose loss the loss is in this line.
  var sampleOfLoss: String?
  /// The names that the sums around what is read run over.
  var boundNames: [String] = []
  /// The losses that are written with what they are functions of: the symbol, and the arrays in its brackets.
  var openApplications: [Family: (symbol: Expression, arguments: [Expression])] = [:]
  /// What tells how large a dimension is.
  var sizeEvidence = SizeEvidence.indices
  /// The letters that sums over dimensions run up to: a number among the subscripts is not their last one.
  var letterBounds: [Expression: Set<String>] = [:]
  /// The numbers that sums over each dimension run up to, and how many do.
  var numberBounds: [Expression: [Int: Int]] = [:]
  /// The last numbers that lists of indices, i = 1, 2, 3, have for each dimension.
  var listedNumbers: [Expression: [Int: Int]] = [:]
  /// What sums over the units of layers run up to, by the width of the layer.
  var widthBounds: [Expression: [LayerContent]] = [:]
  /// The dimensions that letters stand in: they have more than one value.
  var lettered: Set<Expression> = []
  /// The number of the statement that is being read.
  var statement = 0
  /// Dimensions that turned out to be one.
  var dimensions: DimensionTable

  init(_ graph: ExpressionGraph, _ vocabulary: Vocabulary, _ dimensions: DimensionTable) {
    self.graph = graph
    self.vocabulary = vocabulary
    self.dimensions = dimensions
  }

  /// The array that `nodes` describe.
  mutating func tensor(_ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    var cursor = NodeCursor(nodes.withoutBlanks)
    let result = try sum(&cursor)
    if let rest = cursor.current { throw ReadingProblem(kind: .unexpected(rest.name), range: rest.range) }
    return result
  }

  /// The number that `nodes` describe.
  mutating func scalar(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    let result = try tensor(nodes)
    guard result.isScalar else {
      throw ReadingProblem(kind: .unexpected("an array"), range: nodes.extent)
    }
    return result.body
  }

  // MARK: Sums

  mutating func sum(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    if let dotted = try dottedSum(&cursor) { return dotted }
    var terms: [(tensor: Tensor, range: Range<Int>)] = []
    var isNegative = false
    if cursor.accept(operation: "-") { isNegative = true } else { _ = cursor.accept(operation: "+") }
    while true {
      let start = cursor.place.lowerBound
      var term = try vocabulary.usesEinsteinConvention ? summedTerm(&cursor) : product(&cursor)
      if isNegative { term.body = graph.negate(term.body) }
      terms.append((term, start..<max(start, cursor.place.lowerBound)))
      if cursor.accept(operation: "+") {
        // 0.5 + -0.2
        isNegative = cursor.accept(operation: "-")
      } else if cursor.accept(operation: "-") {
        isNegative = true
      } else {
        break
      }
    }
    var result = terms[0].tensor
    for term in terms.dropFirst() { result = try added(result, term.tensor, term.range) }
    return result
  }

  /// a + b: equal shapes, or one is repeated along the axes that it lacks (a bias added to every sample).
  mutating func added(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    try combined(a, b, range) { graph, x, y in graph.add([x, y]) }
  }

  /// Entry by entry.
  mutating func combined(
    _ a: Tensor, _ b: Tensor, _ range: Range<Int>,
    _ operation: (inout ExpressionGraph, Expression, Expression) -> Expression
  ) throws(ReadingProblem) -> Tensor {
    if a.isScalar || b.isScalar {
      let array = a.isScalar ? b : a
      let body = operation(&graph, a.body, b.body)
      return Tensor(axes: array.axes, body: body, isRow: array.isRow, isTurned: array.isTurned)
    }
    if a.axes.count == b.axes.count, let other = aligned(b, to: a.axes) {
      let isRow = b.isTurned && !a.isTurned ? b.isRow : a.isRow
      return Tensor(
        axes: a.axes, body: operation(&graph, a.body, other), isRow: isRow, isTurned: a.isTurned || b.isTurned)
    }
    let (large, small, isSwapped) = a.axes.count > b.axes.count ? (a, b, false) : (b, a, true)
    if large.axes.count == 2, small.axes.count == 1 {
      let own = dimensions.root(upper(of: small.axes[0]))
      let custom = small.isRow ? [1, 0] : [0, 1]
      let known = custom.first { dimensions.root(upper(of: large.axes[$0])) == own }
      let order = known.map { [$0] } ?? custom
      for axis in order where fits(small.axes[0], large.axes[axis]) {
        let repeated = graph.replace(small.axes[0], by: large.axes[axis], in: small.body)
        let body = isSwapped ? operation(&graph, repeated, large.body) : operation(&graph, large.body, repeated)
        return Tensor(axes: large.axes, body: body)
      }
    }
    throw misfit(a, b, range)
  }

  /// The entry of `tensor` in terms of the axes `axes`, nil if the dimensions differ.
  mutating func aligned(_ tensor: Tensor, to axes: [Expression]) -> Expression? {
    guard tensor.axes.count == axes.count else { return nil }
    var replacements: [Expression: Expression] = [:]
    for (own, other) in zip(tensor.axes, axes) {
      guard fits(own, other) else { return nil }
      replacements[own] = other
    }
    return graph.replace(replacements, in: tensor.body)
  }

  /// Whether two axes are of one dimension; where one of them is open, they are from now on.
  mutating func fits(_ a: Expression, _ b: Expression) -> Bool {
    guard case .index(let x) = graph[a], case .index(let y) = graph[b] else { return false }
    return dimensions.unify(graph[x].upper, graph[y].upper, in: &graph)
  }

  private func upper(of axis: Expression) -> Expression {
    if case .index(let id) = graph[axis] { graph[id].upper } else { axis }
  }

  func misfit(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) -> ReadingProblem {
    ReadingProblem(kind: .misfit(left: shape(a), right: shape(b)), range: range)
  }

  /// The shape as people write it: 4 × 3.
  func shape(_ tensor: Tensor) -> String {
    if tensor.isScalar { return "a number" }
    var sizes = tensor.axes.map { axis -> String in
      guard case .index(let id) = graph[axis] else { return "?" }
      return dimensions.text(graph[id].upper, graph)
    }
    if sizes.count == 1 { sizes.insert("1", at: tensor.isRow ? 0 : 1) }
    return sizes.joined(separator: " × ")
  }
}

extension [MathNode] {
  /// The scalars that they come from.
  var extent: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.range.lowerBound..<Swift.max(first.range.lowerBound, last.range.upperBound)
  }
}
