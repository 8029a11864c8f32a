import Expressions
import LaTeX
import Testing

/// Whatever is put in, nothing crashes and nothing is lost.
@Suite struct GarbageTests {
  private static let pieces = [
    "{", "}", "(", ")", "[", "]", "|", "||", #"\{"#, #"\}"#, #"\|"#, "^", "_", "&", #"\\"#, #"\\[1ex]"#, "$", "'",
    "%c\n",
    " ", "\n", "x", "W", "12", ".5", "1{,}000", "+", "-", "=", ":=", ",", ".", "~", "#1", "\"", "<sup>", "&lt;", "ŷ",
    "δ",
    "x\u{302}", "₁", "²", "ᵀ", "½", "√", "①", "𝐖", "∑", "‖", "（", "字", "\u{200B}", "\u{0}", #"\"#, #"\frac"#, #"\sqrt"#,
    #"\sqrt["#, #"\left"#, #"\left("#, #"\right)"#, #"\right"#, #"\middle|"#, #"\big("#, #"\bigr)"#, #"\hat"#,
    #"\vec{x}"#,
    #"\mathbf"#, #"\bf"#, #"\rm{"#, #"\color{red}"#, #"\textcolor{"#, #"\over"#, #"\atop"#, #"\underbrace"#,
    #"\overset"#, #"\text{"#, #"\text{a $x$}"#, #"\text"#, #"\mbox{$"#, #"\begin{aligned}"#, #"\end{aligned}"#,
    #"\begin{array}{c|c}"#, #"\end{array}"#, #"\begin"#, #"\end"#, #"\begin{"#, #"\substack{"#, #"\sum"#, #"\limits"#,
    #"\prime"#, #"\not"#, #"\operatorname*{"#, #"\arg"#, #"\max"#, #"\quad"#, #"\hspace{1em}"#, #"\kern1em"#,
    #"\tag{1}"#,
    #"\label"#, #"\foo"#, #"\xrightarrow[a]"#, #"\alpha"#, #"\cdot"#, #"\boxed{"#, #"\href"#, #"\cases{"#,
    #"\displaystyle"#,
  ]

  private static let definitions = [
    #"\newcommand{\a}[2]{#1_{#2}}"#, #"\def\b#1{\a{#1}{#1}}"#, #"\a"#, #"\b"#, #"\a{x}{y}"#, #"\newcommand"#, #"\def"#,
    #"\def\c{\c\c}"#, #"\c"#, #"\let\d\b"#, #"\d"#, #"\newcommand{\e}[1][z]{#1}"#, #"\e"#, #"\e[x]"#, "##1", "#2",
  ]

  @Test(arguments: 0..<8) func garbage(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<150 {
      let count = Int.random(in: 1...30, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let broken = lawsBroken(by: MathParser.parse(text))
      #expect(broken.isEmpty, "seed \(seed), round \(round): \(text)")
    }
  }

  @Test(arguments: 0..<4) func garbageWithMacros(seed: Int) {
    var random = SplitMix64(seed: UInt64(100 + seed))
    let pieces = Self.pieces + Self.definitions + Self.definitions + Self.definitions
    for round in 0..<100 {
      let count = Int.random(in: 1...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let broken = lawsBroken(by: MathParser.parse(text), hasMacros: true)
      #expect(broken.isEmpty, "seed \(seed), round \(round): \(text)")
    }
  }

  /// One scalar taken out of a formula, or put in.
  @Test(arguments: 0..<4) func damage(seed: Int) {
    var random = SplitMix64(seed: UInt64(200 + seed))
    for source in SourceFormulas.all {
      var scalars = Array(source.unicodeScalars)
      let place = Int.random(in: 0..<scalars.count, using: &random)
      if Bool.random(using: &random) {
        scalars.remove(at: place)
      } else {
        scalars.insert("{}\\&$^_()[]|'%#x1".unicodeScalars.randomElement(using: &random) ?? "{", at: place)
      }
      let formula = MathParser.parse(scalars)
      let broken = lawsBroken(by: formula)
      #expect(broken.isEmpty, "seed \(seed): \(formula.latex(in: 0..<scalars.count))")
    }
  }
}
