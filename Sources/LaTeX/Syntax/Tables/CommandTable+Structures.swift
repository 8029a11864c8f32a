/// Commands that take arguments or change what stands around them.
extension CommandTable {
  /// Fonts, roles, words, colours.
  static let fonts: [(String, CommandMeaning)] =
    same("mathrm mathup", .style(.roman)) + same("mathit", .style(.italic)) + same("mathsf", .style(.sansSerif))
    + same("mathbf boldsymbol bm pmb mathbfit symbf bold", .style(.bold)) + same("mathtt", .style(.typewriter))
    + same("mathcal mathscr", .style(.calligraphic)) + same("mathbb Bbb mathbbm mathds", .style(.blackboard))
    + same("mathfrak frak", .style(.fraktur)) + same("mathnormal", .style(.normal))
    + same("mathop", .style(.largeOperator)) + same("mathbin", .style(.binary)) + same("mathrel", .style(.relation))
    + same("mathord mathopen mathclose mathpunct mathinner", .style(.ordinary))
    + same("smash mathclap mathllap mathrlap clap llap rlap ensuremath", .style(.unchanged))
    + same("rm", .styleSwitch(.roman)) + same("bf boldmath", .styleSwitch(.bold)) + same("it", .styleSwitch(.italic))
    + same("sf", .styleSwitch(.sansSerif)) + same("tt", .styleSwitch(.typewriter))
    + same("cal", .styleSwitch(.calligraphic)) + same("mit", .styleSwitch(.normal))
    + same("text mbox hbox textrm textnormal textup textmd intertext shortintertext textsc", .text(.roman))
    + same("textbf", .text(.bold)) + same("textit emph textsl", .text(.italic)) + same("texttt", .text(.typewriter))
    + same("textsf", .text(.sansSerif))
    + [("color", .colour(takesContents: false)), ("textcolor", .colour(takesContents: true))]
    + [("operatorname", .operatorName), ("operatornamewithlimits", .operatorName)]

  /// What goes over, under, around.
  static let decorations: [(String, CommandMeaning)] =
    same("hat widehat", .accent(.hat)) + same("bar overline widebar", .accent(.bar))
    + same("tilde widetilde", .accent(.tilde)) + same("vec overrightarrow", .accent(.vector))
    + same("dot", .accent(.dot)) + same("ddot", .accent(.doubleDot)) + same("dddot", .accent(.tripleDot))
    + same("check widecheck", .accent(.check)) + same("breve", .accent(.breve)) + same("acute", .accent(.acute))
    + same("grave", .accent(.grave)) + same("mathring", .accent(.ring))
    + same("underline underbar", .accent(.underline))
    + same("utilde", .accent(.underTilde)) + same("overleftarrow", .accent(.leftArrow))
    + same("overleftrightarrow", .accent(.bothArrow))
    + same("boxed fbox framebox", .frame(.boxed)) + same("textcircled circled", .frame(.circled))
    + same("cancel bcancel xcancel sout", .frame(.cancelled))
    + same("phantom hphantom vphantom", .phantom)
    + [("underbrace", .brace(isAbove: false)), ("overbrace", .brace(isAbove: true))]
    + [("underbracket", .brace(isAbove: false)), ("overbracket", .brace(isAbove: true))]
    + [("overset", .stack(isAbove: true)), ("stackrel", .stack(isAbove: true)), ("underset", .stack(isAbove: false))]
    + [("xrightarrow", .longArrow("to")), ("xleftarrow", .longArrow("gets"))]
    + [("xRightarrow", .longArrow("Rightarrow")), ("xLeftarrow", .longArrow("Leftarrow"))]
    + [("xleftrightarrow", .longArrow("leftrightarrow")), ("xmapsto", .longArrow("mapsto"))]
    + [("xLeftrightarrow", .longArrow("Leftrightarrow")), ("xlongequal", .longArrow("="))]

  /// Blanks, and commands about looks.
  static let layout: [(String, CommandMeaning)] =
    same(", thinspace", .leaf(.space(.thin))) + same(": > medspace", .leaf(.space(.medium)))
    + same("; thickspace enspace enskip", .leaf(.space(.thick))) + same("! negthinspace", .leaf(.space(.negative)))
    + same("negmedspace negthickspace", .leaf(.space(.negative))) + same("quad", .leaf(.space(.quad)))
    + same("qquad", .leaf(.space(.doubleQuad))) + same("space nobreakspace", .leaf(.space(.word)))
    + [" ", "\t", "\n", "\r"].map { ($0, .leaf(.space(.word))) }
    + same("hspace mspace", .horizontalSpace) + same("kern mkern mskip hskip", .kern)
    + same(
      """
      displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag hline hfill hfil mathstrut strut
      allowbreak nobreak relax centering noindent bigskip medskip smallskip newpage allowdisplaybreaks displaybreak
      tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge protect null unboldmath
      allowdisplaybreak linebreak nolinebreak pagebreak qedhere qed toprule midrule bottomrule begingroup endgroup [ ] ( )
      """, .directive(arguments: 0))
    + same("vspace require cline cmidrule definecolor", .directive(arguments: 1))
    + same("rule setlength addtolength setcounter", .directive(arguments: 2))
    + same("href class cssId style bbox raisebox colorbox", .transparent(skipping: 1))

  /// Fractions, roots, environments, and what is said about a formula.
  static let structures: [(String, CommandMeaning)] =
    same("frac dfrac tfrac cfrac nicefrac sfrac slfrac", .fraction(.bar))
    + same("binom dbinom tbinom", .fraction(.binomial))
    + [("over", .infixFraction(.bar)), ("atop", .infixFraction(.stacked)), ("choose", .infixFraction(.binomial))]
    + [("sqrt", .root), ("prime", .prime), ("not", .negation), ("begin", .begin), ("end", .end)]
    + [("limits", .limits(true)), ("nolimits", .limits(false)), ("displaylimits", .limits(true))]
    + same("substack matrix pmatrix cases eqalign", .braceArray) + same("\\ cr newline tabularnewline", .lineBreak)
    + [("label", .label), ("tag", .tag)] + same("ref eqref cref Cref autoref pageref cite", .reference)
}
