import Derivations
import Expressions
import LaTeX
import Networks

/// Makes assertions out of the statements of some notes, under one vocabulary.
struct NotesBuilder {
  let vocabulary: Vocabulary
  let statements: [WrittenStatement]
  var elaborator: Elaborator
  var notes: Notes
  /// For each statement, its assertion about its last member, and that member; the one before it, if that could not be read.
  var ends: [Int: (assertion: Int?, nodes: [MathNode], isPassed: Bool)] = [:]
  /// The increments that lines add something to: Δw := Δw + ….
  var accumulated: Set<Family> = []
  /// What the relation that is read gives a value for.
  var given: Assertion?
  /// The number of the heading before each formula.
  var sections: [Int] = []
  /// The sections in which small letters stand for batches.
  private(set) lazy var batchSections: Set<Int> = findBatchSections()
  /// The letters whose shapes lines tell.
  private(set) lazy var toldShapes: Set<String> = findToldShapes()
  /// The left sides, as they are written, of lines that are said to hold where two indices are equal, or where they differ,
  /// and the assertions of the former.
  var toldCases: (equal: [Expression], distinct: [Expression], equalPlaces: Set<Int>) = ([], [], [])
  /// The assertions that say themselves for which indices they hold.
  var conditioned: Set<Int> = []
  /// The statements to be read; all of them but where one formula was changed.
  var selected: ClosedRange<Int>?

  /// Whether what is not defined may be defined elsewhere.
  var isPart = false

  init(_ vocabulary: Vocabulary, _ statements: [WrittenStatement]) {
    self.vocabulary = vocabulary
    self.statements = OmittedSamples.marked(statements, vocabulary)
    var graph = ExpressionGraph()
    for (name, activation) in vocabulary.ownFunctions.sorted(by: { $0.key < $1.key }) {
      guard let (text, parameters) = activation.definition,
        let definition = graph.definition(text, parameters: parameters)
      else { continue }
      graph.define(name, as: definition)
    }
    elaborator = Elaborator(graph, vocabulary, DimensionTable())
    notes = Notes(graph: elaborator.graph)
  }

  /// Reads everything.
  mutating func read() {
    unifyDimensions()
    elaborator.dimensions.isOpen = false
    takeBackground()
    for (number, statement) in statements.enumerated() { read(number, statement) }
    separateDistinctIndices()
    var computesPredictions = false
    if vocabulary.isLayeredNetwork {
      let explicit = activationLines()
      let layerFunction = layerFunction()
      restrictToHiddenLayers(explicit, layerFunction)
      settleActivations(explicit, layerFunction)
      let prediction = predictionLine()
      computesPredictions = prediction != nil || differentiatesByPredictions
      let skips = skipLines()
      notes.background.definitions = LayeredModel.definitions(
        &elaborator, explicit: explicit, layerFunction: layerFunction, skips: skips, prediction: prediction)
    }
    if vocabulary.isLayeredNetwork, !hasReadLoss {
      let told = lossOfDerivative ?? lossOfCost()
      notes.background.definitions.append(told ?? LayeredModel.loss(&elaborator, ofPredictions: computesPredictions))
      notes.isLossOpen = told == nil && vocabulary.conventions.loss == nil
      notes.isLossInferred = told == nil && vocabulary.conventions.loss != nil && !vocabulary.isLossTold
    }
    if vocabulary.isLayeredNetwork {
      takeLossesOfSamples()
      takeIncrements()
    }
    if vocabulary.hasBatches { takeBatches() }
    if !vocabulary.isLayeredNetwork {
      generaliseSteps()
      releaseMinimisers()
      takeSubstitutions()
      takeLossOfOneSample()
      if !isPart { takeImplied() }
      takeOpenQuantities()
      takeLikelihoods()
      if vocabulary.goesUp { climb() }
      takeSampleSteps()
      notes.isLossOpen = !notes.background.openQuantities.isEmpty
    }
    takeSizes()
    let targets = vocabulary.conventions.loss?.record?.targetDomain
    if vocabulary.conventions.targetsAddUpToOne || targets == .simplex { takeTargetSums() }
    takeStatedSums()
    takeAssumptions()
    takeSymmetries()
    notes.graph = elaborator.graph
    notes.dimensions = elaborator.dimensions
    notes.widthBounds = elaborator.widthBounds
    notes.reading = ReadingRemarks(vocabulary).remarks
  }

