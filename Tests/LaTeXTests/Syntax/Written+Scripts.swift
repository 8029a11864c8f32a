extension Written {
  /// Scripts and primes.
  static let scripts: [Written] = [
    Written("sub then sup", "w_{ij}^3", "(script w (_ i j) (^ 3))"),
    Written("sup then sub", "w^3_{ij}", "(script w (_ i j) (^ 3))"),
    Written("without braces", "x_i^2", "(script x (_ i) (^ 2))"),
    Written("blanks between", "x _ i ^ 2", "(script x (_ i) (^ 2))"),
    Written("prime", "f'(z)", #"(script f ') (fence "( )" z)"#),
    Written("primes", "f''", "(script f '')"),
    Written("prime by command", #"f^\prime"#, "(script f ')"),
    Written("primes by command", #"f^{\prime\prime}"#, "(script f '')"),
    Written("prime in braces", "f^{'}", "(script f ')"),
    Written("bare prime", #"\sigma\prime(z)"#, #"(script sigma ') (fence "( )" z)"#),
    Written("prime as scalar", "f′ f″", "(script f ') (script f '')"),
    Written("prime before sup", "f'^2", "(script f (^ 2) ')"),
    Written("prime behind sup", "f^{(l)}'", #"(script f (^ (fence "( )" l)) ')"#),
    Written("prime among others", #"f^{\prime 2}"#, "(script f (^ (script () ') 2))"),
    Written("prime of a bracket", "g(z)'", #"g (script (fence "( )" z) ')"#),
    Written("layer in brackets", "a^{(l-1)}", #"(script a (^ (fence "( )" l op:- 1)))"#),
    Written("nested group", "{W^{l+1}}^T", "(script (group (script W (^ l op:+ 1))) (^ T))"),
    Written(
      "transpose", #"W^T W^\top W^\intercal W^{\rm T} W^{\mathsf T}"#,
      "(script W (^ T)) (script W (^ top)) (script W (^ intercal)) (script W (^ (style roman T))) (script W (^ (style sansSerif T)))"
    ),
    Written("layer and transpose", "W^{(l+1)T}", #"(script W (^ (fence "( )" l op:+ 1) T))"#),
    Written("double superscript", "x^a^b", "(script x (^ a)) (script () (^ b))"),
    Written("double subscript", "x_a_b", "(script x (_ a)) (script () (_ b))"),
    Written("scripts on nothing", "{}^T x", "(script (group) (^ T)) x"),
    Written("scripts on nothing at all", "^T", "(script () (^ T))"),
    Written("scripts on a bracket", "(a+b)^2", #"(script (fence "( )" a op:+ b) (^ 2))"#),
    Written(
      "scripts on a square bracket", "[d(n)-y(n)]_i",
      #"(script (fence "[ ]" d (fence "( )" n) op:- y (fence "( )" n)) (_ i))"#),
    Written("scripts on a bar", #"\frac{df}{dx}|_{x=0}"#, "(frac (d f) (d x)) (script del:| (_ x rel:= 0))"),
    Written("fraction as script", #"x^\frac12"#, "(script x (^ (frac (1) (2))))"),
    Written(
      "word as script", #"d_\text{in} d_{\mathrm{in}}"#,
      #"(script d (_ (text "in"))) (script d (_ (style roman i n)))"#),
    Written("star", #"w^* w^+ w^{\ast}"#, "(script w (^ op:*)) (script w (^ op:+)) (script w (^ op:ast))"),
    Written("empty script", "x^{}", "(script x (^ ))"),
    Written("minus alone is the script", "e^-x", "(script e (^ op:-)) x"),
    Written("scripts on a fraction", #"\frac{1}{2}^2"#, "(script (frac (1) (2)) (^ 2))"),
    Written("scripts on an accent", #"\hat{y}_1^{(i)}"#, #"(script (hat y) (_ 1) (^ (fence "( )" i)))"#),
    Written("script of script", "n_{l_1}", "(script n (_ (script l (_ 1))))"),
    Written(
      "sample in braces", #"x^{\{i\}} x^{[l]} x^{<t>}"#,
      #"(script x (^ (fence "{ }" i))) (script x (^ (fence "[ ]" l))) (script x (^ rel:< t rel:>))"#),
  ]
}
