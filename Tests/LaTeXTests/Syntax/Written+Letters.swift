extension Written {
  /// Letters, signs, scalars, and what the parser does not know.
  static let letters: [Written] = [
    Written("Latin letters stand alone", "abC", "a b C"),
    Written("Greek by command", #"\alpha\beta\varepsilon\Gamma"#, "alpha beta varepsilon Gamma"),
    Written("Greek by scalar", "δεφϕΣ", "delta varepsilon varphi phi Sigma"),
    Written("other letters", #"\ell\hbar\imath\Re"#, "ell hbar imath Re"),
    Written("signs that are no letters", #"\partial\nabla\infty\top\emptyset"#, "partial nabla infty top emptyset"),
    Written("spellings of nabla", #"\nabla \triangledown ∇ ▽"#, "nabla nabla nabla nabla"),
    Written("spellings of partial", #"\partial \part ∂ 𝜕 𝛛"#, "partial partial partial partial (style bold partial)"),
    Written("mathematical italic", "𝑤𝑥ℎ𝜃", "w x h theta"),
    Written("mathematical bold", "𝐖𝐱𝛉", "(style bold W) (style bold x) (style bold theta)"),
    Written("blackboard", #"ℝ\mathbb{R}\R"#, "(style blackboard R) (style blackboard R) (style blackboard R)"),
    Written(
      "script", #"ℒ\mathcal{L}\mathscr L"#,
      "(style calligraphic L) (style calligraphic L) (style calligraphic L)"),
    Written("accents taken apart", "ŷȳx̂W̃", "(hat y) (bar y) (hat x) (tilde W)"),
    Written("wide East Asian signs", "ｘ＝（１＋２）", #"x rel:= (fence "( )" 1 op:+ 2)"#),
    Written("transpose as scalar", "Wᵀ", "(script W (^ T))"),
    Written(
      "scripts as scalars", "x₁² a⁽ˡ⁺¹⁾ wᵢⱼ",
      #"(script x (_ 1) (^ 2)) (script a (^ (fence "( )" l op:+ 1))) (script w (_ i j))"#),
    Written("a script on nothing", "²", "(script () (^ 2))"),
    Written("circled numbers", #"①\textcircled{2}"#, "(circled 1) (circled 2)"),
    Written("fractions of one scalar", "½x", "(frac (1) (2)) x"),
    Written("other alphabets", "ж", "ж"),
    Written("unknown command", #"\foo x"#, #"(unknown "\foo") x"#),
    Written("unknown commands keep their groups", #"\foo{a}{b}"#, #"(unknown "\foo") (group a) (group b)"#),
    Written("noise of a page", "x<sup>2</sup>", #"x (unknown "<sup>") 2 (unknown "</sup>")"#),
    Written("inequalities are no noise", "a<b>c", "a rel:< b rel:> c"),
    Written("signs of a page", "a &lt; b &gt; c", "a rel:< b rel:> c"),
    Written("escaped signs", ##"\# \% \& \_"##, "# % & _"),
  ]
}
