import Derivations
import Expressions
import LaTeX
import Networks

/// Reads notes that say nothing of themselves: which letter is what, and by which conventions, is inferred.
///
/// The defining equations tell most. What they leave open are `candidates`: readings of the same notes, the likeliest
/// first, among which the checker chooses the one that makes most statements true.
public struct NotesReader {
  /// The formulas of the document, parsed.
  public let formulas: [MathFormula]
  private let macros: MacroTable
  private let joiner: WordJoiner
  private let statements: [WrittenStatement]
  private let base: Vocabulary
  private let isSettled: Bool
  private let words: Set<String>

  /// The statements of `document`. `macros` are those that live elsewhere.
  public init(_ document: Document, macros: MacroTable = .empty, skipping skipped: Set<Int> = []) {
    let table = macros.merging(MacroTable(document.macros))
    let parsed = document.formulas.enumerated().map { number, formula in
      MathParser.parse(skipped.contains(number) ? [] : formula.text.scalars, macros: table)
    }
    let joiner = WordJoiner(parsed)
    self.joiner = joiner
    self.macros = table
    formulas = parsed.map { joiner.joined($0) }
    var survey = Survey()
    for formula in formulas { survey.add(formula.nodes) }
    let counted = survey
    statements = StatementReader.statements(of: formulas) { Self.isIndex($0, counted) }
    var reader = VocabularyReader(survey, statements)
    base = reader.read()
    isSettled = reader.hasDefinitions
    words = Self.words(of: document)
  }

  /// The words of the prose, in lower case: "sigmoid", "squared".
  private static func words(of document: Document) -> Set<String> {
    var result: Set<String> = []
    for block in document.blocks {
      let text: LocatedText
      switch block {
      case .prose(let prose), .comment(let prose): text = prose.text
      case .heading(let heading): text = heading.text
      default: continue
      }
      for word in text.string.lowercased().split(whereSeparator: { !$0.isLetter }) { result.insert(String(word)) }
    }
    return result
  }

  /// A letter that never stands by itself but as a subscript.
  private static func isIndex(_ letter: String, _ survey: Survey) -> Bool {
    ["i", "j", "k", "l", "m", "n", "s", "p", "q", "r"].contains(letter) && survey[letter].differentiated == 0
      && survey[letter].variables == 0 && survey[letter].subscriptCounts.keys.allSatisfy { $0 == 0 }
  }

  // MARK: Readings

  /// One way to read the notes.
  public struct Candidate: Sendable {
    let vocabulary: Vocabulary
    /// How unlikely it is by custom: 0 for the likeliest.
    public let cost: Int
  }

  /// The readings, the likeliest first.
  public var candidates: [Candidate] {
    var result = [Candidate(vocabulary: base, cost: 0)]
    func vary(_ cost: Int, _ change: (inout Vocabulary.Conventions) -> Void) {
      for candidate in result {
        var vocabulary = candidate.vocabulary
        change(&vocabulary.conventions)
        if vocabulary.conventions == candidate.vocabulary.conventions { continue }
        result.append(Candidate(vocabulary: vocabulary, cost: candidate.cost + cost))
      }
    }
    guard base.isLayeredNetwork else { return result }
    let sigmoidCost = words.contains("sigmoid") || words.contains("logistic") ? 1 : 2
    vary(sigmoidCost) { $0.activation = "sigmoid" }
    vary(3) { $0.loss = "mse" }
    if !isSettled {
      vary(3) { $0.weightsEnterTheirLayer.toggle() }
      vary(3) { $0.outputIndexFirst.toggle() }
    }
    vary(4) { $0.deltaSign = -1 }
    vary(2) { $0.denominatorLayout = true }
    return result.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// The notes under one reading.
  public func notes(_ candidate: Candidate) -> Notes {
    var builder = NotesBuilder(candidate.vocabulary, statements)
    builder.read()
    return builder.notes
  }

  /// The assertions of one formula that was changed, under a reading: those of its relations in order, each with the
  /// number of the relation in the formula.
  public func assertion(
    ofRelation number: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar], _ candidate: Candidate, _ notes: Notes
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    let parsed = joiner.joined(MathParser.parse(text, macros: macros))
    var changed = formulas
    changed[formula] = parsed
    let survey = { (letter: String) in ["i", "j", "k", "l", "m", "n", "s", "p", "q", "r"].contains(letter) }
    let inner = StatementReader.statements(of: [parsed], isIndex: survey)
    guard var builder = NotesBuilder(candidate.vocabulary, replacing: formula, by: inner, in: statements, notes) else {
      return nil
    }
    return builder.assertion(ofRelation: number)
  }
}

extension WordJoiner {
  /// A formula with words as one node each.
  func joined(_ formula: MathFormula) -> MathFormula {
    formula.replacingNodes(join(formula.nodes))
  }
}

extension NotesReader {
  /// For looking at.
  public var summary: String {
    var lines = ["layered \(base.isLayeredNetwork) arrays \(base.hasArrays) depth \(base.depth) input \(base.inputLayer) widths \(base.widths) functions \(base.functions) settled \(isSettled)"]
    for (letter, reading) in base.letters.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(letter): \(reading.family.name) \(reading.role.map { "\($0)" } ?? "-") \(reading.place) rank \(reading.rank)")
    }
    lines.append("\(base.conventions)")
    return lines.joined(separator: "\n")
  }
}
