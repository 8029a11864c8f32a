import LaTeX

/// Spellings that only the whole of a document tells: a small t for a transposition, a full stop for a product, the
/// number of a layer in brackets on the line.
struct Spelling {
  /// Whether t never stands but above matrices.
  private let transposesWithSmallLetter: Bool

  init(_ formulas: [MathFormula]) {
    var above = 0
    var elsewhere = 0
    func count(_ nodes: [MathNode]) {
      for node in nodes {
        if node.kind == .letter("t") { elsewhere += 1 }
        if let inner = node.scriptsOfQuantityT {
          inner.forEach(count)
          continue
        }
        guard let upper = node.matrixScript else {
          count(node.children)
          continue
        }
        above += 1
        if case .scripts(let scripts) = node.kind {
          count((scripts.base.map { [$0] } ?? []) + (scripts.lower?.nodes ?? []))
        }
        _ = upper
      }
    }
    for formula in formulas { count(formula.nodes) }
    transposesWithSmallLetter = above > 0 && elsewhere == 0
  }

  /// `nodes` in the usual spelling.
  func usual(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let (node, count) = layerOnLine(nodes, place) {
        result.append(node)
        place += count
        continue
      }
      if let (inner, count) = ArrayCall.read(nodes, place) {
        result += usual(inner)
        place += count
        continue
      }
      if let parts = codeName(nodes[place]) {
        result += usual(parts)
        place += 1
        continue
      }
      var node = nodes[place].mappingRows(usual).withMarksBesideBracket.withInnerScripts.withoutShape
      if place + 1 < nodes.count, let primed = node.joined(withPrimesOf: nodes[place + 1]) {
        node = primed
        place += 1
      }
      if transposesWithSmallLetter, nodes[place].matrixScript != nil, case .scripts(var scripts) = node.kind,
        let upper = scripts.upper
      {
        scripts.upper = MathRow([MathNode(.letter("T"), upper.range)], upper.range)
        node = MathNode(.scripts(scripts), node.range)
      }
      if isDotProduct(nodes, place) { node = MathNode(.operation("cdot"), node.range) }
      result.append(node)
      place += 1
    }
    return result
  }

  /// {dz}^{[l]} is d and z^{[l]}.
  private func codeName(_ node: MathNode) -> [MathNode]? {
    guard case .scripts(var scripts) = node.kind, case .group(let row)? = scripts.base?.kind,
      row.nodes.withoutBlanks.count == 2, row.nodes.withoutBlanks[0].isDifferentialSign,
      row.nodes.withoutBlanks[0].kind != .symbol("partial"), row.nodes.withoutBlanks[1].symbolName != nil
    else { return nil }
    let visible = row.nodes.withoutBlanks
    scripts.base = visible[1]
    return [visible[0], MathNode(.scripts(scripts), visible[1].range.lowerBound..<node.range.upperBound)]
  }

  /// A full stop with a factor directly before and behind it.
  private func isDotProduct(_ nodes: [MathNode], _ place: Int) -> Bool {
    guard nodes[place].kind == .punctuation("."), place > 0, place + 1 < nodes.count else { return false }
    let (before, next) = (nodes[place - 1], nodes[place + 1])
    return before.range.upperBound == nodes[place].range.lowerBound
      && nodes[place].range.upperBound == next.range.lowerBound && before.isFactorLike && next.isFactorLike
  }

  /// g[1]'(z): g of layer 1.
  private func layerOnLine(_ nodes: [MathNode], _ place: Int) -> (node: MathNode, count: Int)? {
    guard place + 2 < nodes.count, nodes[place].symbolName != nil, nodes[place + 2].isRoundFence else { return nil }
    var primes: [Range<Int>] = []
    var bracket = nodes[place + 1]
    if case .scripts(let scripts) = bracket.kind, scripts.lower == nil, let base = scripts.base {
      primes = scripts.primes
      if let upper = scripts.upper?.nodes.withoutBlanks {
        guard upper.count == 1, case .scripts(let inner) = upper[0].kind, inner.base == nil, inner.upper == nil else {
          return nil
        }
        primes += inner.primes
      }
      bracket = base
    }
    guard case .fence(let fence) = bracket.kind, fence.open.name == "[", LayerContent(fence.body) != nil else {
      return nil
    }
    let range = nodes[place].range.lowerBound..<nodes[place + 1].range.upperBound
    let scripts = MathScripts(base: nodes[place], upper: MathRow([bracket], bracket.range), primes: primes)
    return (MathNode(.scripts(scripts), range), 2)
  }
}

extension MathNode {
  /// {g^{[l]}}' as g with both scripts, where they don't collide.
  fileprivate var withInnerScripts: MathNode {
    guard case .scripts(var outer) = kind, case .group(let row)? = outer.base?.kind,
      row.nodes.withoutBlanks.count == 1, let inner = row.nodes.withoutBlanks.first
    else { return self }
    guard case .scripts(let scripts) = inner.kind else {
      guard inner.symbolName != nil else { return self }
      outer.base = inner
      return MathNode(.scripts(outer), range)
    }
    guard scripts.base?.symbolName != nil, outer.lower == nil || scripts.lower == nil,
      outer.upper == nil || scripts.upper == nil, outer.primes.isEmpty || scripts.primes.isEmpty
    else { return self }
    outer.base = scripts.base
    outer.lower = outer.lower ?? scripts.lower
    outer.upper = outer.upper ?? scripts.upper
    outer.primes += scripts.primes
    return MathNode(.scripts(outer), range)
  }

  /// What hangs on a t that is a quantity by its index or its type, t_k or a bold one: no time, and no transposition.
  fileprivate var scriptsOfQuantityT: [[MathNode]]? {
    switch kind {
    case .scripts(let scripts) where scripts.lower != nil && scripts.base?.symbolName == "t":
      [scripts.lower?.nodes, scripts.upper?.nodes].compactMap { $0 }
    case .styled(.bold, _) where symbolName == "t": []
    default: nil
    }
  }

  /// The t above a capital letter, a letter in bold type, or brackets.
  fileprivate var matrixScript: MathRow? {
    guard case .scripts(let scripts) = kind, let upper = scripts.upper, let base = scripts.base,
      upper.nodes.withoutBlanks.count == 1, upper.nodes.withoutBlanks[0].kind == .letter("t")
    else { return nil }
    let isMatrix = base.isBold || base.isFence || base.symbolName?.first?.isUppercase == true
    return isMatrix ? upper : nil
  }

  fileprivate var isFactorLike: Bool {
    switch kind {
    case .letter, .scripts, .fraction, .fence, .group, .styled, .accented: true
    default: false
    }
  }
}
