extension Written {
  /// Fonts, accents, braces, boxes, colours, annotations.
  static let decorations: [Written] = [
    Written("hats", #"\hat{y} \hat y \widehat{xy}"#, "(hat y) (hat y) (hat x y)"),
    Written("overbars", #"\bar x \overline{x+y}"#, "(bar x) (bar x op:+ y)"),
    Written(
      "others", #"\tilde x\vec{a}\dot x\ddot x\overrightarrow{AB}"#,
      "(tilde x) (vector a) (dot x) (doubleDot x) (vector A B)"),
    Written("accent of accent", #"\hat{\bar x}"#, "(hat (bar x))"),
    Written("accent with script inside", #"\hat{y_i}"#, "(hat (script y (_ i)))"),
    Written("accent on a font", #"\hat{\mathbf{y}} \vec{\bf x}"#, "(hat (style bold y)) (vector (style bold x))"),
    Written(
      "fonts", #"\mathbf{W}\boldsymbol\delta\bm{x}\mathit{RSS}\mathsf T"#,
      "(style bold W) (style bold delta) (style bold x) (style italic R S S) (style sansSerif T)"),
    Written("font to the end of the group", #"{\bf x + y} z"#, "(group (style bold x op:+ y)) z"),
    Written("font to the end of the bracket", #"(\bf x) y"#, #"(fence "( )" (style bold x)) y"#),
    Written("font in a formula", #"\rm a b"#, "(style roman a b)"),
    Written("underbrace", #"\underbrace{a+b}_{c}"#, "(underbrace (a op:+ b) (c))"),
    Written("underbrace without a note", #"\underbrace{a}"#, "(underbrace (a))"),
    Written("overbrace", #"\overbrace{a}^{b}"#, "(overbrace (a) (b))"),
    Written("underbrace with both", #"\underbrace{a}_b^c"#, "(script (underbrace (a) (b)) (^ c))"),
    Written("boxes", #"\boxed{a=b}\fbox{x}\cancel{x}"#, "(boxed a rel:= b) (boxed x) (cancelled x)"),
    Written("colour", #"\color{red}{x} \textcolor{blue}{y}"#, "(colour red x) (colour blue y)"),
    Written("colour to the end of the group", #"{\color{red} x+y} z"#, "(group (colour red x op:+ y)) z"),
    Written("colour by numbers", #"\color[rgb]{1,0,0}{x}"#, "(colour 1,0,0 x)"),
    Written("phantoms", #"\phantom{x}\smash{y}\mathstrut"#, "(phantom x) (style unchanged y) dir:mathstrut"),
    Written(
      "looks", #"\displaystyle\limits x\scriptstyle\nonumber\notag"#,
      "dir:displaystyle dir:limits x dir:scriptstyle dir:nonumber dir:notag"),
    Written("stacks", #"\underset{w}{\min} \overset{a}{b}"#, "(stack (fn:min) (under w)) (stack (b) (over a))"),
    Written("what pages wrap", #"\href{a}{x} \class{b}{y}"#, "(style unchanged x) (style unchanged y)"),
    Written(
      "annotations", #"a=b \tag{1} \label{eq:a} \eqref{eq:b}\ref{c}"#,
      #"a rel:= b (tag "1") (label "eq:a") (ref "eq:b") (ref "c")"#),
    Written("tag with a star", #"\tag*{A}"#, #"(tag "A")"#),
  ]
}
