import LaTeX

/// What one unit computes, written as a function of its input: h_θ(x), f_w(x^{(i)}), p(x_i; w), and h(x^{(i)}) where a line
/// multiplies x by a column of weights. It is the prediction ŷ, of the sample that its argument is.
///
/// The parameters below a letter say what it depends on and number nothing.
struct HypothesisFunction: UniformNotationMark {
  private static let letters: Set<String> = ["h", "H", "f", "F", "g", "p", "P", "\\pi", "\\hat{y}", "\\hat{p}", "y"]
  private static let plainLetters: Set<String> = ["h", "H", "f", "F", "p"]
  private static let parameters: Set<String> = ["\\theta", "w", "\\beta", "\\omega", "b"]
  private static let inputs: Set<String> = ["x"]

  /// The letters that stand for such a function without saying its parameters.
  private var plain: Set<String> = []
  /// Whether a line multiplies the input by a column of weights.
  private var hasProduct = false
  /// The letters that say their parameters and are applied to the input somewhere: the h of h_θ(x).
  private var parametrized: Set<String> = []
  /// Whether x_i is the input of sample i there.
  private var numbersBelow = false

  /// What the formulas tell of such functions.
  init(_ formulas: [MathFormula]) {
    var other: Set<String> = []
    for formula in formulas { collectProducts(formula.nodes) }
    for formula in formulas { collectParametrized(formula.nodes) }
    guard hasProduct else { return }
    // A function of the whole column x is not applied to its entries.
    if formulas.contains(where: Self.definesFunctionOfColumn) { numbersBelow = true }
    for formula in formulas { collect(formula.nodes, &other) }
    plain.subtract(other)
  }

  private mutating func collectProducts(_ nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    for (node, next) in zip(visible, visible.dropFirst()) {
      guard let weight = node.occurrence, weight.isTransposed, Self.parameters.contains(weight.letter.plainLetter),
        weight.subscripts.isEmpty, let input = next.occurrence, Self.inputs.contains(input.letter.plainLetter)
      else { continue }
      hasProduct = true
      if input.subscripts.count == 1 { numbersBelow = true }
    }
    for node in visible where node.occurrence == nil || !node.exponent.isEmpty { collectProducts(node.children) }
  }

  /// Whether the notes are about one unit: they multiply the input by a column of weights, or say what h_θ(x) is.
  var isAboutUnit: Bool { hasProduct || !parametrized.isEmpty }

  private mutating func collectParametrized(_ nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    for (node, next) in zip(visible, visible.dropFirst()) {
      if let name = Self.parametrizedLetter(node), sample(in: next) != nil { parametrized.insert(name) }
    }
    for node in visible { collectParametrized(node.children) }
  }

  /// The h of h_θ.
  private static func parametrizedLetter(_ node: MathNode) -> String? {
    guard case .scripts(let own) = node.kind, own.primes.isEmpty, own.upper == nil, let name = own.base?.symbolName,
      letters.contains(name), let lower = own.lower, isParameters(lower.nodes)
    else { return nil }
    return name
  }

  /// f(x) = … wᵀx ….
  private static func definesFunctionOfColumn(_ formula: MathFormula) -> Bool {
    ChainReader.chains(of: formula).contains { chain in
      guard chain.members.count > 1, chain.signs[0].name == "=" || chain.signs[0].name == ":=" else { return false }
      let head = chain.members[0].nodes.withoutBlanks
      guard head.count == 2, head[0].symbolName.map(plainLetters.contains) == true,
        case .fence(let fence) = head[1].kind, fence.body.withoutBlanks.count == 1,
        fence.body.withoutBlanks[0].symbolName.map({ inputs.contains($0.plainLetter) }) == true
      else { return false }
      var product = HypothesisFunction([])
      for member in chain.members.dropFirst() { product.collectProducts(member.nodes) }
      return product.hasProduct
    }
  }

  private mutating func collect(_ nodes: [MathNode], _ other: inout Set<String>) {
    let visible = nodes.withoutBlanks
    for (place, node) in visible.enumerated() {
      if let name = node.symbolName, Self.plainLetters.contains(name) {
        // Of ∇f(x) the f is any function of x.
        let isDifferentiated =
          place > 0 && (visible[place - 1].nabla != nil || visible[place - 1].kind == .symbol("nabla"))
        if !isDifferentiated, place + 1 < visible.count, sample(in: visible[place + 1]) != nil {
          plain.insert(name)
        } else {
          other.insert(name)
        }
      } else if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName,
        Self.plainLetters.contains(name), !(scripts.lower.map { Self.isParameters($0.nodes) } ?? false)
      {
        other.insert(name)
      } else if node.symbolName == nil {
        collect(node.children, &other)
      }
    }
  }

  /// `formula` with ŷ for such functions.
  func marked(_ formula: MathFormula) -> MathFormula {
    formula.replacingNodes(marked(formula.nodes, among: parametrized.isEmpty ? [] : samples(in: formula.nodes)))
  }

  /// What numbers the samples that such functions are applied to here.
  private func samples(in nodes: [MathNode]) -> [MathRow] {
    let visible = nodes.withoutBlanks
    var result = visible.flatMap { samples(in: $0.children) }
    for (node, next) in zip(visible, visible.dropFirst()) where Self.parametrizedLetter(node) != nil {
      if let upper = sample(in: next)?.upper { result.append(upper) }
    }
    return result
  }

