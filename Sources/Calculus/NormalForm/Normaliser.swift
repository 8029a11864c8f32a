import Expressions

/// Brings expressions into normal form: quotients of polynomials over kernels between which no relation is left, as far as
/// the rules below reach.
///
/// 1. *Sound*: an expression and its normal form have the same value wherever the expression is defined (and, with
///    `facts`, wherever those hold). Powers and logarithms of what is not known to be positive are not merged.
/// 2. *Bounded*: what grows beyond `Polynomial.termLimit`, nests deeper than `deepest` or needs more regions than
///    `largestRegionCount` stays an opaque kernel; past `effortLimit` the whole gives up.
/// 3. *Canonical* only after that: equal expressions usually, not always, have the same normal form.
///
/// The rules: functions with a definition are unfolded; exp(u + v) = exp u · exp v with one kernel per monomial of the
/// exponent; sin and cos are exponentials of an imaginary argument; logarithms of products are split where signs are
/// known; |u|, sign, max, min and piecewise functions become Iverson brackets, which are multiplied as the indicator
/// functions that they are; sums are linear, and their bound indices are labelled canonically.
///
/// Two intermediate conventions: i is a kernel with the relation i² = −1 (see `RootOfUnity.imaginaryName`), and x^y for x
/// that may be negative means the principal power exp(y Log x), which is the real one wherever that is defined.
struct Normaliser {
  /// The graph that the expressions live in.
  var graph: ExpressionGraph
  /// What is known of the signs of subexpressions.
  var facts = Facts()
  /// Whether sums with short numeric ranges are written out.
  var unrolls = false
  /// For upper ends of sums the number that sums begin with: first terms before it are written out.
  var firstTerms: [Expression: Rational] = [:]
  /// Normal forms found so far, under the present facts.
  var memo: [Expression: RationalFunction] = [:]
  /// Expressions of normal forms, which do not depend on facts.
  var expressions: [RationalFunction: Expression] = [:]
  /// What brackets say, by their kernels.
  var brackets: [Kernel: BracketCondition] = [:]
  /// What kind of kernel each one is.
  var kinds: [Kernel: KernelKind] = [:]
  /// Whether i occurs in a kernel.
  var complexity: [Expression: Bool] = [:]
  /// Signs of sums that are kernels.
  var sumSigns: [Kernel: Sign] = [:]
  /// The lowest level that a sum's index may be labelled with; see `SumLabel`.
  var lowestLevel = 0
  /// Whether some part was too large and stayed opaque.
  private(set) var isIncomplete = false

  private var depth = 0
  private var effort = 0

  static let deepest = ExpressionGraph.greatestSafeDepth * 3 / 2
  static let effortLimit = 1_500_000
  static let largestRegionCount = 27

  init(graph: ExpressionGraph) { self.graph = graph }

  /// The normal form of `expression`.
  /// - Throws: `.undefined` if the expression divides by 0 wherever it is evaluated; `.exhausted` past the effort limit.
  mutating func normal(_ expression: Expression) throws(NormalFormError) -> RationalFunction {
    if let known = memo[expression] { return known }
    guard depth < Self.deepest else { return opaque(expression) }
    depth += 1
    defer { depth -= 1 }
    var result: RationalFunction
    do throws(NormalFormError) {
      result = try rewritten(expression)
    } catch {
      guard case .tooLarge = error else { throw error }
      result = opaque(expression)
    }
    memo[expression] = result
    try spend(1 + result.count)
    return result
  }

  /// Brings all parts of deeply nested expressions into normal form, so that `normal` need not recurse far.
  mutating func prepare(_ expressions: [Expression]) throws(NormalFormError) {
    for expression in expressions {
      for node in graph.nodesIfDeep(expression) {
        do throws(NormalFormError) {
          _ = try normal(node)
        } catch {
          // A part that is undefined matters only if it is needed.
          if case .exhausted = error { throw error }
        }
      }
    }
  }

  /// Counts work, and gives up when there was too much.
  mutating func spend(_ work: Int) throws(NormalFormError) {
    effort += work
    if effort > Self.effortLimit { throw .exhausted }
  }

