import Derivations
import Expressions
import Networks
import Numerics

/// Every claim of a derivation by itself: both sides evaluated in one concrete network. Compiled for one choice of sizes.
struct ClaimJudge {
  /// A claim at one combination of layers.
  private struct Item {
    let place: ClaimPlace
    let program: IndexProgram
    /// Its indices, layers first: those with a number, then the axes of both sides.
    let layers: [(name: String, value: Int)]
    let axes: [String]
  }

  /// How many values of its indices a claim is judged at where they are too many.
  private static let sampleCount = 2

  private var items: [Item] = []
  private var partials: FormalPartials
  /// The claims that are wrong in their ranges.
  private(set) var failures: [(place: ClaimPlace, error: EvaluationError)] = []
  /// The claims that have no value here.
  private(set) var notJudged: [(place: ClaimPlace, reason: EvaluationError)] = []

  /// The number of claims that are judged.
  var claimCount: Int { Set(items.map(\.place)).count }

  /// The claims of `derivation` at these sizes; `shapes` includes those of δ, η and the argument z of definitions.
  init(
    _ derivation: Derivation, _ instance: NetworkInstance, _ graph: inout ExpressionGraph,
    shapes: [ArrayKey: [ArrayAxis]], isSmall: Bool
  ) {
    partials = FormalPartials(instance, isSmall: isSmall)
    for (place, claim) in derivation.claims where claim.reason != .assumption {
      let (left, right) = Self.sides(claim, &graph)
      do {
        for scope in try LayerIndices.assignments(of: [left, right], in: graph, scope: instance.scope) {
          try add(place, left, right, scope, instance, &graph, shapes)
        }
      } catch {
        switch error {
        case .outOfRange, .wrongSubscriptCount: failures.append((place, error))
        default: notJudged.append((place, error))
        }
      }
    }
  }

  /// What must be equal: for an update the increment and −η ∂L/∂w.
  private static func sides(_ claim: Claim, _ graph: inout ExpressionGraph) -> (Expression, Expression) {
    guard claim.relation == .becomes else { return (claim.left, claim.right) }
    let loss = graph.symbol(NetworkSymbol.loss)
    let slope = graph.partial(loss, by: claim.left)
    let rate = graph.symbol(NetworkSymbol.learningRate)
    return (graph.subtract(claim.right, claim.left), graph.multiply([graph.number(-1), rate, slope]))
  }

  /// Adds the claim for all values of its indices; where its derivatives would be too many, for a few of them.
  private mutating func add(
    _ place: ClaimPlace, _ left: Expression, _ right: Expression, _ scope: IndexScope, _ instance: NetworkInstance,
    _ graph: inout ExpressionGraph, _ shapes: [ArrayKey: [ArrayAxis]]
  ) throws(EvaluationError) {
    let before = partials
    do throws(EvaluationError) {
      items.append(try item(place, left, right, scope, instance, &graph, shapes))
      return
    } catch {
      partials = before
      guard error == .noPartial else { throw error }
    }
    var source = SplitMix64(seed: UInt64(items.count))
    var indices = graph.freeIndices(of: left)
    for index in graph.freeIndices(of: right) where !indices.contains(index) { indices.append(index) }
    for _ in 0..<Self.sampleCount {
      var sampled = scope
      for index in indices where scope.values[index] == nil {
        guard let range = graph.range(of: index, scope) else { continue }
        sampled.values[index] = source.integer(in: range)
      }
      items.append(try item(place, left, right, sampled, instance, &graph, shapes))
    }
  }

  private mutating func item(
    _ place: ClaimPlace, _ left: Expression, _ right: Expression, _ scope: IndexScope, _ instance: NetworkInstance,
    _ graph: inout ExpressionGraph, _ shapes: [ArrayKey: [ArrayAxis]]
  ) throws(EvaluationError) -> Item {
    var axes = graph.freeIndices(of: left)
    for index in graph.freeIndices(of: right) where !axes.contains(index) { axes.append(index) }
    axes.removeAll { scope.values[$0] != nil }
    let program = try IndexProgram.compile(
      [(left, axes), (right, axes)], in: &graph, scope: scope, shapes: shapes, functions: instance.functions)
    // What is asked for in the Double shapes is answered in dual numbers of the same shapes.
    for request in program.partials { try partials.register(request, &graph, shapes: shapes) }
    let layers = graph.ordered(scope.values.keys).map { index in (graph.name(of: index), scope.values[index] ?? 0) }
    return Item(place: place, program: program, layers: layers, axes: axes.map { graph.name(of: $0) })
  }

  /// Judges all claims at a point. Both sides agree if they differ by no more than `tolerance` times the greater of the
  /// claim's largest value and 10⁻⁶.
  func judge(
    _ perceptron: MultilayerPerceptron, at point: NetworkPoint, _ environment: IndexEnvironment<Double>,
    state: NetworkState<Double>, backward: BackwardPass, extra: [ArrayKey: Double], tolerance: Double, draw: Int
  ) throws(EvaluationError) -> [ClaimFailure] {
    var environment = environment
    environment.partial = try partials.values(
      perceptron, at: point, state: state, backward: backward, extra: extra)
    var found: [ClaimFailure] = []
    for item in items {
      let sides = try item.program.run(in: environment)
      guard let place = Self.disagreement(sides[0].storage, sides[1].storage, tolerance) else { continue }
      let indices = zip(item.axes, sides[0].indices(at: place)).map { (name: $0, value: $1) }
      found.append(
        ClaimFailure(
          place: item.place, indices: item.layers + indices,
          kind: .values(left: sides[0].storage[place], right: sides[1].storage[place]),
          widths: perceptron.instance.widths, draw: draw))
    }
    return found
  }

  /// Where the sides differ most, if by too much.
  private static func disagreement(_ left: [Double], _ right: [Double], _ tolerance: Double) -> Int? {
    var scale = 1e-6
    var worst = 0.0
    var place: Int?
    for (position, (x, y)) in zip(left, right).enumerated() {
      scale = max(scale, x.magnitude, y.magnitude)
      let difference = (x - y).magnitude
      // A side without a finite value agrees with nothing.
      if !difference.isFinite { return position }
      if difference > worst {
        worst = difference
        place = position
      }
    }
    return worst > tolerance * scale ? place : nil
  }
}

extension ExpressionGraph {
  /// The range of an index, as numbers; nil if it has none or is empty.
  func range(of index: Expression, _ scope: IndexScope) -> ClosedRange<Int>? {
    guard case .index(let id) = self[index], let lower = scope.integer(self[id].lower, in: self),
      let upper = scope.integer(self[id].upper, in: self), lower <= upper
    else { return nil }
    return lower...upper
  }

  /// The name of an index.
  func name(of index: Expression) -> String {
    if case .index(let id) = self[index] { self[id].name } else { TextPrinter(self).text(index) }
  }
}
