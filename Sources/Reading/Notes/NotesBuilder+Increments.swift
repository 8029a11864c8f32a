import Derivations
import Expressions
import Networks

/// Δw, what a step of gradient descent adds to w: −η ∂L/∂w.
extension NotesBuilder {
  /// The family of the increments of a parameter.
  static func increment(of family: Family) -> Family {
    Family("Delta_" + family.name, isLayered: family.isLayered)
  }

  /// Defines Δw and Δb where notes use them as the steps of a descent: where the learning rate stands in a line that says
  /// what Δw is, or where w becomes w + Δw. Every line that says what Δw is can be wrong then, the first one, too.
  mutating func takeIncrements() {
    for parameter in [NetworkSymbol.weight, NetworkSymbol.bias] {
      guard let sign = signOfIncrement(of: parameter),
        let head = LayeredModel.anyMember(of: parameter, &elaborator),
        case .symbol(_, let subscripts) = elaborator.graph[head]
      else { continue }
      let increment = elaborator.graph.symbol(Self.increment(of: parameter), Array(subscripts))
      let loss = elaborator.graph.symbol(NetworkSymbol.loss)
      let slope = elaborator.graph.partial(loss, by: head)
      let rate = elaborator.graph.symbol(NetworkSymbol.learningRate)
      let factor = elaborator.graph.number(-sign)
      let value = elaborator.graph.multiply([factor, rate, slope])
      notes.background.definitions.append(Background.Definition(increment, value))
    }
  }

  /// 1 if Δw is added to w, −1 if it is subtracted; nil if Δw is no step of a descent, or not told to be one.
  private mutating func signOfIncrement(of parameter: Family) -> Int? {
    let increment = Self.increment(of: parameter)
    guard !accumulated.contains(increment) else { return nil }
    var isScaled: Bool?
    var signs: Set<Int> = []
    for assertion in notes.assertions {
      let claim = assertion.claim
      guard case .symbol(let id, _) = elaborator.graph[claim.left] else { continue }
      let family = elaborator.graph[id]
      if family == increment, claim.relation == .equal {
        isScaled = isScaled ?? mentions(NetworkSymbol.learningRate, in: claim.right)
      } else if family == parameter, claim.relation == .becomes, mentions(increment, in: claim.right) {
        guard let sign = signOfStep(claim, increment) else { return nil }
        signs.insert(sign)
      }
    }
    // Without a rate Δw = (t − y) x is what the line says.
    guard isScaled ?? !signs.isEmpty else { return nil }
    return signs == [-1] ? -1 : 1
  }

  /// The sign of Δw in w ± Δw; nil if anything else stands there.
  private mutating func signOfStep(_ claim: Claim, _ increment: Family) -> Int? {
    guard case .add(let slice) = elaborator.graph[claim.right] else { return nil }
    let terms = Array(slice)
    guard terms.count == 2, let step = terms.first(where: { $0 != claim.left }), terms.contains(claim.left) else {
      return nil
    }
    let (coefficient, rest) = elaborator.graph.splitCoefficient(step)
    guard case .symbol(let id, _) = elaborator.graph[rest], elaborator.graph[id] == increment else { return nil }
    return coefficient == 1 ? 1 : coefficient == -1 ? -1 : nil
  }

  func mentions(_ family: Family, in expression: Expression) -> Bool {
    elaborator.graph.contains(in: expression) { node in
      if case .symbol(let id, _) = elaborator.graph[node] { elaborator.graph[id] == family } else { false }
    }
  }
}

extension LayeredModel {
  /// w_{ij}^l or b_i^l for any layer and units; nil for anything else.
  static func anyMember(of parameter: Family, _ elaborator: inout Elaborator) -> Expression? {
    let vocabulary = elaborator.vocabulary
    let offset = vocabulary.conventions.weightsEnterTheirLayer ? 0 : 1
    let first = elaborator.graph.number(vocabulary.inputLayer + 1 - offset)
    let depth = elaborator.depth()
    let shift = elaborator.graph.number(-offset)
    let last = elaborator.graph.add([depth, shift])
    let layer = elaborator.graph.index("l", from: first, to: last)
    guard let letter = vocabulary.letters.values.first(where: { $0.family == parameter }) else { return nil }
    var subscripts = [layer]
    for slot in 0..<letter.rank {
      let (lower, upper) = elaborator.range(of: letter, slot: slot, layer)
      subscripts.append(elaborator.graph.index(slot == 0 ? "i" : "j", from: lower, to: upper))
    }
    return elaborator.graph.symbol(parameter, subscripts)
  }
}
