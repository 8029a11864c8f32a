import LaTeX

/// The edits by which a relation and one with a usual slip differ.
public struct Slips: Sendable {
  /// How things are spelled in the notes.
  public let vocabulary: Vocabulary
  /// The most edits of one relation.
  public var limit = 400
  /// What an edit of the left side costs beyond one of the right side, which is what is being claimed.
  static let leftSideCost = 25

  /// The kinds of edits that add something, or take it away.
  private static let additions: Set<Slip.Kind> = [.term, .factor, .plusAndTimes, .digit, .half, .slope, .sum, .power]

  /// The slips of notes with these formulas, the nearest first.
  public init(_ formulas: [MathFormula]) { vocabulary = Vocabulary(formulas) }

  /// The slips of notes with a vocabulary.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Every edit of `relation` that a usual slip makes or mends, the smallest first; no two have the same result, and none
  /// makes both sides the same. In a fixed order. Linear in the number of edits times the length of the formula.
  public func edits(of relation: RelationSource) -> [Edit] {
    let right = kept(edits(of: relation, onTheLeft: false), relation.right, relation)
    guard let range = relation.left else { return right }
    let left = kept(edits(of: relation, onTheLeft: true), range, relation)
    let all = (right + left).enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    return all.prefix(limit).map(\.element)
  }

  /// The formulas that `relation` becomes by one usual slip on its right side: the edits that turn signs, lose factors,
  /// exchange indices; at most so many of each kind. What such an edit makes false is a mutant.
  public func mutants(of relation: RelationSource, perKind: Int = 10) -> [Edit] {
    var counts: [Slip.Kind: Int] = [:]
    return kept(edits(of: relation, onTheLeft: false), relation.right, relation).filter { edit in
      counts[edit.kind, default: 0] += 1
      return counts[edit.kind, default: 0] <= perKind
    }
  }

  private func edits(of relation: RelationSource, onTheLeft: Bool) -> [Edit] {
    guard let range = onTheLeft ? relation.left : relation.right else { return [] }
    let other = onTheLeft ? relation.right : relation.left
    let nodes = RelationSource.nodes(of: relation.formula, in: range)
    guard let side = side(nodes, other, relation) else { return [] }
    var result: [Edit] = []
    // Nothing is added to a derivative or a symbol of which something is said: that would be another statement.
    let isSubject = onTheLeft && side.isSingle
    for slip in Slip.table where !isSubject || !Self.additions.contains(slip.kind) {
      for (rank, edit) in slip.edits(side).prefix(slip.limit).enumerated() {
        var edit = edit
        // What comes late in a long list is less likely.
        edit.cost += slip.cost + rank / 6 + (onTheLeft ? Self.leftSideCost : 0)
        result.append(edit)
      }
    }
    return result
  }

  private func side(_ nodes: [MathNode], _ other: Range<Int>?, _ relation: RelationSource) -> Side? {
    let before = relation.predecessors.map { MathParser.parse($0) }
    var near = Vocabulary()
    var outer: [String] = []
    var scripts: [String] = []
    if let other {
      let members = RelationSource.nodes(of: relation.formula, in: other)
      near.add(members, of: relation.formula)
      near.add(term: members, of: relation.formula)
      outer += indices(members, relation.formula)
      scripts += Side.scripts(SymbolInventory(members).symbols, of: relation.formula)
    }
    for member in before {
      near.add(member.nodes, of: member)
      near.add(term: member.nodes, of: member)
      outer += indices(member.nodes, member)
      scripts += Side.scripts(SymbolInventory(member.nodes).symbols, of: member)
    }
    near.add(relation.formula)
    let side = Side(
      nodes, of: relation.formula, near: near, notes: vocabulary, outerIndices: outer, outerScripts: scripts)
    return side.rows.isEmpty ? nil : side
  }

  private func indices(_ nodes: [MathNode], _ formula: MathFormula) -> [String] {
    var seen: Set<String> = []
    return SymbolInventory(nodes).symbols.flatMap(\.lowerItems).compactMap { item in
      guard case .letter = item.kind else { return nil }
      let text = formula.latex(of: item)
      return seen.insert(text).inserted ? text : nil
    }
  }

  // MARK: Choice

  /// The smallest edits with different results.
  private func kept(_ edits: [Edit], _ side: Range<Int>, _ relation: RelationSource) -> [Edit] {
    let source = relation.formula.source
    let sorted = edits.enumerated().sorted { one, other in
      (one.element.cost, one.offset) < (other.element.cost, other.offset)
    }
    var seen: Set<[Unicode.Scalar]> = [Array(source[side])]
    var result: [Edit] = []
    for (_, edit) in sorted {
      guard result.count < limit else { break }
      guard edit.isSound, seen.insert(edit.applied(to: source, in: side)).inserted else { continue }
      if !isTrivial(edit, relation) { result.append(edit) }
    }
    return result
  }

  /// Whether the edit is one that is offered: one that says something.
  func isOffered(_ edit: Edit, _ relation: RelationSource) -> Bool { edit.isSound && !isTrivial(edit, relation) }

  /// Whether the whole left side is written into the right one, to be set right by what is left of that.
  private func insertsLeftSide(
    _ right: [Unicode.Scalar], _ left: [Unicode.Scalar], _ relation: RelationSource
  ) -> Bool {
    let before = relation.formula.source[relation.right].filter { !$0.properties.isWhitespace }
    // A letter may be part of a longer name.
    guard left.count >= 4 || left.contains("_") || left.count == 1 && left[0].properties.isAlphabetic else {
      return false
    }
    if left.count == 1 { return right.letters(left[0]) > 0 && before.letters(left[0]) == 0 }
    return Self.contains(right, left) && !Self.contains(Array(before), left)
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Whether it makes both sides the same: true, and nothing that anybody meant.
  private func isTrivial(_ edit: Edit, _ relation: RelationSource) -> Bool {
    let source = relation.formula.source
    let right = edit.applied(to: source, in: relation.right).filter { !$0.properties.isWhitespace }
    let left: [Unicode.Scalar]
    // To repeat the line before is no repair of a line, but it may show what was lost on the way.
    guard let range = relation.left else { return false }
    left = edit.applied(to: source, in: range)
    if insertsLeftSide(right, left.filter { !$0.properties.isWhitespace }, relation) { return true }
    return right == left.filter { !$0.properties.isWhitespace }
  }
}

extension Edit {
  /// Whether no two of its replacements overlap.
  var isSound: Bool {
    zip(replacements, replacements.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
  }
}

extension Side {
  /// Whether it is one factor: a derivative, a symbol, a function of something.
  fileprivate var isSingle: Bool {
    guard let whole = rows.first else { return false }
    return whole.terms.count == 1 && whole.terms[0].factors.count == 1 && whole.terms[0].factors[0].form != .fence
  }
}

extension [Unicode.Scalar] {
  /// How often a letter stands by itself, and not in a longer name.
  fileprivate func letters(_ letter: Unicode.Scalar) -> Int {
    indices.count { place in
      self[place] == letter && (place == 0 || !self[place - 1].properties.isAlphabetic && self[place - 1] != "\\")
        && (place + 1 == count || !self[place + 1].properties.isAlphabetic)
    }
  }
}
