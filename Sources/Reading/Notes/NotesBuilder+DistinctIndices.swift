import Derivations
import Expressions

/// Letters that stand for different units because another line is about equal ones.
extension NotesBuilder {
  /// Of ∂a_i/∂z_i = a_i (1 − a_i) and ∂a_j/∂z_i = −a_i a_j the second one is about j ≠ i: who states the case of equal
  /// letters by itself means different ones by different letters.
  mutating func separateDistinctIndices() {
    var diagonals: [[Slot]: Int] = [:]
    var written: Set<[Slot]> = []
    for (place, assertion) in notes.assertions.enumerated() where assertion.predecessor == nil {
      guard let pattern = pattern(of: assertion.claim.left)?.slots else { continue }
      diagonals[pattern] = diagonals[pattern] ?? place
      if !toldCases.equalPlaces.contains(place) { written.insert(pattern) }
    }
    var roots: [Int] = []
    for (place, assertion) in notes.assertions.enumerated() {
      roots.append(assertion.predecessor.map { roots[$0] } ?? place)
    }
    // What tells the cases apart by itself is about both.
    let split = Set(roots.indices.filter { distinguishesCases(notes.assertions[$0].claim) }.map { roots[$0] })
    var conditions: [Int: Expression] = [:]
    var tacit: Set<Int> = []
    for root in roots.indices where roots[root] == root && !split.contains(root) && !isToldApart(root) {
      let left = notes.assertions[root].claim.left
      guard let pair = distinctPair(of: left, diagonals) else { continue }
      let equal = elaborator.graph.compare(pair.0, .equal, pair.1)
      conditions[root] = elaborator.graph.not(equal)
      if distinctPair(of: left, diagonals.filter { written.contains($0.key) }) == nil { tacit.insert(root) }
    }
    for (place, root) in roots.enumerated() {
      guard let condition = conditions[root] else { continue }
      var assertion = notes.assertions[place]
      multiply(&assertion, by: condition)
      notes.assertions[place] = assertion
      if tacit.contains(root) { notes.tacitCases.insert(place) }
    }
  }

  /// Whether another line of the same form is told to be about different letters: then this one, of which nothing is told,
  /// is about all of them.
  private func isToldApart(_ root: Int) -> Bool {
    guard let own = pattern(of: notes.assertions[root].claim.left)?.slots else { return false }
    func isOfForm(_ left: Expression) -> Bool { pattern(of: left)?.slots == own }
    return toldCases.distinct.contains(where: isOfForm) && toldCases.equal.contains(where: isOfForm)
  }

  /// A subscript of ∂u/∂v: an index, numbered by its first appearance, or something fixed.
  private enum Slot: Hashable {
    case symbol(FamilyID)
    case index(Int)
    case fixed(Expression)
  }

  /// The two indices that are equal in another line of the same form, nil if there is none.
  private func distinctPair(_ pattern: [Slot], _ indices: [Expression], _ diagonals: [[Slot]: Int]) -> (Int, Int)? {
    for first in indices.indices {
      for second in indices.indices.dropFirst(first + 1) {
        var numbers: [Int: Int] = [:]
        let merged = pattern.map { slot -> Slot in
          guard case .index(let number) = slot else { return slot }
          let own = number == second ? first : number
          let count = numbers.count
          if numbers[own] == nil { numbers[own] = count }
          return .index(numbers[own] ?? count)
        }
        if diagonals[merged] != nil { return (first, second) }
      }
    }
    return nil
  }

  private func distinctPair(of head: Expression, _ diagonals: [[Slot]: Int]) -> (Expression, Expression)? {
    guard let (slots, indices) = pattern(of: head), let pair = distinctPair(slots, indices, diagonals) else {
      return nil
    }
    return (indices[pair.0], indices[pair.1])
  }

  /// The form of ∂u/∂v and its indices in order of appearance, nil for anything else.
  private func pattern(of expression: Expression) -> (slots: [Slot], indices: [Expression])? {
    guard case .partial(let u, let v) = elaborator.graph[expression],
      case .symbol(let a, let above) = elaborator.graph[u],
      case .symbol(let b, let below) = elaborator.graph[v], a != b
    else { return nil }
    var indices: [Expression] = []
    func slot(_ item: Expression) -> Slot {
      guard case .index = elaborator.graph[item] else { return .fixed(item) }
      if let number = indices.firstIndex(of: item) { return .index(number) }
      indices.append(item)
      return .index(indices.count - 1)
    }
    let slots = [.symbol(a)] + above.map(slot) + [.symbol(b)] + below.map(slot)
    return (slots, indices)
  }

  /// Whether a condition on indices stands in a claim: [i = j].
  private func distinguishesCases(_ claim: Claim) -> Bool {
    [claim.left, claim.right].contains { side in
      elaborator.graph.contains(in: side) { node in
        switch elaborator.graph[node] {
        case .bracket, .piecewise: true
        default: false
        }
      }
    }
  }
}
