import Expressions
import LaTeX
import Networks

/// Decides what the letters of some notes stand for: from the equations that define them first, then from custom.
struct VocabularyReader {
  private let survey: Survey
  private let statements: [WrittenStatement]
  private var vocabulary = Vocabulary()
  private var roles: RoleReader

  /// The letters that stand for functions if something in brackets follows them.
  private static let functionLetters: Set<String> = [
    "f", "g", "h", "F", "G", "\\sigma", "\\phi", "\\varphi", "\\psi", "\\rho", "\\theta", "S", "\\Phi", "\\Psi",
    "\\tau", "s", "\\ell",
  ]
  private static let lossLetters = [
    "L", "\\mathcal{L}", "E", "C", "J", "\\mathcal{J}", "\\mathcal{E}", "\\ell", "RSS", "MSE", "SSE", "c", "e", "loss",
    "cost", "error", "Loss", "Cost", "Error", "\\mathcal{C}", "H", "Q", "R", "NLL", "CE", "BCE", "\\mathbb{L}", "l",
    "E_{total}", "\\xi",
  ]

  init(_ survey: Survey, _ statements: [WrittenStatement]) {
    self.survey = survey
    self.statements = statements
    let functions = Self.functions(survey)
    roles = RoleReader(survey, functions: Set(functions.keys), statements)
    vocabulary.functions = functions
  }

  /// The reading that defining equations and custom suggest.
  mutating func read() -> Vocabulary {
    findLayerLetters()
    vocabulary.hasArrays = hasArrays
    for letter in survey.usages.keys.sorted()
    where vocabulary.functions[letter] == nil
      || survey[letter].count > survey[letter].applications + survey[letter].primes
    {
      // A word that names a function is no quantity.
      if letter.count > 2, !letter.hasPrefix("\\"), FunctionTable.record(named: letter.lowercased()) != nil { continue }
      vocabulary.letters[letter] = letterReading(letter)
    }
    findSamples()
    assignRoles()
    findDepth()
    findConventions()
    findWidths()
    return vocabulary
  }

  // MARK: Functions

