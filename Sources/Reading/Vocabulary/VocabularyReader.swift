import Expressions
import LaTeX
import Networks

/// Decides what the letters of some notes stand for: from the equations that define them first, then from custom.
struct VocabularyReader {
  let survey: Survey
  let statements: [WrittenStatement]
  /// The conditions that stand apart from any statement: "with k = 1, …, N".
  let conditions: [WrittenChain]
  /// The inequalities.
  let comparisons: [WrittenChain]
  /// The shapes that are declared.
  let declarations: [ShapeDeclaration]
  var vocabulary = Vocabulary()
  var roles: RoleReader
  /// Whether the text speaks of Einstein, whose convention is the only thing of his that such notes need.
  var namesEinstein = false
  /// Whether derivatives are written as Jacobians, J_v(u), so that those of numbers are rows.
  var writesJacobians = false
  /// The letters of functions of vectors whose values are numbers.
  private(set) var scalarFunctions: Set<String> = []
  /// The letters that stand in traces, those on both sides of a matrix, and those that are transposed: arrays, whatever
  /// custom says.
  private(set) var traced: Set<String> = []
  private(set) var quadratic: Set<String> = []
  private(set) var transposed: Set<String> = []
  private(set) var mapping: Set<String> = []
  /// Whether some line defines the pre-activations, so that the conventions about weights are told.
  var hasDefinitions = false

  /// The letters that stand for functions if something in brackets follows them.
  static let functionLetters: Set<String> = [
    "f", "g", "h", "F", "G", "\\sigma", "\\varsigma", "\\phi", "\\varphi", "\\psi", "\\rho", "\\theta", "S", "\\Phi",
    "\\Psi",
    "\\tau", "s", "\\ell",
  ]
  /// Greek letters that functions go by of which activations are made.
  private static let activationLetters: Set<String> = ["\\sigma", "\\varsigma", "\\phi", "\\varphi", "\\psi", "\\rho"]
  static let lossLetters = [
    "L", "\\mathcal{L}", "E", "C", "J", "\\mathcal{J}", "\\mathcal{E}", "\\ell", "RSS", "MSE", "SSE", "c", "e", "loss",
    "cost", "error", "Loss", "Cost", "Error", "Err", "err", "\\mathcal{C}", "H", "Q", "R", "NLL", "CE", "BCE",
    "\\mathbb{L}", "l",
    "E_{total}", "\\xi",
  ]

  init(
    _ survey: Survey, _ statements: [WrittenStatement], conditions: [WrittenChain] = [],
    comparisons: [WrittenChain] = [], declarations: [ShapeDeclaration] = [], words: Set<String> = [],
    saidFunctions: [String: String] = [:]
  ) {
    self.comparisons = comparisons
    self.declarations = declarations
    self.survey = survey
    self.statements = statements
    self.conditions = conditions
    var functions = Self.functions(survey).merging(Self.steps(survey, statements, words: words)) { own, _ in own }
    for letter in Self.softmaxLetters(statements) where functions[letter] != nil { functions[letter] = "softmax" }
    functions.merge(Self.saidFunctions(saidFunctions, functions, statements)) { _, said in said }
    functions.merge(Self.namedFunctions(functions, statements)) { _, named in named }
    for letter in Self.definedFunctions(survey, statements) where functions[letter] == nil {
      functions[letter] = letter.plainName
    }
    functions.merge(Self.definedWords(statements)) { _, own in own }
    for word in Self.knownWords(functions, statements) { functions[word] = Elaborator.name(ofWord: word) }
    scalarFunctions = Self.scalarFunctions(survey, statements)
    for letter in scalarFunctions { functions[letter] = nil }
    let wholes = Self.wholeFunctions(statements)
    roles = RoleReader(survey, functions: Set(functions.keys), wholes: wholes, statements)
    vocabulary.functions = functions
    vocabulary.wholeFunctions = Set(wholes.compactMap { functions[$0] })
    vocabulary.gradientVariables = Self.gradientVariables(statements)
    traced = tracedLetters
    transposed = transposedLetters
    mapping = linearMaps
    quadratic = quadraticLetters
  }

