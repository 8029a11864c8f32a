import Expressions

/// The derivative of an activation in its shortest form, written through its output: σ′ = a·(1 − a).
///
/// No form is typed in; several are computed from the definition D, all of them equal to D′, and the cheapest is kept:
///
/// 1. D′ as the rules of differentiation give it, with other functions' slopes through *their* outputs, simplified;
/// 2. the same with D folded back into the output: −2z·e^(−z²) = −2z·a;
/// 3. if D is a quotient of linear functions of an exponential, a = (pE + q)/(rE + s), that equation solved for E and
///    inserted into D′, which becomes a rational function of a;
/// 4. if some function of the table, such as σ, has that form, D′ through σ(z), with D folded back: a + σ(z)·(1 − a) for
///    a = z·σ(z).
///
/// Piecewise definitions go branch by branch. The cost is that of `simplify`, and more for each function that has to be
/// evaluated beside the output, and for denominators that the definition does not have.
extension ExpressionGraph {
  /// The derivative of the function `name` at `argument`, where `output` stands for its value there; nil if it has no
  /// definition.
  public mutating func derivativeThroughOutput(
    of name: String, at argument: Expression, output: Expression
  ) -> Expression? {
    guard let definition = definition(of: name) else { return nil }
    return derivativeThroughOutput(of: definition, at: argument, output: output)
  }

  /// The derivative of the function with that definition at `argument`, where `output` stands for its value there.
  public mutating func derivativeThroughOutput(
    of definition: FunctionDefinition, at argument: Expression, output: Expression
  ) -> Expression {
    withSimplifier { simplifier in
      var search = SlopeSearch(definition, &simplifier)
      let slope = search.shortest(of: definition.value, &simplifier)
      return simplifier.graph.replace([search.output: output, definition.parameter: argument], in: slope)
    }
  }
}

private struct SlopeSearch {
  let parameter: Expression
  /// A symbol that stands for the output; the definition does not mention it.
  let output: Expression

  /// What each function that must be evaluated beside the output adds to the cost.
  private static let costOfFunction = 3
  /// What a denominator adds that comes from solving for the exponential: it may vanish where the definition is smooth.
  private static let costOfDenominator = 12

  init(_ definition: FunctionDefinition, _ simplifier: inout Simplifier) {
    parameter = definition.parameter
    var name = "a"
    while simplifier.graph.mentions(family: name, in: definition.value) { name += "_" }
    output = simplifier.graph.symbol(name)
  }

  /// The cheapest form of the derivative of `value`.
  mutating func shortest(of value: Expression, _ simplifier: inout Simplifier) -> Expression {
    let tidy = simplifier.simplified(value)
    var best = Best()
    if case .piecewise(let slice) = simplifier.graph[tidy] {
      consider(branchwise(Array(slice), &simplifier), &best, &simplifier)
    } else {
      addPlainForms(of: tidy, &best, &simplifier)
      if best.hasFunctions, !simplifier.graph.isArithmetic(tidy) { addEliminations(of: tidy, &best, &simplifier) }
      addBranches(of: tidy, &best, &simplifier)
    }
    return best.expression ?? tidy
  }

  private mutating func branchwise(_ definition: [Expression], _ simplifier: inout Simplifier) -> Expression {
    var parts = definition
    for place in parts.indices where place % 2 == 1 || place == parts.count - 1 {
      parts[place] = shortest(of: parts[place], &simplifier)
    }
    let branches = stride(from: 0, to: parts.count - 1, by: 2).map { (condition: parts[$0], value: parts[$0 + 1]) }
    return simplifier.simplified(simplifier.graph.piecewise(branches, otherwise: parts[parts.count - 1]))
  }

  /// λ·where(c, u, v) as where(c, λ·u, λ·v).
  private mutating func addBranches(of value: Expression, _ best: inout Best, _ simplifier: inout Simplifier) {
    for operand in simplifier.graph.children(of: value) {
      guard case .piecewise(let slice) = simplifier.graph[operand] else { continue }
      var parts = Array(slice)
      for place in parts.indices where place % 2 == 1 || place == parts.count - 1 {
        parts[place] = simplifier.graph.replace(operand, by: parts[place], in: value)
      }
      consider(branchwise(parts, &simplifier), &best, &simplifier)
      return
    }
  }

  private struct Best {
    var expression: Expression?
    var cost = Int.max
    /// Whether functions have to be evaluated beside the output.
    var hasFunctions = true
  }

  private func consider(
    _ candidate: Expression, penalty: Int = 0, _ best: inout Best, _ simplifier: inout Simplifier
  ) {
    let functions = simplifier.graph.countCalls(in: candidate)
    let cost = simplifier.cost(candidate) + Self.costOfFunction * functions + penalty
    if cost < best.cost { best = Best(expression: candidate, cost: cost, hasFunctions: functions > 0) }
  }

  // MARK: Forms 1 and 2

  private func addPlainForms(of value: Expression, _ best: inout Best, _ simplifier: inout Simplifier) {
    let raw = simplifier.graph.derivative(of: value, by: parameter)
    let resolved = simplifier.resolvedSlopes(raw)
    let slope = simplifier.simplified(resolved)
    addFolded(slope, value, &best, &simplifier)
    consider(slope, &best, &simplifier)
  }