  // MARK: One changed formula

  /// A builder for the statements of one formula, which replace those that stood there.
  init?(
    _ vocabulary: Vocabulary, replacing formula: Int, by inner: [WrittenStatement], in statements: [WrittenStatement],
    _ notes: Notes
  ) {
    self.vocabulary = vocabulary
    var all = statements.filter { $0.formula < formula }
    let start = all.count
    let original = statements.first { $0.formula == formula }
    let before = original?.previous
    for (place, var statement) in inner.enumerated() {
      statement.formula = formula
      if place == 0, let original, original.beginsBefore, statement.chain.continuesPrevious {
        statement.chain.members[0] = original.chain.members[0]
        statement.beginsBefore = true
      }
      statement.previous = statement.previous.map { $0 + start } ?? (statement.chain.continuesPrevious ? before : nil)
      all.append(statement)
    }
    guard all.count > start else { return nil }
    self.statements = OmittedSamples.marked(all, vocabulary)
    selected = start...all.count - 1
    elaborator = Elaborator(notes.graph, vocabulary, notes.dimensions)
    elaborator.widthBounds = notes.widthBounds
    self.notes = Notes(graph: notes.graph, background: notes.background)
  }

  /// The assertion of the relation with this number in the changed formula.
  mutating func assertion(ofRelation number: Int) -> (assertion: Assertion, graph: ExpressionGraph)? {
    guard let selected else { return nil }
    for place in selected where notes.relations.count <= number { read(place, statements[place]) }
    guard notes.relations.indices.contains(number), case .assertion(let found) = notes.relations[number].content else {
      return nil
    }
    return (notes.assertions[found], elaborator.graph)
  }

  // MARK: Statements

