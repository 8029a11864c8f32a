extension Written {
  /// Macros defined within the formula.
  static let macros: [Written] = [
    Written("no arguments", #"\newcommand{\loss}{\mathcal{L}} \loss"#, "(define loss) (style calligraphic L)"),
    Written(
      "two arguments", #"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd{L}{w}"#,
      "(define pd) (frac (partial L) (partial w))"),
    Written(
      "arguments without braces", #"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd Lw"#,
      "(define pd) (frac (partial L) (partial w))"),
    Written("optional argument left out", #"\newcommand{\v}[2][x]{#1_{#2}} \v i"#, "(define v) (script x (_ i))"),
    Written("optional argument given", #"\newcommand{\v}[2][x]{#1_{#2}} \v[y]{i}"#, "(define v) (script y (_ i))"),
    Written("name without braces", #"\newcommand\T{^\top} W\T"#, "(define T) (script W (^ top))"),
    Written("renewed", #"\renewcommand{\vec}[1]{\mathbf{#1}} \vec x"#, "(define vec) (style bold x)"),
    Written("provided only if new", #"\newcommand{\a}{x}\providecommand{\a}{y} \a"#, "(define a) (define a) x"),
    Written("def", #"\def\w#1#2{w_{#1#2}} \w ij"#, "(define w) (script w (_ i j))"),
    Written("operator", #"\DeclareMathOperator{\diag}{diag} \diag(x)"#, #"(define diag) fn:diag (fence "( )" x)"#),
    Written(
      "operator with limits", #"\DeclareMathOperator*{\am}{arg\,max} \am_x"#,
      "(define am) (script fn:argmax (_ x))"),
    Written(
      "paired delimiter", #"\DeclarePairedDelimiter{\n}{\lVert}{\rVert} \n{x}_2 \n*{y} \n[\big]{z}"#,
      #"(define n) (script (fence "‖ ‖" x) (_ 2)) (fence "‖ ‖" y) (fence "‖ ‖" z)"#),
    Written(
      "alias", #"\let\oldvec\vec \renewcommand{\vec}[1]{\oldvec{\mathbf{#1}}} \vec x"#,
      "(define oldvec) (define vec) (vector (style bold x))"),
    Written("macro in macro", #"\newcommand{\a}{x}\newcommand{\b}{\a_i} \b"#, "(define a) (define b) (script x (_ i))"),
    Written("argument in another order", #"\newcommand{\s}[2]{#2 #1} \s{a}{b}"#, "(define s) b a"),
    Written("argument twice", #"\newcommand{\s}[1]{#1 + #1} \s{a}"#, "(define s) a op:+ a"),
    Written("macro in an argument", #"\newcommand{\h}[1]{\hat{#1}} \h{\h y}"#, "(define h) (hat (hat y))"),
    Written(
      "macro that defines a macro", #"\newcommand{\m}[1]{\newcommand{#1}[1]{##1_i}} \m{\x} \x{a}"#,
      "(define m) (define x) (script a (_ i))"),
    Written(
      "environment by macro", #"\newcommand{\be}{\begin{aligned}}\newcommand{\ee}{\end{aligned}} \be a \ee"#,
      "(define be) (define ee) (array aligned [(a)])"),
    Written(
      "half a structure", #"\def\lp{\left(}\def\rp{\right)} \lp a \rp"#,
      #"(define lp) (define rp) (fence "( )" a)"#),
  ]
}
