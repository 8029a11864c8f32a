import Expressions
import Testing

@testable import Calculus

/// Pairs of texts, one pair a line, separated by `==`.
@Suite struct EqualityTableTests {
  @Test(arguments: EqualityTables.equal)
  func equalPairs(_ line: String) throws {
    var (graph, a, b) = try pair(line)
    let answer = graph.decideEquality(a, b)
    guard case .equal = answer else {
      let printer = TextPrinter(graph)
      var forms: [String] = []
      for side in [a, b] {
        let normalForm = graph.normalise(side)
        forms.append(TextPrinter(graph).text(normalForm))
      }
      Issue.record("\(line): \(answer); \(printer.text(a)); normal forms \(forms)")
      return
    }
  }

  @Test(arguments: EqualityTables.notEqual)
  func unequalPairs(_ line: String) throws {
    var (graph, a, b) = try pair(line)
    let answer = graph.decideEquality(a, b)
    guard case .notEqual(let witness) = answer else {
      Issue.record("\(line): \(answer)")
      return
    }
    #expect(witness.left.isFinite && witness.right.isFinite)
  }

  @Test(arguments: EqualityTables.undecided)
  func undecidedPairs(_ line: String) throws {
    var (graph, a, b) = try pair(line)
    let answer = graph.decideEquality(a, b)
    guard case .undecided = answer else {
      Issue.record("\(line): \(answer)")
      return
    }
  }
}

func pair(_ line: String) throws -> (ExpressionGraph, Expression, Expression) {
  let place = try #require(line.firstRange(of: " === "))
  var graph = ExpressionGraph()
  let a = try TextParser.parse(String(line[..<place.lowerBound]), into: &graph)
  let b = try TextParser.parse(String(line[place.upperBound...]), into: &graph)
  return (graph, a, b)
}
