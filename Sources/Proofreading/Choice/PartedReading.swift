import Checking
import Derivations
import LaTeX
import Reading

/// Notes of which some parts are read by themselves.
///
/// A document may be several: exercises, a chapter about single samples and one about batches, a list of activation
/// functions that are all called f. Where one reading of the whole leaves a part of it false or dark, the part is read as
/// if it stood alone; that reading is taken if it makes more of the part true by two lines at least, so that a slip in a
/// line that is repeated does not become a convention.
struct PartedReading {
  private(set) var notes: Notes
  private(set) var judgements: [Judgement]
  private(set) var repairs: [Int: Repair]

  /// How many more lines have to be true in a reading of a part by itself.
  private static let margin = 2
  /// How many relations of a part have to be dark or false before it is looked at.
  private static let fewestDoubts = 2
  /// The most parts that are read by themselves.
  private static let mostParts = 60

  /// The reading of `document` as a whole, with better readings of its parts in their places.
  init(_ document: Document, macros: MacroTable, told: ToldConventions, skipping skipped: Set<Int>) {
    let whole = InferredReading(document, macros: macros, told: told, skipping: skipped)
    var search = PartSearch(document: document, macros: macros, told: told, skipped: skipped)
    let parts = search.parts(of: whole, allowance: Self.mostParts)
    notes = whole.notes
    judgements = whole.judgements
    let wholeRepairs = whole.repairs()
    repairs = wholeRepairs
    for part in parts {
      if !part.isWhole { remark(part, document) }
      take(part, part.isWhole ? wholeRepairs : part.reading.repairs())
    }
  }

  /// Says on top of the report in which lines a part has conventions of its own.
  private mutating func remark(_ part: PartSearch.Part, _ document: Document) {
    for own in part.reading.notes.reading where Self.conventions.contains(own.subject) {
      guard let other = notes.reading.first(where: { $0.subject == own.subject }), other.text != own.text else {
        continue
      }
      func line(_ formula: Int) -> Int { document.formulas[formula].text.place(at: 0).line }
      let (first, last) = (line(part.formulas.lowerBound), line(part.formulas.upperBound))
      let lines = first == last ? "line \(first)" : "lines \(first)-\(last)"
      notes.reading.append(Notes.Remark("\(own.subject), \(lines)", own.text))
    }
  }

  /// The remarks that are about conventions.
  private static let conventions: Set<String> = ["weights", "delta"]

  /// Puts the relations of a part in the places of those that were read there before.
  private mutating func take(_ part: PartSearch.Part, _ partRepairs: [Int: Repair]) {
    let offset = notes.assertions.count
    var taken: [(relation: ReadRelation, repair: Repair?)] = []
    for (number, relation) in part.reading.notes.relations.enumerated() where part.formulas.contains(relation.formula) {
      var relation = relation
      if case .assertion(let place) = relation.content { relation.content = .assertion(place + offset) }
      taken.append((relation, partRepairs[number]))
    }
    var merged: [(relation: ReadRelation, repair: Repair?)] = []
    for (number, relation) in notes.relations.enumerated() where !part.formulas.contains(relation.formula) {
      merged.append((relation, repairs[number]))
    }
    let first = merged.firstIndex { ($0.relation.formula) > (part.formulas.max() ?? 0) } ?? merged.count
    let place = merged[..<first].lastIndex { $0.relation.formula < (part.formulas.min() ?? 0) }.map { $0 + 1 } ?? 0
    merged.insert(contentsOf: taken, at: place)
    notes.relations = merged.map(\.relation)
    repairs = [:]
    for (number, item) in merged.enumerated() { if let repair = item.repair { repairs[number] = repair } }
    notes.assertions += part.reading.notes.assertions.map { assertion in
      var assertion = assertion
      assertion.predecessor = assertion.predecessor.map { $0 + offset }
      return assertion
    }
    judgements += part.reading.judgements
  }
}
