import Expressions
import LaTeX

/// Products: which one is meant, the shapes tell.
extension Elaborator {
  /// One factor as it was read.
  struct Factor {
    var tensor: Tensor
    var range: Range<Int>
    /// For a derivative ∂u/∂v of arrays: how many of the axes are u's.
    var derivative: Int?
  }

  private static let productSigns: Set<String> = ["cdot", "times", "*", "ast", "star", "bullet", "/", "otimes", ".*"]
  fileprivate static let entrywiseSigns: Set<String> = ["odot", "circ", ".*", "circledast", "bullet", "oslash"]

  /// A product, where ⊙ is taken last: Wᵀδ ⊙ σ′(z). Where the shapes fit only if ⊙ is taken first, Xᵀ (A − Y) ⊙ σ′(Z), or
  /// fit as they are so, and otherwise only if X is square, that is what is meant.
  mutating func product(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    let (start, known) = (cursor, dimensions)
    guard !takesEntrywiseFirst, start.hasEntrywiseSign else { return try productOfProducts(&cursor) }
    var result: Tensor?
    var misfit: ReadingProblem?
    do throws(ReadingProblem) {
      result = try productOfProducts(&cursor)
    } catch {
      guard case .misfit = error.kind else { throw error }
      misfit = error
    }
    if misfit != nil || dimensions.mergeCount > known.mergeCount {
      let (end, merged) = (cursor, dimensions)
      (cursor, dimensions) = (start, known)
      takesEntrywiseFirst = true
      defer { takesEntrywiseFirst = false }
      if let other = try? productOfProducts(&cursor), misfit != nil || dimensions.mergeCount == known.mergeCount {
        return other
      }
      (cursor, dimensions) = (end, merged)
    }
    if let result { return result }
    throw misfit ?? ReadingProblem(kind: .missing("a factor"), range: start.place)
  }

  private mutating func productOfProducts(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    var result = try juxtaposition(&cursor)
    while let node = cursor.current, case .operation(let sign) = node.kind, Self.entrywiseSigns.contains(sign) {
      cursor.advance()
      var other = try juxtaposition(&cursor)
      // y ⊘ s divides entry by entry.
      if sign == "oslash" { other.body = graph.power(other.body, -1) }
      result = try entrywise(result, other, node.range)
    }
    return result
  }

  /// Factors beside one another or with a dot between.
  private mutating func juxtaposition(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    var factors: [Factor] = []
    var previous: MathNode?
    while let node = cursor.current {
      var divides = false
      var isOuter = false
      var isStar = false
      var isDot = false
      if case .operation(let sign) = node.kind {
        guard Self.productSigns.contains(sign), !factors.isEmpty, !Self.entrywiseSigns.contains(sign) else { break }
        divides = sign == "/"
        isOuter = sign == "otimes"
        isDot = sign == "cdot"
        isStar = sign == "*" || sign == "ast"
        cursor.advance()
        // A sign directly behind the dot: a · −b.
        if cursor.accept(operation: "-") { factors.append(Factor(tensor: Tensor(graph.number(-1)), range: node.range)) }
      } else if node.isPunctuation || node.relationName != nil {
        break
      }
      let own = cursor.current
      var factor = try self.factor(&cursor)
      while takesEntrywiseFirst, let sign = cursor.current, sign.isEntrywiseSign {
        cursor.advance()
        let other = try self.factor(&cursor)
        factor.tensor = try entrywise(factor.tensor, other.tensor, sign.range)
        factor.range = factor.range.lowerBound..<other.range.upperBound
      }
      defer { previous = own }
      if isDot, let left = factors.last, let own, let inner = innerProduct(left.tensor, previous, factor.tensor, own) {
        factors[factors.count - 1] = Factor(tensor: inner, range: left.range.lowerBound..<factor.range.upperBound)
        continue
      }
      if divides {
        guard factor.tensor.isScalar || factors.count == 1 else { throw notYet(node) }
        factor.tensor.body = graph.power(factor.tensor.body, -1)
        if !factor.tensor.isScalar {
          factors[factors.count - 1].tensor = try entrywise(
            factors[factors.count - 1].tensor, factor.tensor, node.range)
          continue
        }
      }
      if isStar, factor.tensor.axes.count == 2, let left = try? folded(factors), haveOneShape(left, factor.tensor) {
        // In the way of programs * is entry by entry.
        let product = try entrywise(left, factor.tensor, node.range)
        let start = factors.first?.range.lowerBound ?? factor.range.lowerBound
        factors = [Factor(tensor: product, range: start..<factor.range.upperBound)]
        continue
      }
      if isOuter {
        let left = try folded(factors)
        let start = factors.first?.range.lowerBound ?? factor.range.lowerBound
        factors = [
          Factor(tensor: try tensorProduct(left, factor.tensor, node.range), range: start..<factor.range.upperBound)
        ]
        continue
      }
      factors.append(factor)
    }
    guard !factors.isEmpty else { throw ReadingProblem(kind: .missing("a factor"), range: cursor.place) }
    return try folded(factors)
  }

