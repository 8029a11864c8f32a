/// Prints expressions in the text grammar; what it prints, `TextParser` reads back.
public struct TextPrinter {
  private let graph: ExpressionGraph
  /// What stands for an index that a summation around it binds.
  private var boundNames: [Int: String] = [:]

  /// A printer of expressions of `graph`.
  public init(_ graph: ExpressionGraph) { self.graph = graph }

  /// How tightly the outermost operator of a text binds.
  private enum Level: Int, Comparable {
    case or, and, not, comparison, sum, product, unary, power, atom
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// `expression` in the text grammar.
  public func text(_ expression: Expression) -> String { print(expression).text }

  private func text(_ expression: Expression, atLeast level: Level) -> String {
    let (text, own) = print(expression)
    return own < level ? "(\(text))" : text
  }

  private func print(_ expression: Expression) -> (text: String, level: Level) {
    switch graph[expression] {
    case .number(let value):
      if let decimal = decimal(value.magnitude) {
        return ((value.isNegative ? "-" : "") + decimal, value.isNegative ? .unary : .atom)
      }
      return (value.description, !value.isInteger ? .product : value.isNegative ? .unary : .atom)
    case .constant(.pi): return ("pi", .atom)
    case .constant(.true): return ("0 == 0", .comparison)
    case .constant(.false): return ("0 == 1", .comparison)
    case .constant(.undefined): return ("1/0", .product)
    case .symbol(let family, let subscripts):
      return (graph[family].name + bracketed(Array(subscripts)), .atom)
    case .index(let id): return (graph[id].name, .atom)
    case .bound(let height): return (boundNames[height] ?? "k\(height)", .atom)
    case .add(let terms): return (sum(Array(terms)), .sum)
    case .multiply(let factors): return product(Array(factors))
    case .power(let base, let exponent): return power(base, exponent)
    case .call(let function, let arguments):
      let name = graph[function].name + String(repeating: "'", count: graph[function].order)
      return ("\(name)(\(list(Array(arguments))))", .atom)
    case .summation(let lower, let upper, let body):
      return summation(expression, lower, upper, body)
    case .comparison(let comparison, let a, let b) where comparison != .equal && graph.numberValue(a) != nil:
      // People put the number last: x > 0, not 0 < x.
      let sign = comparison == .less ? ">" : ">="
      return ("\(text(b, atLeast: .sum)) \(sign) \(text(a, atLeast: .sum))", .comparison)
    case .comparison(let comparison, let a, let b):
      let sign =
        switch comparison {
        case .less: "<"
        case .lessOrEqual: "<="
        case .equal: "=="
        }
      return ("\(text(a, atLeast: .sum)) \(sign) \(text(b, atLeast: .sum))", .comparison)
    case .and(let parts):
      return (parts.map { text($0, atLeast: .not) }.joined(separator: " and "), .and)
    case .or(let parts):
      return (parts.map { text($0, atLeast: .and) }.joined(separator: " or "), .or)
    case .not(let inner):
      if case .comparison(.equal, let a, let b) = graph[inner] {
        return ("\(text(a, atLeast: .sum)) != \(text(b, atLeast: .sum))", .comparison)
      }
      return ("not \(text(inner, atLeast: .not))", .not)
    case .bracket(let condition): return ("[\(text(condition))]", .atom)
    case .piecewise(let parts): return ("where(\(list(Array(parts))))", .atom)
    case .partial(let u, let v): return ("partial(\(text(u)), \(text(v)))", .atom)
    }
  }

  /// A fraction with a long denominator as the decimal that it was typed as: 1.0507009873554805. The parser reads it
  /// back exactly. Short ones stay fractions.
  private func decimal(_ size: Rational) -> String? {
    size.denominator > 9_999 ? size.decimalDescription : nil
  }

  private func list(_ expressions: [Expression]) -> String {
    expressions.map { text($0) }.joined(separator: ", ")
  }

