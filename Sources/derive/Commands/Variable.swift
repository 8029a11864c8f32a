import Expressions

/// What is differentiated by, as it is typed behind `--wrt`: `x`, `x[i]`, `w[l,i,j]`.
struct Variable {
  let text: String

  /// Reads the value of `--wrt`.
  /// - Throws: what is wrong with it.
  init(_ text: String) throws(CommandError) {
    self.text = text
    var graph = ExpressionGraph()
    do {
      let expression = try TextParser.parse(text, into: &graph)
      guard case .symbol = graph[expression] else { throw Self.fault(text, .notASymbol(Printable.argument(text))) }
    } catch let error as TextError {
      throw Self.fault(text, Self.several(text).map { .severalSymbols($0) } ?? .malformed(error))
    } catch let error as CommandError {
      throw error
    } catch {
      throw Self.fault(text, .notASymbol(Printable.argument(text)))
    }
  }

  private static func fault(_ text: String, _ fault: CommandError.ValueFault) -> CommandError {
    CommandError(.value(of: "--wrt", text, fault), in: .diff)
  }

  /// `x,y` and `x y` as the symbols that were probably meant.
  private static func several(_ text: String) -> [String]? {
    guard !text.contains("["), !text.contains("(") else { return nil }
    let words = text.split { $0 == "," || $0 == " " }.map(String.init)
    let areNames = words.allSatisfy { $0.first?.isLetter == true && $0.allSatisfy { $0.isLetter || $0.isNumber } }
    return words.count > 1 && areNames ? words : nil
  }

  /// The free indices that the subscripts of this variable stand for: `i` of `x[i]` runs where x's own subscripts run
  /// in the expression, so that ∂/∂x_i of Σ_k x_k² is 2x_i without a condition on i. Where those places have no range
  /// in common that is known to hold them all, i stays a plain symbol and the conditions on it stay.
  func indices(in survey: SymbolSurvey, _ graph: inout ExpressionGraph) throws(ProblemError) -> [String: Expression] {
    let symbol = try graph.read(text)
    guard case .symbol(_, let subscripts) = graph[symbol] else { return [:] }
    var result: [String: Expression] = [:]
    for (place, own) in Array(subscripts).enumerated() {
      guard case .symbol(let family, let inner) = graph[own], inner.isEmpty else { continue }
      guard let range = survey.range(ofSubscript: place, of: symbol, own: own, in: &graph) else { continue }
      result[graph[family].name] = graph.index(graph[family].name, from: range.lower, to: range.upper)
    }
    return result
  }
}