  /// Whether the axes of two arrays are known to be of the same dimensions.
  private func haveOneShape(_ a: Tensor, _ b: Tensor) -> Bool {
    guard a.axes.count == b.axes.count else { return false }
    return zip(a.axes, b.axes).allSatisfy { x, y in
      guard case .index(let i) = graph[x], case .index(let k) = graph[y] else { return false }
      return dimensions.root(graph[i].upper) == dimensions.root(graph[k].upper)
    }
  }

  private func notYet(_ node: MathNode) -> ReadingProblem {
    ReadingProblem(kind: .unexpected(node.name), range: node.range)
  }

  /// The product of all factors, from left to right; of derivatives of arrays by the chain rule.
  private mutating func folded(_ factors: [Factor]) throws(ReadingProblem) -> Tensor {
    var scalars: [Expression] = []
    var arrays: [Factor] = []
    var allScalars: [Expression] = []
    for factor in factors {
      if factor.tensor.isScalar { scalars.append(factor.tensor.body) } else { arrays.append(factor) }
      allScalars.append(factor.tensor.body)
    }
    guard var result = arrays.first else {
      return Tensor(allScalars.count == 1 ? allScalars[0] : graph.multiply(allScalars))
    }
    for next in arrays.dropFirst() { result = try multiplied(result, next) }
    if !scalars.isEmpty { result.tensor.body = graph.multiply(scalars + [result.tensor.body]) }
    return result.tensor
  }

  /// The product of two arrays.
  private mutating func multiplied(_ a: Factor, _ b: Factor) throws(ReadingProblem) -> Factor {
    let range = min(a.range.lowerBound, b.range.lowerBound)..<max(a.range.upperBound, b.range.upperBound)
    if let chained = chained(a, b) { return Factor(tensor: chained.tensor, range: range, derivative: chained.upper) }
    return Factor(tensor: try product(a.tensor, b.tensor, range), range: range)
  }

  /// ∂u/∂v · ∂v/∂w summed over v, in whichever order they stand; a gradient δ before ∂z/∂w counts as ∂L/∂z.
  private mutating func chained(_ a: Factor, _ b: Factor) -> (tensor: Tensor, upper: Int)? {
    if let through = chainedThroughMatrix(a, b) { return through }
    if let upper = b.derivative, upper == 1, b.tensor.axes.count >= 2 {
      if let own = a.derivative, own < a.tensor.axes.count, a.tensor.axes.count - own == 1,
        fits(a.tensor.axes[own], b.tensor.axes[0])
      {
        return (contracted(a.tensor, own, b.tensor, 0), own)
      }
      if a.derivative == nil, a.tensor.axes.count == 1, b.tensor.axes.count == 3 || a.tensor.isRow,
        fits(a.tensor.axes[0], b.tensor.axes[0])
      {
        return (contracted(a.tensor, 0, b.tensor, 0), 0)
      }
    }
    if let upper = a.derivative, upper == 1, a.tensor.axes.count >= 2, b.tensor.axes.count - (b.derivative ?? 0) == 1,
      let own = b.derivative, fits(b.tensor.axes[own], a.tensor.axes[0])
    {
      return (contracted(b.tensor, own, a.tensor, 0), own)
    }
    if let upper = a.derivative, upper == 1, a.tensor.axes.count == 3, b.tensor.axes.count == 1, b.derivative == nil,
      fits(b.tensor.axes[0], a.tensor.axes[0])
    {
      return (contracted(b.tensor, 0, a.tensor, 0), 0)
    }
    return nil
  }

