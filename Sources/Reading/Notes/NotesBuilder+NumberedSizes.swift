import Expressions
import LaTeX

/// Sizes that are numbers, in notes without layers: Σ_{i=1}^3 x_i² is about three numbers x_i.
extension NotesBuilder {
  /// Takes a dimension to be as large as the sums over it say, all of them or most; where no sum runs over it, as the lists
  /// of its indices say, i = 1, 2, 3. A sum to another number is a slip.
  mutating func takeNumberedSizes() {
    guard !vocabulary.isLayeredNetwork else { return }
    var sums: [Expression: [Int: Int]] = [:]
    for (dimension, numbers) in elaborator.numberBounds {
      let root = elaborator.dimensions.root(dimension)
      sums[root, default: [:]].merge(numbers, uniquingKeysWith: +)
    }
    var lists: [Expression: [Int: Int]] = [:]
    for (dimension, numbers) in elaborator.listedNumbers {
      let root = elaborator.dimensions.root(dimension)
      if sums[root] == nil { lists[root, default: [:]].merge(numbers, uniquingKeysWith: +) }
    }
    lists = lists.filter { $0.value.count == 1 }
    for root in elaborator.graph.ordered(Array(sums.keys) + Array(lists.keys)) {
      guard elaborator.dimensions.isOwn(root, elaborator.graph), !elaborator.dimensions.isNamed(root, elaborator.graph),
        let counts = sums[root] ?? lists[root],
        let size = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key, size > 1
      else { continue }
      let number = elaborator.graph.number(size)
      _ = elaborator.dimensions.unify(root, number, in: &elaborator.graph)
    }
  }

  /// Keeps the last number that a condition lists for an index: 3 of i = 1, 2, 3.
  mutating func takeListedNumbers(_ conditions: [WrittenChain]) {
    for condition in conditions where condition.signs.count == 1 && condition.signs[0].name == "=" {
      guard let name = condition.members[0].nodes.first?.symbolName, condition.members[0].nodes.count == 1,
        condition.members[1].nodes.first?.wholeNumber == 1, let last = condition.list.last?.nodes.last?.wholeNumber,
        let index = elaborator.indices[name], case .index(let id) = elaborator.graph[index]
      else { continue }
      elaborator.listedNumbers[elaborator.graph[id].upper, default: [:]][last, default: 0] += 1
    }
  }
}
