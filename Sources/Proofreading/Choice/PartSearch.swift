import Checking
import Derivations
import Expressions
import LaTeX
import Reading

/// Finds the parts of a document that are better read by themselves.
struct PartSearch {
  /// Formulas that were read by themselves.
  struct Part {
    var formulas: ClosedRange<Int>
    var reading: InferredReading
    /// Whether that is the reading of everything.
    var isWhole = false
  }

  let document: Document
  let macros: MacroTable
  let told: ToldConventions
  let skipped: Set<Int>
  private let formulaCount: Int
  private let headings: [(formula: Int, level: Int)]
  private var allowance = 0
  /// The levels below all headings: what is written in one notation, and what lies between definitions of one thing.
  private static let notations = Int.max - 1
  private static let definitions = Int.max
  private var whole: InferredReading?

  /// A search through `document`.
  init(document: Document, macros: MacroTable, told: ToldConventions, skipped: Set<Int>) {
    self.document = document
    self.macros = macros
    self.told = told
    self.skipped = skipped
    var headings: [(formula: Int, level: Int)] = []
    var count = 0
    for block in document.blocks {
      if case .heading(let heading) = block, heading.nesting.isEmpty { headings.append((count, heading.level)) }
      if block.formula != nil { count += 1 }
    }
    self.headings = headings
    formulaCount = count
  }

  /// The parts that are better read by themselves than in `whole`, in order; at most `allowance` are tried.
  mutating func parts(of whole: InferredReading, allowance: Int) -> [Part] {
    guard formulaCount > 1 else { return [] }
    self.allowance = allowance
    self.whole = whole
    return parts(of: whole, in: 0...formulaCount - 1, level: headings.map(\.level).min() ?? Self.notations)
  }

  /// The better readings of what lies in `range`: of its sections, or of the sections of those.
  private mutating func parts(of outer: InferredReading, in range: ClosedRange<Int>, level: Int) -> [Part] {
    var result: [Part] = []
    let (sections, next) = sections(of: range, level: level, outer)
    for section in sections {
      var reading = outer
      var tally = Tally(outer, section)
      // What is better in the reading of everything stays as it is there.
      let wholeTally = whole.map { Tally($0, section) }
      if let whole, let wholeTally, wholeTally.trueCount > tally.trueCount, wholeTally.value > tally.value {
        reading = whole
        tally = wholeTally
        result.append(Part(formulas: section, reading: whole, isWhole: true))
      }
      guard tally.doubts >= 2 else { continue }
      var isOwn = false
      if section != range, allowance > 0 {
        allowance -= 1
        let isNew = definesAnew(section, outer)
        for own in readings(of: section) {
          let ownTally = Tally(own, section)
          guard ownTally.isBetter(than: tally, definesAnew: isNew && !isOwn) else { continue }
          (reading, tally, isOwn) = (own, ownTally, true)
        }
      }
      if isOwn { result.append(Part(formulas: section, reading: reading)) }
      if let next { result += parts(of: reading, in: section, level: next) }
    }
    return result
  }

  /// The readings of a part: in the letters of the whole, if that is about a network, where the part may have a loss or
  /// outputs of its own; and as if it stood alone.
  private func readings(of section: ClosedRange<Int>) -> [InferredReading] {
    let others = Set(0..<formulaCount).subtracting(section)
    func alone() -> InferredReading {
      InferredReading(document, macros: macros, told: told, skipping: skipped.union(others), isPart: true)
    }
    guard let whole, whole.candidate.isLayeredNetwork else { return [alone()] }
    return DeepStack.map(2) { number in
      number == 0 ? InferredReading(whole.reader.part(section, in: whole.candidate)) : alone()
    }
  }

