/// What is known of one function: everything about it stands in its record, and nowhere else.
///
/// A *primitive* (exp, log, sin, …) has no definition; `Calculus` knows its derivative and `Numerics` its dual-number
/// rule. A *defined* function has a definition in more elementary terms, from which its derivative is computed; adding one
/// is adding one entry to a table.
public struct FunctionRecord: Sendable {
  /// The canonical name, a word of the text grammar: `sigmoid`, `leaky_relu`.
  public let name: String
  /// Other names accepted in input.
  public let aliases: [String]
  /// The name in LaTeX: `\sigma`, `\operatorname{ReLU}`.
  public let latex: String
  /// The number of arguments it takes.
  public let arity: ClosedRange<Int>
  /// The definition in more elementary terms, a text in `z` (in `z[k]` for a function of a whole layer), or nil for a
  /// primitive. It may mention the parameters.
  public let definition: String?
  /// Named numbers in the definition with their defaults: the slope `alpha` of a leaky ReLU.
  public let parameters: [(name: String, value: Rational)]
  /// Where the function, or its slope, jumps. The slope taken there is that of the branch that the definition takes.
  public let kinks: [Rational]
  /// Where the argument may lie.
  public let domain: Domain
  /// Whether it is offered as an activation.
  public let isActivation: Bool
  /// Whether each value depends on all arguments of the layer (softmax).
  public let isVectorValued: Bool
  /// The numeric value, written to stay accurate for large arguments; nil where the definition is as good.
  public let value: (@Sendable ([Double]) -> Double)?

  init(
    _ name: String, aliases: [String] = [], latex: String, arity: ClosedRange<Int> = 1...1,
    definition: String? = nil, parameters: [(name: String, value: Rational)] = [], kinks: [Rational] = [],
    domain: Domain = .real, isActivation: Bool = false, isVectorValued: Bool = false,
    value: (@Sendable ([Double]) -> Double)? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.latex = latex
    self.arity = arity
    self.definition = definition
    self.parameters = parameters
    self.kinks = kinks
    self.domain = domain
    self.isActivation = isActivation
    self.isVectorValued = isVectorValued
    self.value = value
  }
}

/// A set of real numbers in which an argument lies.
public enum Domain: String, Sendable, CaseIterable {
  /// Every real number.
  case real
  /// x > 0.
  case positive
  /// x ≥ 0.
  case nonNegative
  /// 0 < x < 1: a probability that is neither certain.
  case openUnitInterval
  /// −1 ≤ x ≤ 1.
  case symmetricUnitInterval
  /// −1 or +1: a class label.
  case signs
  /// Positive numbers that add up to 1 over the layer.
  case simplex

  /// Whether `x` alone may be a member.
  public func contains(_ x: Double) -> Bool {
    switch self {
    case .real: x.isFinite
    case .positive: x > 0
    case .nonNegative: x >= 0
    case .openUnitInterval, .simplex: x > 0 && x < 1
    case .symmetricUnitInterval: abs(x) <= 1
    case .signs: x == 1 || x == -1
    }
  }
}

/// All functions by name.
public enum FunctionTable {
  /// The primitives first, then the activations.
  public static let records: [FunctionRecord] = ElementaryFunctions.records + Activations.records

  /// The record of a function by its canonical name or one of its aliases; a hyphen counts as an underscore.
  public static func record(named name: String) -> FunctionRecord? {
    byName[name] ?? (name.contains("-") ? byName[String(name.map { $0 == "-" ? "_" : $0 })] : nil)
  }

  /// Every name and alias, in the order of the table.
  public static let names: [String] = records.flatMap { [$0.name] + $0.aliases }

  private static let byName: [String: FunctionRecord] = {
    var result: [String: FunctionRecord] = [:]
    for record in records {
      for name in [record.name] + record.aliases {
        precondition(result[name] == nil, "two functions are called \(name)")
        result[name] = record
      }
    }
    return result
  }()
}
