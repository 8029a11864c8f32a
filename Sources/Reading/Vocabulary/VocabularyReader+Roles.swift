import Expressions
import LaTeX
import Networks

/// Which letter plays which part.
extension VocabularyReader {
  mutating func assignRoles() {
    let loss =
      lossLetter() ?? definedLoss ?? scalarFunctions.sorted().first { survey[$0].differentiated > 0 && !isLayered($0) }
    if let loss {
      assign(.loss, loss)
      // Nobody differentiates by a loss: the e of ∂E/∂e_j is an error beside the loss E.
      for other in Self.lossLetters
      where other != loss && survey[other].differentiated > 0 && survey[other].variables == 0
        && other.plainName.lowercased() == loss.plainName.lowercased() && !isLossOfOne(other)
      {
        assign(.loss, other)
      }
    }
    if let weight = roles.weight {
      assign(.weight, weight)
      for other in [weight.lowercased(), weight.uppercased()]
      where other != weight && other.count == 1 && survey[other].count > 0 {
        let usage = survey[other]
        if usage.subscriptCounts[2, default: 0] > 0 || usage.bracketed.count + usage.bare.count > 0 || isLayered(other)
        {
          assign(.weight, other)
        }
      }
    }
    if let other = roles.otherFont { assign(.weight, other) }
    for bias in roles.biases.sorted() where vocabulary.letters[bias]?.role == nil && belongs(bias) {
      assign(.bias, bias)
    }
    if roles.biases.isEmpty, isCustomaryBias, belongs("b") { assign(.bias, "b") }
    if survey["\\delta"].count > 0 {
      assign(.delta, "\\delta")
    } else if let loss, let letter = letterOfErrors(loss) {
      assign(.delta, letter)
    }
    func isActivationFree(_ letter: String) -> Bool { vocabulary.letters[letter]?.role == nil }
    if let activation = single(roles.letter(for: .activation)), isActivationFree(activation),
      !standsBetweenLayers(activation)
    {
      assign(.activation, activation)
    }
    // net is nothing else, whatever z is.
    let net = survey["net"].subscriptCounts[1, default: 0] > 1 ? "net" : nil
    if let pre = net ?? single(roles.letter(for: .preactivation)), isActivationFree(pre), !isAnyArgument(pre),
      !isLinearOutput(pre)
    {
      assign(.preactivation, pre)
    }
    if vocabulary.letter(for: .activation) == nil,
      let a = ["a", "x", "h", "o"].first(where: { isLayered($0) && isActivationFree($0) })
    {
      assign(.activation, a)
    }
    if vocabulary.letter(for: .preactivation) == nil,
      let z = ["z", "s", "net", "u", "h", "v"].first(where: {
        isLayered($0) && isActivationFree($0) && !standsOnlyInLosses($0) && !isAnyArgument($0)
      })
    {
      assign(.preactivation, z)
    }
    vocabulary.isLayeredNetwork =
      isLayeredRole(.weight) && (isLayeredRole(.activation) || isLayeredRole(.preactivation))
      || isLayeredRole(.activation) && isLayeredRole(.preactivation)
    if isSingleUnit || isRecurrent { vocabulary.isLayeredNetwork = false }
    if !vocabulary.isLayeredNetwork, layersAreInIndices { vocabulary.isLayeredNetwork = true }
    if layersAreInIndices { assignOtherActivations() }
    unifyLayeredCases()
    if survey["x"].count > 0, isActivationFree("x") { assign(.input, "x") }
    assignOtherCases()
    assignTargets()
    findPrediction()
    findSampleSubscripts()
    assignRates()
    unifyFamilies()
    unifyCases()
    unifyEntries()
    namePrimed()
    separateNames()
  }

  /// Whether a letter is only what some function is of, y = f(u), in notes whose weights and activations all carry layers, and
  /// it does not: the u of the chain rule as books state it, and no pre-activation.
  private func isAnyArgument(_ letter: String) -> Bool {
    let others = vocabulary.letters.filter { $0.value.role == .weight || $0.value.role == .activation }
    let places = Set(others.map(\.value.place))
    guard others.count > 1, places.count == 1, let place = places.first, place != .none,
      vocabulary.letters[letter]?.place != place
    else { return false }
    return !roles.definitions.contains { $0.output.letter == letter }
  }

  /// Whether a letter is the prediction of a linear last layer, ŷ = W_3 h_2 + b_3, which carries no layer beside h_2.
  private func isLinearOutput(_ letter: String) -> Bool {
    letter.hasPrefix("\\hat") && !isLayered(letter) && isLayeredRole(.activation)
  }

