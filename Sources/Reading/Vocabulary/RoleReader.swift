import LaTeX

/// Finds which letters are weights, pre-activations, activations, …, from the equations that define them.
///
/// z = W a + b, in whatever notation, says that z is a pre-activation, a an activation and b a bias; a = f(z) that a is an
/// activation and z a pre-activation. Where no line says so the customary letters are taken.
struct RoleReader {
  private let survey: Survey
  private let functions: Set<String>
  /// Those whose values are arrays of another shape than their arguments: no activations.
  private let wholes: Set<String>
  private var votes: [Vocabulary.Role: [String: Int]] = [:]
  /// How w, z and a stand to one another in a defining equation.
  private(set) var definitions: [LinearDefinition] = []
  private(set) var weight: String?
  /// The weight in another font: ω_{ji} beside w_{ji}.
  private(set) var otherFont: String?
  /// The functions that activations are said to be of pre-activations.
  private(set) var activationFunctions: [String: Int] = [:]
  private(set) var biases: Set<String> = []
  /// The letters that lines say are computed by a function: a = f(z).
  private(set) var computed: Set<String> = []

  /// z_j^{(l)} = Σ_i w_{ij}^{(l)} a_i^{(l−1)} + b, or a matrix form.
  struct LinearDefinition {
    var output: Occurrence
    var weight: Occurrence
    var input: Occurrence
    var isWeightFirst: Bool
    var hasBias: Bool
    var startsAtZero: Bool
    var isApplied: Bool
    var hasSum: Bool

    /// The subscript of z_{is} that numbers samples: its input x_{js} has it too, and its weight w_{ij} has not.
    var sampleSlot: Int? {
      guard weight.subscripts.count == 2, output.subscripts.count == 2, input.subscripts.count == 2 else { return nil }
      let own = weight.subscripts.map { LayerContent($0) }
      let slots = [0, 1].filter { slot in
        guard let content = LayerContent(output.subscripts[slot]), content.letter != nil else { return false }
        return content == LayerContent(input.subscripts[slot]) && !own.contains(content)
      }
      return slots.count == 1 ? slots[0] : nil
    }

    /// w_{ij} a_j without a sum sign.
    var isRepeated: Bool {
      guard !hasSum, weight.subscripts.count == 2,
        let index = (sampleSlot.map { input.subscripts[1 - $0] } ?? input.subscripts.last).flatMap({
          LayerContent($0)?.letter
        })
      else {
        return false
      }
      return weight.subscripts.contains { LayerContent($0)?.letter == index }
        && !output.subscripts.contains { LayerContent($0)?.letter == index }
    }
  }

  private static let weightLetters = ["w", "W", "\\theta", "\\Theta", "\\omega", "A"]
  private static let biasLetters: Set<String> = ["b", "B", "\\beta", "c", "\\theta", "\\mathbf{b}"]

  init(_ survey: Survey, functions: Set<String>, wholes: Set<String>, _ statements: [WrittenStatement]) {
    self.survey = survey
    self.wholes = wholes
    self.functions = functions
    weight = Self.weightLetters.prefix(5).max { survey[$0].count < survey[$1].count }
    if let weight, survey[weight].count == 0 {
      // W_{x}, W_{h}: the weights have names.
      let bases = Set(survey.usages.keys.map { Occurrence.base(of: $0) })
      self.weight = Self.weightLetters.prefix(2).first { bases.contains($0) }
    }
    if let weight, let other = ["w": "\\omega", "\\omega": "w"][weight],
      !survey[weight].pairs.isDisjoint(with: survey[other].pairs)
    {
      otherFont = other
    }
    for statement in statements { add(statement.chain) }
  }

  /// The letter with the most votes for a part; of two with as many, the one without an accent, which is no prediction.
  func letter(for role: Vocabulary.Role) -> String? {
    votes[role]?.max { a, b in
      if role == .activation, isOutputAlone(a.key) != isOutputAlone(b.key) {
        // y = σ(z) is of the last layer, h^{(1)} = σ(z^{(1)}) of any.
        let (output, other) = isOutputAlone(a.key) ? (a.key, b.key) : (b.key, a.key)
        if !survey[other].bracketed.isEmpty { return output == a.key }
      }
      if a.value != b.value { return a.value < b.value }
      let accents = (a.key.hasPrefix("\\hat"), b.key.hasPrefix("\\hat"))
      return accents.0 != accents.1 ? accents.0 : b.key < a.key
    }?.key
  }