  /// ∂L/∂Z · ∂Z/∂W summed over the rows and the columns of Z.
  private mutating func chainedThroughMatrix(_ a: Factor, _ b: Factor) -> (tensor: Tensor, upper: Int)? {
    guard b.derivative == 2, b.tensor.axes.count > 2, let own = a.derivative, a.tensor.axes.count == own + 2,
      fits(a.tensor.axes[own], b.tensor.axes[0]), fits(a.tensor.axes[own + 1], b.tensor.axes[1])
    else { return nil }
    // ∂u/∂W · ∂W/∂W
    if case .partial(let u, let v) = graph[b.tensor.body], case .symbol(let one, _) = graph[u],
      case .symbol(let other, _) = graph[v], one == other, !graph[one].isLayered
    {
      return (a.tensor, own)
    }
    let rows = freshAxis(like: b.tensor.axes[0])
    let columns = freshAxis(like: b.tensor.axes[1])
    let left = graph.replace(
      [a.tensor.axes[own]: rows.index, a.tensor.axes[own + 1]: columns.index], in: a.tensor.body)
    let right = graph.replace(
      [b.tensor.axes[0]: rows.index, b.tensor.axes[1]: columns.index], in: b.tensor.body)
    let inner = graph.summation(
      over: columns.index, from: columns.lower, to: columns.upper, graph.multiply([left, right]))
    let body = graph.summation(over: rows.index, from: rows.lower, to: rows.upper, inner)
    return (Tensor(axes: Array(a.tensor.axes[..<own]) + Array(b.tensor.axes[2...]), body: body), own)
  }

  /// Σ over axis i of a, which is axis k of b.
  mutating func contracted(_ a: Tensor, _ i: Int, _ b: Tensor, _ k: Int) -> Tensor {
    let (index, lower, upper) = freshAxis(like: a.axes[i])
    let left = graph.replace(a.axes[i], by: index, in: a.body)
    let right = graph.replace(b.axes[k], by: index, in: b.body)
    let body = graph.summation(over: index, from: lower, to: upper, graph.multiply([left, right]))
    var axes = a.axes
    axes.remove(at: i)
    var others = b.axes
    others.remove(at: k)
    return Tensor(axes: axes + others, body: body)
  }

  /// A new axis of the dimension of another one.
  mutating func freshAxis(like axis: Expression) -> (index: Expression, lower: Expression, upper: Expression) {
    guard case .index(let id) = graph[axis] else { return (axis, axis, axis) }
    let range = graph[id]
    let index = graph.freshIndex("k", from: range.lower, to: range.upper)
    return (index, range.lower, range.upper)
  }

