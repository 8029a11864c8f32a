import Testing

@testable import Expressions

@Suite("Bound indices")
struct BindingTests {
  private func parse(_ text: String, _ graph: inout ExpressionGraph) throws -> Expression {
    try TextParser.parse(text, into: &graph)
  }

  @Test(
    "Sums that differ in the names of bound indices are one node",
    arguments: [
      ("sum(i, 1, n, a[i])", "sum(k, 1, n, a[k])"),
      ("sum(i, 1, n, sum(j, 1, m, w[i,j]*a[j]))", "sum(p, 1, n, sum(q, 1, m, w[p,q]*a[q]))"),
      ("sum(i, 1, n, a[i]*sum(i, 1, m, b[i]))", "sum(k, 1, n, a[k]*sum(j, 1, m, b[j]))"),
      ("sum(i, 1, n, sum(j, 1, m, a[i]))", "sum(j, 1, n, sum(i, 1, m, a[j]))"),
    ])
  func renaming(_ pair: (String, String)) throws {
    var graph = ExpressionGraph()
    #expect(try parse(pair.0, &graph) == parse(pair.1, &graph))
  }

  @Test(
    "Sums that bind differently are different nodes",
    arguments: [
      ("sum(i, 1, n, sum(j, 1, n, w[i,j]))", "sum(i, 1, n, sum(j, 1, n, w[j,i]))"),
      ("sum(i, 1, n, a[i])", "sum(i, 1, m, a[i])"),
      ("sum(i, 1, n, a[i])", "sum(i, 0, n, a[i])"),
      ("sum(i, 1, n, a[i]*b[k])", "sum(k, 1, n, a[k]*b[k])"),
    ])
  func distinct(_ pair: (String, String)) throws {
    var graph = ExpressionGraph()
    #expect(try parse(pair.0, &graph) != parse(pair.1, &graph))
  }

  @Test("Substitution captures nothing, whatever the substituted expression sums over")
  func noCapture() throws {
    var graph = ExpressionGraph()
    let sum = try parse("sum(i, 1, n, c*a[i])", &graph)
    let inner = try parse("sum(i, 1, n, b[i]*a[i])", &graph)
    let replaced = graph.replace(graph.symbol("c"), by: inner, in: sum)
    #expect(try replaced == parse("sum(k, 1, n, sum(m, 1, n, b[m]*a[m])*a[k])", &graph))
    // And the same below one more binder.
    let outer = try parse("sum(j, 1, n, d[j]*sum(i, 1, n, c*a[i]))", &graph)
    let deep = graph.replace(graph.symbol("c"), by: inner, in: outer)
    #expect(try deep == parse("sum(j, 1, n, d[j]*sum(k, 1, n, sum(m, 1, n, b[m]*a[m])*a[k]))", &graph))
  }

  @Test("Dropping an inner sum by substitution gives the node that direct writing gives")
  func heightShrinks() throws {
    var graph = ExpressionGraph()
    let written = try parse("sum(i, 1, n, a[i] + c*sum(j, 1, n, a[i]*a[j]))", &graph)
    let replaced = graph.replace(graph.symbol("c"), by: graph.number(0), in: written)
    #expect(try replaced == parse("sum(i, 1, n, a[i])", &graph))
  }

  @Test("Opening and closing gives the same node, and no bound index is ever free")
  func openClose() throws {
    var graph = ExpressionGraph()
    let sum = try parse("sum(i, 1, n, a[i]*sum(j, 1, i, w[i,j]))", &graph)
    let found = graph.open(sum)
    let opened = try #require(found)
    #expect(graph.freeIndices(of: opened.body) == [opened.index])
    #expect(graph.summation(over: opened.index, from: opened.lower, to: opened.upper, opened.body) == sum)
    #expect(graph.freeIndices(of: sum).isEmpty)
    let fresh = graph.openFresh(sum)
    let again = try #require(fresh)
    #expect(again.index != opened.index)
  }

  @Test("A term of a sum is its body at that value")
  func term() throws {
    var graph = ExpressionGraph()
    let sum = try parse("sum(i, 1, n, a[i]*sum(j, 1, n, w[i,j]))", &graph)
    let third = graph.term(of: sum, at: graph.number(3))
    #expect(try third == parse("a[3]*sum(j, 1, n, w[3,j])", &graph))
  }

  @Test("A mapped sum keeps its meaning when its body changes shape")
  func rewriteUnderBinder() throws {
    var graph = ExpressionGraph()
    let sum = try parse("sum(i, 1, n, a[i]*sum(j, 1, n, b[j]*c[i]))", &graph)
    var memo: [Expression: Expression] = [:]
    let renamed = graph.rewriteBottomUp(sum, memo: &memo) { graph, node in
      guard case .symbol(let family, let subscripts) = graph[node], graph[family].name == "c" else { return node }
      return graph.symbol("d", Array(subscripts))
    }
    #expect(try renamed == parse("sum(p, 1, n, a[p]*sum(q, 1, n, b[q]*d[p]))", &graph))
  }
}