  /// Letters that are followed by brackets or carry primes as functions do.
  private static func functions(_ survey: Survey) -> [String: String] {
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
      guard (usage.applications + usage.primes) * 2 >= usage.count else { continue }
      result[letter] = letter.plainName
    }
    // Any letter that is mostly applied and has a prime somewhere.
    for (letter, usage) in survey.usages where result[letter] == nil && usage.primes > 0 && usage.applications > 0 {
      guard usage.bracketed.isEmpty, usage.applications * 2 >= usage.count else { continue }
      result[letter] = letter.plainName
    }
    return result
  }

  // MARK: Scripts

  private mutating func findLayerLetters() {
    var letters: Set<String> = ["l", "L", "\\ell"]
    let indexLike: Set<String> = ["i", "j", "p", "q", "r", "x", "T"]
    let numbersMatrices = Set(survey["W"].single.keys.filter { $0.offset != 0 }.compactMap(\.letter))
    for letter in survey.shiftedLetters where !indexLike.contains(letter) || numbersMatrices.contains(letter) {
      letters.insert(letter)
    }
    vocabulary.layerLetters = letters
  }

  private var hasArrays: Bool {
    survey.hasArrayProducts || survey.usages.contains { $0.value.bold > 0 }
      || ["W", "\\Theta"].contains { letter in
        let usage = survey[letter]
        return usage.count > 0
          && usage.subscriptCounts[0, default: 0] + usage.subscriptCounts[1, default: 0] * 2 >= usage.count
      }
  }

  private func letterReading(_ letter: String) -> Vocabulary.Letter {
    let usage = survey[letter]
    let place = layerPlace(letter, usage)
    var counts = usage.subscriptCounts
    if place == .subscript {
      counts = [:]
      for (count, times) in usage.subscriptCounts where count > 0 { counts[count - 1, default: 0] += times }
    }
    let indexed = counts.filter { $0.key > 0 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let rank = indexed ?? customaryRank(letter, usage)
    return Vocabulary.Letter(
      family: Family(letter.plainName, isLayered: place != .none), place: place, rank: rank, role: nil)
  }

  private func layerPlace(_ letter: String, _ usage: Survey.Usage) -> Vocabulary.LayerPlace {
    let isLayer = { (content: LayerContent) in
      content.letter.map { self.vocabulary.layerLetters.contains($0) || $0.hasPrefix("n_") } ?? false
    }
    let isData = ["x", "y", "t", "d", "X", "Y", "\\hat{y}", "\\hat{Y}"].contains(letter)
    if usage.bracketed.contains(where: { isLayer($0.key) || $0.key.letter == nil && !isData }) { return .superscript }
    if usage.bare.contains(where: { isLayer($0.key) }) { return .superscript }
    let numbers = usage.bare.keys.filter { $0.letter == nil && $0.offset >= 0 }.map(\.offset)
    let isLettered = usage.bare.values.reduce(0, +) * 2 >= usage.count
    if !numbers.isEmpty, Set(numbers) != [2] || isLettered && usage.subscriptCounts[0, default: 0] < usage.count,
      ["w", "W", "b", "z", "a", "h", "s", "\\delta", "x", "o", "\\Theta", "\\theta", "B", "\\hat{h}"].contains(letter),
      usage.count > 1, numbers.contains(where: { $0 != 2 }) || isLettered
    {
      return .superscript
    }
    if isData, letter.lowercased() != "x", !usage.single.keys.allSatisfy({ $0.letter == "t" }) { return .none }
    if usage.single.contains(where: { isLayer($0.key) }), usage.bracketed.isEmpty { return .subscript }
    if hasSubscriptLayers, !usage.single.isEmpty, usage.single.allSatisfy({ $0.key.letter == nil || isLayer($0.key) }),
      usage.subscriptCounts[2] == nil, ["w", "W", "b", "B", "z", "Z", "a", "A", "h", "s", "\\delta"].contains(letter)
    {
      return .subscript
    }
    return .none
  }

  /// Whether W_1, W_2 or a_{l−1} number layers below.
  private var hasSubscriptLayers: Bool {
    let usage = survey["W"]
    return usage.count > 0 && usage.subscriptCounts[2] == nil && usage.bracketed.isEmpty && usage.bare.isEmpty
      && usage.single.keys.contains { $0.letter == nil || vocabulary.layerLetters.contains($0.letter ?? "") }
  }

  private func customaryRank(_ letter: String, _ usage: Survey.Usage) -> Int {
    guard vocabulary.hasArrays, !Self.lossLetters.contains(letter) || usage.differentiated == 0 else { return 0 }
    switch letter {
    case "W", "U", "V", "\\Theta", "\\Sigma", "D", "M", "R", "Q": return 2
    case "A", "Z", "X", "Y", "H", "B", "\\hat{Y}":
      return isBatchNotation || survey[letter.lowercased()].count > 0 || usage.bold > 0 ? 2 : 1
    case "w":
      // A matrix beside vectors, as in Nielsen's book; one row of it where W stands for all.
      return survey["W"].count > 0 ? 1 : roles.weight == "w" && survey["w"].count > 2 ? 2 : 1
    case "x", "y", "z", "a", "h", "b", "s", "o", "t", "u", "v", "r", "g", "\\delta", "\\hat{y}", "d", "p", "net", "e":
      return 1
    default: return usage.bold > 0 ? (letter.first?.isUppercase == true ? 2 : 1) : 0
    }
  }

  /// Capital letters for activations of a whole batch.
  private var isBatchNotation: Bool { survey["A"].count + survey["Z"].count > 0 && survey["W"].count > 0 }

  /// Superscripts that are an index letter on something without layers number samples: y_j^k, x^{(i)}.
  private mutating func findSamples() {
    let names: Set<String> = ["i", "k", "n", "m", "s", "p", "t", "j", "q", "d", "c"]
    for (letter, reading) in vocabulary.letters where reading.place == .none {
      let usage = survey[letter]
      let labels = usage.bare.merging(usage.bracketed, uniquingKeysWith: +).filter { content, _ in
        content.offset == 0
          && content.letter.map { names.contains($0) && !vocabulary.layerLetters.contains($0) } ?? false
          || usage.bracketed[content] != nil
      }
      let isBracketed = usage.bracketed.keys.contains { content in content.letter.map(names.contains) ?? true }
      guard !labels.isEmpty, isBracketed || labels.values.reduce(0, +) * 2 >= usage.count || letter.hasPrefix("\\hat")
      else {
        continue
      }
      vocabulary.letters[letter]?.isSampled = true
      for content in labels.keys { if let name = content.letter { vocabulary.sampleLetters.insert(name) } }
    }
    vocabulary.summedSamples = vocabulary.sampleLetters.intersection(summed)
  }

  /// y_n, where no unit is numbered by n, is the target of a sample.
  private mutating func findSampleSubscripts() {
    let inner: [Vocabulary.Role] = [.weight, .bias, .preactivation, .delta]
    for (letter, reading) in vocabulary.letters where reading.role == .target || reading.role == .prediction {
      guard reading.place == .none, survey[letter].single.count == 1, let content = survey[letter].single.keys.first,
        let name = content.letter, content.offset == 0, survey[letter].subscriptCounts[2] == nil
      else { continue }
      let isUnit = vocabulary.letters.contains { other, value in
        guard let role = value.role, inner.contains(role) || role == .activation && other != "x" else { return false }
        return survey[other].single.keys.contains { $0.letter == name }
          || survey[other].pairs.contains { $0.contains(name) }
      }
      let isArray = hasArrays
      if isUnit || summed.contains(name) && !isArray { continue }
      vocabulary.letters[letter]?.rank = isArray ? 1 : 0
      vocabulary.letters[letter]?.dropsSubscripts = true
    }
  }

  /// The letters under sum signs.
  private var summed: Set<String> {
    var result: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName { result.insert(name) }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }

  // MARK: Roles

  private mutating func assignRoles() {
    let loss = lossLetter()
    if let loss {
      assign(.loss, loss)
      for other in Self.lossLetters
      where other != loss && survey[other].differentiated > 0
        && other.plainName.lowercased() == loss.plainName.lowercased()
      {
        assign(.loss, other)
      }
    }
    if let weight = roles.weight {
      assign(.weight, weight)
      for other in [weight.lowercased(), weight.uppercased()]
      where other != weight && other.count == 1 && survey[other].count > 0 {
        let usage = survey[other]
        if usage.subscriptCounts[2, default: 0] > 0 || usage.bracketed.count + usage.bare.count > 0 {
          assign(.weight, other)
        }
      }
    }
    for bias in roles.biases.sorted() where vocabulary.letters[bias]?.role == nil { assign(.bias, bias) }
    if roles.biases.isEmpty, survey["b"].count > 0 { assign(.bias, "b") }
    if survey["\\delta"].count > 0 { assign(.delta, "\\delta") }
    func isActivationFree(_ letter: String) -> Bool { vocabulary.letters[letter]?.role == nil }
    if let activation = roles.letter(for: .activation), isActivationFree(activation) { assign(.activation, activation) }
    if let pre = roles.letter(for: .preactivation), isActivationFree(pre) { assign(.preactivation, pre) }
    if vocabulary.letter(for: .activation) == nil,
      let a = ["a", "x", "h", "o"].first(where: { isLayered($0) && isActivationFree($0) })
    {
      assign(.activation, a)
    }
    if vocabulary.letter(for: .preactivation) == nil,
      let z = ["z", "s", "net", "u", "h", "v"].first(where: { isLayered($0) && isActivationFree($0) })
    {
      assign(.preactivation, z)
    }
    vocabulary.isLayeredNetwork =
      isLayeredRole(.weight) && (isLayeredRole(.activation) || isLayeredRole(.preactivation))
    if !vocabulary.isLayeredNetwork, layersAreInIndices { vocabulary.isLayeredNetwork = true }
    if survey["x"].count > 0, isActivationFree("x") { assign(.input, "x") }
    assignTargets()
    findPrediction()
    findSampleSubscripts()
    for rate in ["\\eta", "\\alpha", "\\epsilon", "\\gamma", "\\mu", "\\lambda"] where isRate(rate) {
      assign(.rate, rate)
    }
    unifyFamilies()
    unifyCases()
    separateNames()
  }

  /// Whether index letters carry the layers: w_{ji} and w_{kj}, with errors or pre-activations of one index each.
  private var layersAreInIndices: Bool {
    guard let weight = vocabulary.letter(for: .weight), let pre = vocabulary.letter(for: .preactivation),
      let activation = vocabulary.letter(for: .activation), pre != activation
    else { return false }
    let pairs = survey[weight].pairs
    let chains = pairs.contains { pair in
      pairs.contains { $0[0] == pair[1] && $0 != pair || $0[1] == pair[0] && $0 != pair }
    }
    return chains && survey[pre].subscriptCounts[1, default: 0] > 0
      && survey[activation].subscriptCounts[1, default: 0] > 0
  }

  private func isLayered(_ letter: String) -> Bool { vocabulary.letters[letter].map { $0.place != .none } ?? false }

  private func isLayeredRole(_ role: Vocabulary.Role) -> Bool {
    vocabulary.letters.contains { $0.value.role == role && $0.value.place != .none }
  }

  private mutating func assign(_ role: Vocabulary.Role, _ letter: String) {
    guard var reading = vocabulary.letters[letter] else { return }
    reading.role = role
    if role == .loss || role == .rate { reading.rank = 0 }
    vocabulary.letters[letter] = reading
  }

  /// What is differentiated most of what may be a loss.
  private func lossLetter() -> String? {
    let weighed = Self.lossLetters.enumerated().filter { survey[$0.element].differentiated > 0 }
    return weighed.max {
      (survey[$0.element].differentiated, -$0.offset) < (survey[$1.element].differentiated, -$1.offset)
    }?
    .element
  }

  private mutating func assignTargets() {
    let predictions = ["\\hat{y}", "\\hat{Y}", "\\tilde{y}"]
    for star in ["y^*", "Y^*", "t^*"] where survey[star].count > 0 {
      assign(.target, star)
      if survey["y"].count > 0, vocabulary.letters["y"]?.role == nil, survey["\\hat{y}"].count == 0 {
        assign(.prediction, "y")
      }
    }
    func free(_ letter: String) -> Bool { survey[letter].count > 0 && vocabulary.letters[letter]?.role == nil }
    for letter in predictions where free(letter) { assign(.prediction, letter) }
    let hasPrediction = vocabulary.letter(for: .prediction) != nil
    for hypothesis in ["h", "f", "o", "F"] where isHypothesis(hypothesis) {
      vocabulary.functions[hypothesis] = nil
      if vocabulary.letters[hypothesis] == nil { vocabulary.letters[hypothesis] = letterReading(hypothesis) }
      vocabulary.letters[hypothesis]?.place = .none
      vocabulary.letters[hypothesis]?.family = Family(hypothesis)
      vocabulary.letters[hypothesis]?.role = .prediction
      vocabulary.letters[hypothesis]?.rank = 1
      vocabulary.letters[hypothesis]?.dropsSubscripts = true
    }
    if vocabulary.letter(for: .target) != nil { return }
    if hasPrediction {
      if let y = ["y", "t", "d", "Y"].first(where: free) { assign(.target, y) }
    } else if free("t") || free("d") && free("y") {
      assign(.target, free("t") ? "t" : "d")
      if free("y") { assign(.prediction, "y") }
    } else if let y = ["y", "Y"].first(where: free) {
      assign(.target, y)
    }
  }

  /// h_{W,b}(x), h_θ(x): the output of the network with these weights.
  private func isHypothesis(_ letter: String) -> Bool {
    let usage = survey[letter]
    let parameters: Set<String> = ["W", "w", "b", "\\theta", "\\Theta"]
    let isOfParameters =
      usage.pairs.contains { $0.allSatisfy(parameters.contains) }
      || usage.single.keys.contains { $0.letter.map(parameters.contains) ?? false }
    return isOfParameters && usage.applications * 2 >= usage.count && vocabulary.letters[letter]?.role == nil
  }

  /// A letter that the loss compares with the target is the prediction, if nothing else is.
  private mutating func findPrediction() {
    guard vocabulary.isLayeredNetwork || isLayeredRole(.weight) else { return }
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count == 2, let head = members[0].first?.occurrence, vocabulary.letters[head.letter]?.role == .loss,
        members[0].count <= 2
      else { continue }
      let found = occurrences(in: members[1]).filter { $0.letter.count > 0 }
      let roles = found.map { vocabulary.letters[$0.letter]?.role }
      guard roles.contains(.target), !roles.contains(.activation), !roles.contains(.prediction),
        let free = found.first(where: { vocabulary.letters[$0.letter].map { $0.role == nil && $0.rank == 1 } ?? false })
      else { continue }
      assign(.prediction, free.letter)
    }
  }

  /// Whether a letter is what an update is multiplied by.
  private func isRate(_ letter: String) -> Bool {
    guard vocabulary.letters[letter] != nil else { return false }
    return statements.contains { statement in
      guard statement.chain.members.count > 1, let head = statement.chain.members[0].nodes.first?.occurrence,
        vocabulary.letters[head.letter]?.role == .weight || vocabulary.letters[head.letter]?.role == .bias
      else { return false }
      return statement.chain.members.dropFirst().contains { member in
        member.nodes.contains { $0.occurrence?.letter == letter }
          && member.nodes.contains { $0.occurrence?.letter == head.letter }
      }
    }
  }

  /// Gives every part the name of its family: two letters of one part are one family.
  private mutating func unifyFamilies() {
    for (letter, reading) in vocabulary.letters {
      guard let role = reading.role else { continue }
      var changed = reading
      let isLayered = vocabulary.isLayeredNetwork
      switch role {
      case .weight where isLayered: changed.family = NetworkSymbol.weight
      case .bias where isLayered: changed.family = NetworkSymbol.bias
      case .preactivation where isLayered: changed.family = NetworkSymbol.preactivation
      case .activation where isLayered: changed.family = NetworkSymbol.activation
      case .delta where isLayered: changed.family = NetworkSymbol.delta
      case .input where isLayered && reading.place == .none: changed.family = NetworkSymbol.input
      case .target where isLayered && reading.place == .none: changed.family = NetworkSymbol.target
      case .prediction where isLayered && reading.place == .none: changed.family = NetworkSymbol.prediction
      case .loss: changed.family = NetworkSymbol.loss
      case .rate: changed.family = NetworkSymbol.learningRate
      default:
        if reading.place == .none, !isLayered { changed.role = role == .weight || role == .bias ? nil : role }
        if [.target, .prediction, .input].contains(role), reading.place != .none || !isLayered { changed.role = nil }
        if !isLayered { changed.role = nil }
      }
      if isLayered, changed.family.isLayered, reading.place == .none, !layersAreInIndices {
        // Layers that the notes leave out are those of the line.
        changed.place = .superscript
      }
      if isLayered, [.weight].contains(role) { changed.rank = arrays ? 2 : 0 }
      if isLayered, [.bias, .preactivation, .activation, .delta].contains(role) { changed.rank = arrays ? 1 : 0 }
      if isLayered, [.input, .prediction, .target].contains(role), arrays, !changed.dropsSubscripts {
        changed.rank = hasArrays || survey[letter].subscriptCounts[1, default: 0] > 0 ? 1 : changed.rank
      }
      vocabulary.letters[letter] = changed
    }
  }

  /// P_i and p_i, of which notes speak as of one thing, are one.
  private mutating func unifyCases() {
    for (letter, reading) in vocabulary.letters
    where reading.role == nil && letter.count == 1 && letter.first?.isUppercase == true {
      let small = letter.lowercased()
      guard let other = vocabulary.letters[small], other.role == nil, other.rank == reading.rank, reading.rank > 0,
        survey[letter].subscriptCounts[reading.rank, default: 0] == survey[letter].count,
        survey[small].subscriptCounts[reading.rank, default: 0] == survey[small].count
      else { continue }
      vocabulary.letters[letter]?.family = other.family
    }
  }

  /// A letter that plays no part must not share the name of a family that has one.
  private mutating func separateNames() {
    let taken = Set(vocabulary.letters.values.filter { $0.role != nil }.map(\.family.name))
    for (letter, reading) in vocabulary.letters where reading.role == nil && taken.contains(reading.family.name) {
      let family = Family(reading.family.name + "_", isLayered: reading.family.isLayered)
      vocabulary.letters[letter]?.family = family
    }
  }

  /// Whether the quantities of a layer are arrays: with indices, or as arrays without.
  private var arrays: Bool {
    hasArrays
      || vocabulary.letters.contains { $0.value.role == .weight && survey[$0.key].subscriptCounts[2, default: 0] > 0 }
  }

  // MARK: Layers

  private mutating func findDepth() {
    var letters: [String: Int] = [:]
    var highest: [String: Int] = [:]
    var numbers: Set<Int> = []
    var numbersOfActivations: Set<Int> = []
    for (letter, reading) in vocabulary.letters where reading.family.isLayered {
      let usage = survey[letter]
      let contents =
        reading.place == .subscript ? usage.single : usage.bracketed.merging(usage.bare, uniquingKeysWith: +)
      for (content, count) in contents {
        if let name = content.letter {
          letters[name, default: 0] += count
          highest[name] = max(highest[name] ?? content.offset, content.offset)
        } else {
          numbers.insert(content.offset)
          if reading.role != .weight, reading.role != .bias { numbersOfActivations.insert(content.offset) }
        }
      }
    }
    vocabulary.highestLayer = numbersOfActivations.union(numbers).max()
    if letters["L"] != nil {
      vocabulary.depth = .letter("L")
    } else if let named = letters.keys.filter({ $0.hasPrefix("n_") }).min() {
      vocabulary.depth = .letter(named)
    } else if let letter = letterOfLossDefinition() {
      vocabulary.depth = .letter(letter)
    } else if let letter = letters.keys.sorted().first(where: { highest[$0] == 0 }), numbers.subtracting([0]).isEmpty {
      // Nothing lies above layer l: it is the last one.
      vocabulary.depth = .letter(letter)
    } else if let last = numbersOfActivations.union(numbers).max(), last > 0 {
      vocabulary.depth = .number(last)
    } else {
      vocabulary.depth = .letter("L")
    }
    vocabulary.inputLayer = numbers.contains(0) || letters["L"] != nil && !numbersOfActivations.contains(1) ? 0 : 1
    if case .letter(let name) = vocabulary.depth, name.hasPrefix("n_") { vocabulary.inputLayer = 1 }
  }

  /// The letter of the layer whose activations the loss is defined by.
  private func letterOfLossDefinition() -> String? {
    for statement in statements {
      let members = statement.chain.members
      let isLoss = { (nodes: [MathNode]) -> Bool in
        guard let first = nodes.withoutBlanks.first?.occurrence else { return false }
        return self.vocabulary.letters[first.letter]?.role == .loss
      }
      guard members.count >= 2, members.contains(where: { isLoss($0.nodes) && $0.nodes.withoutBlanks.count <= 2 })
      else {
        continue
      }
      for member in members where !isLoss(member.nodes) {
        for occurrence in occurrences(in: member.nodes) {
          guard vocabulary.letters[occurrence.letter]?.role == .activation, let superscript = occurrence.superscript
          else { continue }
          let nodes: [MathNode]
          switch superscript {
          case .bracketed(let inner, _), .bare(let inner): nodes = inner
          }
          if let content = LayerContent(nodes), let letter = content.letter, content.offset == 0 { return letter }
        }
      }
    }
    return nil
  }

  private func occurrences(in nodes: [MathNode]) -> [Occurrence] {
    nodes.flatMap { node -> [Occurrence] in
      if let occurrence = node.occurrence { return [occurrence] }
      return occurrences(in: node.children)
    }
  }

  // MARK: Conventions

  private mutating func findConventions() {
    var enters: [Int: Int] = [:]
    var outputFirst = 0
    var rows = 0
    for definition in roles.definitions {
      if let z = content(of: definition.output), let w = content(of: definition.weight), z.letter == w.letter {
        enters[z.offset - w.offset, default: 0] += 1
      } else if content(of: definition.output) == nil, let a = content(of: definition.input),
        let w = content(of: definition.weight), a.letter == w.letter
      {
        enters[a.offset - w.offset + 1, default: 0] += 1
      }
      if definition.weight.subscripts.count == 2, let z = definition.output.subscripts.last {
        let first = LayerContent(definition.weight.subscripts[0])
        outputFirst += first == LayerContent(z) ? 1 : -1
      } else if definition.weight.subscripts.isEmpty || definition.weight.subscripts.count == 1 {
        if definition.isWeightFirst {
          outputFirst += definition.weight.isTransposed ? -1 : 1
        } else {
          rows += 1
          outputFirst -= 1
        }
      }
      if definition.startsAtZero, !definition.hasBias { vocabulary.conventions.isFolded = true }
    }
    let best = enters.max { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }?.key
    vocabulary.conventions.weightsEnterTheirLayer = best.map { $0 == 0 } ?? true
    vocabulary.conventions.outputIndexFirst = outputFirst >= 0
    vocabulary.conventions.rowVectors = rows * 2 > roles.definitions.count
    hasDefinitions = !roles.definitions.isEmpty
    let repeated = roles.definitions.count { $0.isRepeated }
    vocabulary.usesEinsteinConvention = repeated * 2 > roles.definitions.count
    let functions = roles.activationFunctions.filter { vocabulary.functions[$0.key] != nil }
    vocabulary.activationFunction = functions.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      vocabulary.functions[$0.key]
    }
    if let deltaDefinition = deltaVariable() {
      vocabulary.conventions.deltaOfActivation = deltaDefinition.role == .activation
    }
  }

  /// Whether some line defines the pre-activations, so that the conventions about weights are told.
  private(set) var hasDefinitions = false

  /// What δ is said to be the derivative by.
  private func deltaVariable() -> Vocabulary.Letter? {
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      for (left, right) in zip(members, members.dropFirst()) {
        for (name, value) in [(left, right), (right, left)] {
          guard name.count == 1, name[0].occurrence?.letter == "\\delta", value.count == 1,
            let below = value[0].differentials?.below.rest.first?.occurrence
          else { continue }
          return vocabulary.letters[below.letter]
        }
      }
    }
    return nil
  }

  private func content(of occurrence: Occurrence) -> LayerContent? {
    guard let reading = vocabulary.letters[occurrence.letter] else { return nil }
    switch reading.place {
    case .superscript:
      switch occurrence.superscript {
      case .bracketed(let nodes, _)?, .bare(let nodes)?: return LayerContent(nodes)
      case nil: return nil
      }
    case .subscript: return occurrence.subscripts.first.flatMap { LayerContent($0) }
    case .none: return nil
    }
  }

  // MARK: Widths

  /// How many units a layer has, as conditions (i = 1, 2, 3) and bounds of sums tell; conditions count thrice.
  private mutating func findWidths() {
    guard vocabulary.isLayeredNetwork else { return }
    var votes: [Int: [Int: Int]] = [:]
    for statement in statements {
      for condition in statement.conditions {
        guard let name = condition.members[0].nodes.first?.symbolName, let last = lastValue(condition) else { continue }
        for occurrence in statement.chain.members.flatMap({ occurrences(in: $0.nodes) }) {
          vote(name, last, 3, occurrence, &votes)
        }
      }
      for member in statement.chain.members { voteSums(in: member.nodes, &votes) }
    }
    for (layer, counts) in votes {
      vocabulary.widths[layer] = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
  }

  private func lastValue(_ condition: WrittenChain) -> Int? {
    let values = condition.members.dropFirst() + condition.list
    guard condition.signs.first?.name == "=",
      values.count > 1 || condition.members[1].nodes.contains(where: \.isEllipsis)
    else {
      return nil
    }
    return values.last?.nodes.last?.wholeNumber
  }

  private func vote(
    _ name: String, _ value: Int, _ weight: Int, _ occurrence: Occurrence, _ votes: inout [Int: [Int: Int]]
  ) {
    guard let reading = vocabulary.letters[occurrence.letter], let role = reading.role else { return }
    let layer: Int?
    switch role {
    case .preactivation, .activation, .delta:
      layer = content(of: occurrence).flatMap { $0.letter == nil ? $0.offset : nil }
    case .input where reading.place == .none: layer = vocabulary.inputLayer
    default: layer = nil
    }
    guard let layer, let unit = occurrence.subscripts.last.flatMap({ LayerContent($0) }), unit.letter == name,
      unit.offset == 0
    else { return }
    votes[layer, default: [:]][value, default: 0] += weight
  }

  private func voteSums(in nodes: [MathNode], _ votes: inout [Int: [Int: Int]]) {
    for (place, node) in nodes.enumerated() {
      if let sum = node.summation, let value = sum.upper?.nodes.withoutBlanks.last?.wholeNumber,
        let name = sum.lower?.nodes.withoutBlanks.first?.symbolName
      {
        for occurrence in occurrences(in: Array(nodes[(place + 1)...])) { vote(name, value, 1, occurrence, &votes) }
      }
      voteSums(in: node.children, &votes)
    }
  }
}