  /// The reading that defining equations and custom suggest.
  mutating func read() -> Vocabulary {
    findLayerLetters()
    findLayeredFunctions()
    vocabulary.timeLetters = survey.timeLetters
    vocabulary.hasArrays = hasArrays || declarations.contains { !$0.proper.isEmpty }
    for letter in survey.usages.keys.sorted()
    where vocabulary.functions[letter] == nil
      || survey[letter].count > survey[letter].applications + survey[letter].primes
    {
      // A word that names a function is no quantity.
      if letter.count > 1, !letter.hasPrefix("\\"), Elaborator.name(ofWord: letter) != nil { continue }
      if letter == "\\pi", isCircleNumber { continue }
      if letter.isNumberBesideVector { continue }
      vocabulary.letters[letter] = letterReading(letter)
      vocabulary.letters[letter]?.isScalarFunction = scalarFunctions.contains(letter)
    }
    findSamples()
    assignRoles()
    findNumberedArrays()
    findWholeUpdates()
    findDiagonals()
    findKnownLosses()
    findLosses()
    findErrorsOfPairs()
    findDepth()
    vocabulary.namesErrorE = namesErrorE
    findSingleOutput()
    findTimeSteps()
    findClassLabels()
    findRowIndices()
    findSizes()
    takeDeclarations()
    findSampleVectors()
    findSampleLosses()
    findCodeNames()
    findHiddenIndices()
    findOutputErrors()
    findConventions()
    findCounting()
    findBatches()
    findUnitSlot()
    findNumberedSamples()
    findSampleTotals()
    findWrittenOut()
    findUnitHeights()
    findOwnUnits()
    findWidths()
    findSkips()
    findConstantRanges()
    findAppliedFunctions()
    findWholes()
    return vocabulary
  }

  /// Whether π is the number 3.14…: it never carries anything, is no function and nothing is differentiated by it.
  private var isCircleNumber: Bool {
    let usage = survey["\\pi"]
    let isDefined = statements.contains { $0.chain.members.first?.nodes.withoutBlanks.first?.symbolName == "\\pi" }
    return usage.subscriptCounts[0, default: 0] == usage.count && usage.bracketed.isEmpty && usage.applications == 0
      && usage.variables == 0 && usage.primes == 0 && !isDefined
  }

  // MARK: Functions

  /// Letters that are followed by brackets or carry primes as functions do.
  static func functions(_ survey: Survey) -> [String: String] {
    var result: [String: String] = [:]
    for letter in functionLetters {
      let usage = survey[letter]
      let plain = usage.subscriptCounts[0, default: 0]
      guard usage.applications > 0 || usage.primes > 0 else { continue }
      if letter == "s" || letter == "\\theta" || letter == "h" || letter == "S" || letter == "\\ell" {
        guard usage.primes > 0 || usage.applications * 2 > usage.count, plain * 2 > usage.count || usage.primes > 0
        else { continue }
        if letter == "\\ell", usage.primes == 0 { continue }
        if !usage.bracketed.isEmpty, usage.primes == 0 { continue }
      }
      // Capitals also name the function without applying it: F: ℝ^n → ℝ.
      let isCapital = ["F", "G", "\\Phi", "\\Psi"].contains(letter) && usage.applications > 2
      // ∂σ/∂z is a slope of the function.
      let slopes = activationLetters.contains(letter) ? usage.differentiated : 0
      guard (usage.applications + usage.primes + slopes) * 2 >= usage.count - usage.mentions || isCapital else {
        continue
      }
      result[letter] = letter.plainName
    }
    // Any letter that is mostly applied and has a prime somewhere.
    for (letter, usage) in survey.usages where result[letter] == nil && usage.primes > 0 && usage.applications > 0 {
      guard usage.bracketed.isEmpty, usage.applications * 2 >= usage.count else { continue }
      result[letter] = letter.plainName
    }
    // A capital or a word that never stands without brackets behind it.
    for (letter, usage) in survey.usages where result[letter] == nil && usage.applications == usage.count {
      let isCapital = letter.count == 1 && letter.first?.isUppercase == true
      let isWord = letter.count > 4 && letter.first?.isLetter == true
      guard isCapital || isWord, !lossLetters.contains(letter), usage.subscriptCounts[0] == usage.count,
        usage.bracketed.isEmpty, usage.bare.isEmpty, usage.differentiated == 0, usage.variables == 0,
        usage.transposed == 0
      else { continue }
      result[letter] = letter.plainName
    }
    return result
  }
}
