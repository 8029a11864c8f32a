import Expressions

/// Rules given as identities: `sin(u)/cos(u) = tan(u)`.
///
/// A product on the left matches a part of a product, as often as it is contained in it: sin²u/cos²u becomes tan²u. A sum
/// on the left matches a part of a sum, up to a common coefficient: 3 sin²u + 3 cos²u becomes 3. Any other left side
/// matches whole nodes.
struct PatternRule: Sendable {
  private let left: Pattern
  private let right: Pattern
  private let isAllowed: (@Sendable (inout Simplifier, Pattern.Bindings) -> Bool)?

  /// Reads `identity`, two texts with ` = ` between them. Nil if it is none: the tests see to it that no table holds one.
  init?(
    _ identity: String, where isAllowed: (@Sendable (inout Simplifier, Pattern.Bindings) -> Bool)? = nil
  ) {
    guard let (first, second) = Self.sides(of: identity), let left = Pattern(first), let right = Pattern(second) else {
      return nil
    }
    self.left = left
    self.right = right
    self.isAllowed = isAllowed
  }

  /// The nodes to which the rule applies.
  enum Place: Sendable { case products, sums, others }

  /// The nodes to which the rule applies.
  var place: Place {
    switch left {
    case .product: .products
    case .sum: .sums
    default: .others
    }
  }

  /// The texts on both sides of the first ` = `.
  static func sides(of identity: String) -> (left: String, right: String)? {
    let words = identity.split(separator: " ", omittingEmptySubsequences: false)
    guard let place = words.firstIndex(of: "=") else { return nil }
    return (words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " "))
  }

  /// `expression` rewritten once, or nil where the left side does not match.
  func rewrite(_ simplifier: inout Simplifier, _ expression: Expression) -> Expression? {
    switch (left, simplifier.graph[expression]) {
    case (.product(let parts), .multiply): return rewriteProduct(&simplifier, expression, parts)
    case (.sum(let parts), .add): return rewriteSum(&simplifier, expression, parts)
    case (.product, _), (.sum, _): return nil
    default:
      var bindings = Pattern.unbound
      guard simplifier.matches(expression, left, &bindings), allows(&simplifier, bindings) else { return nil }
      return right.filled(bindings, &simplifier.graph)
    }
  }

  private func allows(_ simplifier: inout Simplifier, _ bindings: Pattern.Bindings) -> Bool {
    guard let isAllowed else { return true }
    return isAllowed(&simplifier, bindings)
  }

  // MARK: Products

  private func rewriteProduct(
    _ simplifier: inout Simplifier, _ expression: Expression, _ parts: [Pattern]
  ) -> Expression? {
    let (coefficient, factors) = simplifier.factored(expression)
    guard let match = ProductMatch(parts, factors, &simplifier), allows(&simplifier, match.bindings) else { return nil }
    var kept = factors
    for (place, power) in match.used {
      kept[place].exponent = simplifier.graph.add([kept[place].exponent, simplifier.graph.number(-power * match.times)])
    }
    let replacement = right.filled(match.bindings, &simplifier.graph)
    let first = match.used.map(\.place).min() ?? 0
    kept.insert(Factor(base: replacement, exponent: simplifier.graph.number(match.times)), at: first)
    return simplifier.product(match.isNegative ? -coefficient : coefficient, kept)
  }

  // MARK: Sums

  /// c·left₁ + c·left₂ + rest = c·right + rest.
  private func rewriteSum(_ simplifier: inout Simplifier, _ expression: Expression, _ parts: [Pattern]) -> Expression? {
    let terms = simplifier.graph.terms(of: expression)
    guard terms.count >= parts.count, terms.count <= Self.longestSum else { return nil }
    for start in terms.indices {
      var bindings = Pattern.unbound
      guard let scale = scale(of: terms[start], parts[0], &bindings, &simplifier) else { continue }
      var used = [start]
      for part in parts.dropFirst() {
        for place in terms.indices where !used.contains(place) {
          var attempt = bindings
          guard self.scale(of: terms[place], part, &attempt, &simplifier) == scale else { continue }
          bindings = attempt
          used.append(place)
          break
        }
      }
      guard used.count == parts.count, allows(&simplifier, bindings) else { continue }
      let replacement = right.filled(bindings, &simplifier.graph)
      var kept = terms
      kept[start] = simplifier.graph.multiply([simplifier.graph.number(scale), replacement])
      for place in used.dropFirst().sorted(by: >) { kept.remove(at: place) }
      return simplifier.graph.add(kept)
    }
    return nil
  }

  /// Longer sums are not searched.
  private static let longestSum = 24

  /// The number c with term = c·pattern.
  private func scale(
    of term: Expression, _ pattern: Pattern, _ bindings: inout Pattern.Bindings, _ simplifier: inout Simplifier
  ) -> Rational? {
    let (coefficient, rest) = simplifier.graph.splitCoefficient(term)
    var own = pattern
    var ownCoefficient = Rational.one
    switch pattern {
    case .number(let value):
      return simplifier.graph.numberValue(rest)?.isOne == true ? coefficient / value : nil
    case .product(let parts):
      if case .number(let value)? = parts.first {
        ownCoefficient = value
        own = parts.count == 2 ? parts[1] : .product(Array(parts.dropFirst()))
      }
    default: break
    }
    return simplifier.matches(rest, own, &bindings) ? coefficient / ownCoefficient : nil
  }
}

/// A product pattern found among the factors of a product.
private struct ProductMatch {
  var bindings = Pattern.unbound
  /// Which factors take part, and with what exponent.
  var used: [(place: Int, power: Rational)] = []
  /// How often the pattern is contained.
  var times = Rational.zero
  /// Whether a factor that takes part is minus what the pattern says.
  var isNegative = false

  init?(_ parts: [Pattern], _ factors: [Factor], _ simplifier: inout Simplifier) {
    var smallest: Rational?
    // Shapes first: they say what the bare holes stand for.
    for part in parts.filter({ !$0.isBareHole }) + parts.filter(\.isBareHole) {
      let (base, power) = part.asPower
      guard let place = place(of: base, power, factors, &simplifier),
        let exponent = simplifier.numericExponent(factors[place])
      else { return nil }
      used.append((place, power))
      let times = (exponent / power).floor
      smallest = smallest.map { Swift.min($0, times) } ?? times
    }
    guard let smallest, smallest >= .one else { return nil }
    times = smallest
    if times.isEven { isNegative = false }
  }

  /// The first factor with that base whose exponent is an integer multiple of `power`, at least once.
  private mutating func place(
    of base: Pattern, _ power: Rational, _ factors: [Factor], _ simplifier: inout Simplifier
  ) -> Int? {
    for (place, factor) in factors.enumerated() where !used.contains(where: { $0.place == place }) {
      guard let exponent = simplifier.numericExponent(factor), exponent.isInteger, exponent / power >= .one else {
        continue
      }
      if case .hole(let hole) = base, let bound = bindings[hole] {
        let (wanted, found) = (simplifier.signedKey(bound), simplifier.signedKey(factor.base))
        guard wanted.key == found.key else { continue }
        if wanted.isNegative != found.isNegative { isNegative = !isNegative }
        return place
      }
      var attempt = bindings
      guard simplifier.matches(factor.base, base, &attempt) else { continue }
      bindings = attempt
      return place
    }
    return nil
  }
}

extension Pattern {
  fileprivate var isBareHole: Bool { if case .hole = asPower.base { true } else { false } }

  fileprivate var asPower: (base: Pattern, power: Rational) {
    if case .power(let base, .number(let power)) = self { (base, power) } else { (self, .one) }
  }
}
