extension Written {
  /// Brackets, bars, and which of them belong together.
  static let delimiters: [Written] = [
    Written("round", "f(x)", #"f (fence "( )" x)"#),
    Written("square", "[a]", #"(fence "[ ]" a)"#),
    Written("curly", #"\{a\}"#, #"(fence "{ }" a)"#),
    Written("curly by name", #"\lbrace a\rbrace"#, #"(fence "{ }" a)"#),
    Written("nested brackets", "((a)[b])", #"(fence "( )" (fence "( )" a) (fence "[ ]" b))"#),
    Written("left and right", #"\left( a \right)"#, #"(fence "( )" a)"#),
    Written("left and right with scripts", #"\left[ a \right]^2"#, #"(script (fence "[ ]" a) (^ 2))"#),
    Written("half open left", #"\left. a \right|_{x=0}"#, #"(script (fence " |" a) (_ x rel:= 0))"#),
    Written(
      "brace to the right", #"\left. \begin{matrix} a \\ b \end{matrix} \right\}"#,
      #"(fence " }" (array matrix [(a)] [(b)]))"#),
    Written("brace to the left", #"\left\{ a \right."#, #"(fence "{ " a)"#),
    Written("middle", #"\left( a \middle| b \right)"#, #"(fence "( )" a del:| b)"#),
    Written(
      "sizes", #"\big( a \big) \Bigl[ b \Bigr] \bigg| c \bigg|"#,
      #"(fence "( )" a) (fence "[ ]" b) (fence "| |" c)"#),
    Written(
      "angle", #"\langle a, b\rangle \left< a \right>"#,
      #"(fence "langle rangle" a pun:, b) (fence "langle rangle" a)"#),
    Written("floor", #"\lfloor x\rfloor \lceil x\rceil"#, #"(fence "lfloor rfloor" x) (fence "lceil rceil" x)"#),
    Written("half-open interval", "[0,1)", #"(fence "[ )" 0 pun:, 1)"#),
    Written("half-open interval to the left", "(0,1]", #"(fence "( ]" 0 pun:, 1)"#),
    Written("outward interval", "]0,1[", "del:] 0 pun:, 1 del:["),
    Written("unclosed", "f(a", "f del:( a"),
    Written("unopened", "a)", "a del:)"),
    Written("mismatch inside", "(a[b)", #"(fence "( )" a del:[ b)"#),
    Written("absolute value", #"\vert x\vert +\lvert x\rvert"#, #"(fence "| |" x) op:+ (fence "| |" x)"#),
    Written("bars", "|x|+|y|^2", #"(fence "| |" x) op:+ (script (fence "| |" y) (^ 2))"#),
    Written("bars side by side", "|a||b|", #"(fence "| |" a) (fence "| |" b)"#),
    Written("bar behind an operator", "a-|b|", #"a op:- (fence "| |" b)"#),
    Written("bar behind a function", #"\log|x|"#, #"fn:log (fence "| |" x)"#),
    Written("bars in bars", #"|\log |x||"#, #"(fence "| |" fn:log (fence "| |" x))"#),
    Written("norm", #"||x||_2^2 \|y\|"#, #"(script (fence "‖ ‖" x) (_ 2) (^ 2)) (fence "‖ ‖" y)"#),
    Written(
      "norms by name", #"\lVert x\rVert_2 \left\Vert x\right\Vert"#,
      #"(script (fence "‖ ‖" x) (_ 2)) (fence "‖ ‖" x)"#),
    Written(
      "conditional", "f(x|C_1)+p(a|b)",
      #"f (fence "( )" x del:| (script C (_ 1))) op:+ p (fence "( )" a del:| b)"#),
    Written("set", #"\{x|x>0\}"#, #"(fence "{ }" x del:| x rel:> 0)"#),
    Written("absolute values in a set", #"\{|x| | x>0\}"#, #"(fence "{ }" (fence "| |" x) del:| x rel:> 0)"#),
    Written("brackets from two lines", "a(b & c)", #"a (fence "( )" b & c)"#),
    Written("right without left", #"a \right) b"#, "a del:) b"),
    Written("left without right", #"\left( a"#, #"(fence "( " a)"#),
    Written("middle outside", #"a \middle/ b"#, "a del:/ b"),
    Written("missing delimiter", #"\left x \right)"#, #"(fence " )" x)"#),
    Written("nested left", #"\left(\left[a\right]\right)"#, #"(fence "( )" (fence "[ ]" a))"#),
    Written("empty brackets", "()", #"(fence "( )")"#),
    Written(
      "norm of anything", #"\|\cdot\| |\cdot|_p"#, #"(fence "‖ ‖" op:cdot) (script (fence "| |" op:cdot) (_ p))"#),
    Written("double bar between", "D(p||q) D(p\\|q)", #"D (fence "( )" p del:‖ q) D (fence "( )" p del:‖ q)"#),
    Written("curly brackets turned by mistake", #"\bigr\{a\bigr\}"#, #"(fence "{ }" a)"#),
    Written("brackets turned on purpose", #"\bigl]a\bigr["#, #"(fence "] [" a)"#),
  ]
}
