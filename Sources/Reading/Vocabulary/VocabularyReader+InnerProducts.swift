import LaTeX

/// Products of the weights of one unit with a sample: wᵀx_i, x_iᵀw, w · x_i, ⟨w, x_i⟩.
extension VocabularyReader {
  private static let weightVectors: Set<String> = ["w", "\\theta", "\\beta", "\\omega"]

  /// Whether a letter is one for the weights of one unit: w, θ, w̃.
  static func isWeightVector(_ letter: String) -> Bool { weightVectors.contains(letter.undecorated) }

  /// The w and the x_i of wᵀx_i, if the notes write such a product.
  ///
  /// One that says which sample it is tells more than one that leaves it out.
  var innerProduct: (weight: String, input: Occurrence)? {
    var found: [(weight: String, input: Occurrence)] = []
    func find(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for place in visible.indices {
        guard let (first, second) = Self.factors(of: visible, at: place) else { continue }
        // Of two numbers w · x is a product like any other.
        let isOfVectors =
          first.isTransposed || visible[place].isFence || (vocabulary.letters[first.letter]?.rank ?? 0) > 0
        for (weight, input) in [(first, second), (second, first)]
        where isOfVectors && Self.isProduct(weight, input) {
          found.append((weight.letter, input))
        }
      }
      for node in visible { find(node.occurrence == nil ? node.children : node.exponent) }
    }
    for statement in statements { for member in statement.chain.members { find(member.nodes) } }
    return found.first { $0.input.sampleLabel != nil } ?? found.first
  }

  /// Whether w · x stands somewhere with a dot, where w_j and x_j are entries elsewhere: then it is no product of numbers.
  var multipliesVectors: Bool {
    func isVector(_ node: MathNode) -> Bool {
      guard let occurrence = node.occurrence, occurrence.subscripts.isEmpty, occurrence.superscript == nil else {
        return false
      }
      let usage = survey[occurrence.letter]
      // w_k and w_{k+1} are steps, w_t too; w_j² is a square.
      let isSquared = usage.bare.keys.allSatisfy { $0.letter == nil && $0.offset == 2 }
      return isSquared && usage.bracketed.isEmpty && !usage.single.isEmpty
        && usage.single.keys.allSatisfy { $0.offset == 0 || $0.letter == nil }
        && usage.single.keys.contains { content in
          content.letter.map { ["i", "j", "k", "m", "n", "p", "q", "d"].contains($0) } ?? false
        }
    }
    func isWeight(_ node: MathNode) -> Bool { node.occurrence.map { Self.isWeightVector($0.letter) } ?? false }
    func visit(_ nodes: [MathNode]) -> Bool {
      let visible = nodes.withoutBlanks
      return visible.indices.contains { place in
        if visible[place].kind == .operation("cdot"), place > 0, place + 1 < visible.count {
          let (first, second) = (visible[place - 1], visible[place + 1])
          if isVector(first), isVector(second), isWeight(first) || isWeight(second) { return true }
        }
        return visit(visible[place].children)
      }
    }
    return statements.contains { $0.chain.members.contains { visit($0.nodes) } }
  }

  /// What stands at a place as the two factors of an inner product, in their order.
  private static func factors(of nodes: [MathNode], at place: Int) -> (Occurrence, Occurrence)? {
    if case .fence(let fence) = nodes[place].kind, fence.open.name == "langle" {
      let body = fence.body.withoutBlanks
      guard body.count == 3, body[1].isPunctuation, let a = body[0].occurrence, let b = body[2].occurrence else {
        return nil
      }
      return (a, b)
    }
    guard let first = nodes[place].occurrence else { return nil }
    if nodes.indices.contains(place + 1), let second = nodes[place + 1].occurrence {
      return first.isTransposed && !second.isTransposed ? (first, second) : nil
    }
    guard nodes.indices.contains(place + 2), nodes[place + 1].kind == .operation("cdot"),
      let second = nodes[place + 2].occurrence, !first.isTransposed, !second.isTransposed
    else { return nil }
    return (first, second)
  }

  private static func isProduct(_ weight: Occurrence, _ input: Occurrence) -> Bool {
    isWeightVector(weight.letter) && weight.subscripts.isEmpty && weight.superscript == nil
      && input.letter.designMatrix != nil && input.subscripts.count <= 1
  }
}
