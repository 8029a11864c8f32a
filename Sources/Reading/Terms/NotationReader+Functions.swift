import Derivations
import Expressions
import LaTeX
import Networks

/// Functions and sums.
extension NotationReader {
  /// A function sign with its primes and its power.
  struct FunctionSign {
    let name: String
    let order: Int
    let power: MathRow?
    let range: Range<Int>
  }

  /// The function that `node` is the sign of, if it is one.
  func function(_ node: MathNode) -> FunctionSign? {
    var base = node
    var order = 0
    var power: MathRow?
    if case .scripts(let scripts) = node.kind, scripts.lower == nil, let inner = scripts.base {
      base = inner
      order = scripts.primes.count
      power = scripts.upper
    }
    guard let name = functionName(base) else { return nil }
    return FunctionSign(name: name, order: order, power: power, range: node.range)
  }

  /// exp, tanh, σ, f: by name, by the LaTeX of the function's record, or a letter that stands for a function.
  private func functionName(_ node: MathNode) -> String? {
    switch node.kind {
    case .function(let name): return Self.byLatex[name] ?? FunctionTable.record(named: name)?.name
    case .styled(_, let row):
      guard let word = MathNode.word(of: row.nodes) else { return nil }
      return Self.byLatex[word] ?? FunctionTable.record(named: word)?.name
    case .letter(let letter):
      if let known = Self.byLatex[letter] { return known }
      return ["f", "g", "h", "phi", "psi"].contains(letter) && families[letter] == nil ? letter : nil
    default: return nil
    }
  }

  /// The names of functions by what their LaTeX spells: `sigma` is the sigmoid.
  private static let byLatex: [String: String] = {
    var result: [String: String] = [:]
    for record in FunctionTable.records {
      let word = record.latex.replacingLatexName
      if result[word] == nil { result[word] = record.name }
    }
    return result
  }()

  /// f(u), f′(u), \sin^2(u), and e.g. \log u without brackets.
  mutating func application(
    _ sign: FunctionSign, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Expression {
    cursor.advance()
    guard let node = cursor.current else {
      throw ReadingProblem(kind: .missing("the argument of \(sign.name)"), range: sign.range)
    }
    var outer: Expression?
    let argument: Expression
    if case .scripts(let scripts) = node.kind, let base = scripts.base, case .fence = base.kind,
      scripts.lower == nil, let upper = scripts.upper
    {
      // f(z)^2 is the square of f(z).
      cursor.advance()
      argument = try expression([base])
      outer = try expression(upper.nodes)
    } else {
      argument = try factor(&cursor)
    }
    let value = graph.call(Function(sign.name, order: sign.order), [argument])
    if let power = try sign.power.map({ row throws(ReadingProblem) in try expression(row.nodes) }) ?? outer {
      return graph.power(value, power)
    }
    return value
  }

  /// Σ with bounds; the body is the product behind it.
  mutating func summation(
    _ scripts: MathScripts, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Expression {
    cursor.advance()
    let place = scripts.base?.range ?? 0..<0
    guard let lower = scripts.lower?.nodes, let upper = scripts.upper?.nodes,
      let sign = lower.firstIndex(where: { $0.relationName == "=" }), sign == 1, case .letter(let name) = lower[0].kind
    else { throw ReadingProblem(kind: .missing("bounds under the sum"), range: place) }
    let from = try expression(Array(lower[(sign + 1)...]))
    let to = try expression(upper)
    let index = graph.freshIndex(name, from: from, to: to)
    let hidden = indices.updateValue(index, forKey: name)
    defer { indices[name] = hidden }
    let body = try product(&cursor)
    return graph.summation(over: index, from: from, to: to, body)
  }
}

extension String {
  /// The name that a LaTeX command spells: `\operatorname{ReLU}` ↦ ReLU, `\sigma` ↦ sigma.
  fileprivate var replacingLatexName: String {
    if let open = firstIndex(of: "{"), let close = lastIndex(of: "}") {
      return String(self[index(after: open)..<close])
    }
    return hasPrefix("\\") ? String(dropFirst()) : self
  }
}
