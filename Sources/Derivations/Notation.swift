import Expressions
import Networks

/// How symbols are written: the letter of each family, and where its layer and its indices stand.
public struct Notation: Sendable {
  /// How the members of one family are written.
  public struct SymbolStyle: Hashable, Sendable {
    /// The letter in LaTeX: `w`, `\delta`, `\hat{y}`.
    public var latex: String
    /// The letter in plain text: `w`, `δ`, `ŷ`.
    public var text: String
    /// Where the layer stands.
    public var layerPlace: LayerPlace

    /// A letter, with its layer as a superscript unless said otherwise.
    public init(latex: String, text: String, layerPlace: LayerPlace = .superscript) {
      self.latex = latex
      self.text = text
      self.layerPlace = layerPlace
    }
  }

  /// Where the layer of a symbol stands.
  public enum LayerPlace: Hashable, Sendable {
    /// z_i^3.
    case superscript
    /// z_i^{(3)}.
    case bracketedSuperscript
    /// n_3.
    case `subscript`
  }

  /// The canonical name of the notation.
  public var name: String
  /// The styles by the canonical names of the families; a family that is not listed is written as it is called.
  public var styles: [String: SymbolStyle]
  /// Names for bound unit indices, in order of preference.
  public var unitIndices: [String]
  /// Names for bound sample indices.
  public var sampleIndices: [String]
  /// What an index of that name is written as, where the network needs its letter for something else.
  public var renamedIndices: [String: String] = [:]

  /// What an opaque function of that name is written as, where the network needs its letter for something else.
  public var renamedFunctions: [String: SymbolStyle] = [:]
  /// Whether e is Euler's number in formulas, so that exp(x) may be written as a power of it.
  public var writesPowersOfE = true

  /// A notation.
  public init(name: String, styles: [String: SymbolStyle], unitIndices: [String], sampleIndices: [String]) {
    self.name = name
    self.styles = styles
    self.unitIndices = unitIndices
    self.sampleIndices = sampleIndices
  }

  /// The notation of the first source: z_i^l, w_{ij}^l, δ_i^l, ŷ_i.
  public static let standard = Notation(
    name: "standard",
    styles: [
      "w": SymbolStyle(latex: "w", text: "w"),
      "b": SymbolStyle(latex: "b", text: "b"),
      "z": SymbolStyle(latex: "z", text: "z"),
      "a": SymbolStyle(latex: "a", text: "a"),
      "delta": SymbolStyle(latex: #"\delta"#, text: "δ"),
      "x": SymbolStyle(latex: "x", text: "x"),
      "y": SymbolStyle(latex: "y", text: "y"),
      "yhat": SymbolStyle(latex: #"\hat{y}"#, text: "ŷ"),
      "L": SymbolStyle(latex: "L", text: "L"),
      "eta": SymbolStyle(latex: #"\eta"#, text: "η"),
      "n": SymbolStyle(latex: "n", text: "n", layerPlace: .subscript),
      "S": SymbolStyle(latex: "S", text: "S"),
    ],
    unitIndices: ["i", "j", "k", "m", "p", "q", "r", "t"],
    sampleIndices: ["s", "r", "u", "v"])

  /// The style of a family: the listed one, else its own name. The underscore that sets a letter of the architecture
  /// apart from a role (`NetworkSymbol.letter`) is not written.
  public func style(of family: Family) -> SymbolStyle {
    if let listed = styles[family.name] { return listed }
    let name = family.name.hasSuffix("_") ? String(family.name.dropLast()) : family.name
    return SymbolStyle(latex: Self.latexName(name), text: Self.textName(name))
  }
}
