import Derivations
import Expressions

/// Writes the expressions of one statement in Unicode text for a terminal. It is the plain counterpart of `LaTeXWriter`.
struct TextWriter {
  var graph: ExpressionGraph
  let notation: Notation
  var names: IndexNames
  /// Whether sums are written without spaces, in places of indices.
  var isCompact = false

  /// A writer for a statement that consists of `expressions`.
  init(graph: ExpressionGraph, notation: Notation, statement expressions: [Expression]) {
    self.graph = graph
    self.notation = notation
    names = IndexNames(notation: notation, expressions: expressions, graph: graph)
  }

  /// Begins another statement: indices are named anew.
  mutating func begin(statement expressions: [Expression]) {
    names = IndexNames(notation: notation, expressions: expressions, graph: graph)
  }

  /// `expression` without brackets around it.
  mutating func text(_ expression: Expression) -> String { piece(expression).text }

  /// `expression`, an index or a layer, without spaces.
  mutating func compact(_ expression: Expression) -> String {
    let outer = isCompact
    isCompact = true
    defer { isCompact = outer }
    return text(expression)
  }

  mutating func piece(_ expression: Expression) -> TextPiece {
    switch graph[expression] {
    case .number(let value): number(value)
    case .constant(let constant): self.constant(constant)
    case .symbol(let family, let subscripts): symbol(graph[family], Array(subscripts))
    case .index(let id): TextPiece(text: names.name(of: expression, declared: graph[id].name), level: .atom)
    case .bound(let height): TextPiece(text: "k\(height)", level: .atom)
    case .add(let terms): sum(Array(terms))
    case .multiply(let factors): product(Array(factors))
    case .power(let base, let exponent): power(base, exponent, node: expression)
    case .call(let function, let arguments): call(graph[function], Array(arguments))
    case .summation: summation(expression)
    case .comparison(let comparison, let a, let b): self.comparison(comparison, a, b)
    case .and(let parts): junction(Array(parts), "and", .and)
    case .or(let parts): junction(Array(parts), "or", .or)
    case .not(let inner): negation(inner)
    case .bracket(let condition): TextPiece(text: "[\(text(condition))]", level: .atom)
    case .piecewise(let parts): cases(Array(parts))
    case .partial(let u, let v): partial(u, v)
    }
  }
}

extension TextWriter {
  // MARK: Leaves

  /// 3, -1/2, 0.01.
  func number(_ value: Rational) -> TextPiece {
    var piece = magnitude(NumberForm(magnitudeOf: value))
    if value.isNegative { piece = TextPiece(text: "-" + piece.text, level: .negative) }
    return piece
  }

  func magnitude(_ form: NumberForm) -> TextPiece {
    switch form {
    case .integer(let digits), .decimal(let digits): TextPiece(text: digits, level: .atom)
    case .fraction(let above, let below): TextPiece(text: "\(above)/\(below)", level: .product)
    }
  }

  private func constant(_ constant: Constant) -> TextPiece {
    switch constant {
    case .pi: TextPiece(text: "π", level: .atom)
    case .true: TextPiece(text: "true", level: .atom)
    case .false: TextPiece(text: "false", level: .atom)
    case .undefined: TextPiece(text: "1/0", level: .product)
    }
  }

  /// w_ij^l.
  private mutating func symbol(_ family: Family, _ subscripts: [Expression]) -> TextPiece {
    let style = notation.style(of: family)
    var below = subscripts.map { compact($0) }
    var above = ""
    if family.isLayered, !below.isEmpty, style.layerPlace != .subscript {
      let layer = below.removeFirst()
      above = "^" + textScript(style.layerPlace == .bracketedSuperscript ? "(\(layer))" : layer)
    }
    let isLong = below.contains { $0.count > 1 }
    let indices = below.joined(separator: isLong ? "," : "")
    let subscriptText = below.isEmpty ? "" : "_" + (isLong ? "{\(indices)}" : indices)
    return TextPiece(text: style.text + subscriptText + above, level: .atom, hasSuperscript: !above.isEmpty)
  }

  /// The letter of a symbol or the name of a function, without indices and arguments; else the whole expression.
  mutating func letter(of expression: Expression) -> String {
    switch graph[expression] {
    case .symbol(let family, _): notation.style(of: graph[family]).text
    case .call(let function, _): functionName(graph[function])
    default: text(expression)
    }
  }

  // MARK: Sums

  private mutating func sum(_ terms: [Expression]) -> TextPiece {
    var result = ""
    for (place, term) in terms.enumerated() {
      let piece = piece(term).atLeast(.negative)
      if place == 0 {
        result = piece.text
      } else if piece.level == .negative {
        result += (isCompact ? "-" : " - ") + piece.text.dropFirst()
      } else {
        result += (isCompact ? "+" : " + ") + piece.text
      }
    }
    return TextPiece(text: result, level: .sum)
  }

  /// Σ_{j=1..4} …; a body that is a sum, or has a minus in front, gets brackets.
  private mutating func summation(_ expression: Expression) -> TextPiece {
    guard let opened = graph.open(expression) else { return TextPiece(text: "", level: .atom) }
    let lower = compact(opened.lower)
    let upper = compact(opened.upper)
    let name = names.enter(opened, name: graph.boundName(of: expression), graph)
    let body = piece(opened.body).atLeast(.openEnded)
    names.leave(name)
    return TextPiece(text: "Σ_{\(name)=\(lower)..\(upper)} \(body.text)", level: .openEnded)
  }

  // MARK: Conditions

  private mutating func comparison(_ comparison: Comparison, _ a: Expression, _ b: Expression) -> TextPiece {
    let isTurned = graph.numberValue(a) != nil && graph.numberValue(b) == nil
    let sign =
      switch comparison {
      case .less: isTurned ? ">" : "<"
      case .lessOrEqual: isTurned ? "≥" : "≤"
      case .equal: "="
      }
    return TextPiece(text: "\(text(isTurned ? b : a)) \(sign) \(text(isTurned ? a : b))", level: .comparison)
  }

  private mutating func junction(_ parts: [Expression], _ word: String, _ level: Piece.Level) -> TextPiece {
    let texts = parts.map { part in
      let piece = piece(part)
      return piece.level <= level ? "(\(piece.text))" : piece.text
    }
    return TextPiece(text: texts.joined(separator: " \(word) "), level: level)
  }

  private mutating func negation(_ condition: Expression) -> TextPiece {
    if case .comparison(.equal, let a, let b) = graph[condition] {
      let isTurned = graph.numberValue(a) != nil && graph.numberValue(b) == nil
      return TextPiece(text: "\(text(isTurned ? b : a)) ≠ \(text(isTurned ? a : b))", level: .comparison)
    }
    return TextPiece(text: "not \(piece(condition).atLeast(.atom).text)", level: .not)
  }

  /// {z if z > 0, 0 otherwise}.
  private mutating func cases(_ parts: [Expression]) -> TextPiece {
    var branches: [String] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let condition = text(parts[place])
      branches.append("\(text(parts[place + 1])) if \(condition)")
    }
    if let last = parts.last { branches.append("\(text(last)) otherwise") }
    return TextPiece(text: "{\(branches.joined(separator: ", "))}", level: .atom)
  }
}

/// `text` as a superscript or subscript: in braces where it is longer than a character.
func textScript(_ text: String) -> String { text.count == 1 ? text : "{\(text)}" }
