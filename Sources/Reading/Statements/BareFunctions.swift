import LaTeX

/// Functions that are written without what they are applied to: σ′ = σ(1 − σ), dσ/dz = σ − σ², z = ln(σ/(1 − σ)).
///
/// Beside a derivative of σ, or beside z where a line says what σ(z) is, such a σ is the value σ(z). What stands in brackets
/// behind it is a factor if σ stands in it by itself again: nobody means σ(1 − σ) as a value of σ.
struct BareFunctions {
  /// What the functions are applied to where lines say what they are.
  private var arguments: [String: MathNode] = [:]
  /// The functions that go by custom, whose definition may be left out.
  private static let customary: Set<String> = ["\\sigma", "\\phi", "\\varphi", "\\psi"]
  /// Those of them, and of f and g, that are applied to something somewhere.
  private var applied: Set<String> = []

  init(_ formulas: [MathFormula]) {
    for name in Self.customary.union(["f", "g"]) where formulas.contains(where: { $0.nodes.apply(name) }) {
      applied.insert(name)
    }
    for formula in formulas {
      for chain in ChainReader.chains(of: formula) where chain.signs.first?.name == "=" {
        let head = chain.members[0].nodes.withoutBlanks
        guard let name = head.first?.symbolName, head.count == 2, let argument = head[1].loneLetter,
          arguments[name] == nil, Self.isElementary(chain.members[1].nodes, in: argument, name)
        else { continue }
        arguments[name] = argument
      }
    }
  }

  /// Whether an expression is made of one letter and numbers.
  private static func isElementary(_ nodes: [MathNode], in argument: MathNode, _ name: String) -> Bool {
    var mentions = false
    func visit(_ nodes: [MathNode]) -> Bool {
      nodes.allSatisfy { node in
        if let letter = node.symbolName {
          if letter == argument.symbolName { mentions = true }
          return letter == argument.symbolName || letter == "e"
        }
        if case .text = node.kind { return false }
        return visit(node.children)
      }
    }
    return visit(nodes) && mentions
  }

  /// `formula` with what such functions are applied to.
  func marked(_ formula: MathFormula) -> MathFormula {
    var nodes = formula.nodes
    var letters = nodes.letters
    let names = Self.customary.union(arguments.keys).union(applied)
    guard !names.isDisjoint(with: letters), ChainReader.chains(of: formula).contains(where: \.isRelation) else {
      return formula
    }
    for name in names.sorted() where letters.contains(name) {
      guard let argument = argument(of: name, in: nodes), nodes.holdsBare(name) else { continue }
      nodes = marked(nodes, name, argument)
      letters = nodes.letters
    }
    return formula.replacingNodes(nodes)
  }

  /// What a function is applied to in a formula: what it is differentiated by there, else what its definition says, where the
  /// formula mentions that.
  private func argument(of name: String, in nodes: [MathNode]) -> MathNode? {
    if let variable = nodes.variable(ofSlope: name) { return variable }
    guard let own = arguments[name] else {
      // σ′ = σ(1 − σ) holds of any argument: of one that goes by no other letter.
      guard applied.contains(name), nodes.saysBareSlope(name), let place = nodes.first?.range else { return nil }
      return MathNode(.letter("zeta"), place)
    }
    return nodes.hasBareSlope(name) || nodes.mentionsAlone(own) ? own : nil
  }

  private func marked(_ nodes: [MathNode], _ name: String, _ argument: MathNode) -> [MathNode] {
    nodes.enumerated().flatMap { place, node -> [MathNode] in
      if node.differentials != nil { return [node] }
      if node.isSign(of: name), !node.isBare(name) || nodes.isApplied(at: place, name) { return [node] }
      guard node.isBare(name) else {
        return [node.mappingRows { marked($0, name, argument) }]
      }
      let end = node.range.upperBound..<node.range.upperBound
      let fence = MathFence(
        open: MathDelimiter("(", .open, end), body: [MathNode(argument.kind, end)],
        close: MathDelimiter(")", .close, end))
      let bracket = MathNode(.fence(fence), end)
      guard case .scripts(var scripts) = node.kind, let upper = scripts.upper, let base = scripts.base else {
        return [node, bracket]
      }
      // σ² is the square of σ(z).
      scripts = MathScripts(base: MathNode(.group(MathRow([base, bracket], base.range)), base.range), upper: upper)
      return [MathNode(.scripts(scripts), node.range)]
    }
  }
}

