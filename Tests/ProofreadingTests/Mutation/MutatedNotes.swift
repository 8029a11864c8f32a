import Derivations
import Deriving
import Expressions
import Networks
import Testing

@testable import Checking
@testable import LaTeX
@testable import Proofreading
@testable import Reading

/// What `derive` prints for one network, and its mutants, judged together.
///
/// Each mutant is one more display behind the printed page: a line of it, with one slip. All of them are read and judged
/// in one go; the definitions are those of the page.
struct MutatedNotes {
  /// One line with one slip.
  struct Mutant {
    /// Which line of the page.
    var line: Int
    /// Which of its relations.
    var relation: Int
    var edit: Edit
    /// The line with the slip.
    var text: String

    /// Where the slip stands in the text.
    var place: Range<Int> {
      let first = edit.replacements[0].range.lowerBound
      let last = edit.replacements[edit.replacements.count - 1].range.upperBound
      let grown = edit.replacements.map { $0.text.unicodeScalars.count - $0.range.count }.reduce(0, +)
      // At least one scalar on both sides: what was taken out has no place of its own.
      return max(first - 1, 0)..<max(first, last + grown) + 1
    }
  }

  /// What became of a mutant.
  struct Outcome {
    var mutant: Mutant
    /// What the concrete network says; nil if it has no opinion.
    var isFalse: Bool?
    /// The judgement on the relation, nil if it could not be read.
    var judgement: Judgement?
    /// Whether another relation of the line is refuted, or follows from the slip without being said to.
    var others: [Judgement]
  }

  let network: Network
  let notation: Notation
  /// The page, line by line: an equation with the lines that go on from it.
  let lines: [String]
  let formulas: [MathFormula]
  /// The relations of each line, and which of them are claims.
  let relations: [[WrittenRelations.Entry]]
  private(set) var isClaim: [[Bool]] = []

  init(_ entry: MutatedNetwork) throws {
    let printed = try entry.printed()
    (network, notation) = (printed.network, printed.notation)
    lines = Self.lines(of: printed.text)
    formulas = lines.map { MathParser.parse($0) }
    relations = formulas.map { WrittenRelations(of: $0).entries }
    let notes = read(Self.document(lines))
    let judgements = Self.judge(notes)
    let claims = try Deriver.derive(network, steps: entry.steps).claims.map(\.claim)
    try #require(claims.count == notes.assertions.count)
    isClaim = lines.indices.map { line in
      relations[line].map { entry in
        guard !entry.isCondition, let number = Self.assertion(of: entry.source, in: line, notes) else { return false }
        return claims[number].reason.isDerived
      }
    }
    for (judgement, assertion) in zip(judgements, notes.assertions) {
      if case .refuted = judgement.verdict { Issue.record("\(entry): refuted: \(Self.text(assertion, notes))") }
      if case .unread(let why) = judgement.verdict { Issue.record("\(entry): \(why): \(Self.text(assertion, notes))") }
    }
  }

  private static func text(_ assertion: Assertion, _ notes: Notes) -> String {
    let printer = TextPrinter(notes.graph)
    return "\(printer.text(assertion.claim.left)) = \(printer.text(assertion.claim.right))"
  }

  /// Every mutant of every claim.
  func mutants() -> [Mutant] {
    lines.indices.flatMap { line -> [Mutant] in
      let slips = Slips(formulas.indices.filter { $0 != line }.map { formulas[$0] })
      return relations[line].indices.filter { isClaim[line][$0] }.flatMap { relation in
        slips.mutants(of: relations[line][relation].source).map { edit in
          let text = Edit.string(edit.applied(to: formulas[line].source))
          return Mutant(line: line, relation: relation, edit: edit, text: text)
        }
      }
    }
  }

  // MARK: Judging

  /// Judges `mutants` by the judge and by the concrete network.
  func outcomes(of mutants: [Mutant]) -> (outcomes: [Outcome], repairs: MutantRepairs) {
    let notes = read(Self.document(lines + mutants.map(\.text)))
    var judge = Self.judge(of: notes)
    let judgements = judge.judge(notes.assertions)
    let numbers = mutants.enumerated().map { number, mutant in
      Self.assertion(of: broken(mutant), in: lines.count + number, notes)
    }
    let falsehoods = truths(mutants, numbers, notes)
    let byFormula = Dictionary(grouping: notes.relations, by: \.formula)
    let outcomes = mutants.enumerated().map { number, mutant in
      let own = numbers[number]
      let others = (byFormula[lines.count + number] ?? []).compactMap { relation -> Judgement? in
        guard case .assertion(let assertion) = relation.content, assertion != own else { return nil }
        // A slip in a term with a name under a brace makes the name wrong as well: it is at the same place.
        if relation.isBrace, let left = relation.left, left.overlaps(mutant.place) { return nil }
        return judgements[assertion]
      }
      return Outcome(
        mutant: mutant, isFalse: falsehoods[number], judgement: own.map { judgements[$0] }, others: others)
    }
    return (outcomes, MutantRepairs(notes: self, graph: notes.graph, judge: judge))
  }

  /// The relation of a mutant, where it stands in the line with the slip.
  func broken(_ mutant: Mutant) -> RelationSource {
    let relation = relations[mutant.line][mutant.relation].source
    let source = relation.formula.source
    return RelationSource(
      formula: MathParser.parse(mutant.text), left: relation.left.map { mutant.edit.moved($0, in: source) },
      right: mutant.edit.moved(relation.right, in: source), predecessors: relation.predecessors)
  }

