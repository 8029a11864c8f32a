import Derivations
import Expressions
import Reading

/// The values that some notes give for symbols, and where.
struct StatedValues {
  /// What is known of a symbol from a relation on: its value, as a definition, or that a step has changed it.
  private struct Event {
    var relation: Int
    var definition: Assertion?
    /// Whether it is supposed of something that is computed elsewhere: "if z = 10".
    var isSupposed = false
  }

  private var events: [Expression: [Event]] = [:]
  private var heads: [Expression] = []
  /// The assertions that only say that two symbols have one value that follows: w_1 = w_2 of w_1 = w_2 = 1.
  private(set) var pairs: Set<Int> = []
  /// The relations that give such a value.
  private(set) var sharedValues: Set<Int> = []

  /// The values that stand at the heads of lines, and the steps between them.
  init(_ notes: Notes) {
    for (number, relation) in notes.relations.enumerated() {
      switch relation.content {
      case .given(let given?):
        if given.mayBeGiven {
          take(given.claim.left, given, number, notes)
        } else if let before = pair(before: number, given, notes) {
          pairs.insert(before)
          sharedValues.insert(number)
          take(notes.assertions[before].claim.left, given, number, notes)
          take(notes.assertions[before].claim.right, given, number, notes)
        }
      case .assertion(let place) where notes.assertions[place].claim.relation == .becomes:
        let head = notes.assertions[place].claim.left
        events[head]?.append(Event(relation: number, definition: nil))
      default: continue
      }
    }
  }

  /// What a line supposes of something that other lines compute, from a relation on.
  mutating func suppose(_ given: Assertion, at relation: Int) {
    guard let place = events[given.claim.left]?.firstIndex(where: { $0.relation == relation }) else { return }
    events[given.claim.left]?[place].isSupposed = true
  }

  private mutating func take(_ head: Expression, _ given: Assertion, _ relation: Int, _ notes: Notes) {
    guard case .symbol = notes.graph[head] else { return }
    if events[head] == nil { heads.append(head) }
    let claim = Claim(left: head, relation: .equal, right: given.claim.right, reason: .definition(head))
    let definition = Assertion(claim, tolerance: given.tolerance)
    events[head, default: []].append(Event(relation: relation, definition: definition))
  }

  /// a = b in a = b = 1.
  private func pair(before number: Int, _ given: Assertion, _ notes: Notes) -> Int? {
    guard number > 0, notes.relations[number - 1].formula == notes.relations[number].formula,
      case .assertion(let place) = notes.relations[number - 1].content,
      case .symbol = notes.graph[notes.assertions[place].claim.left],
      notes.assertions[place].claim.right == given.claim.left, case .symbol = notes.graph[given.claim.left]
    else { return nil }
    return place
  }

  /// The last values before a relation, without what a step has changed since.
  func last(before relation: Int) -> [Assertion] {
    heads.compactMap { head in events[head]?.last { $0.relation < relation }?.definition }
  }

  /// The first values, where they stand before a relation.
  func first(before relation: Int) -> [Assertion] {
    heads.compactMap { head in events[head]?.first { $0.relation < relation }?.definition }
  }

  /// What is supposed at a relation of what other lines compute: a supposition holds to the end of its line of text.
  func supposed(before relation: Int, _ notes: Notes) -> Set<Expression> {
    Set(
      heads.filter { head in
        guard let event = events[head]?.last(where: { $0.relation < relation }), event.isSupposed else { return false }
        return notes.relations[event.relation...relation].allSatisfy(\.isInline)
      })
  }
}
