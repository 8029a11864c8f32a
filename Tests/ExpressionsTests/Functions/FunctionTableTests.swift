import Testing

@testable import Expressions

@Suite("Function records")
struct FunctionTableTests {
  @Test("Every definition is an expression of its argument", arguments: FunctionTable.records.map(\.name))
  func definitions(_ name: String) throws {
    let record = try #require(FunctionTable.record(named: name))
    guard let text = record.definition else { return }
    var graph = ExpressionGraph()
    if record.isVectorValued {
      let context = TextParser.Context(symbols: ["z", "k"])
      _ = try TextParser.parse(text, into: &graph, context: context)
    } else {
      #expect(graph.definition(text, parameters: record.parameters) != nil, "\(text)")
    }
  }

  @Test("Names lead to their records, with hyphens too")
  func names() {
    #expect(FunctionTable.record(named: "leaky-relu")?.name == "leaky_relu")
    #expect(FunctionTable.record(named: "ln")?.name == "log")
    #expect(FunctionTable.record(named: "sigmoids") == nil)
    #expect(Set(FunctionTable.names).count == FunctionTable.names.count)
  }

  @Test(
    "Near misses",
    arguments: [
      ("sigmod", "sigmoid"), ("rel", "relu"), ("tahn", "tanh"), ("cross-entorpy", "cross-entropy"), ("blub", nil),
      ("xy", nil), ("", nil),
    ] as [(String, String?)])
  func nearMisses(_ pair: (String, String?)) {
    let words = ["sigmoid", "relu", "tanh", "cross-entropy", "mse"]
    #expect(NearMiss.suggestion(for: pair.0, among: words) == pair.1)
  }
}
