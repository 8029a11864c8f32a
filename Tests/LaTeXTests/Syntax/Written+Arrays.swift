extension Written {
  /// Rows of cells, with and without an environment.
  static let arrays: [Written] = [
    Written(
      "aligned", #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
      "(array aligned [(a) (rel:= b)] [() (rel:= c)])"),
    Written("extra space", #"\begin{align*} a \\[1ex] b \end{align*}"#, #"(array align* [(a) "1ex"] [(b)])"#),
    Written(
      "bracket behind a line is no space", #"\begin{gather} a \\ [X] \end{gather}"#,
      #"(array gather [(a)] [((fence "[ ]" X))])"#),
    Written("star behind a line", #"\begin{gather} a \\* b \end{gather}"#, "(array gather [(a)] [(b)])"),
    Written(
      "cases", #"\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{else} \end{cases}"#,
      #"(array cases [(1) ((text "if ") x rel:> 0)] [(0) ((text "else"))])"#),
    Written(
      "matrices", #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}^T"#,
      "(script (array bmatrix [(a) (b)] [(c) (d)]) (^ T))"),
    Written(
      "columns and rules", #"\begin{array}{c|c} a & b \\ \hline c & d \end{array}"#,
      #"(array array "c|c" [(a) (b)] [(dir:hline c) (d)])"#),
    Written("position", #"\begin{aligned}[t] a \end{aligned}"#, "(array aligned [(a)])"),
    Written("alignedat", #"\begin{alignedat}{2} a & b \end{alignedat}"#, #"(array alignedat "2" [(a) (b)])"#),
    Written("last line ends", #"\begin{matrix} a \\ b \\ \end{matrix}"#, "(array matrix [(a)] [(b)])"),
    Written("empty cells", #"\begin{matrix} & a & \\ b \end{matrix}"#, "(array matrix [() (a) ()] [(b)])"),
    Written("empty array", #"\begin{matrix}\end{matrix}"#, "(array matrix)"),
    Written(
      "nested arrays", #"\begin{aligned} a &= \begin{cases} b \\ c \end{cases} \end{aligned}"#,
      "(array aligned [(a) (rel:= (array cases [(b)] [(c)]))])"),
    Written("breaks without an environment", #"a &= b \\ c &= d"#, "a & rel:= b newline c & rel:= d"),
    Written("break with space", #"a \\[2pt] b"#, #"a (newline "2pt") b"#),
    Written("plain matrices", #"\pmatrix{a & b \cr c & d}"#, "(array pmatrix [(a) (b)] [(c) (d)])"),
    Written(
      "bracket over lines", #"\begin{aligned} f(a \\ + b) \end{aligned}"#,
      "(array aligned [(f del:( a)] [(op:+ b del:))])"),
    Written(
      "left over cells", #"\begin{aligned} \left( a & b \right) \end{aligned}"#,
      #"(array aligned [((fence "( )" a & b))])"#),
    Written(
      "array in a brace", #"\left\{\begin{array}{l} a \\ b \end{array}\right."#,
      #"(fence "{ " (array array "l" [(a)] [(b)]))"#),
    Written(
      "tags in lines", #"\begin{align} a \tag{1} \\ b \nonumber \end{align}"#,
      #"(array align [(a (tag "1"))] [(b dir:nonumber)])"#),
    Written("unknown environment", #"\begin{foo} a \end{foo}"#, "(array foo [(a)])"),
    Written(
      "split", #"\begin{equation}\begin{split} a \end{split}\end{equation}"#,
      "(array equation [((array split [(a)]))])"),
    Written(
      "rows of dots", #"\begin{pmatrix} a & \cdots \\ \vdots & \ddots \end{pmatrix}"#,
      "(array pmatrix [(a) (dots:cdots)] [(dots:vdots) (dots:ddots)])"),
  ]
}
