import LaTeX

/// What formulas tell about kinds of units: which index each letter carries, and which units lie above which.
struct UnitKindSurvey {
  /// The indices of each letter at the beginning of lines that say what it is.
  private(set) var heads: [String: Set<String>] = [:]
  /// How often each letter with one subscript has which index.
  private var counts: [String: [String: Int]] = [:]
  /// How often each letter with two has which pair of indices.
  private var pairCounts: [String: [Set<String>: Int]] = [:]
  /// The indices of letters that stand in lines of the forward pass beside quantities with the same index.
  private(set) var parameters: [String: Set<String>] = [:]
  /// The pairs of indices of the weights in lines of the forward pass.
  private(set) var weights: [String: Set<Set<String>>] = [:]
  /// For each letter that carries the number of a layer, the indices it has there: w_{ji} in layer 1, w_{kj} in layer 2.
  private(set) var layers: [String: [Int: Set<Set<String>>]] = [:]
  /// The indices of the units that these weights lead to, for each letter.
  private(set) var targets: [String: Set<String>] = [:]
  /// Whether a line says what the loss is.
  private(set) var definesLoss = false
  /// Whether something is differentiated.
  private(set) var differentiates = false
  /// For each index, those of units that lie below.
  private var below: [String: Set<String>] = [:]

  private static let errors: Set<String> = ["\\delta", "\\epsilon", "\\varepsilon", "e"]

  init(_ formulas: [MathFormula]) {
    for formula in formulas {
      collect(formula.nodes)
      for line in ChainReader.lines(of: formula) { for chain in line { add(chain) } }
    }
  }

  /// The indices of each letter with one subscript, without those that a slip alone may have put there.
  var uses: [String: Set<String>] { counts.mapValues(Self.usual) }

  /// The pairs of indices of each letter with two, likewise.
  var pairUses: [String: Set<Set<String>>] { pairCounts.mapValues(Self.usual) }

  /// What occurs more than once, or is not outnumbered.
  private static func usual<Key: Hashable>(_ counts: [Key: Int]) -> Set<Key> {
    let total = counts.values.reduce(0, +)
    return Set(counts.filter { $0.value > 1 || total < 3 }.keys)
  }

  /// What lies below what lies below is below as well.
  mutating func closeOrder() {
    for _ in below.keys {
      for (index, lower) in below {
        below[index] = lower.union(lower.flatMap { below[$0] ?? [] })
      }
    }
  }

  /// Whether there are two kinds or more, and of any two one lies above the other.
  func isOrdered(_ kinds: Set<String>) -> Bool {
    guard kinds.count > 1 else { return false }
    return kinds.allSatisfy { kind in
      below[kind]?.contains(kind) != true
        && kinds.allSatisfy { other in
          kind == other || below[kind]?.contains(other) == true || below[other]?.contains(kind) == true
        }
    }
  }

  /// Whether two of these kinds lie above one another.
  func holdsOrder(_ kinds: Set<String>) -> Bool {
    kinds.contains { below[$0]?.isDisjoint(with: kinds) == false }
  }

  /// The indices of what nothing lies below.
  var inputs: Set<String> { Set(below.values.joined()).subtracting(below.keys) }

  private mutating func add(_ chain: WrittenChain) {
    guard chain.signs.first.map({ ["=", ":=", "equiv"].contains($0.name) }) == true, !chain.isCondition else { return }
    let members = chain.members.map { $0.nodes.withoutBlanks }
    guard members[0].count == 1, let (letter, indices) = Self.quantity(members[0][0], ofLayer: true) else {
      if members[0].count == 1, let name = members[0][0].symbolName, VocabularyReader.lossLetters.contains(name) {
        definesLoss = true
      }
      return
    }
    guard indices.count == 1, let own = indices.first else { return }
    if Self.quantity(members[0][0]) != nil { heads[letter, default: []].insert(own) }
    for value in members.dropFirst() where !Self.errors.contains(letter) && !Self.isOfSlopes(value) {
      addForward(value, own)
    }
  }

  /// z_k = Σ_j w_{kj} h_j + b_k.
  private mutating func addForward(_ value: [MathNode], _ own: String) {
    var found: [(letter: String, indices: [String], isPlain: Bool)] = []
    Self.visit(value) { node in
      let plain = Self.quantity(node)
      if let (letter, indices) = plain ?? Self.quantity(node, ofLayer: true) {
        found.append((letter, indices, plain != nil))
      }
    }
    let single = Set(found.filter { $0.indices.count == 1 }.map { $0.indices[0] })
    for (letter, indices, isPlain) in found {
      if indices.count == 2, Set(indices).count == 2, indices.contains(own) {
        let other = indices[0] == own ? indices[1] : indices[0]
        guard single.contains(other) else { continue }
        below[own, default: []].insert(other)
        if isPlain {
          weights[letter, default: []].insert([own, other])
          targets[letter, default: []].insert(own)
        }
      } else if isPlain, indices == [own] {
        parameters[letter, default: []].insert(own)
      }
    }
  }

