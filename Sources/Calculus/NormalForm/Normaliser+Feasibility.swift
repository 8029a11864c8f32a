import Expressions

/// Zero tests that know that conditions on different polynomials depend on each other: a > b and b > c exclude c > a.
extension Normaliser {
  private static let mostRegions = 729

  /// Whether `function` is 0 in every region where its brackets are constant and whose conditions do not contradict each
  /// other. False also means "not seen".
  mutating func vanishesInAllRegions(_ function: RationalFunction) throws(NormalFormError) -> Bool {
    let axes = axes(of: function)
    var count = 1
    for axis in axes {
      count *= axis.thresholds.count * 2 + 1
      guard count <= Self.mostRegions else { return false }
    }
    guard !axes.isEmpty else { return function.isZero }
    var constraints = LinearConstraints()
    for axis in axes {
      for term in axis.polynomial.terms where sign(of: Polynomial(term.monomial)).isNonNegative {
        let isStrict = sign(of: Polynomial(term.monomial)) == .positive
        constraints.add(Polynomial(term.monomial), lies: Interval(lower: Bound(0, isStrict: isStrict)))
      }
    }
    return try vanishes(function, axes[...], constraints, [])
  }

  private mutating func vanishes(
    _ function: RationalFunction, _ axes: ArraySlice<Axis>, _ constraints: LinearConstraints,
    _ solutions: [(variable: Expression, value: Expression)]
  ) throws(NormalFormError) -> Bool {
    if function.isZero { return true }
    guard let axis = axes.first else {
      if constraints.areContradictory { return true }
      do throws(NormalFormError) {
        var there = function
        for solution in solutions {
          there = try substituting(solution.value, for: solution.variable, in: there)
        }
        return there.isZero
      } catch {
        if case .undefined = error { return false }
        throw error
      }
    }
    for region in regions(of: axis) {
      var inside = constraints
      inside.add(axis.polynomial, lies: region.range)
      var known = solutions
      if !region.isOpen, let bracket = region.bracket, let solution = brackets[bracket]?.solution {
        known.append(solution)
      }
      let there = try assigning(region.truths, in: function)
      guard try vanishes(there, axes.dropFirst(), inside, known) else { return false }
    }
    return true
  }
}