  /// The i of (i).
  private static func number(_ sample: MathRow) -> LayerContent? {
    if sample.nodes.count == 1, case .fence(let fence) = sample.nodes[0].kind { return LayerContent(fence.body) }
    return LayerContent(sample.nodes)
  }

  /// `nodes` with ŷ for such functions, in a formula about these samples.
  private func marked(_ nodes: [MathNode], among samples: [MathRow]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let next = nodes[(place + 1)...].firstIndex { !$0.isBlank }
      if let next, let prediction = prediction(nodes[place], nodes[next]) {
        result.append(prediction)
        place = next + 1
      } else if let name = Self.parametrizedLetter(nodes[place]), parametrized.contains(name),
        next.map({ !nodes[$0].isRoundFence }) ?? true
      {
        // ∂h_θ/∂θ leaves out what h_θ is applied to; where the formula is about one sample, it is that.
        let range = nodes[place].range
        let hat = MathNode(.accented(.hat, MathRow([MathNode(.letter("y"), range)], range)), range)
        let isOne = Set(samples.map(Self.number)).count == 1
        result.append(isOne ? MathNode(.scripts(MathScripts(base: hat, upper: samples[0])), range) : hat)
        place += 1
      } else {
        result.append(nodes[place].mappingRows { marked($0, among: samples) })
        place += 1
      }
    }
    return result
  }

  /// ŷ with the sample of the argument; nil where no such function is applied.
  private func prediction(_ function: MathNode, _ arguments: MathNode) -> MathNode? {
    var base = function
    var upper: MathRow?
    if case .scripts(let own) = function.kind {
      guard own.primes.isEmpty, let letter = own.base, let lower = own.lower, Self.isParameters(lower.nodes) else {
        return nil
      }
      base = letter
      upper = own.upper
    }
    guard let name = base.symbolName, Self.letters.contains(name), let sample = sample(in: arguments) else {
      return nil
    }
    let saysParameters = base != function || saysParameters(arguments)
    guard saysParameters || plain.contains(name) else { return nil }
    let hat = MathNode(
      .accented(.hat, MathRow([MathNode(.letter("y"), base.range)], base.range)), base.range)
    let scripts = MathScripts(base: hat, lower: sample.lower, upper: upper ?? sample.upper)
    let range = function.range.lowerBound..<arguments.range.upperBound
    if scripts.lower == nil, scripts.upper == nil { return MathNode(hat.kind, range) }
    return MathNode(.scripts(scripts), range)
  }

  /// What numbers the sample in (x^{(i)}), (x_i; θ), (x)^i; nil where anything but an input stands in the brackets.
  private func sample(in arguments: MathNode) -> (lower: MathRow?, upper: MathRow?)? {
    var bracket = arguments
    var (lower, upper): (MathRow?, MathRow?)
    if case .scripts(let outer) = arguments.kind, let inner = outer.base {
      guard outer.primes.isEmpty, outer.primeCount == 0 else { return nil }
      (bracket, lower, upper) = (inner, outer.lower, outer.upper)
    }
    guard case .fence(let fence) = bracket.kind, fence.open.name == "(" else { return nil }
    let items = fence.body.split(whereSeparator: \.isPunctuation).map { Array($0).withoutBlanks }
    guard let input = items.first, input.count == 1, let argument = input[0].occurrence,
      Self.inputs.contains(argument.letter.plainLetter), !argument.isTransposed, argument.primes == 0,
      argument.subscripts.isEmpty || numbersBelow && argument.subscripts.count == 1,
      items.dropFirst().allSatisfy(Self.isParameters)
    else { return nil }
    if case .scripts(let own) = input[0].kind {
      guard lower == nil || own.lower == nil, upper == nil || own.upper == nil else { return nil }
      (lower, upper) = (lower ?? own.lower, upper ?? own.upper)
    }
    return (lower, upper)
  }

  /// Whether parameters stand behind the input: (x; θ).
  private func saysParameters(_ arguments: MathNode) -> Bool {
    var bracket = arguments
    if case .scripts(let outer) = arguments.kind, let inner = outer.base { bracket = inner }
    guard case .fence(let fence) = bracket.kind else { return false }
    return fence.body.contains(where: \.isPunctuation)
  }

  /// θ, or w and b.
  private static func isParameters(_ nodes: [MathNode]) -> Bool {
    let visible = nodes.withoutBlanks.filter { !$0.isPunctuation }
    return !visible.isEmpty && visible.allSatisfy { $0.symbolName.map { parameters.contains($0.plainLetter) } ?? false }
  }
}

extension String {
  /// A letter without bold type or an arrow: x of \mathbf{x}.
  fileprivate var plainLetter: String {
    guard hasPrefix("\\"), hasSuffix("}"), let open = firstIndex(of: "{") else { return self }
    let command = self[..<open]
    guard ["\\mathbf", "\\boldsymbol", "\\bm", "\\vec", "\\underline"].contains(String(command)) else { return self }
    return String(self[index(after: open)...].dropLast())
  }
}