  private func bracketed(_ subscripts: [Expression]) -> String {
    subscripts.isEmpty ? "" : "[\(list(subscripts).filter { $0 != " " })]"
  }

  private func sum(_ terms: [Expression]) -> String {
    var result = ""
    for (place, term) in terms.enumerated() {
      let written = text(term, atLeast: .product)
      if place == 0 {
        result = written
      } else if written.hasPrefix("-") {
        result += " - " + written.dropFirst()
      } else {
        result += " + " + written
      }
    }
    return result
  }

  /// A product as a quotient: factors with negative exponents and the denominator of the coefficient go below.
  private func product(_ factors: [Expression]) -> (String, Level) {
    var above: [String] = []
    var below: [String] = []
    var isNegative = false
    for factor in factors {
      if let value = graph.numberValue(factor) {
        isNegative = value.isNegative
        let size = value.magnitude
        if let decimal = decimal(size) {
          above.append(decimal)
          continue
        }
        if size.numerator != 1 { above.append(size.numerator.description) }
        if size.denominator != 1 { below.append(size.denominator.description) }
      } else if case .power(let base, let exponent) = graph[factor],
        let value = graph.numberValue(exponent), value.isNegative
      {
        below.append(denominator(base, -value))
      } else {
        above.append(text(factor, atLeast: .power))
      }
    }
    var result = (isNegative ? "-" : "") + (above.isEmpty ? "1" : above.joined(separator: "*"))
    if !below.isEmpty { result += "/" + (below.count == 1 ? below[0] : "(\(below.joined(separator: "*")))") }
    return (result, isNegative ? .unary : .product)
  }

  private func denominator(_ base: Expression, _ exponent: Rational) -> String {
    if exponent.isOne { return text(base, atLeast: .power) }
    if exponent == Rational(1, 2) { return "sqrt(\(text(base)))" }
    return raised(base, exponentText(exponent))
  }

  private func exponentText(_ value: Rational) -> String {
    value.isInteger ? value.description : decimal(value) ?? "(\(value))"
  }

  private func raised(_ base: Expression, _ exponent: String) -> String {
    // A negative number as a base needs brackets, and so does a power: ^ is right-associative.
    "\(text(base, atLeast: .atom))^\(exponent)"
  }

  private func power(_ base: Expression, _ exponent: Expression) -> (String, Level) {
    if let value = graph.numberValue(exponent) {
      if value == Rational(1, 2) { return ("sqrt(\(text(base)))", .atom) }
      if value.isNegative { return ("1/\(denominator(base, -value))", .product) }
      return (raised(base, exponentText(value)), .power)
    }
    return (raised(base, text(exponent, atLeast: .atom)), .power)
  }

  private func summation(
    _ expression: Expression, _ lower: Expression, _ upper: Expression, _ body: Expression
  ) -> (String, Level) {
    let name = freeName(for: expression, body: body)
    var inner = self
    inner.boundNames[graph.boundHeight(expression)] = name
    return ("sum(\(name), \(text(lower)), \(text(upper)), \(inner.text(body)))", .atom)
  }

  /// The name the index was written with, or the next one that nothing in the body is called.
  private func freeName(for summation: Expression, body: Expression) -> String {
    var taken = Set(boundNames.values)
    graph.forEachNode(of: body) { node in
      switch graph[node] {
      case .symbol(let family, let subscripts) where subscripts.isEmpty: taken.insert(graph[family].name)
      case .index(let id): taken.insert(graph[id].name)
      default: break
      }
      return true
    }
    let preferred = graph.boundName(of: summation) ?? "k"
    let candidates = [preferred, "k", "m", "j", "i", "p", "q", "r", "s", "t"]
    if let free = candidates.first(where: { !taken.contains($0) }) { return free }
    return (1...).lazy.map { "k\($0)" }.first { !taken.contains($0) } ?? preferred
  }
}
