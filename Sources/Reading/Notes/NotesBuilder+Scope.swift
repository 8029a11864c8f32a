import Derivations
import Expressions
import LaTeX
import Networks

/// What the index letters of a statement stand for.
extension NotesBuilder {
  /// Makes the index letters of a statement known, and the layer of what is written without one.
  mutating func prepareScope(_ statement: WrittenStatement) {
    var nodes = statement.chain.members.flatMap(\.nodes)
    if let previous = statement.previous { nodes += members(before: previous) }
    elaborator.indices = [:]
    elaborator.locals = [:]
    elaborator.currentLayer = nil
    elaborator.currentUnit = nil
    elaborator.sampleOfLoss = statement.sampleOfLoss
    let head = statement.previous.map { chainHead(of: $0) } ?? statement.chain.members.first?.nodes ?? []
    let vocabulary = self.vocabulary.withFormalArgument(in: head, nodes)
    elaborator.vocabulary = vocabulary
    elaborator.isBatchLine = elaborator.isAboutBatch(nodes) || isOfBatchSection(statement, nodes)
    takeSamplesOfErrors(nodes)
    elaborator.updated = updatedParameter(head)
    elaborator.primeVariable = primeVariable(of: head, vocabulary)
    elaborator.variations = vocabulary.variations(in: nodes)
    elaborator.omitsLayers = false
    ScopeReader(vocabulary, statement.conditions).prepare(&elaborator, nodes, head: head)
    elaborator.chainIndices = Self.allIndexLetters(head)
    elaborator.headIndices =
      vocabulary.usesEinsteinConvention ? Self.indexLetters(head).subtracting(summedIndices(of: head, statement)) : []
  }

  /// Makes the samples known by whose quantities a line differentiates the cost of all: it is about these samples of a batch.
  private mutating func takeSamplesOfErrors(_ nodes: [MathNode]) {
    elaborator.boundNames = []
    guard vocabulary.conventions.errorsAreOfCost else { return }
    let names = vocabulary.samplesOfErrors(in: nodes).sorted()
    for name in names {
      let (first, last) = elaborator.sampleRange()
      elaborator.indices[name] = elaborator.graph.index(name, from: first, to: last)
    }
    elaborator.boundNames = names
    if !names.isEmpty { elaborator.isBatchLine = true }
  }

  /// The weight or bias at the head of a chain, by itself or behind a Δ.
  private func updatedParameter(_ head: [MathNode]) -> Occurrence? {
    let visible = head.withoutBlanks
    let isStep = visible.count == 2 && visible[0].symbolName == "\\Delta"
    guard visible.count == 1 || isStep, let occurrence = visible.last?.occurrence, occurrence.primes == 0,
      let role = vocabulary.letters[occurrence.letter]?.role, role == .weight || role == .bias
    else { return nil }
    return occurrence
  }

  /// The sections in which an error of one sample stands beside a batch, dz = A − Y: there small letters are batches.
  func findBatchSections() -> Set<Int> {
    guard vocabulary.hasBatches else { return [] }
    var result: Set<Int> = []
    for statement in statements where sections.indices.contains(statement.formula) {
      let nodes = statement.chain.members.flatMap(\.nodes)
      if elaborator.mentionsBatch(nodes), elaborator.mentionsSingleError(nodes) {
        result.insert(sections[statement.formula])
      }
    }
    return result
  }

  /// Whether a line is about errors in a section where these are those of a batch.
  private mutating func isOfBatchSection(_ statement: WrittenStatement, _ nodes: [MathNode]) -> Bool {
    guard vocabulary.hasBatches, sections.indices.contains(statement.formula) else { return false }
    return batchSections.contains(sections[statement.formula]) && elaborator.mentionsSingleError(nodes)
  }

  /// What the chain begins with that a statement belongs to.
  func chainHead(of number: Int) -> [MathNode] {
    var current = number
    while let previous = statements[current].previous, previous < current { current = previous }
    return statements[current].chain.members.first?.nodes ?? []
  }

  /// The indices that the factors of a product at the head repeat, where no other member has them: those are summed over
  /// there as well, in y_b W_{bc} = (yW)_c.
  private func summedIndices(of head: [MathNode], _ statement: WrittenStatement) -> Set<String> {
    let factors = head.withoutBlanks
    guard factors.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for factor in factors { for name in Self.indexLetters([factor]) { counts[name, default: 0] += 1 } }
    let others = Self.indexLetters(statement.chain.members.dropFirst().flatMap(\.nodes))
    return Set(counts.filter { $0.value > 1 && !others.contains($0.key) }.keys)
  }