  /// Whether activations carry time steps and the weights are the same at all of them.
  private var isRecurrent: Bool {
    guard !isLayeredRole(.weight) else { return false }
    return vocabulary.letters.contains { letter, reading in
      guard reading.role == .activation || reading.role == .preactivation else { return false }
      return survey[letter].single.keys.contains { $0.letter == "t" }
    }
  }

  /// Whether a small letter is written with what it compares, l(y_t, o_t): the loss of one step or sample, beside L.
  private func isLossOfOne(_ letter: String) -> Bool {
    let usage = survey[letter]
    return ["l", "\\ell"].contains(letter) && usage.applications * 2 >= usage.count - usage.mentions
      && usage.applications > 0
  }

  /// Whether index letters carry the layers: w_{ji} and w_{kj}, with errors or pre-activations of one index each.
  var layersAreInIndices: Bool {
    guard let weight = vocabulary.letter(for: .weight), let pre = vocabulary.letter(for: .preactivation),
      let activation = vocabulary.letter(for: .activation), pre != activation, !hasLettersOfLayers
    else { return false }
    let pairs = survey[weight].pairs
    let chains = pairs.contains { pair in
      pairs.contains { $0[0] == pair[1] && $0 != pair || $0[1] == pair[0] && $0 != pair }
    }
    return (chains || computesFromItself(activation, through: pre)) && survey[pre].subscriptCounts[1, default: 0] > 0
      && survey[activation].subscriptCounts[1, default: 0] > 0
  }

  /// Whether activations are computed from such of other units: z_j = Σ_i y_i w_{ij} and y_j = σ(z_j) make sense only if the y_i
  /// are of the layer below.
  private func computesFromItself(_ activation: String, through pre: String) -> Bool {
    isValue(activation, of: pre)
      && roles.definitions.contains { definition in
        definition.output.letter == pre && definition.input.letter == activation && definition.hasSum
          && definition.weight.subscripts.count == 2 && definition.output.subscripts.count == 1
          && definition.input.subscripts.count == 1
          && LayerContent(definition.output.subscripts[0]) != LayerContent(definition.input.subscripts[0])
      }
  }

  /// Whether a line says what an activation is in terms of the pre-activation of the same unit: y_j = 1/(1 + e^{−z_j}).
  private func isValue(_ activation: String, of pre: String) -> Bool {
    statements.contains { statement in
      guard statement.chain.signs.first?.name == "=", let head = statement.chain.members[0].nodes.withoutBlanks.first,
        statement.chain.members[0].nodes.withoutBlanks.count == 1, let output = head.occurrence,
        output.letter == activation, output.subscripts.count == 1
      else { return false }
      let unit = LayerContent(output.subscripts[0])
      let inner = statement.chain.members[1].nodes.flatMap { allOccurrences(in: $0) }
      return inner.contains { $0.letter == pre && $0.subscripts.count == 1 && LayerContent($0.subscripts[0]) == unit }
    }
  }

  /// The occurrences in a node, in exponents as well.
  private func allOccurrences(in node: MathNode) -> [Occurrence] {
    guard let occurrence = node.occurrence else { return node.children.flatMap { allOccurrences(in: $0) } }
    return [occurrence] + node.exponent.flatMap { allOccurrences(in: $0) }
  }

  /// Whether every layer has letters of its own, t = x W^{(1)} + b^{(1)} and v = h W^{(2)} + b^{(2)}: then no index tells the
  /// layer.
  private var hasLettersOfLayers: Bool {
    guard roles.definitions.count > 1 else { return false }
    var outputs: Set<String> = []
    var layers: Set<LayerContent> = []
    for definition in roles.definitions {
      guard case .bracketed(let nodes, _)? = definition.weight.superscript, let layer = LayerContent(nodes),
        layer.letter == nil, definition.output.superscript == nil
      else { return false }
      outputs.insert(definition.output.letter)
      layers.insert(layer)
    }
    return outputs.count == layers.count && layers.count == roles.definitions.count
  }

  /// Where the units' letters tell the layer, the activations of two layers may go by two letters: h_j and o_k.
  private mutating func assignOtherActivations() {
    let others: Set<String> = ["x", "X", "y", "Y", "\\hat{y}", "t", "d"]
    for letter in roles.activations.sorted() where !others.contains(letter) {
      guard let reading = vocabulary.letters[letter], reading.role == nil, reading.rank == 1, reading.place == .none
      else {
        continue
      }
      assign(.activation, letter)
    }
  }

