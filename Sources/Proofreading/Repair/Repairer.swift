import LaTeX

/// Finds the smallest edit that makes a refuted relation true.
///
/// Single edits are tried in the order of their cost, then pairs of cheap ones. A repair is what the judge has said true:
/// nothing is offered that has not been read again and judged.
public struct Repairer: Sendable {
  /// The edits that it may try.
  public var slips: Slips
  /// The most judgements for one relation.
  public var budget: Int
  /// The most single edits of which pairs are made.
  public var partners = 60

  /// Finds the first of some formulas that is true and meant.
  typealias Search = ([String], _ isMeant: @escaping (Int) -> Bool) -> (place: Int?, effort: Int)

  /// How many edits are tried at first, to see what that is worth, and then at a time.
  private static let atFirst = 16
  private static let atOnce = 128
  /// The scalars of a formula of a line or two.
  private static let customaryLength = 400

  /// A repairer with these slips.
  public init(_ slips: Slips, budget: Int = 2_000) {
    self.slips = slips
    self.budget = budget
  }

  /// The smallest repair of `relation`; nil if no edit within the budget makes it true.
  ///
  /// - Parameter isTrue: reads a formula in the place of the relation's formula, and judges the relation that stands there in
  ///   it. Nil if it can't be read or judged; that counts as a judgement too.
  public func repair(_ relation: RelationSource, isTrue: (String) -> Bool?) -> RepairedRelation? {
    var left = budget
    return repair(relation, budget: &left, isTrue: isTrue)
  }

  /// The same; takes what it uses from `budget`, so that one budget may do for a whole document.
  public func repair(_ relation: RelationSource, budget: inout Int, isTrue: (String) -> Bool?) -> RepairedRelation? {
    repair(relation, budget: &budget) { texts, isMeant in
      (texts.indices.first { isTrue(texts[$0]) == true && isMeant($0) }, 0)
    }
  }

  /// The same, with many formulas tried at a time.
  ///
  /// - Parameter firstTrue: the place of the first formula of a list that makes the relation true and is meant, and how many
  ///   ordinary judgements more than one for each the search has been worth.
  func repair(_ relation: RelationSource, budget: inout Int, firstTrue: Search) -> RepairedRelation? {
    let edits = slips.edits(of: relation)
    let single = edits.lazy.map { edit -> RepairedRelation.Candidate in (edit, [edit]) }
    if let found = first(of: single, relation, &budget, firstTrue) { return found }
    guard budget > 0 else { return nil }
    let pairs = pairs(edits, relation).lazy.compactMap { first, second -> RepairedRelation.Candidate? in
      let edit = edits[first].joined(with: edits[second])
      return slips.isOffered(edit, relation) ? (edit, [edits[first], edits[second]]) : nil
    }
    return self.first(of: pairs, relation, &budget, firstTrue)
  }

  /// The first of the edits that makes the relation true, and is none that nobody means, as far as the budget goes.
  private func first(
    of candidates: some Sequence<RepairedRelation.Candidate>, _ relation: RelationSource, _ budget: inout Int,
    _ firstTrue: Search
  ) -> RepairedRelation? {
    let source = relation.formula.source
    var price = price(of: relation)
    var atOnce = Self.atFirst
    var iterator = candidates.makeIterator()
    while true {
      var list: [RepairedRelation.Candidate] = []
      while list.count < atOnce, list.count * price < budget, let next = iterator.next() { list.append(next) }
      if list.isEmpty { return nil }
      let texts = list.map { Edit.string($0.edit.applied(to: source)) }
      let (place, effort) = firstTrue(texts) { [list] in !isVacuous(list[$0].edit, relation) }
      budget -= self.price(of: relation) * (place.map { $0 + 1 } ?? list.count) + effort
      if let place { return RepairedRelation(list[place].edit, parts: list[place].parts, of: relation) }
      // The next ones will be worth as much as these.
      price = self.price(of: relation) + effort / list.count
      atOnce = Self.atOnce
    }
  }

  /// What a judgement costs: a changed formula is read again as a whole, so it costs more in a long one.
  func price(of relation: RelationSource) -> Int { 1 + relation.formula.source.count / Self.customaryLength }

  private func isVacuous(_ edit: Edit, _ relation: RelationSource) -> Bool {
    let source = relation.formula.source
    return VacuousRepairs.isVacuous(
      Edit.string(edit.applied(to: source, in: relation.right)), insteadOf: Edit.string(Array(source[relation.right])))
  }

  /// Compatible pairs of cheap edits of the right side, the cheapest first.
  private func pairs(_ edits: [Edit], _ relation: RelationSource) -> [(Int, Int)] {
    let cheap = edits.indices.filter { place in
      edits[place].replacements.allSatisfy {
        relation.right.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= relation.right.upperBound
      }
    }.prefix(partners)
    var result: [(first: Int, second: Int)] = []
    for (place, first) in cheap.enumerated() {
      for second in cheap.dropFirst(place + 1) where edits[first].isCompatible(with: edits[second]) {
        result.append((first, second))
      }
    }
    return result.sorted { one, other in
      let costs = (edits[one.first].cost + edits[one.second].cost, edits[other.first].cost + edits[other.second].cost)
      return (costs.0, one.first, one.second) < (costs.1, other.first, other.second)
    }
  }
}