extension MathNode {
  /// z of (z).
  fileprivate var loneLetter: MathNode? {
    guard case .fence(let fence) = kind, fence.open.name == "(", fence.body.withoutBlanks.count == 1,
      fence.body.withoutBlanks[0].symbolName != nil
    else { return nil }
    return fence.body.withoutBlanks[0]
  }

  /// σ with whatever hangs on it.
  fileprivate func isSign(of name: String) -> Bool {
    if case .scripts(let scripts) = kind { scripts.base?.symbolName == name } else { symbolName == name }
  }

  /// σ, σ′ or σ².
  fileprivate func isBare(_ name: String) -> Bool {
    guard case .scripts(let scripts) = kind else { return symbolName == name }
    guard scripts.base?.symbolName == name, scripts.lower == nil else { return false }
    guard let upper = scripts.upper?.nodes.withoutBlanks else { return true }
    return upper.count == 1 && upper[0].wholeNumber != nil && scripts.primes.isEmpty
  }
}

extension [MathNode] {
  /// The names of all letters that stand here, whatever hangs on them.
  fileprivate var letters: Set<String> {
    var result: Set<String> = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if let name = node.symbolName { result.insert(name) }
        collect(node.children)
      }
    }
    collect(self)
    return result
  }

  /// Whether what stands at `place` is applied to the brackets behind it.
  fileprivate func isApplied(at place: Int, _ name: String) -> Bool {
    guard let next = self[(place + 1)...].first(where: { !$0.isBlank }) else { return false }
    var bracket = next
    if case .scripts(let scripts) = next.kind, let base = scripts.base { bracket = base }
    guard case .fence(let fence) = bracket.kind else { return false }
    return !fence.body.holdsBare(name)
  }

  /// Whether the function stands somewhere without what it is applied to, and not above a derivative.
  fileprivate func holdsBare(_ name: String) -> Bool {
    indices.contains { place in
      let node = self[place]
      if node.differentials != nil { return false }
      if node.isBare(name) { return !isApplied(at: place, name) }
      return node.children.holdsBare(name)
    }
  }

  /// z of dσ/dz and of σ′(z).
  fileprivate func variable(ofSlope name: String) -> MathNode? {
    for (place, node) in enumerated() {
      if let (above, below) = node.differentials {
        if above.rest.count == 1, above.rest[0].symbolName == name, below.rest.count == 1,
          below.rest[0].symbolName != nil
        {
          return below.rest[0]
        }
      } else if case .scripts(let scripts) = node.kind, scripts.base?.symbolName == name, scripts.primes.count == 1,
        let next = self[(place + 1)...].first(where: { !$0.isBlank }), let variable = next.loneLetter
      {
        return variable
      } else if let found = node.children.variable(ofSlope: name) {
        return found
      }
    }
    return nil
  }

  /// Whether σ′ stands somewhere without what it is applied to.
  fileprivate func hasBareSlope(_ name: String) -> Bool {
    indices.contains { place in
      if case .scripts(let scripts) = self[place].kind, scripts.base?.symbolName == name, !scripts.primes.isEmpty {
        return !isApplied(at: place, name)
      }
      return self[place].children.hasBareSlope(name)
    }
  }

  /// Whether a member of the formula is σ′ by itself, and σ stands nowhere in it with what it is applied to.
  fileprivate func saysBareSlope(_ name: String) -> Bool {
    let sides = split { $0.relationName != nil }.map { Array($0).withoutBlanks }
    return !apply(name)
      && sides.contains { side in
        guard side.count == 1, case .scripts(let scripts) = side[0].kind else { return false }
        return scripts.base?.symbolName == name && !scripts.primes.isEmpty && scripts.lower == nil
          && scripts.upper == nil
      }
  }

  /// Whether the function is applied to something in brackets somewhere.
  fileprivate func apply(_ name: String) -> Bool {
    indices.contains { place in
      if self[place].isSign(of: name), isApplied(at: place, name) { return true }
      return self[place].children.apply(name)
    }
  }

  /// Whether a letter is one side of the formula.
  fileprivate func mentionsAlone(_ letter: MathNode) -> Bool {
    let sides = split { $0.relationName != nil }
    return sides.contains {
      $0.count { !$0.isBlank } == 1 && Array($0).withoutBlanks[0].symbolName == letter.symbolName
    }
  }
}