  /// Sets the count of work back: for the next stage of a decision.
  mutating func allowFurtherEffort() { effort = 0 }

  /// `expression` as a kernel: sound for anything, though nothing is known of it then.
  mutating func opaque(_ expression: Expression) -> RationalFunction {
    isIncomplete = true
    let kernel = Kernel(expression)
    kinds[kernel] = .plain
    return RationalFunction(kernel)
  }

  /// Starts afresh with other facts; normal forms found under the old ones do not count any more.
  mutating func forget() {
    memo = [:]
    sumSigns = [:]
    isIncomplete = false
  }

  private mutating func rewritten(_ expression: Expression) throws(NormalFormError) -> RationalFunction {
    switch graph[expression] {
    case .number(let value): return RationalFunction(value)
    case .constant(.undefined): throw .undefined
    case .constant(.true): return .one
    case .constant(.false): return .zero
    case .constant(.pi), .index, .bound: return RationalFunction(Kernel(expression))
    case .symbol(let family, let subscripts):
      return try symbol(expression, graph[family], Array(subscripts))
    case .add(let terms): return try sum(of: Array(terms))
    case .multiply(let factors): return try product(of: Array(factors))
    case .power(let base, let exponent): return try power(base, exponent)
    case .call(let function, let arguments):
      return try call(graph[function], Array(arguments))
    case .summation: return try summation(expression)
    case .comparison(let comparison, let a, let b): return try condition(comparison, a, b)
    case .and(let conditions): return try product(of: Array(conditions))
    case .or(let conditions):
      var none = RationalFunction.one
      for condition in Array(conditions) {
        none = try multiply(none, try subtract(.one, try normal(condition)))
      }
      return try subtract(.one, none)
    case .not(let inner): return try subtract(.one, try normal(inner))
    case .bracket(let inner): return try normal(inner)
    case .piecewise(let parts): return try piecewise(Array(parts))
    case .partial(let u, let v):
      return RationalFunction(Kernel(graph.partial(try canonical(u), by: try canonical(v))))
    }
  }

  private mutating func symbol(
    _ expression: Expression, _ family: Family, _ subscripts: [Expression]
  ) throws(NormalFormError) -> RationalFunction {
    if subscripts.isEmpty { return RationalFunction(Kernel(expression)) }
    var canonicalSubscripts: [Expression] = []
    for part in subscripts { canonicalSubscripts.append(try canonical(part)) }
    return RationalFunction(Kernel(graph.symbol(family, canonicalSubscripts)))
  }

  /// The sum, terms added pairwise so that long sums stay cheap.
  private mutating func sum(of terms: [Expression]) throws(NormalFormError) -> RationalFunction {
    var parts: [RationalFunction] = []
    for term in terms { parts.append(try normal(term)) }
    return try sum(parts)
  }

  private mutating func product(of factors: [Expression]) throws(NormalFormError) -> RationalFunction {
    var parts: [RationalFunction] = []
    for factor in factors { parts.append(try normal(factor)) }
    return try product(parts)
  }

  /// The normal form of `expression` as an expression: the same for all expressions with that normal form.
  mutating func canonical(_ expression: Expression) throws(NormalFormError) -> Expression {
    expressionOf(try normal(expression))
  }
}

/// Why there is no normal form.
enum NormalFormError: Error {
  /// The expression has no value anywhere.
  case undefined
  /// A part has too many terms; it is made opaque where this is caught.
  case tooLarge
  /// The bound on the whole effort is reached.
  case exhausted
}

/// How powers of a kernel are reduced.
enum KernelKind: Equatable {
  /// No relation.
  case plain
  /// A number n > 0 under a root: n^{q+1} = n·n^q.
  case number(Rational)
  /// The imaginary unit: i² = −1, and i^{2q} = e^{iπq}.
  case imaginary
  /// A sum or product P under a root: P^{q+1} = P·P^q.
  case base
  /// (−1)^n with a whole number n, whose square is 1.
  case sign
  /// An Iverson bracket.
  case bracket
}
