import LaTeX
import Reading

/// How things are spelled in some notes: what an edit may put into a formula.
///
/// Everything is listed once, in the order in which it was met, so that what is nearest is offered first.
public struct Vocabulary: Sendable {
  /// A sum sign with its bounds: `\sum_{j=1}^{n}`.
  struct Sum: Sendable, Hashable {
    /// The source.
    var latex: String
    /// The index as it is written; empty if none is told.
    var index: String
    /// Where the index stands in the source.
    var indexPlaces: [Range<Int>]
  }

  /// A factor of some product.
  struct Factor: Sendable {
    /// The source.
    var latex: String
    /// The same for all spellings.
    var key: String
    /// As a sentence can say it.
    var plainText: String?
    /// The letters that stand as subscripts in it.
    var indices: Set<String>
    /// Whether it is f′(z) or the like.
    var isSlope: Bool
    /// Where a layer's number stands in the source, and which.
    var layers: [(place: Range<Int>, number: Int)]
  }

  /// Most of each kind that is kept; notes don't use more, and lists of edits are bounded.
  private static let limit = 120

  var sums: [Sum] = []
  /// The letters of widths, n of n_l.
  var widthLetters: [String] = []
  /// The upper bounds of sums.
  var uppers: [String] = []
  var factors: [Factor] = []
  /// Products a(1 − a), as they are written.
  var slopes: [String] = []
  /// The summands with their signs, of sums of several.
  var terms: [String] = []
  /// Function signs with a prime, and without one.
  var primedSigns: [String] = []
  var plainSigns: [String] = []
  /// What functions are applied to, with the brackets.
  var arguments: [String] = []
  /// Letters that stand as unit indices.
  var indexLetters: [String] = []
  /// u of ∂u/∂v, where it is a letter without subscripts: L.
  var heads: [String] = []
  /// Letters by their superscripts, to tell layers from powers.
  private var superscripts: [String: Set<String>] = [:]
  /// Letters that met a transposition sign, and the sign.
  var transposed: Set<String> = []
  var transposeSign: String?
  /// The sign of the product by components.
  var hadamard: String?
  /// Whether dots are written between factors, counted.
  private var dots: [String: Int] = [:]
  private var juxtapositions = 0
  /// X of 1 − X.
  var complemented: Set<String> = []
  /// Letters (a, z) of a = f(z).
  var outputsAndInputs: [(output: String, input: String)] = []
  /// The letters of differences u − v.
  var differences: [(first: String, second: String)] = []
  /// The spelling of each letter.
  var spellings: [String: String] = [:]
  /// Whether any letter has subscripts for units, as w_{ij}.
  private(set) var hasUnitIndices = false

  /// Nothing is known.
  public init() {}

  /// The vocabulary of all formulas of some notes, the nearest first. Linear in their length.
  public init(_ formulas: [MathFormula]) {
    for formula in formulas { add(formula) }
  }

  /// Takes in what `formula` has that is new.
  public mutating func add(_ formula: MathFormula) {
    for chain in ChainReader.chains(of: formula) {
      for member in chain.members { add(member.nodes, of: formula) }
      for number in chain.list { add(listed: number.nodes, of: formula) }
      addDefinitions(chain, of: formula)
    }
  }

  /// What is said of the letter's superscripts: whether they number layers.
  func isLayered(_ key: String) -> Bool {
    guard let all = superscripts[key] else { return false }
    let written = all.filter { !$0.isEmpty }
    return written.count > 1 || written.contains { Int($0) == nil } || (written.count == 1 && all.count == 1)
  }

  /// Whether the letter is known, and stands without a superscript somewhere.
  func isBare(_ key: String) -> Bool { superscripts[key]?.contains("") ?? false }

  /// What stands between factors that are written beside one another: a blank or a dot.
  var productSign: String {
    guard let (sign, count) = dots.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count > juxtapositions else {
      return " "
    }
    return " \(sign) "
  }

  // MARK: Collecting

  mutating func insert<Item: Equatable>(_ item: Item, _ list: WritableKeyPath<Vocabulary, [Item]>) {
    guard self[keyPath: list].count < Self.limit, !self[keyPath: list].contains(item) else { return }
    self[keyPath: list].append(item)
  }

  mutating func insert(_ factor: Factor) {
    guard factors.count < Self.limit, !factors.contains(where: { $0.latex == factor.latex }) else { return }
    factors.append(factor)
  }

  mutating func note(link: String, _ sign: String) {
    if link == "" { juxtapositions += 1 } else { dots[sign, default: 0] += 1 }
  }

  mutating func note(_ symbol: WrittenSymbol, of formula: MathFormula) {
    // A transposition tells nothing.
    let upper = symbol.transposeSign == nil ? symbol.upper?.nodes.sExpression ?? "" : ""
    superscripts[symbol.key, default: []].insert(upper)
    if spellings[symbol.key] == nil { spellings[symbol.key] = formula.latex(of: symbol.base) }
    for item in symbol.lowerItems {
      if case .letter(let name) = item.kind, name != "l", name != "ell", name != "L" {
        insert(formula.latex(of: item), \.indexLetters)
        if symbol.lowerItems.count > 1 { hasUnitIndices = true }
      }
    }
    if let sign = symbol.transposeSign {
      transposed.insert(symbol.key)
      if transposeSign == nil { transposeSign = formula.latex(of: sign) }
    }
  }
}
