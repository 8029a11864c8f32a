import LaTeX

/// Derivatives under the names that programs give them: dw = x dz, db = dz.
extension VocabularyReader {
  /// Finds the letters behind a d that lines are about. Where dL is among them, or what depends on other letters with a d,
  /// they are differentials.
  mutating func findCodeNames() {
    let hasLoss = vocabulary.letter(for: .loss) != nil
    guard hasLoss || alwaysMarksLetters("d") else { return }
    var found: Set<String> = []
    for statement in statements {
      guard statement.chain.members.count > 1 else { continue }
      for (place, member) in statement.chain.members.enumerated() {
        let nodes = member.nodes.withoutBlanks
        guard nodes.count == 2, nodes[0].kind == .letter("d"), let letter = nodes[1].occurrence?.letter else {
          continue
        }
        let isOfLoss = place == 0 && vocabulary.letters[letter]?.role == .loss
        if isOfLoss || !hasLoss && isDifferential(letter, statement) {
          findVariations()
          return
        }
        found.insert(letter)
      }
    }
    vocabulary.codeNames = found
    guard !found.isEmpty else { return }
    findCost()
    findMean()
  }

  /// Whether a letter never stands but before one that stands elsewhere without it: the d of dX = dY Wᵀ, where no line says
  /// what the loss is.
  private func alwaysMarksLetters(_ mark: String) -> Bool {
    var marked: Set<String> = []
    var bare: Set<String> = []
    for statement in statements {
      for member in statement.chain.members {
        guard member.nodes.sortLetters(marked: mark, &marked, &bare) else { return false }
      }
    }
    return !marked.isEmpty && marked.isSubset(of: bare)
  }

  /// Whether a line about d and a letter has on its other side what that letter is computed from: dy = f′(x) dx beside
  /// y = f(x). The derivatives of a loss go the other way, dx = dy f′(x).
  private func isDifferential(_ letter: String, _ statement: WrittenStatement) -> Bool {
    let varied = statement.chain.members.reduce(into: Set<String>()) { $0.formUnion($1.nodes.variedLetters) }
    return statements.contains { line in
      let members = line.chain.members
      guard line.previous == nil, members.count > 1 else { return false }
      let head = members[0].nodes.withoutBlanks
      guard head.count == 1, head[0].occurrence?.letter == letter else { return false }
      let sources = members.dropFirst().flatMap { occurrences(in: $0.nodes) }.map(\.letter)
      return !varied.subtracting([letter]).isDisjoint(with: sources)
    }
  }

  /// Whether a line says that the loss is the mean over samples: then dz^{(i)} is the derivative of the loss of sample i,
  /// dz^{(i)} = a^{(i)} − y^{(i)}, and dw = 1/m Σ_i x^{(i)} dz^{(i)} that of the mean.
  private mutating func findMean() {
    guard !vocabulary.isLayeredNetwork else { return }
    vocabulary.codeNamesAreOfSamples = statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let head = members[0].first?.symbolName,
        let loss = vocabulary.letters[head], loss.role == .loss, !loss.isSampled,
        let sum = members[1].sum(over: vocabulary.summedSamples),
        let count = sum.upper?.nodes.withoutBlanks, count.count == 1, let name = count[0].symbolName
      else { return false }
      return members[1].isDivided(by: name)
    }
  }

  /// The J of J = 1/m Σ_i ℒ^{(i)}: what dw is the derivative by w of where a line is about no sample.
  private mutating func findCost() {
    guard !vocabulary.isLayeredNetwork else { return }
    let losses = vocabulary.letters.filter { $0.value.role == .loss && $0.value.isSampled }
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let head = members[0].first?.symbolName, losses[head] == nil, members[0].count <= 2,
        vocabulary.letters[head] != nil, RoleReader.hasSum(members[1]),
        occurrences(in: members[1]).contains(where: { losses[$0.letter] != nil })
      else { continue }
      vocabulary.costOfSamples = head
      return
    }
  }

  /// Finds what may vary where notes compute with differentials: what no line says how to compute, and has a d somewhere or
  /// is differentiated by.
  private mutating func findVariations() {
    guard !vocabulary.isLayeredNetwork else { return }
    var computed: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" && statement.previous == nil {
      let head = statement.chain.members[0].nodes.withoutBlanks
      if head.count == 1, let letter = head[0].occurrence?.letter { computed.insert(letter) }
    }
    var varied: Set<String> = []
    for statement in statements {
      for member in statement.chain.members { varied.formUnion(member.nodes.variedLetters) }
    }
    vocabulary.variations = vocabulary.letters.keys.filter { letter in
      vocabulary.letters[letter]?.role != .loss && !computed.contains(letter)
        && (varied.contains(letter) || survey[letter].variables > 0)
    }.sorted()
    vocabulary.usesDifferentials = true
  }
}

extension [MathNode] {
  /// Whether a letter stands in a denominator.
  fileprivate func isDivided(by name: String) -> Bool {
    contains { node in
      if case .fraction(let fraction) = node.kind, fraction.denominator.nodes.contains(where: { $0.symbolName == name })
      {
        return true
      }
      return node.children.isDivided(by: name)
    }
  }

  /// Takes in the letters that stand directly behind the mark, and those that stand elsewhere; false where the mark stands
  /// before anything else.
  fileprivate func sortLetters(marked mark: String, _ marked: inout Set<String>, _ bare: inout Set<String>) -> Bool {
    let visible = withoutBlanks
    for (place, node) in visible.enumerated() {
      if node.kind == .letter(mark) {
        guard place + 1 < visible.count, visible[place + 1].occurrence != nil else { return false }
        continue
      }
      if let letter = node.occurrence?.letter {
        if place > 0, visible[place - 1].kind == .letter(mark) { marked.insert(letter) } else { bare.insert(letter) }
        if letter == mark { return false }
      } else if node.differentials == nil, !node.children.sortLetters(marked: mark, &marked, &bare) {
        return false
      }
    }
    return true
  }

  /// The letters that stand directly behind a d.
  var variedLetters: Set<String> {
    let visible = withoutBlanks
    var result: Set<String> = []
    for (place, node) in visible.enumerated() {
      if place > 0, visible[place - 1].isDifferentialSign, visible[place - 1].kind != .symbol("partial"),
        let letter = node.occurrence?.letter
      {
        result.insert(letter)
      }
      if node.differentials == nil { result.formUnion(node.children.variedLetters) }
    }
    return result
  }
}