  static func indexLetters(_ nodes: [MathNode]) -> Set<String> {
    var result: Set<String> = []
    for node in nodes {
      if let occurrence = node.occurrence {
        for item in occurrence.subscripts { if let name = LayerContent(item)?.letter { result.insert(name) } }
      } else {
        result.formUnion(indexLetters(node.children))
        if case .scripts(let scripts) = node.kind, scripts.base?.isFence == true, let lower = scripts.lower {
          // (ŷ − y)_b has the index b.
          for item in lower.nodes.subscriptItems { if let name = LayerContent(item)?.letter { result.insert(name) } }
        }
      }
    }
    return result
  }

  /// The nodes that the chain which a statement goes on from began and ended with.
  func members(before number: Int) -> [MathNode] {
    var result: [MathNode] = []
    var next: Int? = number
    var hops = 0
    while let current = next, statements.indices.contains(current), hops < 32 {
      let chain = statements[current].chain
      result = (chain.members.first?.nodes ?? []) + result
      if hops == 0 { result += chain.members.last?.nodes ?? [] }
      next = statements[current].previous
      hops += 1
    }
    return result
  }

  /// Finds which dimensions are one: from lines in indices first, which tell it for certain, then from products of arrays.
  mutating func unifyDimensions() {
    unifyDeclaredDimensions()
    let isInIndices = statements.map { statement in
      vocabulary.isLayeredNetwork || statement.chain.members.allSatisfy { !holdsBareArray($0.nodes) }
    }
    if vocabulary.sizeLetters.count > 1 { joinSynonymousSizes() }
    // What a sum runs up to tells more of its terms than how far its index runs elsewhere.
    for evidence in vocabulary.sizesOfIndices.isEmpty ? [SizeEvidence.indices] : [.bounds, .indices] {
      elaborator.sizeEvidence = evidence
      for wanted in [true, false] {
        for (number, statement) in statements.enumerated() where isInIndices[number] == wanted {
          unifyDimensions(number, statement)
        }
      }
    }
    takeNumberedSizes()
  }

  /// N and q are one size where sums over the same units, and over nothing else, run up to either.
  ///
  /// What lines say without derivatives comes first: a derivative with a wrong index does not make one size of two.
  private mutating func joinSynonymousSizes() {
    elaborator.sizeEvidence = .none
    let isDerivative = statements.map { statement in
      statement.chain.members.contains { $0.nodes.holdDifferentials }
    }
    var settled: Set<String> = []
    for takesAll in [false, true] {
      let dimensions = elaborator.dimensions
      for (number, statement) in statements.enumerated() where takesAll || !isDerivative[number] {
        unifyDimensions(number, statement)
      }
      let (synonyms, letters) = synonymousSizes(besides: settled)
      // Shapes are found anew, with the sizes known.
      elaborator.dimensions = dimensions
      for (letter, other) in synonyms { elaborator.joinSizes(letter, other) }
      settled.formUnion(letters)
    }
  }

  /// The pairs of letters that are one size, without pairs of two that are settled, and all letters that sums run up to.
  private func synonymousSizes(
    besides settled: Set<String>
  ) -> (pairs: [(letter: String, other: String)], letters: Set<String>) {
    var places: [String: Set<Expression>] = [:]
    for (dimension, letters) in elaborator.letterBounds {
      for letter in letters { places[letter, default: []].insert(elaborator.dimensions.root(dimension)) }
    }
    var pairs: [(letter: String, other: String)] = []
    var first: [Expression: String] = [:]
    for letter in places.keys.sorted() where vocabulary.sizeLetters.contains(letter) {
      guard let own = places[letter], own.count == 1, let dimension = own.first else { continue }
      if let other = first[dimension] {
        if !settled.contains(letter), !settled.contains(other) { pairs.append((letter, other)) }
      } else {
        first[dimension] = letter
      }
    }
    return (pairs, Set(places.keys))
  }

  private func holdsBareArray(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if let occurrence = node.occurrence {
        return occurrence.subscripts.isEmpty && (vocabulary.letters[occurrence.letter]?.rank ?? 0) > 0
      }
      return holdsBareArray(node.children)
    }
  }

  mutating func unifyDimensions(_ number: Int, _ statement: WrittenStatement) {
    elaborator.statement = number
    prepareScope(statement)
    takeListedNumbers(statement.conditions)
    var last: Tensor?
    for member in statement.chain.members {
      let tensor = try? elaborator.tensor(member.nodes)
      if let last, let tensor, last.axes.count == tensor.axes.count { _ = elaborator.aligned(tensor, to: last.axes) }
      last = tensor
    }
  }
}

extension [MathNode] {
  /// Whether a derivative stands somewhere here.
  fileprivate var holdDifferentials: Bool { contains { $0.differentials != nil || $0.children.holdDifferentials } }
}
