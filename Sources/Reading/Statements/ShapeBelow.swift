import LaTeX

/// Shapes below letters: Y_{m×n} = W_{m×k} X_{k×n}.
extension MathNode {
  /// The dimensions that stand below a letter, m and n of W_{m×n}; nil for indices.
  fileprivate var shapeBelow: [[MathNode]]? {
    guard case .scripts(let scripts) = kind, scripts.base?.symbolName != nil,
      let lower = scripts.lower?.nodes.withoutBlanks, lower.count >= 3, lower.count % 2 == 1
    else { return nil }
    for (place, item) in lower.enumerated() {
      let isSign = item.kind == .operation("times")
      let isSize = item.wholeNumber != nil || item.symbolName != nil || item.indexedName != nil
      guard place % 2 == 1 ? isSign : isSize else { return nil }
    }
    return stride(from: 0, to: lower.count, by: 2).map { [lower[$0]] }
  }

  /// W_{m×n} is W: what stands below only tells its shape.
  var withoutShape: MathNode {
    guard shapeBelow != nil, case .scripts(var scripts) = kind, let base = scripts.base else { return self }
    scripts.lower = nil
    if scripts.upper == nil, scripts.primes.isEmpty { return MathNode(base.kind, range) }
    return MathNode(.scripts(scripts), range)
  }
}

extension ShapeDeclaration {
  /// The declarations below the letters of `formulas`, the first one of each letter.
  static func below(_ formulas: [MathFormula]) -> [ShapeDeclaration] {
    var result: [ShapeDeclaration] = []
    var letters: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let dimensions = node.shapeBelow, let occurrence = node.withoutShape.occurrence {
          guard letters.insert(occurrence.letter).inserted else { continue }
          let subject = node.withoutShape
          result.append(ShapeDeclaration(subject: subject, occurrence: occurrence, dimensions: dimensions))
        } else {
          visit(node.children)
        }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    return result
  }
}
