import Derivations
import Expressions
import LaTeX
import Testing

/// Text in, LaTeX out: one named case for each habit of the printer.
struct ExpressionPrinterTests {
  static let cases: [(name: String, text: String, latex: String)] = [
    ("difference", "a - b", "a - b"),
  ]

  @Test(arguments: cases)
  func printsAsNotesDo(_ example: (name: String, text: String, latex: String)) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(example.text, into: &graph)
    #expect(ExpressionPrinter(graph, .standard).latex(expression) == example.latex, "\(example.name)")
  }
}
