import LaTeX
import Testing

@testable import Reading

@Suite("Chains of relations")
struct ChainReaderTests {
  /// The chains of a formula as text: members and signs as written, lists in brackets, conditions marked by "?".
  private func chains(_ source: String) -> [String] {
    let formula = MathParser.parse(source)
    func text(_ member: WrittenChain.Member) -> String { member.range.map { formula.latex(in: $0) } ?? "" }
    return ChainReader.chains(of: formula).map { chain in
      var result = text(chain.members[0])
      for (sign, member) in zip(chain.signs, chain.members.dropFirst()) { result += " \(sign.name) \(text(member))" }
      if !chain.list.isEmpty { result += " [" + chain.list.map(text).joined(separator: "|") + "]" }
      return (chain.connective.map { "\($0.name): " } ?? "") + (chain.isCondition ? "? " : "") + result
    }
  }

  @Test(
    "Formulas state chains",
    arguments: [
      ("a = b = c", ["a = b = c"]),
      (#"z_i = \sum_j w_{ij} x_j + b_i, \quad i=1,2,3,4"#, [#"z_i = \sum_j w_{ij} x_j + b_i"#, "? i = 1 [2|3|4]"]),
      (#"i = 1, \dots, n"#, [#"? i = 1 [\dots|n]"#]),
      (#"l = L-1, \dots, 1"#, [#"? l = L-1 [\dots|1]"#]),
      (#"= \frac{1}{2} a"#, [#" = \frac{1}{2} a"#]),
      (#"a = b ="#, ["a = b = "]),
      (#"a = b \quad \therefore c = d"#, ["a = b", "therefore: c = d"]),
      (#"\Rightarrow \delta = x"#, [#"Rightarrow: \delta = x"#]),
      (#"\begin{aligned} a &= b \\ &= c \end{aligned}"#, ["a = b", " = c"]),
      (#"\begin{aligned} a &= b, & c &= d, & i &= 1, 2 \end{aligned}"#, ["a = b", "c = d", "? i = 1 [2]"]),
      (#"\begin{eqnarray} a & = & b \\ & = & c \end{eqnarray}"#, ["a = b", " = c"]),
      (#"a &= b && \text{sum rule}"#, ["a = b"]),
      (#"a = b \\ c = d"#, ["a = b", "c = d"]),
      (#"a = b \text{ and } c = d"#, ["a = b", "c = d"]),
      (#"f(x, y) = g(x, y)"#, ["f(x, y) = g(x, y)"]),
      (#"\boxed{a = b}"#, ["a = b"]),
      (#"w := w - \eta \delta"#, [#"w := w - \eta \delta"#]),
      (#"w \leftarrow w - \eta \delta"#, [#"w gets w - \eta \delta"#]),
      (#"\text{for } l < L"#, ["? l < L"]),
      (#"1 \le i \le n"#, ["? 1 le i le n"]),
      (#"a_1 - a_2 < 0"#, ["a_1 - a_2 < 0"]),
      (
        #"f = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"#,
        [#"f = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"#]
      ),
      (#"a = b \tag{1}"#, ["a = b"]),
      (#"\delta"#, [#"\delta"#]),
      ("", []),
    ] as [(String, [String])])
  func chains(_ entry: (String, [String])) {
    #expect(chains(entry.0) == entry.1)
  }

  @Test("Continuing and open chains know it")
  func continuation() throws {
    let first = try #require(ChainReader.chains(of: MathParser.parse("= b")).first)
    #expect(first.continuesPrevious && !first.isOpen)
    let open = try #require(ChainReader.chains(of: MathParser.parse("a = b =")).first)
    #expect(open.isOpen && !open.continuesPrevious)
  }

  @Test("Names under braces are found, the outer one first")
  func braces() {
    let formula = MathParser.parse(#"\underbrace{\underbrace{a}_{b} c}_{d} \cdot \frac{\underbrace{e}_{f}}{g}"#)
    let notes = ChainReader.braces(in: formula.nodes).map { formula.latex(of: $0) }
    #expect(notes.count == 3)
    #expect(notes[0].hasSuffix("_{d}") && notes[1] == #"\underbrace{a}_{b}"# && notes[2] == #"\underbrace{e}_{f}"#)
  }

  @Test(
    "No node of a formula is lost between its chains",
    arguments: [
      #"a = b, \quad c = d \therefore e = \underbrace{f}_{g}"#, #"\begin{aligned} a &= b \\ &= c + d \end{aligned}"#,
    ])
  func nothingLost(_ source: String) {
    let formula = MathParser.parse(source)
    var letters: [String] = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if case .letter(let name) = node.kind { letters.append(name) }
        collect(node.children)
      }
    }
    for chain in ChainReader.chains(of: formula) { for member in chain.members { collect(member.nodes) } }
    var all: [String] = []
    func everything(_ nodes: [MathNode]) {
      for node in nodes {
        if case .letter(let name) = node.kind { all.append(name) }
        everything(node.children)
      }
    }
    everything(formula.nodes)
    #expect(letters == all)
  }
}
