import Derivations
import Expressions
import LaTeX
import Networks

/// Reads notes that say nothing of themselves: which letter is what, and by which conventions, is inferred.
///
/// The defining equations tell most. What they leave open are `candidates`: readings of the same notes, the likeliest
/// first, among which the checker chooses the one that makes most statements true.
public struct NotesReader {
  /// The formulas of the document, parsed.
  public let formulas: [MathFormula]
  private let macros: MacroTable
  private let joiner: WordJoiner
  /// How the formulas are written.
  private let marks: NotationMarks
  private let assigned: AssignedGradients
  /// The formulas that the text says to be about one sample.
  private let oneSample: Set<Int>
  private var statements: [WrittenStatement]
  private var base: Vocabulary
  private var isSettled: Bool
  private let words: Set<String>
  /// Whether log(1 − p) occurs, so that p is a probability.
  private let takesLogOfComplement: Bool
  /// What the text around each formula says of index letters.
  private let surrounding: [[WrittenChain]]
  let places: [LocatedText]
  /// The number of the heading before each formula.
  public let sections: [Int]

  /// Whether only a part of the notes is read, so that what it does not define may be defined elsewhere.
  private var isPart: Bool

  /// Whether the conventions about weights, errors and layouts are those of the notes that this is a part of.
  private var keepsConventions = false

  private let told: ToldConventions

  /// The statements of `document`, without the formulas in `skipped`. `macros` are those that live elsewhere; what is `told`
  /// is not inferred.
  public init(
    _ document: Document, macros: MacroTable = .empty, told: ToldConventions = ToldConventions(),
    skipping skipped: Set<Int> = [], isPart: Bool = false
  ) {
    self.isPart = isPart
    self.told = told
    let table = MacroTable.customary.merging(macros).merging(MacroTable(document.macros))
    let parsed = document.formulas.enumerated().map { number, formula in
      MathParser.parse(skipped.contains(number) ? [] : formula.text.scalars, macros: table)
    }
    let joiner = WordJoiner(parsed)
    self.joiner = joiner
    self.macros = table
    let marks = NotationMarks(parsed.map { joiner.joined($0) }, in: document)
    self.marks = marks
    formulas = marks.formulas.map(\.withOccurrencesFound)
    var survey = Survey()
    for formula in formulas { survey.add(formula) }
    let counted = survey
    let surrounding = ClassText(document, formulas).completed(SurroundingConditions.conditions(in: document, formulas))
    self.surrounding = surrounding
    let displays = Set(document.formulas.indices.filter { document.formulas[$0].isDisplay })
    let written = StatementReader.statements(of: formulas, displays: displays) { Self.isIndex($0, counted) }
    let assigned = AssignedGradients(written)
    self.assigned = assigned
    let oneSample = OneSampleText.formulas(in: document)
    self.oneSample = oneSample
    statements = assigned.marked(written).taking(surrounding).saidOfOneSample(oneSample)
      .conditional(on: WordedConditions.formulas(in: document)).said(of: ParticularCases.cases(in: document, formulas))
      .map(\.withOccurrencesFound)
    for number in statements.indices { statements[number].isInline = !displays.contains(statements[number].formula) }
    let chains = formulas.flatMap { ChainReader.chains(of: $0) }
    words = Self.words(of: document)
    var reader = VocabularyReader(
      survey, statements, conditions: chains.filter(\.isCondition), comparisons: chains.filter(\.isComparisonChain),
      declarations: chains.flatMap { ShapeDeclaration.declarations(in: $0) } + ShapeDeclaration.below(parsed),
      words: words, saidFunctions: FunctionsInText.functions(in: document, formulas))
    reader.vocabulary.writtenArguments = joiner.writtenArguments
    reader.vocabulary.symmetric = SymmetricMatrices.letters(in: document, formulas)
    reader.namesEinstein = words.contains("einstein")
    reader.vocabulary.loneSample = marks.mark(ClassLabels.self)?.sample
    reader.vocabulary.goesUp = words.contains("ascent") && !words.contains("descent")
    reader.writesJacobians = marks.mark(JacobianNotation.self)?.isUsed ?? false
    let ranked = RankInference.refined(reader.read(), statements)
    base = told.applied(to: IdentityMatrices.taken(ranked, statements, survey))
    isSettled = reader.hasDefinitions
    takesLogOfComplement = statements.takeLogOfComplement
    places = document.formulas.map(\.text)
    var sections: [Int] = []
    var section = 0
    for block in document.blocks {
      if case .heading = block { section += 1 }
      if block.formula != nil { sections.append(section) }
    }
    self.sections = sections
  }