  func isLayered(_ letter: String) -> Bool { vocabulary.letters[letter].map { $0.place != .none } ?? false }

  func isLayeredRole(_ role: Vocabulary.Role) -> Bool {
    vocabulary.letters.contains { $0.value.role == role && $0.value.place != .none }
  }

  mutating func assign(_ role: Vocabulary.Role, _ letter: String) {
    guard var reading = vocabulary.letters[letter] else { return }
    reading.role = role
    if role == .loss || role == .rate { reading.rank = 0 }
    vocabulary.letters[letter] = reading
  }

  /// Whether a letter has neither layers nor units where z_1 and z_2 have: h = f(z_1), of which u = m ⊙ h is made before
  /// z_2 = W_2 u is.
  private func standsBetweenLayers(_ letter: String) -> Bool {
    guard let pre = single(roles.letter(for: .preactivation)), isLayered(pre), !isLayered(letter) else { return false }
    return survey[letter].subscriptCounts[0] == survey[letter].count && survey[letter].bare.isEmpty
      && survey[letter].bracketed.isEmpty
  }

  /// What is differentiated most of what may be a loss; nothing is ever differentiated by a loss. Another letter than the
  /// customary ones may be it if it is differentiated often and has no indices.
  func lossLetter() -> String? {
    let hasCustomary = Self.lossLetters.contains { survey[$0].differentiated > 0 && survey[$0].variables == 0 }
    let others = survey.usages.keys.sorted().filter { letter in
      let usage = survey[letter]
      // f(x_i) beside a J is some other quantity.
      if hasCustomary, usage.applications > 0 { return false }
      // What carries a hat is a prediction.
      if letter.hasPrefix("\\hat") || letter.hasPrefix("\\tilde") || letter.hasPrefix("\\bar") { return false }
      return !Self.lossLetters.contains(letter) && usage.differentiated > 2 && usage.variables == 0
        && usage.subscriptCounts[0, default: 0] * 4 > usage.count * 3 && vocabulary.functions[letter] == nil
        && vocabulary.letters[letter] != nil
    }
    let weighed = (Self.lossLetters + others).enumerated().filter { _, letter in
      let usage = survey[letter]
      // The c of ∂c_t/∂c_{t−1}, which always has its step, is what a cell holds.
      let isState = usage.variables > 0 && usage.subscriptCounts[0, default: 0] == 0
      return usage.differentiated > 0 && !isState
    }
    return weighed.max { a, b in
      let (x, y) = (survey[a.element], survey[b.element])
      if (x.variables == 0) != (y.variables == 0) { return y.variables == 0 }
      return (x.differentiated, -a.offset) < (y.differentiated, -b.offset)
    }?
    .element
  }

  mutating func assignTargets() {
    let predictions = ["\\hat{y}", "\\hat{Y}", "\\tilde{y}"]
    for star in ["y^*", "Y^*", "t^*"] where survey[star].count > 0 {
      assign(.target, star)
      if survey["y"].count > 0, vocabulary.letters["y"]?.role == nil, survey["\\hat{y}"].count == 0 {
        assign(.prediction, "y")
      }
    }
    func free(_ letter: String) -> Bool { survey[letter].count > 0 && vocabulary.letters[letter]?.role == nil }
    assignDecoratedTarget()
    for letter in predictions where free(letter) { assign(.prediction, letter) }
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
    if vocabulary.letter(for: .prediction) != nil {
      if let y = ["y", "t", "d", "Y"].first(where: free) ?? capitalTarget { assign(.target, y) }
    } else if let letter = ["t", "d"].first(where: { free($0) && isCompared($0) }) ?? capitalTarget {
      assign(.target, letter)
      if let y = ["y", "Y"].first(where: free) { assign(.prediction, y) }
    } else if let y = ["y", "Y"].first(where: free) {
      // Nothing is differentiated by a target: y = σ(z) is what comes out.
      assign(roles.computed.contains(y) && survey[y].variables > 0 ? .prediction : .target, y)
    }
  }

  /// T, where it is what a batch of outputs is compared with.
  private var capitalTarget: String? {
    isBatchNotation && survey["X"].count > 0 && survey["T"].count > 0 && vocabulary.letters["T"]?.role == nil
      && isCompared("T") ? "T" : nil
  }

  /// Whether b is a bias although no line adds it to anything: not where pre-activations are said to be without one and
  /// nothing is differentiated by b.
  private var isCustomaryBias: Bool {
    survey["b"].count > 0 && (roles.definitions.isEmpty || survey["b"].variables > 0 || isLayered("b"))
  }

