import Expressions
import Networks
import Testing

@testable import Checking

@Suite("The table of definitions")
struct DefinitionTableTests {
  private static let depth = 100

  /// z^l = w^l a^{l−1} and a^l = f(z^l) for each of a hundred layers.
  private static func network() -> (table: DefinitionTable, graph: ExpressionGraph) {
    var graph = ExpressionGraph()
    var table = DefinitionTable()
    for number in 1...depth {
      let z = symbol(NetworkSymbol.preactivation, number, &graph)
      let a = symbol(NetworkSymbol.activation, number, &graph)
      let below = symbol(NetworkSymbol.activation, number - 1, &graph)
      let product = graph.multiply([symbol(NetworkSymbol.weight, number, &graph), below])
      table.keep(z, product, in: &graph)
      table.keep(a, graph.call("f", z), in: &graph)
    }
    return (table, graph)
  }

  private static func symbol(_ family: Family, _ layer: Int, _ graph: inout ExpressionGraph) -> Expression {
    let number = graph.number(layer)
    return graph.symbol(family, [number])
  }

  @Test("Of a hundred layers only the one that is meant is looked at")
  func findsByLayer() {
    var (table, graph) = Self.network()
    let z = Self.symbol(NetworkSymbol.preactivation, 50, &graph)
    #expect(table.entries.count == 2 * Self.depth)
    #expect(table.entries(about: z, in: graph).count == 1)
    #expect(table.entries(mentioning: z, in: graph).count == 1)
    let beyond = Self.symbol(NetworkSymbol.preactivation, Self.depth + 1, &graph)
    #expect(table.entries(about: beyond, in: graph).isEmpty)
    #expect(!table.meets(beyond, in: &graph))
  }

  @Test("A layer that is not known may be any")
  func looksAtAllLayers() {
    var (table, graph) = Self.network()
    let layer = graph.index("l", from: graph.number(1), to: graph.number(Self.depth))
    let any = graph.symbol(NetworkSymbol.preactivation, [layer])
    #expect(table.entries(about: any, in: graph).count == Self.depth)
    #expect(table.entries(mentioning: any, in: graph).count == Self.depth)
  }

  @Test("Chains of definitions that lead down the layers end, others may not")
  func descends() {
    var (table, graph) = Self.network()
    #expect(table.descends(from: NetworkSymbol.activation, in: graph))
    let last = Self.symbol(NetworkSymbol.activation, Self.depth, &graph)
    let first = Self.symbol(NetworkSymbol.activation, 0, &graph)
    table.keep(first, last, in: &graph)
    #expect(!table.descends(from: NetworkSymbol.activation, in: graph))
  }

  @Test("A quantity without layers leads up again")
  func leadsThroughOthers() {
    var (table, graph) = Self.network()
    let output = graph.symbol("s")
    table.keep(output, Self.symbol(NetworkSymbol.activation, Self.depth, &graph), in: &graph)
    #expect(table.descends(from: Family("s"), in: graph))
    table.keep(Self.symbol(NetworkSymbol.activation, 0, &graph), output, in: &graph)
    #expect(!table.descends(from: Family("s"), in: graph))
  }
}