  /// Whether each assertion is false in concrete networks: the judge has no part in this.
  private func truths(_ mutants: [Mutant], _ numbers: [Int?], _ notes: Notes) -> [Bool?] {
    var graph = notes.graph
    let zero = graph.number(0)
    var rows: [Row] = []
    var places: [Int: Int] = [:]
    for (mutant, number) in numbers.enumerated() {
      guard let number else { continue }
      let claim = notes.assertions[number].claim
      places[mutant] = rows.count
      // The chain begins with 0, so that nothing is taken for a rule to compute δ by.
      rows.append(
        Row([
          Statement(
            zero,
            [Step(claim.left, .rule(.chainRule)), Step(claim.relation, claim.right, .rule(.chainRule))])
        ]))
    }
    let derivation = Derivation(
      graph: graph, network: network, sections: [Section(part: .general, title: "", rows: rows)])
    let report = CrossCheck.run(derivation, settings: .init(draws: 3))
    let failed = Set(report.failures.filter { $0.place.step == 1 }.map(\.place.row))
    let unknown = Set(report.claimsNotJudged.map(\.place.row))
    return numbers.indices.map { mutant in
      guard let row = places[mutant], report.draws == 3, !unknown.contains(row) else { return nil }
      if failed.contains(row) { return true }
      // Where a logarithm of something negative stands, nothing was compared.
      return mutants[mutant].edit.kind == .function ? nil : false
    }
  }

  // MARK: Pages

  func read(_ text: String, into graph: ExpressionGraph = ExpressionGraph()) -> Notes {
    guard let document = try? DocumentReader.read(text, name: "-") else { return Notes(graph: graph) }
    var notes = ToldNotesReader(document, notation: notation, network: network, into: graph).notes
    notes.background.loss = notes.graph.symbol(NetworkSymbol.loss)
    notes.background.learningRates = [NetworkSymbol.learningRate]
    return notes
  }

  static func judge(of notes: Notes) -> Judge { Judge(notes.graph, background: notes.background) }

  static func judge(_ notes: Notes) -> [Judgement] {
    var judge = judge(of: notes)
    return judge.judge(notes.assertions)
  }

  /// The assertion that a relation of formula `formula` was read as.
  static func assertion(of relation: RelationSource, in formula: Int, _ notes: Notes) -> Int? {
    let found = notes.relations.first { $0.formula == formula && $0.right.lowerBound == relation.right.lowerBound }
    guard case .assertion(let number)? = found?.content else { return nil }
    return number
  }

  static func document(_ lines: [String]) -> String {
    lines.map { "\\begin{align*}\n\($0)\n\\end{align*}\n" }.joined(separator: "\n")
  }

  /// The lines of the displays of a printed page; one that begins with a sign belongs to the one before.
  static func lines(of page: String) -> [String] {
    var result: [String] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix("%") || line.hasPrefix("\\begin{align*}") || line.hasPrefix("\\end{align*}") { continue }
      if line.hasPrefix("&") {
        result[result.count - 1] += "\n" + line
      } else {
        result.append(String(line))
      }
    }
    return result.map { line in
      var line = line
      if let cut = line.range(ofLast: #"\\"#), cut.isAtEnd { line = cut.before }
      return line
    }
  }
}

extension Reason {
  /// Whether it is neither a definition nor an assumption.
  fileprivate var isDerived: Bool {
    switch self {
    case .definition, .assumption: false
    default: true
    }
  }
}

extension String {
  /// Where `text` stands last: what is before it, and whether nothing but extra space follows.
  fileprivate func range(ofLast text: String) -> (before: String, isAtEnd: Bool)? {
    let all = Array(unicodeScalars)
    let wanted = Array(text.unicodeScalars)
    guard all.count >= wanted.count else { return nil }
    for start in stride(from: all.count - wanted.count, through: 0, by: -1)
    where Array(all[start..<start + wanted.count]) == wanted {
      let rest = Edit.string(Array(all[(start + wanted.count)...]))
      return (Edit.string(Array(all[..<start])), rest.isEmpty || rest == "[1ex]")
    }
    return nil
  }
}

/// Looks for repairs of mutants, under the definitions of the page.
struct MutantRepairs {
  let notes: MutatedNotes
  let graph: ExpressionGraph
  let judge: Judge

  /// The repair of a mutant, and how many judgements it took.
  func repair(_ mutant: MutatedNotes.Mutant, budget: Int) -> (repair: RepairedRelation?, judgements: Int) {
    let others = notes.formulas.indices.filter { $0 != mutant.line }.map { notes.formulas[$0] }
    var left = budget
    let broken = notes.broken(mutant)
    var number = 0
    let found = Repairer(Slips(others)).repair(broken, budget: &left) { text in
      number += 1
      return isTrue(text, mutant)
    }
    return (found, budget - left)
  }

  private func isTrue(_ text: String, _ mutant: MutatedNotes.Mutant) -> Bool? {
    let read = notes.read(MutatedNotes.document([text]), into: graph)
    let entries = WrittenRelations(of: MathParser.parse(text)).entries
    guard entries.indices.contains(mutant.relation),
      let number = MutatedNotes.assertion(of: entries[mutant.relation].source, in: 0, read)
    else { return nil }
    var judge = self.judge
    switch judge.judge(one: read.assertions[number], graph: read.graph) {
    case .proved, .verified, .definition: return true
    case .refuted: return false
    case .assumption, .unread: return nil
    }
  }
}