  /// Matrix and vector products.
  private mutating func product(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    switch (a.axes.count, b.axes.count) {
    case (1, 2) where !isKnownToFit(a.axes[0], b.axes[0]) && isKnownToFit(a.axes[0], b.axes[1]):
      // γ ĥ, a number for each column.
      return try entrywise(a, b, range)
    case (2, 2) where fits(a.axes[1], b.axes[0]): return contracted(a, 1, b, 0)
    case (2, 1) where !b.isRow && fits(a.axes[1], b.axes[0]): return contracted(a, 1, b, 0)
    case (1, 2) where a.isRow && fits(a.axes[0], b.axes[0]):
      var result = contracted(a, 0, b, 0)
      result.isRow = true
      result.isTurned = a.isTurned
      return result
    case (1, 1):
      switch (a.isRow, b.isRow) {
      case (true, false) where fits(a.axes[0], b.axes[0]): return contracted(a, 0, b, 0)
      case (false, true): return try outer(a, b, range)
      case (false, false), (true, true):
        // 1ᵀz adds up, whichever way the vectors are taken to lie.
        if isOnes(a) || isOnes(b) { throw misfit(a, b, range) }
        // Of what is written with transpositions two rows have no product.
        if a.isTurned || b.isTurned {
          var problem = misfit(a, b, range)
          problem.isCertain = true
          throw problem
        }
        if let other = aligned(b, to: a.axes) {
          return Tensor(axes: a.axes, body: graph.multiply([a.body, other]), isRow: a.isRow)
        }
      default: break
      }
    default: break
    }
    throw misfit(a, b, range)
  }

  private func isOnes(_ vector: Tensor) -> Bool { graph.numberValue(vector.body)?.isOne == true }

  /// Whether two axes are of one dimension by what is known so far.
  private func isKnownToFit(_ a: Expression, _ b: Expression) -> Bool {
    guard case .index(let x) = graph[a], case .index(let y) = graph[b] else { return false }
    return dimensions.root(graph[x].upper) == dimensions.root(graph[y].upper)
  }

  /// a ⊗ b: entry by entry for arrays of one shape, as some notes write it, else the outer product.
  private mutating func tensorProduct(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    let isKnown = zip(a.axes, b.axes).allSatisfy { isKnownToFit($0, $1) }
    if a.axes.count == b.axes.count, a.isRow == b.isRow, isKnown, aligned(b, to: a.axes) != nil {
      return try entrywise(a, b, range)
    }
    return try outer(a, b, range)
  }

  /// a bᵀ.
  mutating func outer(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    guard a.axes.count == 1, b.axes.count == 1 else { throw misfit(a, b, range) }
    return Tensor(axes: a.axes + b.axes, body: graph.multiply([a.body, b.body]))
  }

  /// a ⊙ b.
  mutating func entrywise(_ a: Tensor, _ b: Tensor, _ range: Range<Int>) throws(ReadingProblem) -> Tensor {
    let (a, b) = (slopes(a, beside: b) ?? a, slopes(b, beside: a) ?? b)
    return try combined(a, b, range) { graph, x, y in graph.multiply([x, y]) }
  }

  /// ∂a/∂z beside ⊙ and a vector stands for the vector of slopes ∂a_i/∂z_i, where a is computed from z entry by entry.
  private mutating func slopes(_ jacobian: Tensor, beside other: Tensor) -> Tensor? {
    guard jacobian.axes.count == 2, other.axes.count == 1, case .partial(let u, let v) = graph[jacobian.body],
      case .symbol = graph[u], case .symbol = graph[v], fits(jacobian.axes[0], jacobian.axes[1])
    else { return nil }
    let body = graph.replace(jacobian.axes[1], by: jacobian.axes[0], in: jacobian.body)
    return Tensor(axes: [jacobian.axes[0]], body: body, isRow: other.isRow)
  }

  /// aᵀ.
  func transposed(_ a: Tensor) -> Tensor {
    switch a.axes.count {
    case 1: Tensor(axes: a.axes, body: a.body, isRow: !a.isRow, isTurned: true)
    case 2: Tensor(axes: [a.axes[1], a.axes[0]], body: a.body)
    default: a
    }
  }
}

extension MathNode {
  /// Whether ⊙ stands here.
  fileprivate var isEntrywiseSign: Bool {
    if case .operation(let sign) = kind { Elaborator.entrywiseSigns.contains(sign) && sign != "oslash" } else { false }
  }
}

extension NodeCursor {
  /// Whether ⊙ stands somewhere in what is left of the row.
  fileprivate var hasEntrywiseSign: Bool { rest.contains(where: \.isEntrywiseSign) }
}
