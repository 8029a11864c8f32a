import Expressions
import LaTeX

/// Shapes that lines tell, not custom: where z = Wx + b and ‖z − y‖ stand, W is a matrix and x, b, z and y are columns.
///
/// A gradient that does not have the shape of what it is taken by is wrong then, whatever the sizes are.
extension NotesBuilder {
  /// The letters of such matrices and vectors; none where no norm or transposition shows that vectors are meant: z = Wx + b
  /// may be about numbers.
  func findToldShapes() -> Set<String> {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays, !vocabulary.hasBatches else { return [] }
    var told: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members[0].count == 1, vector(members[0][0]) != nil else { continue }
      let letters = arrays(in: members[1])
      let isSum = members[1].allSatisfy { node in
        if case .operation(let sign) = node.kind { return sign == "+" }
        return node.occurrence != nil
      }
      guard isSum, zip(members[1], members[1].dropFirst()).contains(where: isProduct) else { continue }
      told.formUnion(letters)
      told.formUnion(arrays(in: members[0]))
    }
    guard !told.isEmpty else { return [] }
    var showsVectors = false
    for statement in statements where statement.chain.signs.first?.name == "=" {
      for norm in norms(in: statement.chain.members.flatMap(\.nodes)) {
        let letters = arrays(in: norm)
        guard !letters.isDisjoint(with: told), norm.allSatisfy({ vector($0) != nil || $0.isSign }) else { continue }
        told.formUnion(letters)
        showsVectors = true
      }
    }
    return showsVectors ? told : []
  }

  /// Whether a line says what the gradient of a number by an array is, in letters whose shapes are told.
  mutating func saysGradientOfTold(_ left: [MathNode], _ right: [MathNode]) -> Bool {
    let head = left.withoutBlanks
    guard !toldShapes.isEmpty, head.count == 1, let (above, below) = head[0].differentials, above.order == 1,
      let loss = above.rest.first?.occurrence, above.rest.count == 1, vocabulary.letters[loss.letter]?.role == .loss,
      loss.subscripts.isEmpty, let variable = below.rest.first?.occurrence, below.rest.count == 1,
      variable.subscripts.isEmpty, toldShapes.contains(variable.letter)
    else { return false }
    return isMadeOfTold(right)
  }

  private mutating func isMadeOfTold(_ nodes: [MathNode]) -> Bool {
    nodes.withoutBlanks.allSatisfy { node in
      if node.differentials != nil || node.nabla != nil { return false }
      if let occurrence = node.occurrence {
        return occurrence.subscripts.isEmpty && occurrence.superscript == nil && toldShapes.contains(occurrence.letter)
      }
      switch node.kind {
      case .number, .operation("+"), .operation("-"), .operation("cdot"): return true
      case .fence(let fence): return fence.open.name == "(" && isMadeOfTold(fence.body)
      case .scripts(let scripts):
        return scripts.isTransposition && (scripts.base.map { isMadeOfTold([$0]) } ?? false)
      default: return false
      }
    }
  }

  private func norms(in nodes: [MathNode]) -> [[MathNode]] {
    nodes.flatMap { node -> [[MathNode]] in
      if case .fence(let fence) = node.kind, fence.open.name == "‖" { return [fence.body.withoutBlanks] }
      return norms(in: node.children)
    }
  }

  private func arrays(in nodes: [MathNode]) -> Set<String> {
    Set(nodes.compactMap(\.occurrence).filter { (vocabulary.letters[$0.letter]?.rank ?? 0) > 0 }.map(\.letter))
  }

  /// The letter of a whole vector.
  private func vector(_ node: MathNode) -> String? { whole(node, ofRank: 1) }

  private func whole(_ node: MathNode, ofRank rank: Int) -> String? {
    guard let occurrence = node.occurrence, occurrence.subscripts.isEmpty, occurrence.superscript == nil,
      !occurrence.isTransposed, let reading = vocabulary.letters[occurrence.letter], reading.rank == rank,
      reading.place == .none, !reading.isSampled, !reading.isBatch
    else { return nil }
    return occurrence.letter
  }

  /// Wx, or xW of rows.
  private func isProduct(_ first: MathNode, _ second: MathNode) -> Bool {
    whole(first, ofRank: 2) != nil && vector(second) != nil || vector(first) != nil && whole(second, ofRank: 2) != nil
  }
}

extension MathNode {
  fileprivate var isSign: Bool { kind == .operation("-") || kind == .operation("+") }
}