  mutating func read(_ number: Int, _ statement: WrittenStatement) {
    elaborator.statement = number
    prepareScope(statement)
    defer { elaborator.vocabulary = vocabulary }
    var members = statement.chain.members.map(\.nodes)
    var predecessor: Int?
    // Whether a member that could not be read was passed over just before.
    var isPassed = false
    if statement.chain.continuesPrevious, let previous = statement.previous {
      if let end = ends[previous] {
        isPassed = end.isPassed
        members[0] = end.nodes
        predecessor = end.assertion
      } else if statements.indices.contains(previous) {
        members[0] = statements[previous].chain.members.last?.nodes ?? []
      }
    }
    if statement.previous == nil { readBraces(in: members[0], statement) }
    var fitting: (nodes: [MathNode], isElsewhere: Bool)?
    for (place, sign) in statement.chain.signs.enumerated() {
      // A member that does not even have the shape of the one before it is passed over.
      let left = fitting?.nodes ?? members[place]
      let isFirst = place == 0 && statement.chain.continuesPrevious
      let isElsewhere = fitting?.isElsewhere ?? (isFirst || place == 0 && statement.beginsBefore)
      fitting = nil
      if left.contains(where: { if case .text = $0.kind { true } else { false } }) { continue }
      let right = members[place + 1]
      // ∈ ℝ^q declares a shape.
      if sign.name == "in" || vocabulary.saysFunction(left, right) { continue }
      var relation = ReadRelation(
        formula: statement.formula, sign: sign.range, left: isElsewhere ? nil : left.extent, right: right.extent,
        content: .assertion(0))
      relation.isInline = statement.isInline
      relation.omitsLayers = elaborator.omitsLayers
      relation.particularCases = statement.particularCases
      relation.isForwardPass = elaborator.vocabulary.isForwardPass(left, right)
      given = nil
      do throws(ReadingProblem) {
        if statement.hasWordedCondition {
          throw ReadingProblem(kind: .wordedCondition, range: left.extent)
        }
        let costs = vocabulary.costs(in: left + right)
        if costs.ofAll && costs.ofOne { throw ReadingProblem(kind: .twoMeanings, range: left.extent) }
        if statement.isOfOneSample { throw ReadingProblem(kind: .twoMeanings, range: left.extent) }
        var assertion = try self.assertion(left, sign, right, isHead: place == 0 && !isElsewhere)
        assertion.predecessor = place == 0 ? (isFirst ? predecessor : nil) : predecessor
        try apply(statement.conditions, to: &assertion)
        if !statement.conditions.isEmpty { conditioned.insert(notes.assertions.count) }
        for condition in statement.surrounding where isAbout(condition, assertion.claim) {
          try apply([condition], to: &assertion)
        }
        relation.content = .assertion(notes.assertions.count)
        predecessor = notes.assertions.count
        notes.assertions.append(assertion)
        isPassed = false
      } catch {
        predecessor = nil
        switch error.kind {
        case .misfit where vocabulary.leavesLayerOpen(left + right):
          relation.content = .unread(ReadingProblem(kind: .missing("a layer at ∇"), range: left.extent))
        case .misfit(let a, let b):
          relation.content = .misfit(left: a, right: b)
          relation.isMisfitCertain = error.isCertain || place == 0 && saysGradientOfTold(left, right)
          if !right.isNumeric { fitting = (left, isElsewhere) }
        case .givenValue:
          // Behind another member a value is a claim.
          given?.mayBeGiven = place == 0 && !isFirst
          relation.content = .given(given)
        default:
          relation.content = .unread(error)
          // So is one in which something has no meaning; of two of them in a row, too much is left open between.
          if !isPassed, !left.isEmpty, right.extent.contains(error.range.lowerBound) {
            fitting = (left, isElsewhere)
            isPassed = true
          } else {
            isPassed = false
          }
        }
      }
      notes.relations.append(relation)
      readBraces(in: right, statement)
    }
    // What goes on goes on from the last member that had the shape of those before it.
    ends[number] = (predecessor, fitting?.nodes ?? members[members.count - 1], isPassed)
  }

  mutating func readBraces(in nodes: [MathNode], _ statement: WrittenStatement) {
    for node in ChainReader.braces(in: nodes) {
      guard case .brace(let brace) = node.kind, let note = brace.note else { continue }
      var inner = note.nodes.withoutBlanks
      if inner.first?.relationName != nil { inner.removeFirst() }
      guard !inner.isEmpty, !inner.contains(where: { if case .text = $0.kind { true } else { false } }) else {
        continue
      }
      let sign = WrittenChain.Sign(name: "=", range: node.range.lowerBound..<node.range.lowerBound + 1)
      var relation = ReadRelation(
        formula: statement.formula, sign: sign.range, left: brace.body.nodes.extent, right: inner.extent, isBrace: true,
        content: .assertion(0))
      do throws(ReadingProblem) {
        let assertion = try self.assertion(brace.body.nodes, sign, inner)
        relation.content = .assertion(notes.assertions.count)
        notes.assertions.append(assertion)
      } catch {
        relation.content = .unread(error)
      }
      notes.relations.append(relation)
    }
  }
}

extension [MathNode] {
  /// Whether nothing but numbers stands here.
  var isNumeric: Bool { allSatisfy { $0.symbolName == nil && $0.children.isNumeric } }
}

extension Vocabulary {
  /// Whether the weights say on the right what a pre-activation or an activation is.
  fileprivate func isForwardPass(_ left: [MathNode], _ right: [MathNode]) -> Bool {
    func mentionsWeights(_ nodes: [MathNode]) -> Bool {
      nodes.contains { node in
        if let letter = node.occurrence?.letter, letters[letter]?.role == .weight { return true }
        return mentionsWeights(node.children)
      }
    }
    let left = left.withoutBlanks
    guard left.count == 1, let role = letters[left[0].occurrence?.letter ?? ""]?.role else { return false }
    return (role == .preactivation || role == .activation) && mentionsWeights(right)
  }
}
