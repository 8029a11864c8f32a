import Checking
import Derivations
import Expressions
import Reading

/// Notes use a letter again for something else: "assume for a moment that ĥ = h − μ".
extension InferredReading {
  /// How many second definitions are tried: each one asks for all lines to be judged again.
  private static let mostTrials = 6

  /// A line that contradicts the definition of a symbol defines it anew where lines behind it, up to its next definition,
  /// are true only so. Where it speaks of other things than the first definition, and no line tells, nothing is said of it.
  mutating func followRedefinitions() {
    guard !candidate.isLayeredNetwork else { return }
    var trials = 0
    for place in notes.assertions.indices where isContradiction(place) {
      guard let first = definition(before: place), trials < Self.mostTrials else { continue }
      trials += 1
      if adopt(place, insteadOf: first) { continue }
      // δ = ∂L/∂z says all there is: what else a line says of it is right or wrong.
      if case .partial = notes.graph[notes.assertions[first].claim.right] { continue }
      if foundations(of: place) != foundations(of: first) {
        judgements[place] = Judgement(.unread("another line says what this is"))
      }
    }
  }

  /// What only one of two definitions makes true is neither right nor wrong.
  mutating func withdrawContested() {
    for (number, name) in contested {
      judgements[number] = Judgement(.unread("it depends on \(name), and another line says anew what that is"))
    }
  }

  /// Whether another line says rightly, and in other words, what the symbol of a line is, and speaks of the same things in
  /// the end.
  func isSaidInOtherWords(_ place: Int) -> Bool {
    let own = foundations(of: place)
    let left = notes.assertions[place].claim.left
    let definitions = notes.assertions.indices.filter { other in
      if case .definition = judgements[other].verdict { notes.assertions[other].claim.left == left } else { false }
    }
    return notes.assertions.indices.contains { other in
      let claim = notes.assertions[other].claim
      guard other != place, notes.assertions[other].predecessor == nil, claim.left == left, claim.right != left,
        !definitions.contains(where: { notes.assertions[$0].claim.right == claim.right })
      else { return false }
      switch judgements[other].verdict {
      case .proved, .verified: return !definitions.isEmpty && foundations(of: other) == own
      default: return false
      }
    }
  }

  /// Whether a line says of a symbol what is not true by its definition.
  private func isContradiction(_ place: Int) -> Bool {
    let assertion = notes.assertions[place]
    guard assertion.predecessor == nil, assertion.claim.relation == .equal, name(place) != nil,
      case .refuted = judgements[place].verdict
    else { return false }
    return !notes.graph.holdsPartial(assertion.claim.right)
  }

  /// The line before that the symbol on the left is defined by.
  private func definition(before place: Int) -> Int? {
    (0..<place).last { other in
      guard case .definition = judgements[other].verdict else { return false }
      return isAboutSameFamily(other, place)
    }
  }

  private func isAboutSameFamily(_ a: Int, _ b: Int) -> Bool { name(a) == name(b) }

  /// Whether two lines are about the same members of a family, as they are written: y_1 is not y_2, and no y_i of all.
  private func isAboutSameMember(_ a: Int, _ b: Int) -> Bool {
    guard case .symbol(let own, let left) = notes.graph[notes.assertions[a].claim.left],
      case .symbol(own, let right) = notes.graph[notes.assertions[b].claim.left]
    else { return isAboutSameFamily(a, b) }
    return left.count == right.count
      && zip(left, right).allSatisfy { x, y in
        notes.graph.numberValue(x) == notes.graph.numberValue(y)
      }
  }

  /// The symbol or function that a line is about; nil if it is about anything else.
  private func name(_ place: Int) -> String? {
    switch notes.graph[notes.assertions[place].claim.left] {
    case .symbol(let id, _): return notes.graph[id].name
    case .call(let id, let arguments):
      guard notes.graph[id].order == 0, arguments.count == 1, let argument = arguments.first,
        case .symbol = notes.graph[argument]
      else { return nil }
      return notes.graph[id].name + "()"
    default: return nil
    }
  }

  /// Judges the lines behind `place` by its definition; whether that makes more of them true, and none false. Where it does
  /// not, what only one of the two definitions makes true is neither right nor wrong.
  private mutating func adopt(_ place: Int, insteadOf first: Int) -> Bool {
    let end = notes.assertions.indices.first { $0 > place && isRival($0, of: place) } ?? notes.assertions.endIndex
    guard place + 1 < end else { return false }
    var changed = notes.assertions
    for other in changed.indices where other != place && isRival(other, of: place) {
      changed[other].claim.reason = .sameWith(changed[other].claim.left)
    }
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    let others = judge.judge(changed)
    let differing = (place + 1..<end).filter { Self.holds(judgements[$0]) != Self.holds(others[$0]) }
    guard !differing.isEmpty else { return false }
    guard differing.allSatisfy({ Self.holds(others[$0]) }) else {
      if isAboutSameMember(place, first), let name = name(place) {
        for number in differing { contested[number] = name }
      }
      return false
    }
    judgements[place] = Judgement(.definition)
    for number in place + 1..<end { judgements[number] = others[number] }
    return true
  }

  private func isRival(_ other: Int, of place: Int) -> Bool {
    guard notes.assertions[other].predecessor == nil, isAboutSameFamily(other, place) else { return false }
    return !notes.graph.holdsPartial(notes.assertions[other].claim.right)
  }

  static func holds(_ judgement: Judgement) -> Bool {
    switch judgement.verdict {
    case .definition, .assumption, .proved, .verified: true
    case .refuted, .unread: false
    }
  }

  /// What the value of a line is made of in the end, where definitions say what its symbols are made of.
  private func foundations(of place: Int) -> Set<String> {
    var result: Set<String> = []
    var open = families(notes.assertions[place].claim.right)
    var seen: Set<String> = []
    while let next = open.popFirst() {
      guard seen.insert(next).inserted else { continue }
      let definitions = notes.assertions.indices.filter { other in
        guard case .definition = judgements[other].verdict,
          case .symbol = notes.graph[notes.assertions[other].claim.left]
        else { return false }
        return name(other) == next && !notes.graph.holdsPartial(notes.assertions[other].claim.right)
      }
      if definitions.isEmpty { result.insert(next) }
      for other in definitions { open.formUnion(families(notes.assertions[other].claim.right)) }
    }
    return result
  }

  private func families(_ expression: Expression) -> Set<String> {
    var result: Set<String> = []
    notes.graph.forEachNode(of: expression) { node in
      if case .symbol(let id, _) = notes.graph[node], !notes.graph[id].isCount { result.insert(notes.graph[id].name) }
      return true
    }
    return result
  }
}
