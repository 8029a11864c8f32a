import Derivations
import Expressions
import Networks

/// What notes assume without saying it.
extension NotesBuilder {
  /// Names that targets go by where no network gives them a part.
  private static let targetNames: Set<String> = ["y", "t", "ystar", "tstar"]

  /// Σ_k y_k of the targets by themselves is only ever written to become 1: they are the probabilities of classes, of which
  /// one holds.
  mutating func takeAssumptions() {
    var sums: [Expression] = []
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        for sum in summations(in: side) where !sums.contains(sum) && isOfTargets(sum) { sums.append(sum) }
      }
    }
    // One rule for one family: sums that differ in their index letter only are one expression anyway.
    guard sums.count == 1 else { return }
    if isStatedSum(sums[0]) { return }
    if notes.background.assumptions.contains(where: { $0.0 == sums[0] }) { return }
    let one = elaborator.graph.number(1)
    notes.background.assumptions.append((sums[0], one))
  }

  /// A_{ij} = A_{ji} of the matrices that the text says to be symmetric.
  mutating func takeSymmetries() {
    for letter in vocabulary.symmetric.sorted() {
      var nothing = NodeCursor([])
      guard vocabulary.letters[letter]?.rank == 2,
        let matrix = try? elaborator.symbol(Occurrence(letter: letter, range: 0..<0), &nothing),
        case .symbol(let id, let subscripts) = elaborator.graph[matrix.body], subscripts.count == 2
      else { continue }
      let turned = elaborator.graph.symbol(elaborator.graph[id], subscripts.reversed())
      notes.background.assumptions.append((matrix.body, turned))
    }
  }

  /// Whether a line says what a sum is.
  private func isStatedSum(_ sum: Expression) -> Bool {
    notes.assertions.contains { $0.claim.reason == .assumption && $0.claim.left == sum }
  }

  private func summations(in expression: Expression) -> [Expression] {
    var result: [Expression] = []
    elaborator.graph.forEachNode(of: expression) { node in
      if case .summation = elaborator.graph[node] { result.append(node) }
      return true
    }
    return result
  }

  /// Σ_k y_k, where y has one subscript.
  private mutating func isOfTargets(_ sum: Expression) -> Bool {
    guard let opened = elaborator.graph.openFresh(sum),
      case .symbol(let id, let subscripts) = elaborator.graph[opened.body], subscripts.count == 1,
      subscripts.first == opened.index
    else { return false }
    let family = elaborator.graph[id]
    if isIntroduced(family) { return false }
    return family == NetworkSymbol.target || Self.targetNames.contains(family.name)
  }

  /// Whether a line computes the members of a family: softmax(z)_k is no target.
  private func isIntroduced(_ family: Family) -> Bool {
    notes.assertions.contains { assertion in
      guard case .symbol(let id, let subscripts) = elaborator.graph[assertion.claim.left] else { return false }
      let isGeneral = subscripts.contains { if case .index = elaborator.graph[$0] { true } else { false } }
      guard isGeneral, elaborator.graph[id] == family else { return false }
      return elaborator.graph.contains(in: assertion.claim.right) { node in
        switch elaborator.graph[node] {
        case .call, .summation, .power: true
        default: false
        }
      }
    }
  }
}
