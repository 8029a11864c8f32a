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
    let source = relation.formula.source
    let price = price(of: relation)
    let edits = slips.edits(of: relation)
    for edit in edits {
      guard budget > 0 else { return nil }
      budget -= price
      if isTrue(Edit.string(edit.applied(to: source))) == true, !isVacuous(edit, relation) {
        return RepairedRelation(edit, parts: [edit], of: relation)
      }
    }
    for (first, second) in pairs(edits, relation) {
      guard budget > 0 else { return nil }
      let edit = edits[first].joined(with: edits[second])
      guard slips.isOffered(edit, relation) else { continue }
      budget -= price
      if isTrue(Edit.string(edit.applied(to: source))) == true, !isVacuous(edit, relation) {
        return RepairedRelation(edit, parts: [edits[first], edits[second]], of: relation)
      }
    }
    return nil
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
