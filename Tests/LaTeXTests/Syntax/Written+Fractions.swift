extension Written {
  /// Fractions, roots, binomials.
  static let fractions: [Written] = [
    Written("frac", #"\frac{a}{b}"#, "(frac (a) (b))"),
    Written(
      "its sizes", #"\dfrac ab\tfrac{a}{b}\cfrac{1}{1+x}"#,
      "(frac (a) (b)) (frac (a) (b)) (frac (1) (1 op:+ x))"),
    Written("fraction without braces", #"\frac12"#, "(frac (1) (2))"),
    Written("of commands", #"\frac\partial{\partial w}"#, "(frac (partial) (partial w))"),
    Written("of a frac", #"\frac\frac123"#, "(frac ((frac (1) (2))) (3))"),
    Written(
      "partial derivative", #"\frac{\partial L}{\partial w_{ij}^3}"#,
      "(frac (partial L) (partial (script w (_ i j) (^ 3))))"),
    Written(
      "derivative operator", #"\frac{\partial}{\partial w}(x)"#, #"(frac (partial) (partial w)) (fence "( )" x)"#),
    Written("over", #"{a \over b}"#, "(group (frac (a) (b)))"),
    Written("over with sums", #"{a+b \over c+d}"#, "(group (frac (a op:+ b) (c op:+ d)))"),
    Written("over in a bracket", #"({a \over b})"#, #"(fence "( )" (group (frac (a) (b))))"#),
    Written("over without a group", #"1 \over 2"#, "(frac (1) (2))"),
    Written("atop and choose", #"{a \atop b} {n \choose k}"#, "(group (atop (a) (b))) (group (binom (n) (k)))"),
    Written("second over", #"{a \over b \over c}"#, #"(group (frac (a) (b (unknown "\over") c)))"#),
    Written("binomial", #"\binom{n}{k}\dbinom nk"#, "(binom (n) (k)) (binom (n) (k))"),
    Written("root", #"\sqrt{x} \sqrt2 √2"#, "(sqrt x) (sqrt 2) (sqrt 2)"),
    Written("root with index", #"\sqrt[3]{x+1}"#, "(root (3) (x op:+ 1))"),
    Written("root of a fraction", #"\sqrt\frac12"#, "(sqrt (frac (1) (2)))"),
    Written("slash", #"\partial C/\partial b"#, "partial C op:/ partial b"),
    Written("missing denominator", #"\frac{a}"#, "(frac (a) ())"),
    Written("missing both", #"\frac"#, "(frac () ())"),
  ]
}
