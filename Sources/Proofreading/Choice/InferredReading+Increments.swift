import Checking
import Derivations
import Expressions
import Networks
import Reading

/// Δw = −η ∂E/∂w that is written out, Δw = −η (o − t) x, where no network is read that would define Δw.
extension InferredReading {
  /// A line that says what Δw is may be any rule of learning, and defines it. Where it is η ∂E/∂w for the E that the notes
  /// define, though, it is a descent whose sign is lost: E would grow.
  mutating func checkIncrements() {
    guard !candidate.isLayeredNetwork, !notes.climbsLikelihood, !subtractsIncrements else { return }
    var judge = self.judge
    var graph = notes.graph
    let loss = graph.symbol(NetworkSymbol.loss)
    for place in judgements.indices {
      guard case .definition = judgements[place].verdict, let parameter = parameter(ofIncrement: place, &graph) else {
        continue
      }
      let slope = graph.partial(loss, by: parameter)
      let rate = graph.symbol(NetworkSymbol.learningRate)
      let ascent = graph.multiply([rate, slope])
      let descent = graph.negate(ascent)
      guard isTrue(place, ascent, graph, &judge), case .refuted(let evidence) = verdict(place, descent, graph, &judge)
      else { continue }
      judgements[place] = Judgement(.refuted(evidence))
      takeIncrement(notes.assertions[place].claim.left, descent, graph)
    }
  }

  /// Judges what is done with Δw by what it should be: the slip is in the line that says what Δw is, and only there.
  private mutating func takeIncrement(_ increment: Expression, _ value: Expression, _ graph: ExpressionGraph) {
    notes.graph = graph
    notes.background.definitions.append(Background.Definition(increment, value))
    judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    let judged = judge.judge(notes.assertions)
    for place in judgements.indices where notes.assertions[place].claim.relation == .becomes {
      if notes.graph.contains(increment, in: notes.assertions[place].claim.right) { judgements[place] = judged[place] }
    }
  }

  /// Whether a line takes Δw off w.
  private var subtractsIncrements: Bool {
    notes.assertions.contains { assertion in
      guard assertion.claim.relation == .becomes, case .add(let terms) = notes.graph[assertion.claim.right] else {
        return false
      }
      return terms.contains { term in
        var graph = notes.graph
        let (coefficient, rest) = graph.splitCoefficient(term)
        guard coefficient.isNegative, case .symbol(let id, _) = graph[rest] else { return false }
        return graph[id].name.hasPrefix("Delta_")
      }
    }
  }

  /// w of a line that says what Δw is by a learning rate.
  private func parameter(ofIncrement place: Int, _ graph: inout ExpressionGraph) -> Expression? {
    let claim = notes.assertions[place].claim
    guard claim.relation == .equal, case .symbol(let id, let slice) = graph[claim.left],
      graph[id].name.hasPrefix("Delta_")
    else { return nil }
    let usesRate = graph.contains(in: claim.right) { node in
      if case .symbol(let id, _) = graph[node] { graph[id] == NetworkSymbol.learningRate } else { false }
    }
    guard usesRate else { return nil }
    let family = Family(String(graph[id].name.dropFirst("Delta_".count)), isLayered: graph[id].isLayered)
    return graph.symbol(family, Array(slice))
  }

  private func isTrue(_ place: Int, _ value: Expression, _ graph: ExpressionGraph, _ judge: inout Judge) -> Bool {
    switch verdict(place, value, graph, &judge) {
    case .proved, .verified: true
    default: false
    }
  }

  /// The verdict on Δw's value being `value`.
  private func verdict(
    _ place: Int, _ value: Expression, _ graph: ExpressionGraph, _ judge: inout Judge
  ) -> Judgement.Verdict {
    var assertion = notes.assertions[place]
    let right = assertion.claim.right
    assertion.claim = Claim(left: value, relation: .equal, right: right, reason: .definition(value))
    return judge.judge(one: assertion, graph: graph)
  }
}
