import LaTeX

/// Lines that leave out which sample they are about: ŷ = σ(wᵀx) beside Σ_i (y^{(i)} − ŷ^{(i)})². What such a line says of a
/// sample it says of each.
struct OmittedSamples {
  private let vocabulary: Vocabulary
  private let name: String
  /// The letters whose one subscript numbers the sample, where that is how samples are numbered.
  private let numberedBelow: Set<String>

  /// Nil where no sum runs over samples, or the network has layers, whose quantities are told apart otherwise.
  private init?(_ vocabulary: Vocabulary, _ statements: [WrittenStatement]) {
    guard !vocabulary.isLayeredNetwork, !vocabulary.hasSampleLosses, !vocabulary.hasBatches else { return nil }
    self.vocabulary = vocabulary
    if let name = vocabulary.summedSamples.sorted().first {
      self.name = name
      numberedBelow = []
      return
    }
    guard let input = vocabulary.letters.first(where: { $0.value.sampleSlot == 0 && $0.value.rank == 2 })?.key else {
      return nil
    }
    var labels: [String: Set<String>] = [:]
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        guard let occurrence = node.occurrence else {
          collect(node.children)
          continue
        }
        collect(node.exponent)
        if occurrence.subscripts.isEmpty { continue }
        let label = occurrence.subscripts.count == 1 ? LayerContent(occurrence.subscripts[0])?.letter : nil
        labels[occurrence.letter, default: []].insert(label ?? "")
      }
    }
    for statement in statements { for member in statement.chain.members { collect(member.nodes) } }
    guard let own = labels[input], own.count == 1, let name = own.first, !name.isEmpty else { return nil }
    self.name = name
    var found = Set(
      labels.filter { letter, names in
        names == [name] && (letter == input || vocabulary.letters[letter].map { $0.rank == 1 } ?? false)
          && vocabulary.letters[letter]?.role != .loss && vocabulary.letters[letter]?.role != .weight
      }.keys)
    found.formUnion(Self.made(of: input, vocabulary, statements) { labels[$0] != nil })
    numberedBelow = found
  }

  /// What lines make of an input alone, and of what they make of it, is of the same sample: z = wᵀx, ŷ = σ(z).
  static func made(
    of input: String, _ vocabulary: Vocabulary, _ statements: [WrittenStatement], besides isTold: (String) -> Bool
  ) -> Set<String> {
    var result: Set<String> = []
    var isChanged = true
    while isChanged {
      isChanged = false
      for statement in statements where statement.chain.signs.first?.name == "=" {
        let members = statement.chain.members.map { $0.nodes.withoutBlanks }
        guard members.count > 1, members[0].count == 1, let head = members[0][0].symbolName, !isTold(head),
          let reading = vocabulary.letters[head], reading.role != .loss, reading.role != .weight,
          !result.contains(head), ([input] + result).contains(where: { members[1].holdsBare($0) })
        else { continue }
        result.insert(head)
        isChanged = true
      }
    }
    return result
  }

  /// `statements` with the number of a sample in the lines that leave it out.
  static func marked(_ statements: [WrittenStatement], _ vocabulary: Vocabulary) -> [WrittenStatement] {
    guard let samples = OmittedSamples(vocabulary, statements) else { return statements }
    var result = statements
    var roots: [Int] = []
    for (number, statement) in statements.enumerated() {
      let previous = statement.previous.flatMap { $0 < number ? $0 : nil }
      roots.append(previous.map { roots[$0] } ?? number)
    }
    var isMarked = Set(roots)
    for (number, statement) in statements.enumerated() {
      let nodes = statement.chain.members.flatMap(\.nodes)
      if samples.saysSample(nodes) { isMarked.remove(roots[number]) }
    }
    for number in result.indices where !isMarked.contains(roots[number]) && roots[number] == number {
      let group = result.indices.filter { roots[$0] == number }
      guard samples.areOfOneSample(group.map { statements[$0] }, among: statements) else { continue }
      let isSaid = samples.numberedBelow.isEmpty && statements[number].isSaidOfOneSample
      for member in group {
        result[member].isOfOneSample = !isSaid
        if isSaid { result[member] = samples.ofSample(result[member]) }
      }
    }
    for number in result.indices where isMarked.contains(roots[number]) {
      for member in result[number].chain.members.indices {
        let nodes = result[number].chain.members[member].nodes
        result[number].chain.members[member].nodes = samples.marked(nodes)
      }
    }
    return result
  }

  /// A statement with the number of the sample that it is about, whose loss the loss is in it.
  private func ofSample(_ statement: WrittenStatement) -> WrittenStatement {
    var result = statement
    for member in result.chain.members.indices {
      result.chain.members[member].nodes = marked(result.chain.members[member].nodes)
    }
    result.sampleOfLoss = name
    return result
  }

  /// Whether lines differentiate the loss of all samples, and say of it what holds for the loss of one: quantities of a
  /// sample stand there, but nothing says of which.
  private func areOfOneSample(_ group: [WrittenStatement], among all: [WrittenStatement]) -> Bool {
    let nodes = group.flatMap { $0.chain.members.flatMap(\.nodes) }
    guard let first = group.first?.chain.members.first?.nodes.withoutBlanks.first, !isLoss(first),
      holds(nodes, isLoss), holds(nodes, isOfSomeSample), !holds(nodes, carriesSample), !holds(nodes, isSumOfSamples),
      !holds(nodes, isMatrix)
    else { return false }
    return all.contains { statement in
      guard let head = statement.chain.members.first?.nodes.withoutBlanks.first, isLoss(head) else { return false }
      return statement.chain.members.contains { holds($0.nodes, isSumOfSamples) }
    }
  }

  private func holds(_ nodes: [MathNode], _ property: (MathNode) -> Bool) -> Bool {
    nodes.contains { property($0) || holds($0.children, property) }
  }

  private func isLoss(_ node: MathNode) -> Bool {
    guard let letter = node.occurrence.flatMap({ vocabulary.letters[$0.letter] }) else { return false }
    return letter.role == .loss && !letter.isSampled
  }

  private func isOfSomeSample(_ node: MathNode) -> Bool {
    guard let occurrence = node.occurrence, occurrence.superscript == nil else { return false }
    if numberedBelow.contains(occurrence.letter) { return occurrence.subscripts.isEmpty }
    return numberedBelow.isEmpty && vocabulary.letters[occurrence.letter]?.isSampled == true
  }

  private func carriesSample(_ node: MathNode) -> Bool {
    guard let occurrence = node.occurrence else { return false }
    if numberedBelow.contains(occurrence.letter) { return !occurrence.subscripts.isEmpty }
    switch occurrence.superscript {
    case .bracketed(let inner, _)?, .bare(let inner)?:
      return LayerContent(inner)?.letter.map(vocabulary.sampleLetters.contains) ?? false
    case nil: return false
    }
  }

  /// The matrix of all samples.
  private func isMatrix(_ node: MathNode) -> Bool {
    guard let occurrence = node.occurrence, occurrence.letter.isDesignMatrix, occurrence.subscripts.isEmpty else {
      return false
    }
    return vocabulary.letters[occurrence.letter]?.rank == 2
  }

  /// A sum over an index that quantities of samples behind it carry.
  private func isSumOfSamples(_ node: MathNode) -> Bool {
    guard let lower = node.summation?.lower else { return false }
    return mentions(lower.nodes)
  }

  /// Whether a line tells which sample it is about, or is about all of them: a sum over them, the loss, a whole batch.
  private func saysSample(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if let sum = node.summation, let lower = sum.lower, mentions(lower.nodes) { return true }
      guard let occurrence = node.occurrence else { return saysSample(node.children) }
      if occurrence.subscripts.contains(where: mentions) { return true }
      switch occurrence.superscript {
      case .bracketed(let inner, _)?, .bare(let inner)?:
        if LayerContent(inner)?.letter.map(vocabulary.sampleLetters.contains) == true { return true }
        if saysSample(inner) { return true }
      case nil: break
      }
      guard let letter = vocabulary.letters[occurrence.letter] else { return false }
      if numberedBelow.contains(occurrence.letter) { return false }
      return letter.role == .loss && !letter.isSampled || letter.rank == 2 && occurrence.subscripts.isEmpty
    }
  }

  private func mentions(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      node.symbolName.map { $0 == name || vocabulary.sampleLetters.contains($0) } ?? mentions(node.children)
    }
  }

  /// `nodes` with (i) above what is of a sample.
  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      guard let occurrence = node.occurrence, node.exponent.isEmpty else { return node.mappingRows(marked) }
      if numberedBelow.contains(occurrence.letter) { return numbered(node, occurrence) }
      guard numberedBelow.isEmpty, vocabulary.letters[occurrence.letter]?.isSampled == true,
        occurrence.superscript == nil,
        occurrence.primes == 0
      else { return node }
      var scripts = MathScripts(base: node)
      if case .scripts(let own) = node.kind { scripts = own }
      let end = node.range.upperBound..<node.range.upperBound
      let index = MathNode(.letter(name), end)
      let fence = MathFence(
        open: MathDelimiter("(", .open, end), body: [index], close: MathDelimiter(")", .close, end))
      scripts.upper = MathRow([MathNode(.fence(fence), end)] + (scripts.upper?.nodes ?? []), end)
      return MathNode(.scripts(scripts), node.range)
    }
  }

  /// x_i for x.
  private func numbered(_ node: MathNode, _ occurrence: Occurrence) -> MathNode {
    guard occurrence.subscripts.isEmpty, occurrence.primes == 0 else { return node }
    let end = node.range.upperBound..<node.range.upperBound
    var scripts = MathScripts(base: node)
    if case .scripts(let own) = node.kind { scripts = own }
    scripts.lower = MathRow([MathNode(.letter(name), end)], end)
    return MathNode(.scripts(scripts), node.range)
  }
}

extension [MathNode] {
  /// Whether a letter stands here without subscripts, outside of any sum or derivative.
  fileprivate func holdsBare(_ letter: String) -> Bool {
    guard !contains(where: { $0.summation != nil || $0.differentials != nil }) else { return false }
    return contains { node in
      if let occurrence = node.occurrence, node.exponent.isEmpty {
        return occurrence.letter == letter && occurrence.subscripts.isEmpty
      }
      return node.children.holdsBare(letter)
    }
  }
}