  private func addFolded(
    _ slope: Expression, _ value: Expression, _ best: inout Best, _ simplifier: inout Simplifier
  ) {
    if value == parameter { return }
    for form in [slope, simplifier.multipliedOutTerms(slope)] {
      let folded = simplifier.folded(form, [(output, value)])
      if folded != form { consider(simplifier.simplified(folded), &best, &simplifier) }
    }
  }

  // MARK: Forms 3 and 4

  private func addEliminations(of value: Expression, _ best: inout Best, _ simplifier: inout Simplifier) {
    let elementary = simplifier.elementary(value)
    let raw = simplifier.graph.derivative(of: elementary, by: parameter)
    let slope = simplifier.simplified(raw)
    consider(slope, &best, &simplifier)
    guard let form = simplifier.exponentialForm(of: [elementary, slope]), let slopeInE = form.functions[1] else {
      return
    }
    if let valueInE = form.functions[0],
      let solution = KernelValue(solving: valueInE, for: form.kernel, output: output),
      let inserted = solution.inserted(into: slopeInE)
    {
      consider(inserted, order: [output, parameter], elementary, &best, &simplifier)
    }
    // What needs no function cannot be improved by one.
    for name in ["sigmoid", "tanh"] where best.hasFunctions {
      addForm(through: name, form, slopeInE, elementary, &best, &simplifier)
    }
  }

  private func consider(
    _ function: RationalFunction, order: [Expression], _ model: Expression, _ best: inout Best,
    _ simplifier: inout Simplifier
  ) {
    let below = function.numerator.monomialContent.factors.count { $0.exponent.isNegative }
    let penalty = Self.costOfDenominator * (below + function.denominator.count)
    let ranks = KernelRanks(order, then: model, simplifier.graph)
    let factored = simplifier.readable(function, ranks, factors: true)
    consider(simplifier.simplified(factored), penalty: penalty, &best, &simplifier)
    let expanded = simplifier.readable(function, ranks, factors: false)
    consider(simplifier.simplified(expanded), penalty: penalty, &best, &simplifier)
  }

  /// The slope through a function s of the table that is a Möbius transformation of the exponential; with the value of
  /// the definition in s, if it is one term, folded back: z·s = a.
  private func addForm(
    through name: String, _ form: ExponentialForm, _ slope: RationalFunction, _ model: Expression,
    _ best: inout Best,
    _ simplifier: inout Simplifier
  ) {
    let call = simplifier.graph.call(name, form.argument)
    guard let unfolded = simplifier.graph.unfold(name, at: form.argument),
      let own = simplifier.exponentialForm(of: [
        simplifier.tidied(unfolded), simplifier.graph.call("exp", form.argument),
      ]),
      own.argument == form.argument, let known = own.functions[0],
      let solution = KernelValue(solving: known, for: form.kernel, output: call),
      let inserted = solution.inserted(into: slope)
    else { return }
    consider(inserted, order: [output, call, parameter], model, &best, &simplifier)
    guard let value = form.functions[0].flatMap({ solution.inserted(into: $0) })?.polynomial?.onlyTerm,
      value.monomial.isPolynomial, value.monomial.factors.count > 1, inserted.denominator.isEmpty
    else { return }
    let folded = inserted.numerator.folding(value, into: Kernel(output))
    consider(RationalFunction(folded), order: [output, call, parameter], model, &best, &simplifier)
  }
}

extension Polynomial {
  /// The polynomial with `output` for the term `value`, in each of its terms as often as possible.
  fileprivate func folding(_ value: Term, into output: Kernel) -> Polynomial {
    Polynomial(
      terms.map { term in
        var result = term
        while true {
          let quotient = result.monomial / value.monomial
          guard quotient.isPolynomial else { return result }
          result = Term(quotient * Monomial(output), result.coefficient / value.coefficient)
        }
      })
  }
}

extension ExpressionGraph {
  /// Whether a member of the family `name` occurs in `expression`.
  fileprivate func mentions(family name: String, in expression: Expression) -> Bool {
    contains(in: expression) { node in
      if case .symbol(let family, _) = self[node] { self[family].name == name } else { false }
    }
  }

  /// Whether `expression` holds no functions.
  fileprivate func isArithmetic(_ expression: Expression) -> Bool { countCalls(in: expression) == 0 }

  /// The number of distinct calls of functions in `expression`.
  fileprivate func countCalls(in expression: Expression) -> Int {
    var count = 0
    forEachNode(of: expression) { node in
      if case .call = self[node] { count += 1 }
      return true
    }
    return count
  }
}

extension Simplifier {
  /// `expression` with every f′(u) of a function with a definition written out, through f(u).
  fileprivate mutating func resolvedSlopes(_ expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], graph[id].order == 1, let argument = arguments.first else {
        return node
      }
      let value = graph.call(Function(graph[id].name), [argument])
      return graph.derivativeThroughOutput(of: graph[id].name, at: argument, output: value) ?? node
    }
  }

  /// A product with a sum among its factors as a sum of products, so that folding finds them one by one.
  fileprivate mutating func multipliedOutTerms(_ expression: Expression) -> Expression {
    var terms: [Expression] = []
    for term in graph.terms(of: expression) { terms += multipliedOut(term, limit: 16) ?? [term] }
    return tidied(graph.add(terms))
  }
}
