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
  // Simplification: arithmetic.
  case collectTerms = "collect equal terms"
  case collectFactors = "collect equal factors"
  case signs = "draw signs together"
  case powers = "powers of powers and products"
  case cancel = "cancel"
  case expand = "expand"
  case factorOut = "factor out"
  case commonDenominator = "common denominator"
  case rearrange = "rearrange"
  // Simplification: functions.
  case exponentials = "exponential function"
  case logarithms = "logarithm"
  case roots = "roots"
  case absoluteValues = "absolute value and sign"
  case trigonometric = "trigonometric functions"
  case hyperbolic = "hyperbolic functions"
  case extrema = "maximum and minimum"
  case valueAtZero = "value at a point"
  case throughOutput = "through the output"
  // Simplification: sums, conditions.
  case kroneckerContraction = "Kronecker contraction"
  case pullOutOfSum = "pull out of the sum"
  case splitSum = "sum term by term"
  case mergeSums = "merge sums"
  case emptySum = "empty sum"
  case conditions = "decide the condition"
  case branches = "merge branches"
}