  /// `range` cut at headings of a level, and the next level below; where there are no more headings, at changes of the
  /// notation, and then at the lines that define something anew.
  private func sections(
    of range: ClosedRange<Int>, level: Int, _ outer: InferredReading
  ) -> (sections: [ClosedRange<Int>], next: Int?) {
    if level == Self.notations { return (cut(range, at: outer.reader.notationChanges(in: range)), Self.definitions) }
    if level == Self.definitions { return (cut(range, at: redefinitions(in: range, outer)), nil) }
    let starts = headings.filter { $0.level == level && range.contains($0.formula) }.map(\.formula)
    let next = headings.filter { $0.level > level && range.contains($0.formula) }.map(\.level).min() ?? Self.notations
    return (cut(range, at: starts), next)
  }

  private func cut(_ range: ClosedRange<Int>, at starts: [Int]) -> [ClosedRange<Int>] {
    let inner = Set(starts).filter { $0 > range.lowerBound && range.contains($0) }.sorted()
    let bounds = [range.lowerBound] + inner
    return zip(bounds, inner + [range.upperBound + 1]).map { $0...($1 - 1) }
  }

  /// Whether a part defines anew what the notes define in three ways or more.
  private func definesAnew(_ range: ClosedRange<Int>, _ outer: InferredReading) -> Bool {
    redefinitions(in: 0...formulaCount - 1, outer).contains { range.contains($0) }
  }

  /// The formulas that define anew what is defined in three ways or more: no slip makes as many definitions of one thing.
  private func redefinitions(in range: ClosedRange<Int>, _ reading: InferredReading) -> [Int] {
    var values: [String: [(value: Expression, formula: Int)]] = [:]
    for relation in reading.notes.relations where range.contains(relation.formula) && relation.left != nil {
      guard case .assertion(let number) = relation.content else { continue }
      let claim = reading.notes.assertions[number].claim
      guard claim.relation == .equal, claim.left != claim.right, let head = reading.notes.graph.headName(claim.left),
        !reading.notes.graph.contains(
          in: claim.right,
          where: { node in
            if case .partial = reading.notes.graph[node] { true } else { false }
          })
      else { continue }
      values[head, default: []].append((claim.right, relation.formula))
    }
    var starts: Set<Int> = []
    for list in values.values where Set(list.map(\.value)).count >= 3 { starts.formUnion(list.map(\.formula)) }
    return starts.sorted()
  }
}

/// How much of a part of some notes is true under a reading.
private struct Tally {
  var trueCount = 0
  /// Of these, what is more than a definition.
  var claimCount = 0
  var falseCount = 0
  var unreadCount = 0

  init(_ reading: InferredReading, _ formulas: ClosedRange<Int>) {
    for relation in reading.notes.relations where formulas.contains(relation.formula) {
      switch relation.content {
      case .assertion(let number):
        switch reading.judgements[number].verdict {
        case .proved, .verified:
          trueCount += 1
          claimCount += 1
        case .definition: trueCount += 1
        case .refuted: falseCount += 1
        case .unread: unreadCount += 1
        case .assumption: continue
        }
      case .misfit: falseCount += 1
      case .unread: unreadCount += 1
      case .given: continue
      }
    }
  }

  /// What is dark or false.
  var doubts: Int { falseCount + unreadCount }

  /// What speaks for the reading: true claims; definitions half, since alone they are true whatever they say.
  var value: Double { Double(claimCount) + 0.5 * Double(trueCount - claimCount) - Double(falseCount) }

  /// Whether two lines more are true, and what is false is far less than what is true; where the part defines things of
  /// its own, one line more is enough.
  func isBetter(than other: Tally, definesAnew: Bool) -> Bool {
    if definesAnew { return trueCount > other.trueCount && falseCount <= trueCount }
    return trueCount >= other.trueCount + 2 && claimCount > 0 && falseCount * 2 <= trueCount
      && trueCount - falseCount > other.trueCount - other.falseCount
  }
}

extension ExpressionGraph {
  /// The name of what a definition introduces: a symbol with its subscripts, or a function of one variable.
  fileprivate func headName(_ head: Expression) -> String? {
    switch self[head] {
    case .symbol: TextPrinter(self).text(head)
    case .call(let id, let arguments) where self[id].order == 0 && arguments.count == 1: self[id].name + "()"
    default: nil
    }
  }
}
