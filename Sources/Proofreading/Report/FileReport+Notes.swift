import Checking
import Derivations
import LaTeX
import Reading

extension FileReport {
  /// The report on `document`, which was read as `notes` and judged as `judgements`, one for each assertion. `repairs` are
  /// by the number of the relation. Linear in the length of the document.
  public init(
    _ document: Document, _ notes: Notes, _ judgements: [Judgement], repairs: [Int: Repair] = [:],
    macros: MacroTable = .empty, ignoresDirectives: Bool = false
  ) {
    var reporter = Reporter(document, notes, judgements, repairs, macros)
    if ignoresDirectives { reporter.expected = [] }
    let statements = notes.relations.indices.map { reporter.statement($0) }
    // What stands under a brace is read behind the relation, and may stand before its sign.
    let order = statements.indices.sorted { (statements[$0].place, $0) < (statements[$1].place, $1) }
    self.init(
      path: document.name, reading: notes.reading, statements: order.map { statements[$0] },
      unmetExpectations: reporter.unmetExpectations(statements),
      problems: document.problems.map { Note($0.place, $0.clause) }, formulaCount: document.formulas.count,
      ignoredCount: ignoresDirectives ? 0 : document.formulas(with: .ignore).count)
  }
}

/// Puts together what is said of the relations of a document.
private struct Reporter {
  private let notes: Notes
  private let judgements: [Judgement]
  private let repairs: [Int: Repair]
  private let macros: MacroTable
  private let formulas: [Formula]
  /// The relation that each assertion is.
  private var relations: [Int?]
  /// Which formulas are wrong on purpose.
  var expected: Set<Int>

  init(
    _ document: Document, _ notes: Notes, _ judgements: [Judgement], _ repairs: [Int: Repair], _ macros: MacroTable
  ) {
    self.notes = notes
    self.judgements = judgements
    self.repairs = repairs
    self.macros = macros
    formulas = document.formulas
    relations = Array(repeating: nil, count: notes.assertions.count)
    for (number, relation) in notes.relations.enumerated() {
      if case .assertion(let assertion) = relation.content, relations.indices.contains(assertion) {
        relations[assertion] = number
      }
    }
    expected = document.formulas(with: .expectRefuted)
  }

  // MARK: One relation

  func statement(_ number: Int) -> StatementReport {
    let relation = notes.relations[number]
    let text = formulas[relation.formula].text
    let finding = finding(number)
    let sides = (left: left(of: number), right: source(relation.right, of: text))
    let sign = relation.isBrace ? "=" : source(relation.sign, of: text)
    let repair = finding.verdict == .refuted ? repairs[number] : nil
    return StatementReport(
      place: text.place(at: relation.sign.lowerBound), latex: "\(sides.left) \(sign) \(sides.right)", lhs: sides.left,
      relation: sign, rhs: sides.right, verdict: finding.verdict, reason: repair?.reason ?? finding.reason,
      link: finding.link, slip: repair.map { slip($0, in: text) }, suggestion: repair?.suggestion,
      fragment: repair.map { fragment($0, in: text) }, counterexample: finding.counterexample,
      expectation: expected.contains(relation.formula) ? .refuted : nil,
      excerpt: Excerpt(
        of: text.scalars, core: core(of: relation, in: text),
        mark: repair?.slipRange ?? mark(finding.verdict, relation)))
  }

  /// Verdict and reason, as the judge gave them, in the words of the report.
  private func finding(_ number: Int) -> Finding {
    switch notes.relations[number].content {
    case .unread(let problem): return Finding(.unread, problem.clause)
    case .given: return Finding(.assumption, English.given)
    case .misfit(let left, let right): return Finding(.refuted, English.misfit(left, right))
    case .assertion(let assertion):
      guard judgements.indices.contains(assertion) else { return Finding(.unread, English.notJudged) }
      return Finding(judgements[assertion], wrongPlace: placeOfSlip(before: assertion))
    }
  }

  /// Where the member stands that made the chain wrong before `assertion`.
  private func placeOfSlip(before assertion: Int) -> SourcePlace? {
    var current = notes.assertions[assertion].predecessor
    while let candidate = current, judgements.indices.contains(candidate) {
      if case .refuted = judgements[candidate].verdict, judgements[candidate].link != .carried {
        return place(ofAssertion: candidate)
      }
      current = notes.assertions[candidate].predecessor.flatMap { $0 < candidate ? $0 : nil }
    }
    return notes.assertions[assertion].predecessor.flatMap { place(ofAssertion: $0) }
  }

  private func place(ofAssertion assertion: Int) -> SourcePlace? {
    guard relations.indices.contains(assertion), let number = relations[assertion] else { return nil }
    let relation = notes.relations[number]
    return formulas[relation.formula].text.place(at: relation.sign.lowerBound)
  }

