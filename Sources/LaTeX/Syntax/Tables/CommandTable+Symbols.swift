/// Commands that stand for one sign.
extension CommandTable {
  /// Greek, Hebrew and other letters. Source of the names: the LaTeX symbol lists; `\thetasym` and its like are MediaWiki's.
  static let letters: [(String, CommandMeaning)] =
    entries(
      """
      alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi omicron pi
      varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega digamma
      Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
      Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu Omicron Rho Tau Chi
      varGamma:Gamma varDelta:Delta varTheta:Theta varLambda:Lambda varXi:Xi varPi:Pi varSigma:Sigma
      varUpsilon:Upsilon varPhi:Phi varPsi:Psi varOmega:Omega thetasym:vartheta
      ell hbar hslash:hbar imath jmath wp weierp:wp Re Im real:Re image:Im aleph alef:aleph beth gimel eth mho
      """, MathNode.Kind.letter)
    + [("R", .styledLetter(.blackboard, "R")), ("reals", .styledLetter(.blackboard, "R"))]
    + [("N", .styledLetter(.blackboard, "N")), ("Z", .styledLetter(.blackboard, "Z"))]

  /// Signs that are neither letters nor operators.
  static let symbols: [(String, CommandMeaning)] =
    entries(
      #"""
      partial part:partial nabla triangledown:nabla bigtriangledown:nabla infty infin:infty top bot intercal dagger ddagger dag:dagger ddag:ddagger
      forall exists exist:exists nexists emptyset varnothing:emptyset empty:emptyset angle measuredangle triangle
      square:square Box:square blacksquare lozenge Diamond:lozenge diamondsuit clubsuit heartsuit spadesuit
      bigstar checkmark degree surd neg lnot:neg flat natural sharp backprime complement
      # % & $ _:_ S P copyright pounds yen textdegree:degree textunderscore:_
      """#, MathNode.Kind.symbol)
    + entries(
      "ldots:dots dots dotsc:dots dotso:dots cdots dotsb:cdots dotsm:cdots dotsi:cdots vdots ddots",
      {
        .ellipsis($0)
      })
    + entries("colon:: comma:, ldotp:. period:.", MathNode.Kind.punctuation)

  /// Binary operators.
  static let operations: [(String, CommandMeaning)] =
    entries(
      """
      pm mp plusmn:pm times div cdot sdot:cdot cdotp:cdot centerdot:cdot ast star bullet circ bigcirc:circ
      odot bigodot:odot otimes oplus ominus oslash boxtimes boxplus boxdot circledast:ast circledcirc
      cap cup sqcap sqcup uplus setminus smallsetminus:setminus wedge land:wedge vee lor:vee and:wedge or:vee
      bmod mod ltimes rtimes amalg diamond bigtriangleup triangleleft triangleright dotplus divideontimes
      """, MathNode.Kind.operation)

  /// Relations and arrows.
  static let relations: [(String, CommandMeaning)] =
    entries(
      """
      ne neq:ne le leq:le leqslant:le leqq:le ge geq:ge geqslant:ge geqq:ge lt:< gt:> ll gg lll ggg
      nless:notlt ngtr:notgt nleq:notle ngeq:notge
      equiv approx approxeq:approx thickapprox:approx sim thicksim:sim simeq cong propto varpropto:propto
      doteq doteqdot:doteq triangleq:triangleq coloneqq::= coloneq::= colonequals::= eqqcolon:=: eqcolon:=:
      equalscolon:=: Coloneqq:::= eqdef:triangleq asymp prec succ preceq succeq lesssim lessapprox:lesssim gtrsim gtrapprox:gtrsim
      in isin:in ni owns:ni notin subset sub:subset subseteq sube:subseteq subsetneq supset supseteq supsetneq
      mid nmid parallel perp vdash models vDash:models Vdash dashv bowtie smile frown between
      to rightarrow:to rarr:to longrightarrow:to gets leftarrow:gets larr:gets longleftarrow:gets
      leftrightarrow harr:leftrightarrow longleftrightarrow:leftrightarrow rightleftharpoons
      Rightarrow rArr:Rightarrow Rarr:Rightarrow Longrightarrow:Rightarrow implies:Rightarrow
      Leftarrow lArr:Leftarrow Longleftarrow:Leftarrow impliedby:Leftarrow
      Leftrightarrow hArr:Leftrightarrow Longleftrightarrow:Leftrightarrow iff:Leftrightarrow
      mapsto longmapsto:mapsto hookrightarrow hookleftarrow rightsquigarrow leadsto:rightsquigarrow twoheadrightarrow
      uparrow uarr:uparrow downarrow darr:downarrow updownarrow Uparrow Downarrow Updownarrow
      nearrow searrow swarrow nwarrow rightharpoonup leftharpoonup therefore because
      curvearrowright curvearrowleft circlearrowright circlearrowleft dashrightarrow rightrightarrows
      """, MathNode.Kind.relation)

  /// Operators that grow and take bounds.
  static let largeOperators: [(String, CommandMeaning)] =
    entries(
      """
      sum prod coprod int iint iiint oint intop:int bigcap bigcup bigoplus bigotimes bigwedge bigvee
      bigsqcup biguplus idotsint smallint:int
      """, MathNode.Kind.largeOperator)

  /// Functions: those of LaTeX and amsmath, and names that notes define so often that they forget to.
  static let functions: [(String, CommandMeaning)] =
    entries(
      """
      arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf injlim ker lg lim liminf limsup ln log
      max min Pr projlim sec sin sinh sup tan tanh varliminf:liminf varlimsup:limsup argmax argmin
      softmax sigmoid relu:relu ReLU diag tr Tr trace rank sgn sign erf Var Cov
      """, MathNode.Kind.function)
}