  private mutating func collect(_ nodes: [MathNode]) {
    Self.visit(nodes) { node in
      if node.differentials != nil { differentiates = true }
      guard let (letter, indices) = Self.quantity(node) else {
        if let number = node.layerNumber, let (letter, indices) = Self.quantity(node, ofLayer: true) {
          layers[letter, default: [:]][number, default: []].insert(Set(indices))
        } else if let letter = node.occurrence?.letter, node.layerNumber != nil {
          layers[letter, default: [:]][-1, default: []].insert([])
        }
        // What carries anything else below is told apart otherwise.
        if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, scripts.lower != nil {
          counts[name, default: [:]]["", default: 0] += 2
          pairCounts[name, default: [:]][[], default: 0] += 2
        }
        return
      }
      if indices.count == 1 { counts[letter, default: [:]][indices[0], default: 0] += 1 }
      if indices.count == 2 { pairCounts[letter, default: [:]][Set(indices), default: 0] += 1 }
    }
  }

  /// The letters that carry the numbers of layers, if these are parameters alone: what each is a number of, the indices tell
  /// as well. Nil where other quantities carry such numbers.
  func numbered(_ names: Set<String>) -> [String: [Int: Set<String>]]? {
    var result: [String: [Int: Set<String>]] = [:]
    for (letter, numbers) in layers {
      guard heads[letter] == nil, names.contains(letter) else { return nil }
      for (number, indices) in numbers {
        guard indices.count == 1, let own = indices.first, !own.isEmpty else { return nil }
        result[letter, default: [:]][number] = own
      }
      guard Set(result[letter, default: [:]].values).count == numbers.count else { return nil }
    }
    return result
  }

  // MARK: Nodes

  /// A letter with one or two letters below, and no layer above, unless it may have one.
  private static func quantity(_ node: MathNode, ofLayer: Bool = false) -> (letter: String, indices: [String])? {
    guard case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName, let lower = scripts.lower,
      scripts.primes.isEmpty, let indices = lower.nodes.indexLetters, (1...2).contains(indices.count)
    else { return nil }
    if !ofLayer, let upper = scripts.upper?.nodes.withoutBlanks, upper.count != 1 || upper[0].wholeNumber != 2 {
      return nil
    }
    return (letter, indices)
  }

  private static func isOfSlopes(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if node.differentials != nil { return true }
      if case .scripts(let scripts) = node.kind, !scripts.primes.isEmpty { return true }
      return isOfSlopes(node.children)
    }
  }

  private static func visit(_ nodes: [MathNode], _ body: (MathNode) -> Void) {
    for node in nodes {
      if case .scripts(let scripts) = node.kind, case .largeOperator = scripts.base?.kind { continue }
      body(node)
      // The subscripts of a letter are no quantities.
      if case .scripts(let scripts) = node.kind, scripts.base?.symbolName != nil {
        visit(scripts.upper?.nodes ?? [], body)
      } else {
        visit(node.children, body)
      }
    }
  }

  /// The index and the letter of Σ_j e^{z_j} or Σ_j \exp(z_j) at a place; nil if something else stands there.
  static func total(_ nodes: [MathNode], at place: Int) -> (index: String, letter: String)? {
    guard let lower = nodes[place].summation?.lower?.nodes.withoutBlanks, let index = lower.first?.symbolName else {
      return nil
    }
    let rest = nodes[(place + 1)...].filter { !$0.isBlank }
    guard let first = rest.first else { return nil }
    var inner = first.exponent
    if case .function("exp") = first.kind, rest.count > 1, case .fence(let fence) = rest[rest.startIndex + 1].kind {
      inner = fence.body
    }
    let visible = inner.withoutBlanks
    guard visible.count == 1, let (letter, indices) = quantity(visible[0]), indices == [index] else { return nil }
    return (index, letter)
  }

  /// The indices, other than one, of a letter that stands in exponents.
  static func exponentIndices(of letter: String, in nodes: [MathNode], beside index: String?) -> Set<String> {
    var result: Set<String> = []
    let visible = nodes.withoutBlanks
    for (place, node) in visible.enumerated() {
      var inner = node.exponent
      if case .function("exp") = node.kind, visible.indices.contains(place + 1),
        case .fence(let fence) = visible[place + 1].kind
      {
        inner = fence.body
      }
      for item in inner.withoutBlanks {
        if let (name, indices) = quantity(item), name == letter, indices.count == 1, indices[0] != index {
          result.insert(indices[0])
        }
      }
    }
    return result
  }
}

extension MathNode {
  /// 1 of w^{(1)} and w^{[1]}.
  var layerNumber: Int? {
    guard case .scripts(let scripts) = kind, let upper = scripts.upper?.nodes.withoutBlanks, upper.count == 1,
      case .fence(let fence) = upper[0].kind, ["(", "["].contains(fence.open.name)
    else { return nil }
    return fence.body.withoutBlanks.count == 1 ? fence.body.withoutBlanks[0].wholeNumber : nil
  }
}
