/// Macros by name, collected from a document or a file, or given one by one.
///
///     var macros = MacroTable(collectedFrom: #"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}"#)
///     MathParser.parse(#"\pd{L}{w}"#, macros: macros)
public struct MacroTable: Sendable, Equatable {
  private var macros: [String: MathMacro] = [:]

  /// No macros.
  public static let empty = MacroTable()

  /// No macros.
  public init() {}

  /// The macros that `document` defines. Linear in its length.
  ///
  /// Read are `\newcommand`, `\renewcommand`, `\providecommand`, `\def`, `\let`, `\DeclareMathOperator`,
  /// `\DeclarePairedDelimiter`, wherever they stand; everything else is passed over. The last definition of a name counts.
  public init(collectedFrom document: String) {
    collect(from: document)
  }

  /// Adds the macros that `document` defines; what is wrong with them is returned, with places in `document`.
  @discardableResult
  public mutating func collect(from document: String) -> [MathProblem] {
    collect(from: Array(document.unicodeScalars))
  }

  /// Adds the macros that `document` defines; what is wrong with them is returned, with places in `document`.
  @discardableResult
  public mutating func collect(from document: [Unicode.Scalar]) -> [MathProblem] {
    let source = BalancedTokens(MathLexer.tokens(of: document))
    var problems: [MathProblem] = []
    var place = 0
    while place < source.tokens.count {
      guard let definition = DefinitionReader.read(source, at: place) else {
        place += 1
        continue
      }
      if let macro = definition.macro {
        define(definition.name, macro, overwriting: definition.overwrites)
      } else {
        problems.append(definition.problem)
      }
      place = definition.end
    }
    return problems
  }

  /// The names that are defined, in alphabetical order, without backslashes.
  public var names: [String] { macros.keys.sorted() }

  /// Whether nothing is defined.
  public var isEmpty: Bool { macros.isEmpty }

  /// The macros of both; where both define a name, those of `other` count.
  public func merging(_ other: MacroTable) -> MacroTable {
    var merged = self
    merged.macros.merge(other.macros) { $1 }
    return merged
  }

  /// What `\name` stands for.
  subscript(name: String) -> MathMacro? { macros[name] }

  /// Defines `\name`.
  mutating func define(_ name: String, _ macro: MathMacro, overwriting: Bool = true) {
    guard overwriting || macros[name] == nil else { return }
    if macro.isAlias, case .command(let target)? = macro.body.first, let meaning = macros[target] {
      macros[name] = meaning
    } else {
      macros[name] = macro
    }
  }
}
