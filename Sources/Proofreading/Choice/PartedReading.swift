import LaTeX
import Reading

/// Notes that define their loss anew from section to section: each example is read by itself, or with what stands before
/// the first of them, if more of it holds then than when everything is read as one.
enum PartedReading {
  /// How much better the parts must be than the whole.
  private static let gain = 2.0

  /// The readings of the parts of `document`, each with the relations of its own part only; one where there are none.
  static func readings(of document: Document, macros: MacroTable, skipping skipped: Set<Int>) -> [InferredReading] {
    let whole = InferredReading(document, macros: macros, skipping: skipped)
    let parts = parts(of: whole)
    guard parts.count > 1 else { return [whole] }
    let prelude = parts[0].isPrelude ? parts[0].formulas : []
    let readings = parts.map { part -> InferredReading in
      let alone = reading(of: document, part.formulas, with: [], macros, skipped)
      if part.isPrelude || prelude.isEmpty { return alone }
      let together = reading(of: document, part.formulas, with: prelude, macros, skipped)
      return together.score > alone.score ? together : alone
    }
    return readings.reduce(0) { $0 + $1.score } >= whole.score + gain ? readings : [whole]
  }

  /// A stretch of the notes, by the numbers of its formulas.
  private struct Part {
    var formulas: Set<Int>
    /// Whether it stands before the first definition of a loss.
    var isPrelude: Bool
  }

  /// The notes cut at the headings of sections that define the loss in another way than the one before, and contradict it.
  private static func parts(of whole: InferredReading) -> [Part] {
    let reader = whole.reader
    var starts: [Int] = []
    var last: [String: NotesReader.LossDefinition] = [:]
    for definition in reader.lossDefinitions {
      let section = reader.sections[definition.formula]
      defer { last[definition.head] = definition }
      guard let before = last[definition.head], before.text != definition.text,
        reader.sections[before.formula] != section, !whole.holds(definition)
      else { continue }
      if starts.isEmpty { starts.append(reader.sections[before.formula]) }
      starts.append(section)
    }
    guard starts.count > 1 else { return [] }
    let ends = starts.dropFirst() + [Int.max]
    let all = reader.sections.indices
    var parts = zip(starts, ends).map { start, end in
      Part(formulas: Set(all.filter { (start..<end).contains(reader.sections[$0]) }), isPrelude: false)
    }
    let before = Set(all.filter { reader.sections[$0] < starts[0] })
    if !before.isEmpty { parts.insert(Part(formulas: before, isPrelude: true), at: 0) }
    return parts
  }

  private static func reading(
    of document: Document, _ formulas: Set<Int>, with others: Set<Int>, _ macros: MacroTable, _ skipped: Set<Int>
  ) -> InferredReading {
    let left = Set(document.formulas.indices).subtracting(formulas).subtracting(others)
    var reading = InferredReading(document, macros: macros, skipping: skipped.union(left))
    reading.keep(formulas)
    return reading
  }
}

extension InferredReading {
  /// What holds counts for a reading; what is only introduced counts half. What does not hold counts against it as much as
  /// what cannot be told: parts are not there to hide slips.
  fileprivate var score: Double {
    notes.relations.reduce(0) { sum, relation in
      switch relation.content {
      case .given: return sum
      case .unread: return sum - 0.5
      case .misfit: return sum - 0.5
      case .assertion(let number):
        switch judgements[number].verdict {
        case .proved, .verified: return sum + 1
        case .definition: return sum + 0.5
        case .assumption: return sum
        case .refuted, .unread: return sum - 0.5
        }
      }
    }
  }

  /// Whether a definition of a loss holds, or was taken as the definition.
  fileprivate func holds(_ definition: NotesReader.LossDefinition) -> Bool {
    notes.relations.contains { relation in
      guard relation.formula == definition.formula, relation.sign == definition.sign,
        case .assertion(let number) = relation.content
      else { return false }
      switch judgements[number].verdict {
      case .definition, .proved, .verified: return true
      case .assumption, .refuted, .unread: return false
      }
    }
  }

  /// Drops the relations of other formulas than these.
  fileprivate mutating func keep(_ formulas: Set<Int>) {
    notes.relations.removeAll { !formulas.contains($0.formula) }
  }
}