  /// Whether a letter is customarily the output, and never has a layer.
  private func isOutputAlone(_ letter: String) -> Bool {
    ["y", "Y", "\\hat{y}", "\\hat{Y}"].contains(letter) && survey[letter].bracketed.isEmpty
      && survey[letter].bare.isEmpty
      && survey[letter].single.keys.allSatisfy { $0.letter != nil }
  }

  /// The letters that some line says are activations.
  var activations: Set<String> { Set(votes[.activation, default: [:]].keys) }

  /// The letters that some line says are pre-activations.
  var preactivations: Set<String> { Set(votes[.preactivation, default: [:]].keys) }

  private mutating func vote(_ role: Vocabulary.Role, _ letter: String) {
    votes[role, default: [:]][letter, default: 0] += 1
  }

  private func isWeight(_ letter: String) -> Bool {
    guard let weight else { return false }
    if survey[weight].count == 0 { return Occurrence.base(of: letter).lowercased() == weight.lowercased() }
    return letter == weight || letter == otherFont || letter.lowercased() == weight.lowercased() && letter.count == 1
  }

  private mutating func add(_ chain: WrittenChain) {
    guard let first = chain.members.first, let output = defined(by: first) else { return }
    add(output, Array(chain.members.dropFirst()))
    // ŷ = a = f(z) is about a, too.
    if chain.members.count > 2, let second = defined(by: chain.members[1]) {
      add(second, Array(chain.members.dropFirst(2)))
    }
  }

  /// The letter that a member of a chain is, if it may be one that the next member defines.
  private func defined(by member: WrittenChain.Member) -> Occurrence? {
    let nodes = member.nodes.withoutBlanks
    guard nodes.count == 1, let output = nodes[0].occurrence, !functions.contains(output.letter),
      !isWeight(output.letter), output.primes == 0, Occurrence.base(of: output.letter) != "\\delta",
      output.letter.hasPrefix("\\") || output.letter.count <= 3
    else { return nil }
    return output
  }

  private mutating func add(_ output: Occurrence, _ members: [WrittenChain.Member]) {
    for member in members {
      let nodes = SkipTerms.application(member.nodes, of: output) ?? member.nodes.withoutBlanks
      let inner = applied(nodes)
      if inner != nil, let name = functionName(nodes[0]), wholes.contains(name) || name == "diag" { continue }
      if inner != nil, let name = functionName(nodes[0]) { activationFunctions[name, default: 0] += 1 }
      let letters = quantities(in: inner ?? nodes)
      // f(x_t, h_{t−1}, w) is no product.
      if containsDerivative(nodes) || (inner ?? nodes).contains(where: \.isPunctuation) { continue }
      if let weight = letters.first(where: { isWeight($0.letter) }) {
        addLinear(output, weight, letters, in: inner ?? nodes, isApplied: inner != nil)
      } else if inner != nil, letters.count == 1 {
        vote(.activation, output.letter)
        vote(.preactivation, letters[0].letter)
        computed.insert(output.letter)
      }
    }
  }

