import Derivations
import Expressions

/// Products, powers, functions and derivatives in plain text.
extension TextWriter {
  // MARK: Products

  /// -1/2 x y, x/(2 y): the number first, negative powers below one stroke.
  mutating func product(_ factors: [Expression]) -> TextPiece {
    let parts = ProductParts(factors, graph)
    let above = parts.above.map { piece($0) }
    var front: [TextPiece] = []
    var behind = above
    if parts.below.isEmpty {
      if parts.number != .integer("1") { front = [magnitude(parts.number)] }
    } else {
      let inside = above.filter { $0.level != .openEnded }
      behind = above.filter { $0.level == .openEnded }
      front = [quotient(inside, parts)]
    }
    return joined(front + behind, isNegative: parts.isNegative)
  }

  private mutating func quotient(_ inside: [TextPiece], _ parts: ProductParts) -> TextPiece {
    var numerator = inside
    var denominator: [TextPiece] = []
    switch parts.number {
    case .integer("1"): break
    case .integer, .decimal: numerator.insert(magnitude(parts.number), at: 0)
    case .fraction(let above, let below):
      if above != "1" { numerator.insert(TextPiece(text: above, level: .atom), at: 0) }
      denominator.append(TextPiece(text: below, level: .atom))
    }
    for divisor in parts.below {
      let exponent = graph.number(divisor.exponent)
      denominator.append(divisor.exponent.isOne ? piece(divisor.base) : raised(divisor.base, exponent))
    }
    let upper = numerator.isEmpty ? "1" : joined(numerator, isNegative: false).atLeast(.product).text
    let lower = joined(denominator, isNegative: false).atLeast(.power).text
    return TextPiece(text: "\(upper)/\(lower)", level: .product, isQuotient: true)
  }

  private func joined(_ factors: [TextPiece], isNegative: Bool) -> TextPiece {
    let sign = isNegative ? "-" : ""
    if factors.count == 1, let only = factors.first {
      guard isNegative else { return only }
      return TextPiece(text: sign + only.atLeast(.openEnded).text, level: .negative)
    }
    var text = sign
    var previous: TextPiece?
    for (place, factor) in factors.enumerated() {
      let isLast = place == factors.count - 1
      let piece = factor.atLeast(isLast ? .openEnded : .product)
      if let previous {
        let first = piece.text.first ?? " "
        let needsDot = first.isNumber || (previous.isQuotient && (piece.isQuotient || first == "("))
        text += needsDot ? " · " : " "
      }
      text += piece.text
      previous = piece
    }
    let endsOpen = factors.last.map { $0.level == .openEnded } ?? false
    return TextPiece(text: text, level: isNegative ? .negative : endsOpen ? .openEnded : .product)
  }

  // MARK: Powers

  /// b^p, √b, 1/b^p.
  mutating func power(_ base: Expression, _ exponent: Expression, node: Expression) -> TextPiece {
    if let value = graph.numberValue(exponent), value.isNegative { return product([node]) }
    return raised(base, exponent)
  }

  private mutating func raised(_ base: Expression, _ exponent: Expression) -> TextPiece {
    if graph.numberValue(exponent) == Rational(1, 2) {
      return TextPiece(text: "√" + radicand(base), level: .power)
    }
    var carrier = piece(base).atLeast(.atom)
    if carrier.hasSuperscript { carrier.text = "(\(carrier.text))" }
    return TextPiece(text: "\(carrier.text)^\(exponentText(exponent))", level: .power)
  }

  private mutating func radicand(_ base: Expression) -> String {
    let inner = text(base)
    return inner.count == 1 ? inner : "(\(inner))"
  }

  private mutating func exponentText(_ exponent: Expression) -> String {
    if case .multiply(let factors) = graph[exponent], let quotient = inlineQuotient(Array(factors)) {
      return "(\(quotient))"
    }
    let piece = piece(exponent)
    return piece.text.allSatisfy { $0.isLetter || $0.isNumber } ? piece.text : "(\(piece.text))"
  }

