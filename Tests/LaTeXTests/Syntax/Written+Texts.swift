extension Written {
  /// Words within formulas, and comments.
  static let texts: [Written] = [
    Written("words", #"\text{In general } x"#, #"(text "In general ") x"#),
    Written(
      "spellings of words", #"\mbox{a}\textbf{b}\textrm{c}\textit{d}"#, #"(text "a") (text "b") (text "c") (text "d")"#),
    Written(
      "formula among words", #"\text{for all $i \le n$ of it}"#,
      #"(text "for all " (math i rel:le n) " of it")"#),
    Written("formula in round brackets", #"\text{if \(x\) holds}"#, #"(text "if " (math x) " holds")"#),
    Written("escapes", #"\text{ \& \%~\_ }"#, #"(text " & % _ ")"#),
    Written("braces in words", #"\text{a {b} c}"#, #"(text "a b c")"#),
    Written("style in words", #"\text{a \textbf{b} c}"#, #"(text "a b c")"#),
    Written("word without braces", #"\text a"#, #"(text "a")"#),
    Written("subscript of words", #"x_\text{old}"#, #"(script x (_ (text "old")))"#),
    Written("ordinal", #"(l+1)^{\text{th}}"#, #"(script (fence "( )" l op:+ 1) (^ (text "th")))"#),
    Written("accents stay in words", #"\text{für}"#, #"(text "für")"#),
    Written("comment", "a % b", "a"),
    Written("empty words", #"\text{}"#, "(text)"),
    Written("dollar in words", #"\text{5$}"#, #"(text "5$")"#),
    Written("comment between", "a % b\n+ c", "a op:+ c"),
    Written("comment in an argument", "\\frac % n\n{a}{b}", "(frac (a) (b))"),
  ]
}
