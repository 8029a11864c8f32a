import LaTeX

/// Whether repeated indices mean sums.
extension VocabularyReader {
  /// Of notes that are about no network in layers: whether several lines multiply quantities that share an index which
  /// their left side has not and no sum binds, and more do so than write a sum sign. Where the text speaks of Einstein, two
  /// such lines are enough.
  var repeatsIndices: Bool {
    guard !vocabulary.isLayeredNetwork || namesEinstein else { return false }
    var repeating = 0
    var summing = 0
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard let head = members.first(where: { !$0.isEmpty }), statement.previous == nil else { continue }
      let own = Set(indexLetters(in: head))
      let values = members.drop { $0.isEmpty }.dropFirst()
      if values.contains(where: { holdsSum($0) }) { summing += 1 }
      if values.contains(where: { repeatsIndex($0, own) && !holdsSum($0) }) { repeating += 1 }
    }
    return namesEinstein ? repeating >= 2 : repeating >= 3 && repeating > summing
  }

  private func repeatsIndex(_ nodes: [MathNode], _ own: Set<String>) -> Bool {
    let terms = nodes.split { node in
      switch node.kind {
      case .operation("+"), .operation("-"): true
      default: false
      }
    }
    return terms.contains { term in
      // Each factor counts an index once; ∂u_k/∂v_i has both.
      var counts: [String: Int] = [:]
      for factor in term { for name in Set(indexLetters(in: [factor])) { counts[name, default: 0] += 1 } }
      return counts.contains { $0.value > 1 && !own.contains($0.key) && !vocabulary.layerLetters.contains($0.key) }
    }
  }

  private func holdsSum(_ nodes: [MathNode]) -> Bool {
    nodes.contains { $0.summation != nil || $0.kind == .largeOperator("sum") || holdsSum($0.children) }
  }

  private func indexLetters(in nodes: [MathNode]) -> [String] {
    occurrences(in: nodes).flatMap { occurrence in
      occurrence.subscripts.compactMap { LayerContent($0)?.letter }.filter { !vocabulary.sizeLetters.contains($0) }
    }
  }
}
