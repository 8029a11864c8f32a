import LaTeX

/// Letters that stand for a number in plain type and for a vector in bold type, as where a book states the chain rule first
/// for y = g(x) and then for \mathbf{y} = g(\mathbf{x}).
///
/// Many authors set the same vector in bold type at one place and not at another. So only where a letter is said to be a
/// function of one letter in both types, and nothing else in plain type, the two are told apart. Entries y_j are the vector's.
/// Of the numbers nothing is said beside the vectors; the parts of the notes that have only one of the two are read by
/// themselves.
struct FontTwins {
  /// The letters that mean a number where they stand in plain type without scripts.
  private var numbers: Set<String> = []

  init(_ formulas: [MathFormula]) {
    var plainHeads: Set<String> = []
    var boldHeads: Set<String> = []
    var otherHeads: Set<String> = []
    var plain: Set<String> = []
    var bold: Set<String> = []
    for formula in formulas {
      Self.collect(formula.nodes, &plain, &bold)
      for chain in ChainReader.chains(of: formula) where chain.signs.first?.name == "=" {
        let members = chain.members.map { $0.nodes.withoutBlanks }
        guard members[0].count == 1, let head = members[0][0].loneName else { continue }
        let value = members[1]
        if let argument = value.loneArgument {
          if argument.isBold != members[0][0].isBold {
            otherHeads.insert(head)
          } else if argument.isBold {
            boldHeads.insert(head)
          } else {
            plainHeads.insert(head)
          }
        } else if !members[0][0].isBold, value.first?.differentials == nil {
          otherHeads.insert(head)
        }
      }
    }
    guard !plainHeads.isDisjoint(with: boldHeads), plain.intersection(bold).isDisjoint(with: otherHeads) else { return }
    numbers = plain.intersection(bold)
  }

  /// The letters that stand without scripts, in either type.
  private static func collect(_ nodes: [MathNode], _ plain: inout Set<String>, _ bold: inout Set<String>) {
    for node in nodes {
      if let name = node.loneName {
        if node.isBold { bold.insert(name) } else { plain.insert(name) }
      } else if node.occurrence == nil {
        collect(node.children, &plain, &bold)
      }
    }
  }

  /// `formula` with a mark on the numbers.
  func marked(_ formula: MathFormula) -> MathFormula {
    numbers.isEmpty ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      if case .letter = node.kind, let name = node.symbolName, numbers.contains(name) {
        return MathNode(.accented(.grave, MathRow([node], node.range)), node.range)
      }
      if node.occurrence != nil { return node }
      return node.mappingRows(marked)
    }
  }
}

extension String {
  /// Whether a letter is the number beside a vector of the same name.
  var isNumberBesideVector: Bool { hasPrefix("\\grave{") }
}

extension MathNode {
  /// A letter with no scripts on it, in plain or bold type.
  fileprivate var loneName: String? {
    if case .scripts = kind { return nil }
    return symbolName
  }
}

extension [MathNode] {
  /// x of g(x), and of f(g(x)).
  fileprivate var loneArgument: MathNode? {
    guard count == 2, self[0].symbolName != nil, case .fence(let fence) = self[1].kind, fence.open.name == "(" else {
      return nil
    }
    let body = fence.body.withoutBlanks
    if body.count == 1, body[0].loneName != nil { return body[0] }
    return body.loneArgument
  }
}
