import LaTeX
import Testing

@testable import Reading

@Suite("Letters found once")
struct FoundOccurrenceTests {
  @Test(
    "are the letters that stand there",
    arguments: [
      "w_{ij}^{(l)}", "\\hat{y}_k", "\\frac{\\partial L}{\\partial w_{12}^{l+1}}", "(x^{(l)})_i", "\\sigma'(z_j^2)",
      "\\sum_{j=1}^{n} W_{in}^T x_j", "e^{z_k}",
    ])
  func areTheSame(_ source: String) {
    let formula = MathParser.parse(source)
    let found = formula.withOccurrencesFound
    #expect(found.nodes == formula.nodes)
    #expect(found.nodes.map(\.occurrence) == formula.nodes.map(\.occurrence))
  }

  @Test("are forgotten when their scripts change")
  func areForgotten() throws {
    let node = try #require(MathParser.parse("z_i^3").withOccurrencesFound.nodes.first)
    guard case .scripts(var scripts) = node.kind else {
      Issue.record("no scripts")
      return
    }
    #expect(scripts.finding is FoundOccurrence)
    scripts.upper = nil
    #expect(scripts.finding == nil)
    #expect(scripts.occurrence?.superscript == nil)
    #expect(scripts.occurrence?.letter == "z")
  }
}
