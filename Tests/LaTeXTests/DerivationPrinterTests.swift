import Derivations
import Expressions
import LaTeX
import Networks
import Testing

struct DerivationPrinterTests {
  /// The lines between `begin` and `end`, one list for each environment.
  private func blocks(_ document: String, _ begin: String, _ end: String) -> [[Substring]] {
    var result: [[Substring]] = []
    var inside = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == end { inside = false }
      if inside { result[result.count - 1].append(line) }
      if line == begin {
        inside = true
        result.append([])
      }
    }
    return result
  }

  @Test func everyAlignmentIsWellFormed() throws {
    for derivation in [SampleDerivation.squaredError(), try SampleDerivation.sigmoidSteps()] {
      let document = DerivationPrinter.print(derivation, format: .latex)
      #expect(Wellformedness.fault(in: document) == nil)
      let blocks = blocks(document, #"\begin{align*}"#, #"\end{align*}"#)
      #expect(blocks.count == derivation.sections.count)
      for block in blocks {
        #expect(Set(block.map { Wellformedness.columns(of: String($0)) }).count == 1, "\(block)")
        for (place, line) in block.enumerated() {
          #expect(line.contains(#"\\"#) == (place < block.count - 1), "\(line)")
        }
      }
    }
  }

  @Test func printsRowsAsTheSampleDoes() {
    let document = DerivationPrinter.print(SampleDerivation.squaredError(), format: .latex)
    let expected = [
      #"z_i^2 &= \sum_{j=1}^{1} w_{ij}^1 x_j + b_i^1, & a_i^2 &= f(z_i^2), & i &= 1, \dots, 4 \\"#,
      #"z_i^4 &= \sum_{j=1}^{3} w_{ij}^3 a_j^3 + b_i^3, & \hat{y}_i = a_i^4 &= f(z_i^4), & i &= 1, 2"#,
      #"L &= \frac{1}{2} \sum_{i=1}^{2} (y_i - \hat{y}_i)^2"#,
      #"\frac{\partial L}{\partial w_{ij}^1} &= \underbrace{\frac{\partial L}{\partial z_i^2}}_{\delta_i^2} \cdot "#
        + #"\underbrace{\frac{\partial z_i^2}{\partial w_{ij}^1}}_{x_j} = \delta_i^2 x_j, & "#
        + #"\frac{\partial L}{\partial b_i^1} &= \delta_i^2"#,
      #"\delta_i^4 &= \frac{\partial L}{\partial \hat{y}_i} \cdot \frac{\partial \hat{y}_i}{\partial z_i^4} = "#
        + #"(\hat{y}_i - y_i) \, f'(z_i^4), & i &= 1, 2"#,
      #"\delta_i^l &= \left( \sum_{j=1}^{n_{l+1}} \delta_j^{l+1} w_{ji}^l \right) f'(z_i^l), & "#
        + #"l &= 2, 3; \quad n_3 = 3, \; n_4 = 2 \\"#,
      #"\frac{\partial L}{\partial w_{ij}^l} &= \delta_i^{l+1} a_j^l, \qquad "#
        + #"\frac{\partial L}{\partial b_i^l} = \delta_i^{l+1}, & l &= 1, 2, 3; \quad a_j^1 = x_j"#,
      #"w_{ij}^l &\leftarrow w_{ij}^l - \eta \, \delta_i^{l+1} a_j^l, & b_i^l &\leftarrow b_i^l - \eta \, "#
        + #"\delta_i^{l+1}, & l &= 1, 2, 3"#,
    ]
    let lines = document.split(separator: "\n").map(String.init)
    for line in expected { #expect(lines.contains(line), "\(line)") }
  }

  @Test func printsOneStepOnALineWithItsReason() throws {
    let document = DerivationPrinter.print(try SampleDerivation.sigmoidSteps(), format: .latex)
    let expected = [
      #"\delta_i^4 &= \frac{\partial L}{\partial z_i^4} && \text{definition of } \delta; \quad i = 1, 2 \\"#,
      #"&= \frac{1}{2} \sum_{k=1}^{2} \frac{\partial}{\partial z_i^4} (y_k - \hat{y}_k)^2 && \text{sum rule} \\"#,
      #"&= (\hat{y}_i - y_i) \, \hat{y}_i (1 - \hat{y}_i) && \text{slope of } \sigma"#,
      #"&= \delta_i^4 \, \frac{\partial z_i^4}{\partial w_{ij}^3} && \text{only } z_i^4 \text{ depends on } w_{ij}^3 \\"#,
      #"&= (\hat{y}_i - y_i) \, \hat{y}_i (1 - \hat{y}_i) \, a_j^3 && \text{insert } \delta_i^4 \\[1ex]"#,
      #"\frac{\partial L}{\partial b_i^3} &= \delta_i^4 \, \frac{\partial z_i^4}{\partial b_i^3} = \delta_i^4 && "#
        + #"\text{the same with } b_i^3"#,
    ]
    let lines = document.split(separator: "\n").map(String.init)
    for line in expected { #expect(lines.contains(line), "\(line)") }
  }

  /// Reasons are words: a relation sign in them would read back as a claim.
  @Test func reasonsHoldNoRelationSign() throws {
    var graph = ExpressionGraph()
    let (x, y) = (graph.symbol("x"), graph.symbol("y"))
    var reasons: [Reason] = [
      .definition(x), .assumption, .onlyDependence(x, on: y), .othersDoNotDepend(on: y), .onlyOneTerm(contains: y),
      .targetIsConstant, .slope(of: Function("f")), .insert(x), .underAssumption, .sameWith(y), .gradientDescent,
    ]
    reasons += RuleName.allCases.map { .rule($0) }
    for reason in reasons {
      #expect(!reason.english.isEmpty)
      for case .words(let words) in reason.english {
        #expect(!words.contains { "=<>←≤≥&%$#\\{}".contains($0) }, "\(words)")
      }
    }
  }

  /// Code hosts that read formulas as Markdown first would drop these backslashes and pair these underscores.
  @Test func markdownSurvivesMarkdown() throws {
    for derivation in [SampleDerivation.squaredError(), try SampleDerivation.sigmoidSteps()] {
      let document = DerivationPrinter.print(derivation, format: .markdown)
      #expect(Wellformedness.fault(in: document) == nil)
      let characters = Array(document)
      for (place, character) in characters.enumerated().dropLast() {
        let next = characters[place + 1]
        if character == "\\" { #expect(next.isLetter, "\\\(next)") }
        if character == "_", place > 0, !characters[place - 1].isLetter, !characters[place - 1].isNumber {
          #expect(next.isWhitespace, "_ opens emphasis before \(next)")
        }
      }
      let blocks = blocks(document, #"\begin{aligned}"#, #"\end{aligned}"#)
      #expect(blocks.count == derivation.sections.count)
    }
  }

  @Test func textStandsInColumns() {
    let document = DerivationPrinter.print(SampleDerivation.squaredError(), format: .text)
    let expected = """
      forward pass
        z_i^2 = Σ_{j=1..1} w_ij^1 x_j + b_i^1            a_i^2 = f(z_i^2)    i = 1, …, 4
        z_i^3 = Σ_{j=1..4} w_ij^2 a_j^2 + b_i^2          a_i^3 = f(z_i^3)    i = 1, 2, 3
        z_i^4 = Σ_{j=1..3} w_ij^3 a_j^3 + b_i^3    ŷ_i = a_i^4 = f(z_i^4)    i = 1, 2

      loss
        L = 1/2 Σ_{i=1..2} (y_i - ŷ_i)^2
      """
    #expect(document.contains(expected))
    #expect(!document.contains("\\"))
    #expect(document.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test(arguments: OutputFormat.allCases)
  func isDeterministic(format: OutputFormat) throws {
    let first = DerivationPrinter.print(SampleDerivation.squaredError(), format: format)
    #expect(first == DerivationPrinter.print(SampleDerivation.squaredError(), format: format))
    #expect(first.hasSuffix("\n") && !first.hasSuffix("\n\n"))
  }

  @Test func namesTheNetwork() {
    let network = Network(
      architecture: Architecture(.open(width: "n", last: "L")),
      activations: [.custom("z*sigmoid(z)"), .known("leaky_relu", parameters: [Rational(1, 5)])],
      loss: .known("mse", parameters: []), bias: .folded, batch: .mean)
    let derivation = Derivation(graph: ExpressionGraph(), network: network, sections: [])
    #expect(
      DerivationPrinter.print(derivation, format: .text)
        == "n_0-...-n_L, activations z*sigmoid(z), leaky-relu(1/5), loss mse, biases folded in as w_i0^l, mean over a "
        + "batch; w_ij^l leads from unit j of layer l-1 to unit i of layer l\n")
  }
}