  /// h_{W,b}(x), h_θ(x): the output of the network with these weights.
  func isHypothesis(_ letter: String) -> Bool {
    let usage = survey[letter]
    let parameters: Set<String> = ["W", "w", "b", "\\theta", "\\Theta"]
    let isOfParameters =
      usage.pairs.contains { $0.allSatisfy(parameters.contains) }
      || usage.single.keys.contains { $0.letter.map(parameters.contains) ?? false }
    return isOfParameters && usage.applications * 2 >= usage.count && vocabulary.letters[letter]?.role == nil
  }

  /// A letter that the loss compares with the target is the prediction, if nothing else is.
  mutating func findPrediction() {
    guard vocabulary.isLayeredNetwork || isLayeredRole(.weight) else { return }
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count == 2, let head = members[0].first?.occurrence, vocabulary.letters[head.letter]?.role == .loss,
        members[0].count <= 2
      else { continue }
      let found = occurrences(in: members[1]).filter { $0.letter.count > 0 }
      let roles = found.map { vocabulary.letters[$0.letter]?.role }
      guard roles.contains(.target), !roles.contains(.activation), !roles.contains(.prediction),
        let free = found.first(where: { vocabulary.letters[$0.letter].map { $0.role == nil && $0.rank > 0 } ?? false })
      else { continue }
      assign(.prediction, free.letter)
      if standsOnlyInLosses(free.letter) {
        vocabulary.letters[free.letter]?.place = .none
        vocabulary.letters[free.letter]?.family = Family(free.letter.plainName)
      }
    }
  }

  /// Whether a letter occurs nowhere but in lines that say what the loss is: it is compared with the target there.
  func standsOnlyInLosses(_ letter: String) -> Bool {
    let mentions = statements.filter { statement in
      statement.chain.members.contains { occurrences(in: $0.nodes).contains { $0.letter == letter } }
    }
    return !mentions.isEmpty
      && mentions.allSatisfy { statement in
        statement.chain.members[0].nodes.withoutBlanks.first?.occurrence
          .map { vocabulary.letters[$0.letter]?.role == .loss } ?? false
      }
  }

  /// Gives every part the name of its family: two letters of one part are one family.
  mutating func unifyFamilies() {
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
      case .loss:
        // E_t, the loss of a step.
        let isStepwise = !isLayered && reading.place == .subscript
        changed.family = isStepwise ? Family(NetworkSymbol.loss.name, isLayered: true) : NetworkSymbol.loss
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
  mutating func unifyCases() {
    for (letter, reading) in vocabulary.letters
    where reading.role == nil && letter.count == 1 && letter.first?.isUppercase == true {
      let small = letter.lowercased()
      guard let other = vocabulary.letters[small], other.role == nil, other.rank == reading.rank, reading.rank > 0,
        survey[small].subscriptCounts[reading.rank, default: 0] == survey[small].count
      else { continue }
      let isAlwaysIndexed = survey[letter].subscriptCounts[reading.rank, default: 0] == survey[letter].count
      // Or only one of the two is said to be something.
      let defined = definedLetters
      guard isAlwaysIndexed || !vocabulary.hasArrays && defined.contains(letter) && !defined.contains(small) else {
        continue
      }
      vocabulary.letters[letter]?.family = other.family
    }
  }

  /// The letters that some line is about, as what stands before or between its signs.
  private var definedLetters: Set<String> {
    var result: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" {
      for member in statement.chain.members {
        let nodes = member.nodes.withoutBlanks
        if nodes.count == 1, let occurrence = nodes[0].occurrence { result.insert(occurrence.letter) }
      }
    }
    return result
  }

  /// A letter that plays no part must not share the name of a family that has one.
  mutating func separateNames() {
    let taken = Set(vocabulary.letters.values.filter { $0.role != nil }.map(\.family.name))
    for (letter, reading) in vocabulary.letters where reading.role == nil && taken.contains(reading.family.name) {
      let family = Family(reading.family.name + "_", isLayered: reading.family.isLayered)
      vocabulary.letters[letter]?.family = family
    }
  }

  /// Whether the quantities of a layer are arrays: with indices, or as arrays without.
  var arrays: Bool {
    hasArrays
      || vocabulary.letters.contains { letter, reading in
        // Where layers are subscripts too, w_{lij} has three.
        let count = reading.place == .subscript ? 3 : 2
        return reading.role == .weight
          && survey[letter].subscriptCounts[2, default: 0] + survey[letter].subscriptCounts[count, default: 0] > 0
      }
  }
}
