extension Written {
  /// Numbers.
  static let numbers: [Written] = [
    Written("integer", "12", "12"),
    Written("decimal", "0.15", "0.15"),
    Written("decimal without a zero", ".5", ".5"),
    Written("thousands in braces", "1{,}000{,}000", "1000000"),
    Written("decimal comma", "0{,}5", "0.5"),
    Written("decimal comma with three digits", "0{,}125", "0.125"),
    Written("thousands by a thin blank", #"1\,000"#, "1000"),
    Written("a point that ends a sentence", "12.", "12 pun:."),
    Written("lists stay lists", "1,2,3", "1 pun:, 2 pun:, 3"),
    Written("two points", "i=1,2.5,3", "i rel:= 1 pun:, 2.5 pun:, 3"),
    Written(
      "digits as arguments stand alone", #"\frac12 x^12 x_123"#,
      "(frac (1) (2)) (script x (^ 1)) 2 (script x (_ 1)) 23"),
    Written("number before letter", "2x", "2 x"),
    Written("minus is no part of a number", "-3", "op:- 3"),
    Written("mathematical digits", "𝟏𝟐", "(style bold 1) (style bold 2)"),
    Written("index digits", "w_{11}", "(script w (_ 11))"),
    Written("product of decimals", #"0.15\cdot0.05+.2*.1"#, "0.15 op:cdot 0.05 op:+ .2 op:* .1"),
    Written("a point before a star is a product", "x.*y", "x op:.* y"),
  ]
}
