/// The names of the rules of differentiation and simplification: what a step of a derivation may give as its reason.
///
/// They stand down here because the rule tables use them and so do the reasons of claims, which must not know the tables.
public enum RuleName: String, Sendable, CaseIterable {
  // Differentiation.
  case constantRule = "constant rule"
  case sumRule = "sum rule"
  case productRule = "product rule"
  case quotientRule = "quotient rule"
  case powerRule = "power rule"
  case exponentialRule = "exponential rule"
  case chainRule = "chain rule"
  case derivativeOfFunction = "derivative of the function"
  case differentiateBranches = "branch by branch"
  // Simplification.
  case kroneckerContraction = "Kronecker contraction"
  case collectTerms = "collect equal terms"
  case collectFactors = "collect equal factors"
  case cancel = "cancel"
  case expand = "expand"
  case factorOut = "factor out"
  case throughOutput = "through the output"
  case rearrange = "rearrange"
}