  // MARK: What is written

  /// The left side; of a relation that goes on from a line before, the right side of that.
  private func left(of number: Int) -> String {
    let relation = notes.relations[number]
    if let range = relation.left { return source(range, of: formulas[relation.formula].text) }
    var before = number > 0 ? number - 1 : nil
    if case .assertion(let assertion) = relation.content,
      let predecessor = notes.assertions[assertion].predecessor, relations.indices.contains(predecessor)
    {
      before = relations[predecessor] ?? before
    }
    guard let before else { return "" }
    return source(notes.relations[before].right, of: formulas[notes.relations[before].formula].text)
  }

  /// A piece of a formula on one line.
  private func source(_ range: Range<Int>, of text: LocatedText) -> String {
    let scalars = text.scalars[range.clamped(to: 0..<text.count)]
    return scalars.split { $0.properties.isWhitespace }.map { word in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: word)
      return String(view)
    }.joined(separator: " ")
  }

  /// The scalars that a relation takes; of a name under a brace the whole of the brace.
  private func core(of relation: ReadRelation, in text: LocatedText) -> Range<Int> {
    let start = min(relation.left?.lowerBound ?? relation.sign.lowerBound, relation.sign.lowerBound)
    var end = max(relation.right.upperBound, relation.sign.upperBound)
    if relation.isBrace, end < text.count, text.scalars[end] == "}" { end += 1 }
    return start..<max(start, min(end, text.count))
  }

  // MARK: What is wrong

  /// What to mark where no repair tells: the right side, or what could not be read.
  private func mark(_ verdict: StatementReport.Verdict, _ relation: ReadRelation) -> Range<Int>? {
    switch (verdict, relation.content) {
    case (.unread, .unread(let problem)): problem.range.isEmpty ? relation.sign : problem.range
    case (.refuted, _): relation.right
    default: nil
    }
  }

  private func slip(_ repair: Repair, in text: LocatedText) -> StatementReport.Slip {
    let range = repair.slipRange.clamped(to: 0..<text.count)
    return StatementReport.Slip(
      place: text.place(at: range.lowerBound), length: text.sourceRange(of: range).count, range: range)
  }

  /// The replacement; a single sign with the piece of the formula around it, \sum_{j=1}^4 instead of 4.
  private func fragment(_ repair: Repair, in text: LocatedText) -> String {
    let slip = repair.slipRange.clamped(to: 0..<text.count)
    guard repair.replacement.unicodeScalars.count <= 2, slip.count <= 2 else { return repair.replacement }
    let formula = MathParser.parse(text.scalars, macros: macros)
    guard let around = formula.nodes.smallestPiece(around: slip) else { return repair.replacement }
    return source(around.lowerBound..<slip.lowerBound, of: text, keepingEnd: true) + repair.replacement
      + source(slip.upperBound..<around.upperBound, of: text)
  }

  private func source(_ range: Range<Int>, of text: LocatedText, keepingEnd: Bool) -> String {
    let piece = source(range, of: text)
    let endsBlank = range.last.map { text.scalars[$0].properties.isWhitespace } ?? false
    return endsBlank && keepingEnd ? piece + " " : piece
  }

  // MARK: Expectations

  /// The displays that are said to be wrong, and of which nothing is.
  func unmetExpectations(_ statements: [StatementReport]) -> [FileReport.Note] {
    expected.sorted().compactMap { formula in
      let isRefuted = statements.indices.contains {
        notes.relations[$0].formula == formula && statements[$0].verdict == .refuted
      }
      return isRefuted ? nil : FileReport.Note(formulas[formula].start, English.unmetExpectation)
    }
  }
}

extension Document {
  /// The numbers of the formulas that a directive of that kind is about.
  func formulas(with kind: Directive.Kind) -> Set<Int> {
    let displays = Set(directives.filter { $0.kind == kind }.compactMap(\.display))
    if displays.isEmpty { return [] }
    var result: Set<Int> = []
    var number = 0
    for (place, block) in blocks.enumerated() where block.formula != nil {
      if displays.contains(place) { result.insert(number) }
      number += 1
    }
    return result
  }
}

extension [MathNode] {
  /// The range of the innermost fraction, brace or letter with scripts that holds `range` and more.
  fileprivate func smallestPiece(around range: Range<Int>) -> Range<Int>? {
    for node in self where node.range.lowerBound <= range.lowerBound && range.upperBound <= node.range.upperBound {
      if let inner = node.children.smallestPiece(around: range) { return inner }
      guard node.range != range else { return nil }
      switch node.kind {
      case .scripts, .fraction, .brace, .root, .accented, .styled: return node.range
      default: return nil
      }
    }
    return nil
  }
}
