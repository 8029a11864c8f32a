import Derivations
import Expressions
import LaTeX
import Networks
import Testing

/// Letters that a network and the notation both want.
struct NotationTests {
  private func network(_ widths: Width...) -> Network {
    Network(
      architecture: Architecture(.widths(widths)),
      activations: Array(repeating: .opaque("f"), count: widths.count - 1), loss: .known("mse", parameters: []))
  }

  @Test func leavesNumbersAlone() {
    let (_, moved) = Notation.standard.resolvingCollisions(with: network(.number(1), .number(4)))
    #expect(moved.isEmpty)
  }

  @Test func movesTheLossAwayFromAWidth() {
    let (notation, moved) = Notation.standard.resolvingCollisions(with: network(.symbol("N"), .symbol("L")))
    #expect(moved.map { "\($0.role): \($0.from) \($0.to)" } == ["the loss: L ℒ"])
    #expect(notation.style(of: NetworkSymbol.loss).latex == #"\mathcal{L}"#)
    #expect(notation.style(of: NetworkSymbol.letter("L")).latex == "L")
    #expect(NetworkSymbol.letter("L") != NetworkSymbol.loss)
  }

  @Test func movesEveryRoleAndEveryIndex() {
    let letters = ["L", "S", "w", "b", "z", "a", "x", "y", "n", "i", "j", "k", "l", "m", "s"]
    for letter in letters {
      let (notation, moved) = Notation.standard.resolvingCollisions(with: network(.symbol(letter), .number(2)))
      #expect(moved.map(\.from) == [letter], "\(letter): \(moved)")
      #expect(!notation.unitIndices.contains(letter) && !notation.sampleIndices.contains(letter))
      #expect(NetworkSymbol.roles.allSatisfy { notation.style(of: $0).latex != letter }, "\(letter)")
    }
  }

  @Test func movesTheActivationAwayFromAWidth() {
    let (notation, moved) = Notation.standard.resolvingCollisions(with: network(.symbol("f"), .symbol("g")))
    #expect(moved.map { "\($0.role): \($0.from) \($0.to)" } == ["the activation function: f χ"])
    var graph = ExpressionGraph()
    let slope = graph.call(Function("f", order: 1), [graph.symbol("x")])
    #expect(ExpressionPrinter(graph, notation).latex(slope) == #"\chi'(x)"#)
    #expect(TextExpressionPrinter(graph, notation).text(slope) == "χ'(x)")
  }

  @Test func writesNoPowersOfEBesideAWidthE() {
    let (notation, _) = Notation.standard.resolvingCollisions(with: network(.symbol("e"), .number(2)))
    var graph = ExpressionGraph()
    let power = graph.call(Function("exp"), [graph.symbol("x")])
    #expect(ExpressionPrinter(graph, notation).latex(power) == #"\exp(x)"#)
    #expect(TextExpressionPrinter(graph, notation).text(power) == "exp(x)")
    #expect(ExpressionPrinter(graph, .standard).latex(power) == "e^x")
  }

  @Test func madeUpIndexNamesAreNotShown() {
    var graph = ExpressionGraph()
    let index = graph.freshIndex("Σ1", from: graph.number(1), to: graph.symbol("n"))
    let sum = graph.summation(over: index, from: graph.number(1), to: graph.symbol("n"), graph.symbol("y", [index]))
    #expect(ExpressionPrinter(graph, .standard).latex(sum) == #"\sum_{i=1}^{n} y_i"#)
    #expect(TextPrinter(graph).text(sum) == "sum(k, 1, n, y[k])")
  }

  @Test func writesOpenWidthsWithTheirLetter() {
    let open = Network(
      architecture: Architecture(.open(width: "m", last: "L")), activations: [.opaque("f"), .opaque("f")],
      loss: .known("mse", parameters: []))
    let (notation, moved) = Notation.standard.resolvingCollisions(with: open)
    #expect(moved.map(\.role) == ["the loss", "the index"])
    var graph = ExpressionGraph()
    let width = graph.symbol(NetworkSymbol.width, [graph.symbol(NetworkSymbol.outputLayer("L"))])
    #expect(ExpressionPrinter(graph, notation).latex(width) == "m_L")
  }

  @Test func renamesFreeAndBoundIndices() {
    let (notation, _) = Notation.standard.resolvingCollisions(with: network(.symbol("i"), .number(2)))
    var graph = ExpressionGraph()
    let (one, width) = (graph.number(1), graph.symbol(NetworkSymbol.letter("i")))
    let free = graph.index("i", from: one, to: width)
    let bound = graph.freshIndex("i", from: one, to: width)
    let sum = graph.summation(over: bound, from: one, to: width, graph.symbol("x", [bound]))
    let input = graph.symbol("x", [free])
    let printer = ExpressionPrinter(graph, notation)
    #expect(printer.latex(input) == "x_p")
    #expect(printer.latex(sum) == #"\sum_{p=1}^{i} x_p"#)
  }
}