  /// -z^2/2 instead of -1/2 z^2.
  private mutating func inlineQuotient(_ factors: [Expression]) -> String? {
    let parts = ProductParts(factors, graph)
    guard parts.below.isEmpty, case .fraction(let above, let below) = parts.number else { return nil }
    let front = above == "1" ? [] : [TextPiece(text: above, level: .atom)]
    let whole = joined(front + parts.above.map { piece($0) }, isNegative: parts.isNegative)
    guard whole.level == .product || whole.level >= .power || whole.level == .negative else { return nil }
    return "\(whole.text)/\(below)"
  }

  // MARK: Functions

  /// f'(z), e^(-z), |x|.
  mutating func call(_ function: Function, _ arguments: [Expression]) -> TextPiece {
    if function.order == 0, arguments.count == 1 {
      if function.name == "exp", notation.writesPowersOfE {
        if text(arguments[0]) == "1" { return TextPiece(text: "e", level: .atom) }
        return TextPiece(text: "e^" + exponentText(arguments[0]), level: .power)
      }
      if function.name == "abs" { return TextPiece(text: "|\(text(arguments[0]))|", level: .atom) }
    }
    let list = arguments.map { text($0) }.joined(separator: ", ")
    return TextPiece(text: "\(functionName(function))(\(list))", level: .atom)
  }

  /// f, f', f'', f^(3); σ where the record has a Greek letter.
  func functionName(_ function: Function) -> String {
    let name: String
    if let renamed = notation.renamedFunctions[function.name] {
      name = renamed.text
    } else if let latex = FunctionTable.record(named: function.name)?.latex {
      let word = latex.hasPrefix(#"\operatorname{"#) ? latex.dropFirst(14).dropLast() : latex.dropFirst()
      name = Notation.textName(String(word))
    } else {
      name = Notation.textName(function.name)
    }
    return function.order > 2 ? "\(name)^(\(function.order))" : name + String(repeating: "'", count: function.order)
  }

  // MARK: Derivatives

  /// ∂u/∂v, or ∂/∂v (…) where u is no letter; derivatives of derivatives in one.
  mutating func partial(_ u: Expression, _ v: Expression) -> TextPiece {
    var variables = [v]
    var inner = u
    while case .partial(let next, let variable) = graph[inner] {
      variables.append(variable)
      inner = next
    }
    let order = variables.count == 1 ? "" : "^\(variables.count)"
    let below = denominator(variables)
    switch graph[inner] {
    case .symbol, .call, .index:
      let space = order.isEmpty ? "" : " "
      return TextPiece(text: "∂\(order)\(space)\(text(inner))/\(below)", level: .power, isQuotient: true)
    case .add where !containsSummation(inner):
      return TextPiece(text: "∂\(order)(\(text(inner)))/\(below)", level: .power, isQuotient: true)
    default:
      let content = piece(inner)
      let isPower = content.level == .power && !content.isQuotient
      let body = isPower ? content.text : "(\(content.text))"
      return TextPiece(text: "∂\(order)/\(below) \(body)", level: .openEnded, isQuotient: true)
    }
  }

  private func containsSummation(_ expression: Expression) -> Bool {
    graph.contains(in: expression) { node in
      if case .summation = graph[node] { true } else { false }
    }
  }

  /// ∂w∂v; several in brackets.
  private mutating func denominator(_ variables: [Expression]) -> String {
    var parts: [String] = []
    var place = 0
    while place < variables.count {
      var count = 1
      while place + count < variables.count, variables[place + count] == variables[place] { count += 1 }
      let variable = piece(variables[place])
      let base = count > 1 && variable.hasSuperscript ? "(\(variable.text))" : variable.text
      parts.append("∂\(base)" + (count > 1 ? "^\(count)" : ""))
      place += count
    }
    return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " ")))"
  }
}