  /// The words of the prose, in lower case: "sigmoid", "squared".
  private static func words(of document: Document) -> Set<String> {
    var result: Set<String> = []
    for block in document.blocks {
      let text: LocatedText
      switch block {
      case .prose(let prose), .comment(let prose): text = prose.text
      case .heading(let heading): text = heading.text
      default: continue
      }
      for word in text.string.lowercased().split(whereSeparator: { !$0.isLetter }) { result.insert(String(word)) }
    }
    return result
  }

  private static let indexLetters: Set<String> = ["i", "j", "k", "l", "m", "n", "s", "p", "q", "r"]

  /// A letter that never stands by itself but as a subscript.
  private static func isIndex(_ letter: String, _ survey: Survey) -> Bool {
    indexLetters.contains(letter) && survey[letter].differentiated == 0
      && survey[letter].variables == 0 && survey[letter].subscriptCounts.keys.allSatisfy { $0 == 0 }
  }

  /// A reader of some formulas of the same notes, whose letters and network are those of a reading of all.
  public func part(_ formulas: ClosedRange<Int>, in reading: Candidate) -> NotesReader {
    var part = self
    part.base = reading.vocabulary
    part.isSettled = true
    part.isPart = true
    part.keepsConventions = true
    let numbers = statements.indices.filter { formulas.contains(statements[$0].formula) }
    part.statements = numbers.map { number in
      var statement = statements[number]
      statement.previous = statement.previous.flatMap { numbers.firstIndex(of: $0) }
      return statement
    }
    return part
  }

  // MARK: Readings

  /// One way to read the notes.
  public struct Candidate: Sendable {
    let vocabulary: Vocabulary
    /// Whether letters without subscripts are arrays, whose shapes custom tells where nothing else does.
    public var hasArrays: Bool { vocabulary.hasArrays }
    /// Whether the notes are about a network in layers.
    public var isLayeredNetwork: Bool { vocabulary.isLayeredNetwork }

    /// Whether the letter σ is the sigmoid here, and any function under the other reading.
    public func takesSigmaForSigmoid(unlike other: Candidate) -> Bool {
      vocabulary.functions["\\sigma"] == "sigmoid" && other.vocabulary.functions["\\sigma"] == "sigma"
    }
    /// How unlikely it is by custom: 0 for the likeliest.
    public let cost: Int
  }

  /// The reading that defining equations and custom suggest.
  public var first: Candidate { Candidate(vocabulary: base, cost: 0) }

