import Expressions

/// Colours of the indices of a sum: words that depend on how the indices occur in a product, not on their names.
///
/// The words come from the names of symbols and functions by a fixed rule, so they are the same in every process. They
/// only serve to tell indices apart; that two have the same colour proves nothing.
struct IndexColours {
  private let indices: [Expression]
  private let factors: [(expression: Expression, weight: UInt64)]
  private var colours: [Expression: UInt64]

  init(_ graph: ExpressionGraph, indices: [Expression], product: RationalFunction) {
    self.indices = indices
    var factors: [(expression: Expression, weight: UInt64)] = []
    for factor in product.numerator.onlyTerm?.monomial.factors ?? [] {
      factors.append((factor.kernel.expression, StructuralHash.word(factor.exponent)))
    }
    for factor in product.denominator {
      // The kernels of a sum in a denominator count one by one: coarse, but the same for all orders of terms.
      for kernel in factor.base.kernels {
        factors.append((kernel.expression, StructuralHash.word(Rational(-factor.multiplicity)) &+ 1))
      }
    }
    self.factors = factors
    colours = [:]
    for index in indices { colours[index] = 1 }
    for index in indices {
      guard case .index(let id) = graph[index] else { continue }
      var hash = StructuralHash(graph, colours: colours)
      let lower = hash.value(of: graph[id].lower)
      colours[index] = StructuralHash.mix(lower, hash.value(of: graph[id].upper))
    }
    refine(graph)
  }

  /// The indices in the order of their colours.
  var order: [Expression] { indices.sorted { (colours[$0] ?? 0) < (colours[$1] ?? 0) } }

  /// The first set of indices that share a colour; nil if there is none.
  var firstGroup: [Expression]? {
    let order = order
    for index in order {
      let group = order.filter { colours[$0] == colours[index] }
      if group.count > 1 { return group }
    }
    return nil
  }

  /// The colours after `index` got one of its own.
  func singlingOut(_ index: Expression, _ graph: ExpressionGraph) -> IndexColours {
    var result = self
    result.colours[index] = StructuralHash.mix(colours[index] ?? 0, 0x51)
    result.refine(graph)
    return result
  }

  /// Mixes into each colour how the index occurs among the others, until that tells no more indices apart.
  private mutating func refine(_ graph: ExpressionGraph) {
    var distinct = 0
    while true {
      let count = Set(colours.values).count
      if count <= distinct { return }
      distinct = count
      let old = colours
      for index in indices {
        var marked = old
        marked[index] = StructuralHash.mix(old[index] ?? 0, 0x3D)
        var hash = StructuralHash(graph, colours: marked)
        var total: UInt64 = 0
        for factor in factors where graph.contains(index, in: factor.expression) {
          total &+= StructuralHash.mix(hash.value(of: factor.expression), factor.weight)
        }
        colours[index] = StructuralHash.mix(old[index] ?? 0, total)
      }
    }
  }
}

/// Words that depend on the structure of expressions, on the colours of some indices in them, and on nothing else: not on
/// addresses, nor on the order of terms and factors.
struct StructuralHash {
  private let graph: ExpressionGraph
  private let colours: [Expression: UInt64]
  private var memo: [Expression: UInt64] = [:]

  init(_ graph: ExpressionGraph, colours: [Expression: UInt64]) {
    self.graph = graph
    self.colours = colours
  }

  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b &+ 0xD1B5_4A32_D192_ED03)
    return high ^ low &+ a.byteSwapped
  }

  /// FNV-1a.
  static func word(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  static func word(_ number: Rational) -> UInt64 {
    if let integer = number.asInt { return mix(7, UInt64(bitPattern: Int64(integer))) }
    return word(number.description)
  }

  /// The word of `expression`.
  mutating func value(of expression: Expression) -> UInt64 {
    if let colour = colours[expression] { return colour }
    if let known = memo[expression] { return known }
    let result: UInt64
    switch graph[expression] {
    case .number(let value): result = Self.word(value)
    case .constant(let constant): result = Self.mix(11, UInt64(constant.rawValue))
    case .index(let id): result = Self.mix(13, Self.word(graph[id].name))
    case .bound(let height): result = Self.mix(17, UInt64(height))
    case .symbol(let family, let subscripts): result = ordered(Self.word(graph[family].name), Array(subscripts))
    case .call(let function, let arguments):
      let name = Self.mix(Self.word(graph[function].name), UInt64(graph[function].order))
      result = ordered(name, Array(arguments))
    case .add(let terms): result = unordered(19, Array(terms))
    case .multiply(let factors): result = unordered(23, Array(factors))
    case .and(let parts): result = unordered(29, Array(parts))
    case .or(let parts): result = unordered(31, Array(parts))
    case .power: result = ordered(37, graph.children(of: expression))
    case .summation: result = ordered(41, graph.children(of: expression))
    case .comparison(let comparison, _, _):
      result = ordered(43 &+ UInt64(comparison.rawValue), graph.children(of: expression))
    case .not, .bracket: result = ordered(47, graph.children(of: expression))
    case .piecewise: result = ordered(53, graph.children(of: expression))
    case .partial: result = ordered(59, graph.children(of: expression))
    }
    memo[expression] = result
    return result
  }

  private mutating func ordered(_ start: UInt64, _ operands: [Expression]) -> UInt64 {
    operands.reduce(Self.mix(3, start)) { Self.mix($0, value(of: $1)) }
  }

  private mutating func unordered(_ start: UInt64, _ operands: [Expression]) -> UInt64 {
    operands.reduce(start) { $0 &+ Self.mix(5, value(of: $1)) }
  }
}
