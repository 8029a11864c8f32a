import LaTeX
import Testing

/// What is written is what stands in the tree.
@Suite struct WrittenTests {
  @Test(arguments: Written.all) func tree(_ written: Written) {
    let formula = MathParser.parse(written.source)
    #expect(formula.sExpression == written.tree)
    #expect(lawsBroken(by: formula, hasMacros: Written.macros.contains { $0.name == written.name }).isEmpty)
  }

  @Test func namesAreUnique() {
    let names = Written.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: SourceFormulas.all) func sourcesHaveNoProblems(_ source: String) {
    let formula = MathParser.parse(source)
    #expect(formula.problems.isEmpty)
    #expect(!formula.sExpression.contains("unknown"))
    #expect(lawsBroken(by: formula).isEmpty)
  }

  @Test func sourcesAreThere() {
    #expect(SourceFormulas.all.count > 250)
  }

  @Test(arguments: [
    (#"\operatorname{diag}"#, "diag"), (#"\mathrm{diag}"#, "diag"), (#"\text{diag}"#, "diag"), (#"{\rm diag}"#, "diag"),
    (#"\rm{diag}"#, "diag"), (#"\mathit{RSS}"#, "RSS"), (#"\text{ ReLU }"#, "ReLU"), (#"\log"#, "log"),
    (#"\mathrm{cross-entropy}"#, "cross-entropy"), (#"\mathrm{arg\,max}"#, "argmax"), (#"\mathrm{L2}"#, "L2"),
  ])
  func words(_ source: String, _ word: String) {
    #expect(MathParser.parse(source).nodes.first?.word == word)
  }

  @Test(arguments: [#"\mathrm{x_i}"#, #"\text{if $x$}"#, "12", "x+y", #"\mathbf{x+y}"#])
  func noWords(_ source: String) {
    let nodes = MathParser.parse(source).nodes
    #expect(MathNode.word(of: nodes) == nil)
  }

  @Test func bracketsOfSeveralLinesCanBePaired() {
    let nodes = MathParser.parse(#"\begin{aligned} f(a &+ b \\ &+ c)^2 \end{aligned}"#).nodes
    guard case .array(let array)? = nodes.first?.kind else {
      Issue.record("no array")
      return
    }
    let cells = array.lines.flatMap { $0.cells.flatMap(\.nodes) }
    #expect(MathNode.pairingDelimiters(cells).sExpression == #"f (script (fence "( )" a op:+ b op:+ c) (^ 2))"#)
  }

  @Test func slices() {
    let formula = MathParser.parse(#"a + \frac{1}{2} x_i^2 % half"#)
    #expect(formula.nodes.map { formula.latex(of: $0) } == ["a", "+", #"\frac{1}{2}"#, "x_i^2"])
    #expect(formula.comments.map { formula.latex(in: $0) } == ["% half"])
  }

  @Test func positionsCountScalars() {
    let formula = MathParser.parse("𝑤ŷ = W\u{302}x")
    #expect(formula.nodes.map(\.range) == [0..<1, 1..<2, 3..<4, 5..<7, 7..<8])
  }
}
