import LaTeX

/// Takes a formula's nodes apart into sums of products.
enum ProductReader {
  /// The rows within `nodes`, the outermost first, then in the order of the source. Subscripts, superscripts, the bounds of
  /// sums and the notes under braces are no rows. Linear in the number of nodes.
  static func rows(of nodes: [MathNode]) -> [ProductRow] {
    var result: [ProductRow] = []
    collect(nodes, .side, nil, &result)
    return result
  }

  /// Factors of which a product consists, as one row would have them; nil if signs or relations stand among them.
  static func factors(of nodes: [MathNode]) -> [ProductFactor]? {
    let row = row(nodes, .side)
    guard row?.terms.count == 1, row?.terms[0].sign == nil else { return nil }
    return row?.terms[0].factors
  }

  // MARK: Descent

  private static func collect(
    _ nodes: [MathNode], _ role: ProductRow.Role, _ outer: Range<Int>?, _ result: inout [ProductRow]
  ) {
    let visible = nodes.filter(\.isVisible)
    // [i = k] is a condition and no product.
    if role != .side, visible.contains(where: { if case .relation = $0.kind { true } else { false } }) { return }
    for piece in visible.split(whereSeparator: \.endsProduct) {
      guard var row = row(Array(piece), role) else { continue }
      if let outer, piece.count == visible.count { row.outer = outer }
      result.append(row)
      for term in row.terms {
        for factor in term.factors { descend(factor, &result) }
      }
    }
  }

  private static func descend(_ factor: ProductFactor, _ result: inout [ProductRow]) {
    for (place, node) in factor.nodes.enumerated() {
      descend(node, factor.form == .application && place > 0, &result)
    }
  }

  private static func descend(_ node: MathNode, _ isArgument: Bool, _ result: inout [ProductRow]) {
    guard node.hasOwnParts else { return }
    switch node.kind {
    case .fence(let fence): collect(fence.body, isArgument ? .argument : .fence, node.range, &result)
    case .scripts(let scripts):
      guard let base = scripts.base else { return }
      descend(base, isArgument, &result)
      if let upper = scripts.upper, base.isExponential { collect(upper.nodes, .exponent, upper.range, &result) }
    case .fraction(let fraction):
      let isDerivative = node.derivative != nil
      for (row, role) in [(fraction.numerator, ProductRow.Role.numerator), (fraction.denominator, .denominator)] {
        if isDerivative {
          for inner in row.nodes { descend(inner, false, &result) }
        } else {
          collect(row.nodes, role, nil, &result)
        }
      }
    case .root(_, let radicand): collect(radicand.nodes, .radicand, nil, &result)
    case .group(let row), .styled(_, let row), .framed(_, let row), .coloured(_, let row):
      if row.nodes.count == 1 {
        descend(row.nodes[0], isArgument, &result)
      } else if !node.isWord {
        collect(row.nodes, .body, nil, &result)
      }
    case .brace(let brace): collect(brace.body.nodes, .body, nil, &result)
    case .array(let array):
      for line in array.lines {
        for cell in line.cells { collect(cell.nodes, .body, nil, &result) }
      }
    default: return
    }
  }

  // MARK: One row

  private static func row(_ nodes: [MathNode], _ role: ProductRow.Role) -> ProductRow? {
    let visible = nodes.filter(\.isVisible)
    guard let first = visible.first, let last = visible.last, MathNode.areApart(visible) else { return nil }
    var terms: [ProductTerm] = []
    var current = ProductTerm(sign: nil, factors: [])
    var link: WrittenSign?
    var place = 0
    while place < visible.count {
      let node = visible[place]
      if case .operation(let name) = node.kind {
        let sign = WrittenSign(name: name, range: node.range)
        if ["+", "-", "pm", "mp"].contains(name), link == nil {
          if !current.factors.isEmpty { terms.append(current) } else if current.sign != nil { return nil }
          current = ProductTerm(sign: sign, factors: [])
        } else {
          guard link == nil, !current.factors.isEmpty else { return nil }
          link = sign
        }
        place += 1
        continue
      }
      let (factor, length) = self.factor(visible, at: place, link)
      current.factors.append(factor)
      link = nil
      place += length
    }
    guard !current.factors.isEmpty, link == nil else { return nil }
    terms.append(current)
    let range = first.range.lowerBound..<last.range.upperBound
    return ProductRow(role: role, terms: terms, range: range, outer: range)
  }

  private static func factor(
    _ nodes: [MathNode], at place: Int, _ link: WrittenSign?
  ) -> (ProductFactor, length: Int) {
    let node = nodes[place]
    if place + 1 < nodes.count, node.isFunctionSign(before: nodes[place + 1]) {
      return (ProductFactor(link: link, nodes: [node, nodes[place + 1]], form: .application), 2)
    }
    return (ProductFactor(link: link, nodes: [node], form: node.factorForm), 1)
  }
}

extension MathNode {
  fileprivate var factorForm: ProductFactor.Form {
    switch kind {
    case .largeOperator: .sum
    case .scripts(let scripts):
      if case .largeOperator = scripts.base?.kind { .sum } else { scripts.base?.factorForm ?? .other }
    case .fraction:
      switch derivative {
      case .some(let parts): parts.numerator.isEmpty ? .derivativeOperator : .derivative
      case nil: .fraction
      }
    case .number: .number
    case .fence: .fence
    case .letter, .accented, .styled: .symbol
    case .brace(let brace): brace.body.nodes.count == 1 ? brace.body.nodes[0].factorForm : .other
    case .symbol("nabla"): .derivativeOperator
    default: .other
    }
  }
}