  private mutating func addLinear(
    _ output: Occurrence, _ weight: Occurrence, _ letters: [Occurrence], in nodes: [MathNode], isApplied: Bool
  ) {
    let others = letters.filter { !isWeight($0.letter) }
    // A recursion of errors has the shape of a forward pass.
    if others.contains(where: { Occurrence.base(of: $0.letter) == "\\delta" }) { return }
    guard let place = letters.firstIndex(where: { $0.range == weight.range }) else { return }
    let isBias = { (o: Occurrence) in Self.biasLetters.contains(Occurrence.base(of: o.letter)) }
    let isInput = { (o: Occurrence) in !isBias(o) && !isWeight(o.letter) }
    // What stands in one product with the weight: behind it, else before it.
    let behind = place + 1 < letters.count && !isApart(weight, letters[place + 1], nodes) ? letters[place + 1] : nil
    let candidates = [behind].compactMap { $0 } + letters[..<place].reversed() + others
    guard let input = candidates.first(where: isInput) else { return }
    vote(isApplied ? .activation : .preactivation, output.letter)
    if isApplied { computed.insert(output.letter) }
    vote(input.letter == "x" && output.letter != "x" && input.superscript == nil ? .input : .activation, input.letter)
    let bias = others.first(where: isBias)
    if let bias {
      vote(.bias, bias.letter)
      biases.insert(bias.letter)
    }
    let isFirst = letters.firstIndex { $0.range == input.range }.map { place < $0 } ?? true
    definitions.append(
      LinearDefinition(
        output: output, weight: weight, input: input, isWeightFirst: isFirst, hasBias: bias != nil,
        startsAtZero: Self.startsAtZero(nodes)
          || letters.contains {
            isWeight($0.letter) && $0.subscripts.last.map(LayerContent.init) == .some(LayerContent(zero))
          },
        isApplied: isApplied, hasSum: Self.hasSum(nodes)))
  }

  /// Whether a plus or minus stands between two letters.
  private func isApart(_ a: Occurrence, _ b: Occurrence, _ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .operation("+"), .operation("-"):
        a.range.upperBound <= node.range.lowerBound && node.range.upperBound <= b.range.lowerBound
      default: false
      }
    }
  }

  /// Whether something is summed in `nodes`.
  static func hasSum(_ nodes: [MathNode]) -> Bool {
    nodes.contains { $0.summation != nil || $0.isEllipsis || $0.kind == .largeOperator("sum") || hasSum($0.children) }
  }

  private var zero: [MathNode] { [MathNode(.number("0"), 0..<0)] }

  private static func startsAtZero(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if let sum = node.summation, let lower = sum.lower?.nodes.withoutBlanks, lower.last?.wholeNumber == 0 {
        return true
      }
      return startsAtZero(node.children)
    }
  }

  /// What stands in the brackets of f(…), if the whole is that.
  private func applied(_ nodes: [MathNode]) -> [MathNode]? {
    guard nodes.count == 2, case .fence(let fence) = nodes[1].kind else { return nil }
    guard let name = functionName(nodes[0]) else { return nil }
    var base = nodes[0]
    if case .scripts(let scripts) = base.kind, let inner = scripts.base { base = inner }
    if functions.contains(name) { return fence.body.withoutBlanks }
    if case .function = base.kind { return fence.body.withoutBlanks }
    return nodes[0].word.map { $0.count > 1 } == true ? fence.body.withoutBlanks : nil
  }

  private func functionName(_ node: MathNode) -> String? {
    var base = node
    if case .scripts(let scripts) = base.kind {
      guard scripts.primes.isEmpty, let inner = scripts.base else { return nil }
      base = inner
    }
    return base.symbolName ?? base.word
  }

  private func containsDerivative(_ nodes: [MathNode]) -> Bool {
    nodes.contains { $0.differentials != nil || containsDerivative($0.children) }
  }

  /// The letters in `nodes` that are no functions, no indices and no bounds, in order.
  private func quantities(in nodes: [MathNode]) -> [Occurrence] {
    nodes.indices.flatMap { place -> [Occurrence] in
      let node = nodes[place]
      // e(y, f(W, x)): what is a function of several quantities is no product of them.
      if node.isRoundFence, place > 0, nodes[place - 1].occurrence != nil,
        node.children.contains(where: \.isPunctuation)
      {
        return []
      }
      if node.summation != nil { return [] }
      // The conditions of cases are no part of a value.
      if case .array(let array) = node.kind, array.name.contains("cases") { return [] }
      if let occurrence = node.occurrence { return functions.contains(occurrence.letter) ? [] : [occurrence] }
      if case .scripts(let scripts) = node.kind {
        let isTransposed = scripts.upper.map { $0.nodes.count == 1 && $0.nodes[0].isTransposeSign } ?? false
        return (scripts.base.map { quantities(in: [$0]) } ?? []).map { occurrence in
          var occurrence = occurrence
          if isTransposed { occurrence.isTransposed.toggle() }
          return occurrence
        }
      }
      return quantities(in: node.children)
    }
  }
}
