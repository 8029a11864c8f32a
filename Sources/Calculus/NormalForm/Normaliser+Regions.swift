import Expressions

/// Functions of expressions with brackets: F(u) with u = v + w[c] is F(v) + (F(v + w) − F(v))[c]. So no bracket stands
/// inside a function, a denominator or an exponent.
extension Normaliser {
  /// All conditions on one polynomial that occur together, their thresholds rising.
  struct Axis {
    let key: Expression
    let polynomial: Polynomial
    /// The thresholds, each with its brackets [p > t] and [p = t], if they occur.
    var thresholds: [(value: Rational, greater: Kernel?, equal: Kernel?)] = []
  }

  /// `transform` applied to what `function` is in each region where its brackets are constant, the results combined.
  ///
  /// Where `transform` finds the function undefined, the result is what it is in the region below (or above): equality is
  /// asked only where both sides are defined, so any value will do.
  mutating func eachRegion(
    of function: RationalFunction,
    _ transform: (inout Normaliser, RationalFunction) throws(NormalFormError) -> RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let axes = axes(of: function)
    if axes.isEmpty { return try transform(&self, function) }
    let count = axes.reduce(1) { $0 * ($1.thresholds.count * 2 + 1) }
    guard count <= Self.largestRegionCount else { throw .tooLarge }
    guard let result = try combined(function, axes[...], transform) else { throw .undefined }
    return result
  }

  mutating func axes(of function: RationalFunction) -> [Axis] {
    var axes: [Axis] = []
    for kernel in function.numerator.kernels {
      guard kind(of: kernel) == .bracket, let condition = brackets[kernel] else { continue }
      if !axes.contains(where: { $0.key == condition.key }) {
        axes.append(Axis(key: condition.key, polynomial: condition.polynomial))
      }
      guard let axis = axes.firstIndex(where: { $0.key == condition.key }) else { continue }
      let isGreater = condition.relation == .greater
      if let place = axes[axis].thresholds.firstIndex(where: { $0.value == condition.threshold }) {
        if isGreater {
          axes[axis].thresholds[place].greater = kernel
        } else {
          axes[axis].thresholds[place].equal = kernel
        }
      } else {
        axes[axis].thresholds.append((condition.threshold, isGreater ? kernel : nil, isGreater ? nil : kernel))
      }
    }
    for place in axes.indices { axes[place].thresholds.sort { $0.value < $1.value } }
    return axes.sorted { graph.order($0.key, $1.key) < 0 }
  }

  /// The combination over all regions of the first axis, each of them combined over the other axes; nil if nothing is
  /// defined anywhere.
  private mutating func combined(
    _ function: RationalFunction, _ axes: ArraySlice<Axis>,
    _ transform: (inout Normaliser, RationalFunction) throws(NormalFormError) -> RationalFunction
  ) throws(NormalFormError) -> RationalFunction? {
    guard let axis = axes.first else {
      do throws(NormalFormError) {
        return try transform(&self, function)
      } catch {
        if case .undefined = error { return nil }
        throw error
      }
    }
    // The value below all thresholds, then what changes at and above each of them.
    var below: RationalFunction?
    var result = RationalFunction.zero
    for region in regions(of: axis) {
      let value = try within(axis.key, region.range) { normaliser throws(NormalFormError) in
        let there = try normaliser.assigning(region.truths, in: function)
        return try normaliser.combined(there, axes.dropFirst(), transform)
      }
      guard let value else { continue }
      guard let before = below else {
        (below, result) = (value, value)
        continue
      }
      guard let bracket = region.bracket else { continue }
      let change = try subtract(value, before)
      result = try add(result, try multiply(RationalFunction(bracket), change))
      if region.isOpen { below = value }
    }
    return below == nil ? nil : result
  }

  /// A set of values of the polynomial of an axis on which all its brackets are constant.
  struct Region {
    /// The bracket that is 1 from here on (an open region) or just here (a point); nil for the lowest region.
    let bracket: Kernel?
    let isOpen: Bool
    let truths: [Kernel: Bool]
    let range: Interval
  }

  func regions(of axis: Axis) -> [Region] {
    var result: [Region] = []
    var truths: [Kernel: Bool] = [:]
    for threshold in axis.thresholds {
      for kernel in [threshold.greater, threshold.equal] { if let kernel { truths[kernel] = false } }
    }
    var lower: Bound?
    // A point alone, without its half-line, does not end a region.
    func top(_ place: Int) -> Bound? {
      axis.thresholds[place...].first { $0.greater != nil }.map { Bound($0.value, isStrict: $0.equal != nil) }
    }
    result.append(Region(bracket: nil, isOpen: true, truths: truths, range: Interval(lower: nil, upper: top(0))))
    for (place, threshold) in axis.thresholds.enumerated() {
      if let equal = threshold.equal {
        var here = truths
        here[equal] = true
        let point = Bound(threshold.value, isStrict: false)
        result.append(Region(bracket: equal, isOpen: false, truths: here, range: Interval(lower: point, upper: point)))
      }
      guard let greater = threshold.greater else { continue }
      truths[greater] = true
      lower = Bound(threshold.value, isStrict: true)
      result.append(
        Region(bracket: greater, isOpen: true, truths: truths, range: Interval(lower: lower, upper: top(place + 1))))
    }
    return result
  }

  /// `function` with the brackets of `truths` replaced by 1 and 0.
  mutating func assigning(
    _ truths: [Kernel: Bool], in function: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    var terms: [Polynomial.Term] = []
    for term in function.numerator.terms {
      if term.monomial.factors.contains(where: { truths[$0.kernel] == false }) { continue }
      let rest = term.monomial.split { truths[$0.kernel] == nil }.matching
      terms.append(Polynomial.Term(rest, term.coefficient))
    }
    return RationalFunction(Polynomial(terms), over: function.denominator)
  }

  /// `body` with the fact that the polynomial with that key lies in `range`.
  private mutating func within<Result>(
    _ key: Expression, _ range: Interval,
    _ body: (inout Normaliser) throws(NormalFormError) -> Result
  ) throws(NormalFormError) -> Result {
    let (oldFacts, oldMemo, oldSigns, oldLevel) = (facts, memo, sumSigns, lowestLevel)
    facts.learn(key, lies: range)
    // The fact is about this value of an index of a sum around: no other sum may open with the same label.
    lowestLevel = max(lowestLevel, SumLabel.highestLevel(in: key, graph) + 1)
    (memo, sumSigns) = ([:], [:])
    defer { (facts, memo, sumSigns, lowestLevel) = (oldFacts, oldMemo, oldSigns, oldLevel) }
    return try body(&self)
  }
}
