extension Written {
  /// Operators, relations, functions, blanks.
  static let operators: [Written] = [
    Written("signs", "a+b-c*d/e", "a op:+ b op:- c op:* d op:/ e"),
    Written("commands", #"a\pm b\cdot c\times d\div e"#, "a op:pm b op:cdot c op:times d op:div e"),
    Written(
      "hadamard", #"a\odot b\circ c\bullet d\otimes e\ast f\star g"#,
      "a op:odot b op:circ c op:bullet d op:otimes e op:ast f op:star g"),
    Written("code products", "a.*b a**b a./b", "a op:.* b a op:** b a op:./ b"),
    Written("relations", #"a=b<c>d\le e\ge f\ne g"#, "a rel:= b rel:< c rel:> d rel:le e rel:ge f rel:ne g"),
    Written(
      "spellings", #"\leq \leqslant ≤ <= \geq >= \neq ≠ !="#,
      "rel:le rel:le rel:le rel:le rel:ge rel:ge rel:ne rel:ne rel:ne"),
    Written("struck through", #"\not= \not\in \not\equiv \notin"#, "rel:ne rel:notin rel:notequiv rel:notin"),
    Written(
      "kinds of equality", #"\approx \sim \propto \equiv \simeq \cong \triangleq \doteq"#,
      "rel:approx rel:sim rel:propto rel:equiv rel:simeq rel:cong rel:triangleq rel:doteq"),
    Written(
      "definitions", #"a:=b a\coloneqq b b=:a a:\!= b"#,
      "a rel::= b a rel::= b b rel:=: a a pun:: sp:negative rel:= b"),
    Written("updates", #"w\gets w w\leftarrow w w←w"#, "w rel:gets w w rel:gets w w rel:gets w"),
    Written(
      "arrows", #"\to \rightarrow \longrightarrow -> → \mapsto"#,
      "rel:to rel:to rel:to rel:to rel:to rel:mapsto"),
    Written(
      "implications", #"\Rightarrow \implies => ⇒ \iff \Leftrightarrow"#,
      "rel:Rightarrow rel:Rightarrow rel:Rightarrow rel:Rightarrow rel:Leftrightarrow rel:Leftrightarrow"),
    Written("words of proof", #"\therefore\because ∴∵"#, "rel:therefore rel:because rel:therefore rel:because"),
    Written(
      "over a sign", #"\stackrel{def}{=} \overset{!}{=} \underset{x}{=}"#,
      "(stack (rel:=) (over d e f)) (stack (rel:=) (over pun:!)) (stack (rel:=) (under x))"),
    Written(
      "long arrows", #"\xrightarrow[a]{b+c} \xleftarrow{}"#,
      "(stack (rel:to) (over b op:+ c) (under a)) (stack (rel:gets) (over ))"),
    Written("sets", #"x\in S\subset T\cup U\cap V"#, "x rel:in S rel:subset T op:cup U op:cap V"),
    Written("logic", #"a\wedge b\land c\lor\neg d"#, "a op:wedge b op:wedge c op:vee neg d"),
    Written("punctuation", "a,b;c:d.e!", "a pun:, b pun:; c pun:: d pun:. e pun:!"),
    Written(
      "ellipses", #"1,\dots,n \ldots\cdots\vdots\ddots ... …"#,
      "1 pun:, dots:dots pun:, n dots:dots dots:cdots dots:vdots dots:ddots dots:dots dots:dots"),
    Written(
      "spaces", #"a\,b\:c\;d\!e~f\ g\quad h\qquad"#,
      "a sp:thin b sp:medium c sp:thick d sp:negative e sp:word f sp:word g sp:quad h sp:qquad"),
    Written(
      "space by width", #"\hspace{10em}\hspace*{1cm}\kern1em x\mkern-2mu y"#,
      "sp:10em sp:1cm sp:1em x sp:-2mu y"),
    Written("sum", #"\sum_{i=1}^n x_i"#, "(script big:sum (_ i rel:= 1) (^ n)) (script x (_ i))"),
    Written(
      "limits", #"\sum\limits_{i=1}^n \int\nolimits_0^1"#,
      "(script big:sum limits (_ i rel:= 1) (^ n)) (script big:int nolimits (_ 0) (^ 1))"),
    Written(
      "large operators", #"\prod\int\coprod\bigcup ∑∏∫"#,
      "big:prod big:int big:coprod big:bigcup big:sum big:prod big:int"),
    Written(
      "bounds in lines", #"\sum_{\substack{i=1 \\ i\ne j}}^n"#,
      "(script big:sum (_ (array substack [(i rel:= 1)] [(i rel:ne j)])) (^ n))"),
    Written("functions", #"\exp\log\ln\sin\tanh\max\min"#, "fn:exp fn:log fn:ln fn:sin fn:tanh fn:max fn:min"),
    Written("limit", #"\lim_{x\to 0} f"#, "(script fn:lim (_ x rel:to 0)) f"),
    Written("argmax", #"\arg\max_x \argmin \arg\,\min"#, "(script fn:argmax (_ x)) fn:argmin fn:argmin"),
    Written(
      "operator names", #"\operatorname{diag}(x) \operatorname*{arg\,max}_x"#,
      #"fn:diag (fence "( )" x) (script fn:argmax (_ x))"#),
    Written("operator name of more", #"\operatorname{\mathbf{E}}"#, "(style operatorName (style bold E))"),
    Written(
      "roman names", #"\mathrm{ReLU}(x) {\rm diag}(a) \rm{diag}(a)"#,
      #"(style roman R e L U) (fence "( )" x) (group (style roman d i a g)) (fence "( )" a) (style roman d i a g) (fence "( )" a)"#
    ),
    Written("bare names are letters", "log", "l o g"),
    Written(
      "classes", ##"a\mathbin{\#}b \mathop{max}\limits_x"##,
      "a (style binary #) b (script (style largeOperator m a x) limits (_ x))"),
  ]
}
