import Derivations
import Expressions
import LaTeX
import Testing

/// Text in, LaTeX and plain text out: a case for each habit of the printers.
struct ExpressionPrinterTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let latex: String
    let plain: String

    init(_ text: String, _ latex: String, _ plain: String) {
      self.text = text
      self.latex = latex
      self.plain = plain
    }

    var testDescription: String { text }
  }

  static let numbers = [
    Case("2/3", #"\frac{2}{3}"#, "2/3"),
    Case("-1/2*x", #"-\frac{1}{2} x"#, "-1/2 x"),
    Case("0.01*x", "0.01 x", "0.01 x"),
    Case("1.0507009873554805*x", "1.0507009873554805 x", "1.0507009873554805 x"),
    Case(
      "1.0507009873554805*1.6732632423543772", "1.7580993408473767818340515842446",
      "1.7580993408473767818340515842446"),
    Case("x/1024", #"\frac{1}{1024} x"#, "1/1024 x"),
    Case("2*3^x", #"2 \cdot 3^x"#, "2 · 3^x"),
    Case("(-1)^n", "(-1)^n", "(-1)^n"),
    Case("(1/2)^x", #"\left( \frac{1}{2} \right)^x"#, "(1/2)^x"),
  ]

  static let products = [
    Case("x/(2*y)", #"\frac{x}{2 y}"#, "x/(2 y)"),
    Case("-x/y", #"-\frac{x}{y}"#, "-x/y"),
    Case("x*y/z*2", #"\frac{2 x y}{z}"#, "2 x y/z"),
    Case("1/n*sum(k, (y[k]-a[k])^2)", #"\frac{1}{n} \sum_{k=1}^{n} (y_k - a_k)^2"#, "1/n Σ_{k=1..n} (y_k - a_k)^2"),
    Case("1/n*(y-a)*f'(x)", #"\frac{1}{n} (y - a) \, f'(x)"#, "(y - a) f'(x)/n"),
    Case("(y-a)/n", #"\frac{y - a}{n}"#, "(y - a)/n"),
    Case("a*(1-a)/n", #"\frac{a (1 - a)}{n}"#, "a (1 - a)/n"),
    Case(
      "1/(1+exp(-z))*(1 - 1/(1+exp(-z)))", #"\frac{1}{1 + e^{-z}} \left( 1 - \frac{1}{1 + e^{-z}} \right)"#,
      "(1 - 1/(1 + e^(-z)))/(1 + e^(-z))"),
    Case("(x+1)/(y+1)/(z+1)", #"\frac{x + 1}{(y + 1) (z + 1)}"#, "(x + 1)/((y + 1) (z + 1))"),
    Case("(x+y)*f(z)", #"(x + y) \, f(z)"#, "(x + y) f(z)"),
    Case("sigmoid(z)*(1-sigmoid(z))", #"\sigma(z) (1 - \sigma(z))"#, "σ(z) (1 - σ(z))"),
    Case("y[k]*log(a[k])", #"y_k \log(a_k)"#, "y_k log(a_k)"),
    Case("eta*w[i]", #"\eta \, w_i"#, "η w_i"),
    Case("rate*x", #"\mathit{rate} \, x"#, "rate x"),
    Case(
      "partial(L, w)*partial(z, w)", #"\frac{\partial L}{\partial w} \cdot \frac{\partial z}{\partial w}"#,
      "∂L/∂w · ∂z/∂w"),
  ]

  static let sums = [
    Case("x - (y - z)", "x - (y - z)", "x - (y - z)"),
    Case("-(x+y)", "-(x + y)", "-(x + y)"),
    Case("sum(j, 1, 4, x[j])*y", #"\left( \sum_{j=1}^{4} x_j \right) y"#, "(Σ_{j=1..4} x_j) y"),
    Case("y*sum(j, 1, 4, x[j])", #"y \sum_{j=1}^{4} x_j"#, "y Σ_{j=1..4} x_j"),
    Case("sum(j, 1, 4, x[j] + y[j])", #"\sum_{j=1}^{4} (x_j + y_j)"#, "Σ_{j=1..4} (x_j + y_j)"),
    Case("sum(j, 1, 4, -x[j])", #"\sum_{j=1}^{4} (-x_j)"#, "Σ_{j=1..4} (-x_j)"),
    Case("sum(j, 1, 4, x[j]) + b", #"\sum_{j=1}^{4} x_j + b"#, "Σ_{j=1..4} x_j + b"),
    Case("sum(j, 1, 4, sum(j, 1, n, w[j]))", #"\sum_{j=1}^{4} \sum_{i=1}^{n} w_i"#, "Σ_{j=1..4} Σ_{i=1..n} w_i"),
    Case("exp(z[i])/sum(m, exp(z[m]))", #"\frac{e^{z_i}}{\sum_{m=1}^{n} e^{z_m}}"#, "e^(z_i)/(Σ_{m=1..n} e^(z_m))"),
    Case("k*sum(k, 1, 2, x[k])", #"k \sum_{i=1}^{2} x_i"#, "k Σ_{i=1..2} x_i"),
    Case("sum(r, 1, S, x[r])*r", #"\left( \sum_{s=1}^{S} x_s \right) r"#, "(Σ_{s=1..S} x_s) r"),
  ]

  static let powers = [
    Case("x^(3/2)", "x^{3/2}", "x^(3/2)"),
    Case("x^(-1/2)", #"\frac{1}{\sqrt{x}}"#, "1/√x"),
    Case("x^(1/3)", #"\sqrt[3]{x}"#, "x^(1/3)"),
    Case("x^(-n)", "x^{-n}", "x^(-n)"),
    Case("(x^y)^z", "(x^y)^z", "(x^y)^z"),
    Case("x^y^z", "x^{y^z}", "x^(y^z)"),
    Case("(x/y)^2", #"\left( \frac{x}{y} \right)^2"#, "(x/y)^2"),
    Case("1-tanh(z)^2", #"1 - \tanh^2(z)"#, "1 - tanh(z)^2"),
    Case("f'(x)^2", "f'(x)^2", "f'(x)^2"),
    Case("exp(x)^2", "(e^x)^2", "(e^x)^2"),
    Case("abs(x)^2", #"\lvert x \rvert^2"#, "|x|^2"),
    Case("partial(L, w)^2", #"\left( \frac{\partial L}{\partial w} \right)^2"#, "(∂L/∂w)^2"),
  ]

  static let functions = [
    Case("x^2*exp(-x^2)", "x^2 e^{-x^2}", "x^2 e^(-x^2)"),
    Case("exp(-x^2/2)", "e^{-x^2/2}", "e^(-x^2/2)"),
    Case("exp(x/y)", #"\exp\left( \frac{x}{y} \right)"#, "e^(x/y)"),
    Case("exp(1)", "e", "e"),
    Case("f''(x)*f'''(x)", #"f''(x) \, f^{(3)}(x)"#, "f''(x) f^(3)(x)"),
    Case("phi'(z)", #"\phi'(z)"#, "φ'(z)"),
    Case("relu'(z)", #"\operatorname{ReLU}'(z)"#, "ReLU'(z)"),
    Case("abs(x/y)", #"\left\lvert \frac{x}{y} \right\rvert"#, "|x/y|"),
    Case("max(x, y)", #"\max(x, y)"#, "max(x, y)"),
    Case(
      "z*(1+erf(z/sqrt(2)))/2",
      #"\frac{1}{2} z \left( 1 + \operatorname{erf}\left( \frac{z}{\sqrt{2}} \right) \right)"#, "1/2 z (1 + erf(z/√2))"),
  ]

  static let conditions = [
    Case(
      "where(z>0, z, alpha*(exp(z)-1))",
      #"\begin{cases} z & z > 0 \\ \alpha (e^z - 1) & \text{otherwise} \end{cases}"#,
      "{z if z > 0, α (e^z - 1) otherwise}"),
    Case(
      "where(z>0, 1, 0) + x", #"\left( \begin{cases} 1 & z > 0 \\ 0 & \text{otherwise} \end{cases} \right) + x"#,
      "{1 if z > 0, 0 otherwise} + x"),
    Case("[i==k]*x", #"[i = k] \, x"#, "[i = k] x"),
    Case("a[i]*[not (i==k)]", #"a_i [i \ne k]"#, "a_i [i ≠ k]"),
    Case("[0 <= x and x < 3]", #"[x \ge 0 \land x < 3]"#, "[x ≥ 0 and x < 3]"),
  ]

  static let derivatives = [
    Case("partial((x+y)^2, x)", #"\frac{\partial}{\partial x} (x + y)^2"#, "∂/∂x (x + y)^2"),
    Case("partial(x + y, x)", #"\frac{\partial (x + y)}{\partial x}"#, "∂(x + y)/∂x"),
    Case("partial(y, x)*(x + y)", #"\frac{\partial y}{\partial x} (x + y)"#, "∂y/∂x · (x + y)"),
    Case("partial(f(x), x)", #"\frac{\partial f(x)}{\partial x}"#, "∂f(x)/∂x"),
    Case("partial(partial(f(x), x), x)", #"\frac{\partial^2 f(x)}{\partial x^2}"#, "∂^2 f(x)/∂x^2"),
    Case("partial(partial(L, w), z)", #"\frac{\partial^2 L}{\partial z \, \partial w}"#, "∂^2 L/(∂z ∂w)"),
    Case(
      "partial(sum(k, x[k]), y)",
      #"\frac{\partial}{\partial y} \left( \sum_{k=1}^{n} x_k \right)"#, "∂/∂y (Σ_{k=1..n} x_k)"),
  ]

  static let names = [
    Case("w[1,12]", "w_{1,12}", "w_{1,12}"),
    Case("w[i,0]", "w_{i0}", "w_i0"),
    Case("w[n+1]", "w_{n+1}", "w_{n+1}"),
    Case("x_1*y", "x_{1} y", "x_1 y"),
    Case("x_1[i]", "x_{1,i}", "x_1_i"),
    Case("x1", #"\mathit{x1}"#, "x1"),
    Case("α*β", #"\alpha \beta"#, "α β"),
    Case("2*pi", #"2 \pi"#, "2 π"),
  ]

  @Test(arguments: numbers + products + sums + powers + functions + conditions + derivatives + names)
  func printsAsNotesDo(_ example: Case) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(example.text, into: &graph)
    #expect(ExpressionPrinter(graph).latex(expression) == example.latex)
    #expect(TextExpressionPrinter(graph).text(expression) == example.plain)
  }

  @Test func layersStandWhereTheNotationPutsThem() throws {
    var graph = ExpressionGraph()
    let layer = graph.symbol("l")
    let above = graph.add([layer, graph.number(1)])
    let activation = graph.symbol(Family("a", isLayered: true), [above, graph.symbol("i")])
    let width = graph.symbol(Family("n", isLayered: true), [above])
    let square = graph.power(activation, 2)
    let printer = ExpressionPrinter(graph, .standard)
    #expect(printer.latex(square) == "(a_i^{l+1})^2")
    #expect(printer.latex(width) == "n_{l+1}")
    #expect(TextExpressionPrinter(graph).text(square) == "(a_i^{l+1})^2")
    var notation = Notation.standard
    notation.styles["a"]?.layerPlace = .bracketedSuperscript
    #expect(ExpressionPrinter(graph, notation).latex(activation) == "a_i^{(l+1)}")
    notation.styles["a"]?.layerPlace = .subscript
    #expect(ExpressionPrinter(graph, notation).latex(activation) == "a_{l+1,i}")
  }

  @Test func boundIndicesAvoidTheWholeStatement() throws {
    var graph = ExpressionGraph()
    let (one, two) = (graph.number(1), graph.number(2))
    let i = graph.index("i", from: one, to: two)
    let bound = graph.freshIndex("i", from: one, to: two)
    let sum = graph.summation(over: bound, from: one, to: two, graph.symbol("x", [bound]))
    let target = graph.symbol("y", [i])
    let printer = ExpressionPrinter(graph, .standard)
    #expect(printer.latex(sum) == #"\sum_{i=1}^{2} x_i"#)
    #expect(printer.latex(sum, in: [target]) == #"\sum_{j=1}^{2} x_j"#)
  }
}