  /// The reading in which every letter of a network is but what its own definition says, as where a chapter has functions
  /// and layers that fit no network of one kind; nil where the first reading is that.
  public var withoutLayers: Candidate? {
    guard base.isLayeredNetwork else { return nil }
    var vocabulary = base
    vocabulary.isLayeredNetwork = false
    return Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary))
  }

  /// The readings that differ from `candidate` in one convention that the defining equations, and what is told, leave open.
  public func variations(of candidate: Candidate) -> [Candidate] {
    let all =
      candidate.isLayeredNetwork
      ? layeredVariations(of: candidate) : freeVariations(of: candidate) + targetVariation(of: candidate)
    return all.compactMap { variation in
      let vocabulary = told.applied(to: variation.vocabulary)
      guard !vocabulary.isSameReading(as: candidate.vocabulary) else { return nil }
      return Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary))
    }
  }

  private func layeredVariations(of candidate: Candidate) -> [Candidate] {
    var result = targetVariation(of: candidate)
    func vary(_ change: (inout Vocabulary) -> Void) {
      var vocabulary = candidate.vocabulary
      change(&vocabulary)
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    if !keepsConventions,
      case .letter(let letter) = base.depth, let last = base.highestLayer, last >= base.inputLayer + 2
    {
      vary { vocabulary in
        let isNumbered = vocabulary.depthLetter != nil
        vocabulary.depth = isNumbered ? base.depth : .number(last)
        vocabulary.depthLetter = isNumbered ? nil : letter
      }
    }
    vary { vocabulary in
      let isOpen = vocabulary.conventions.activation == nil
      vocabulary.conventions.activation = isOpen ? "sigmoid" : nil
      vocabulary.functions = base.functions
      guard isOpen else { return }
      // The letter of the activation then stands for the sigmoid everywhere.
      for (letter, name) in base.functions
      where (name == base.activationFunction || letter == "\\sigma") && FunctionTable.record(named: name) == nil {
        vocabulary.functions[letter] = "sigmoid"
      }
    }
    if !keepsConventions {
      vary { $0.conventions.deltaSign.negate() }
      if base.conventions.errorsAreOfCost { vary { $0.conventions.errorsAreOfCost.toggle() } }
      vary { $0.conventions.weightsEnterTheirLayer.toggle() }
      vary { $0.conventions.outputIndexFirst.toggle() }
      vary { $0.conventions.denominatorLayout.toggle() }
      if base.hasArrays { vary { $0.conventions.gradientsAreRows.toggle() } }
    }
    let squaredError = Loss.known("mse", parameters: [])
    let ends: [(loss: Loss?, output: String?)] = [
      (nil, nil), (squaredError, nil), (.known("cross-entropy", parameters: []), "softmax"),
      (.known("binary-cross-entropy", parameters: []), "sigmoid"), (nil, "identity"), (squaredError, "identity"),
      (nil, "softmax"), (nil, "sigmoid"),
    ]
    for (loss, output) in ends
    where loss != candidate.vocabulary.conventions.loss || output != candidate.vocabulary.conventions.outputActivation {
      vary { vocabulary in
        vocabulary.conventions.loss = loss
        vocabulary.conventions.outputActivation = output
      }
    }
    return result
  }

  /// σ or f, where no line defines it, may be any function or the sigmoid; Jacobians may be laid out either way; p beside p_i
  /// may be all of them; where steps contradict one another about what a quantity is, either may be right.
  private func freeVariations(of candidate: Candidate) -> [Candidate] {
    var result = sigmoidVariations(of: candidate)
    if candidate.hasArrays {
      var vocabulary = candidate.vocabulary
      vocabulary.conventions.denominatorLayout.toggle()
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    if base.codeNamesAreOfSamples {
      var vocabulary = candidate.vocabulary
      vocabulary.conventions.errorsAreOfCost.toggle()
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    if candidate.vocabulary.stepLetter != nil, !candidate.vocabulary.conventions.lossIsOfLastStep,
      notes(candidate).isLossOpen
    {
      var vocabulary = candidate.vocabulary
      vocabulary.conventions.lossIsOfLastStep = true
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    if !candidate.hasArrays, base.mixesWholes {
      var vocabulary = candidate.vocabulary
      vocabulary.conventions.takesWholes.toggle()
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    if !candidate.vocabulary.conventions.takesLastImplied, notes(candidate).hasRivals {
      var vocabulary = candidate.vocabulary
      vocabulary.conventions.takesLastImplied = true
      result.append(Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary)))
    }
    return result
  }

  private func sigmoidVariations(of candidate: Candidate) -> [Candidate] {
    ["\\sigma", "f", "g", "\\phi", "\\varphi"].compactMap { letter in
      guard let name = base.functions[letter], name == letter.plainName,
        candidate.vocabulary.functions[letter] == name, !candidate.vocabulary.wholeFunctions.contains(name)
      else { return nil }
      var vocabulary = candidate.vocabulary
      vocabulary.functions[letter] = "sigmoid"
      vocabulary.conventions.activation = "sigmoid"
      return Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary))
    }
  }

  /// The targets of a cross-entropy add up to 1, or they are any numbers.
  private func targetVariation(of candidate: Candidate) -> [Candidate] {
    guard !candidate.vocabulary.conventions.targetsAddUpToOne else { return [] }
    var vocabulary = candidate.vocabulary
    vocabulary.conventions.targetsAddUpToOne = true
    return [Candidate(vocabulary: vocabulary, cost: cost(of: vocabulary))]
  }

  /// How unlikely a reading is by custom, and by what the defining equations say.
  private func cost(of vocabulary: Vocabulary) -> Int {
    let conventions = vocabulary.conventions
    var cost = 0
    func add(_ amount: Int, if isUnusual: Bool) { if isUnusual { cost += amount } }
    add(1, if: vocabulary.depthLetter != nil)
    add(words.contains("sigmoid") || words.contains("logistic") ? 1 : 2, if: conventions.activation != nil)
    // log(1 − a) is the logarithm of a probability: σ, if no line says what it is, is the sigmoid.
    add(3, if: conventions.activation == nil && vocabulary.functions["\\sigma"] == "sigma" && takesLogOfComplement)
    add(base.definesDelta ? 9 : 3, if: conventions.deltaSign != base.conventions.deltaSign)
    add(isSettled ? 5 : 3, if: conventions.weightsEnterTheirLayer != base.conventions.weightsEnterTheirLayer)
    add(isSettled ? 5 : 3, if: conventions.outputIndexFirst != base.conventions.outputIndexFirst)
    add(2, if: conventions.denominatorLayout)
    add(1, if: conventions.takesLastImplied)
    add(1, if: conventions.lossIsOfLastStep)
    add(base.isLayeredNetwork ? 9 : 3, if: conventions.errorsAreOfCost != base.conventions.errorsAreOfCost)
    add(1, if: conventions.targetsAddUpToOne)
    add(4, if: conventions.takesWholes != base.conventions.takesWholes)
    add(2, if: conventions.gradientsAreRows)
    add(3, if: conventions.loss != nil || conventions.outputActivation != nil)
    // Where a line says what function activations are of, outputs without one would be worth a word.
    let isLinearUnsaid = base.activationFunction != nil && words.isDisjoint(with: ["linear", "identity", "regression"])
    add(3, if: conventions.outputActivation == "identity" && isLinearUnsaid)
    return cost
  }

  /// Whether shapes differ in that one is of a layer with a number and the other of the last one: they may be the same.
  public func isDepthOpen(_ candidate: Candidate, _ left: String, _ right: String) -> Bool {
    guard case .letter(let name) = candidate.vocabulary.depth else { return false }
    let last = "[\(name.plainName)"
    func isNumbered(_ shape: String) -> Bool {
      shape.split(separator: " ").contains { $0 != "1" && $0.first?.isNumber == true }
        || zip(shape, shape.dropFirst()).contains { $0 == "[" && $1.isNumber }
    }
    return left.contains(last) && isNumbered(right) || right.contains(last) && isNumbered(left)
  }

  /// The same reading with the other convention about which layer a weight belongs to; nil where there are no layers.
  public func alternative(to candidate: Candidate) -> Candidate? {
    guard candidate.vocabulary.isLayeredNetwork else { return nil }
    var vocabulary = candidate.vocabulary
    vocabulary.conventions.weightsEnterTheirLayer.toggle()
    return Candidate(vocabulary: vocabulary, cost: candidate.cost + 1)
  }

  /// What stands in the place of a formula, read as that is.
  private func parsed(_ text: [Unicode.Scalar], inFormula formula: Int) -> MathFormula {
    marks.marked(joiner.joined(MathParser.parse(text, macros: macros)), formula)
  }

  /// A line that says where the notes follow another reading.
  public func changeRemark(_ candidate: Candidate, relations: [ReadRelation]) -> Notes.Remark {
    let weights = ReadingRemarks(candidate.vocabulary).weights
    var lines: [Int] = []
    for relation in relations {
      let line = places[relation.formula].place(at: relation.sign.lowerBound).line
      if !lines.contains(line) { lines.append(line) }
    }
    let list = lines.map(String.init).joined(separator: ", ")
    return Notes.Remark("but", "\(weights) in line\(lines.count == 1 ? "" : "s") \(list)")
  }

  /// Whether the left side of a relation, as it is written, mentions the loss.
  public func isAboutLoss(_ relation: ReadRelation, _ candidate: Candidate) -> Bool {
    guard let letter = candidate.vocabulary.letter(for: .loss)?.plainName, let left = relation.left else {
      return false
    }
    return places[relation.formula].scalars[left].split { !$0.properties.isAlphabetic }.contains { word in
      word.elementsEqual(letter.unicodeScalars)
    }
  }

  /// The family of the quantity that the left side of a relation is, as it is written; nil if anything else stands there.
  public func introducedFamily(by relation: ReadRelation, _ candidate: Candidate) -> Family? {
    guard let left = relation.left else { return nil }
    let text = Array(places[relation.formula].scalars[left])
    let nodes = parsed(text, inFormula: relation.formula).nodes.withoutBlanks
    guard let first = nodes.first, nodes.count == 1 || nodes.count == 2 && nodes[1].isRoundFence,
      let letter = first.occurrence?.letter
    else { return nil }
    return candidate.vocabulary.letters[letter]?.family
  }

  /// Whether the left side of a relation, as it is written, is the loss and no derivative of it.
  public func saysLoss(_ relation: ReadRelation, _ candidate: Candidate) -> Bool {
    guard isAboutLoss(relation, candidate), let left = relation.left else { return false }
    let nodes = parsed(Array(places[relation.formula].scalars[left]), inFormula: relation.formula).nodes.withoutBlanks
    // The E of E = Σ_p E_p may go by another name.
    if nodes.count == 1, case .letter(let name) = nodes[0].kind, candidate.vocabulary.letters[name]?.role != .loss {
      return false
    }
    let text = String(String.UnicodeScalarView(places[relation.formula].scalars[left]))
    return !["partial", "∂", "nabla", "∇", "frac", "over", "delta", "/"].contains { text.contains($0) }
  }

  /// The notes under one reading; the first `limit` statements of them, if it is given.
  public func notes(_ candidate: Candidate, limit: Int? = nil) -> Notes {
    var builder = NotesBuilder(candidate.vocabulary, Array(statements.prefix(limit ?? statements.count)))
    builder.isPart = isPart
    builder.sections = sections
    builder.read()
    return builder.notes
  }

  /// The assertions of one formula that was changed, under a reading: those of its relations in order, each with the
  /// number of the relation in the formula.
  public func assertion(
    ofRelation number: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar], _ candidate: Candidate,
    _ notes: Notes
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    let parsed = parsed(text, inFormula: formula)
    let written = StatementReader.statements(of: [parsed], isIndex: Self.indexLetters.contains)
    let inner = assigned.marked(written, ofFormula: formula).taking([surrounding[formula]])
      .saidOfOneSample(oneSample.contains(formula) ? [0] : []).map(\.withOccurrencesFound)
    guard var builder = NotesBuilder(candidate.vocabulary, replacing: formula, by: inner, in: statements, notes) else {
      return nil
    }
    builder.sections = sections
    return builder.assertion(ofRelation: number)
  }
}

extension WordJoiner {
  /// A formula with words as one node each, and all its signs on the outermost level.
  func joined(_ formula: MathFormula) -> MathFormula {
    formula.replacingNodes(UpdateMarks.removed(from: read(Undecorated.formula(PlainLooks.plain(formula.nodes)))))
  }
}
