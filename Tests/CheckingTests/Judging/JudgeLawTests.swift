import Derivations
import Deriving
import Expressions
import Networks
import Testing

@testable import Checking

/// What the deriver writes, put to the judge as somebody's notes.
@Suite("The judge on derivations")
struct JudgeLawTests {
  static let networks: [(String, String, String, BiasKind, Batch)] = [
    ("1-4-3-2", "f", "mse", .vector, .none),
    ("1-4-3-2", "sigmoid", "mse", .vector, .none),
    ("N-K-L-M", "tanh,tanh,softmax", "cross-entropy", .vector, .mean),
    ("n_0-...-n_L", "f", "mse", .vector, .none),
    ("n_0-...-n_L", "relu,...,softmax", "cross-entropy", .folded, .sum),
    ("3-5-2", "softmax,identity", "log-cosh", .folded, .none),
    ("2-3-4-1", "elu,selu,gelu", "huber", .none, .mean),
    ("2-3-4-1", "leaky-relu,softsign,silu", "hinge", .none, .mean),
    ("2-3-4-2", "softplus,sin,exp", "poisson", .vector, .sum),
    ("3-4-2", "z^3+sin(z),sigmoid", "binary-cross-entropy", .vector, .none),
    ("3-4-2", "f,g", "sum(k, (y[k]-a[k])^4)", .folded, .mean),
  ]

  static func derivation(_ place: Int, steps: Bool = false) throws -> Derivation {
    let entry = networks[place]
    let architecture = try Architecture(parsing: entry.0)
    return try Deriver.derive(
      Network(
        architecture: architecture, activations: try Activation.list(parsing: entry.1, for: architecture),
        loss: try Loss(parsing: entry.2), bias: entry.3, batch: entry.4), steps: steps)
  }

  /// The claims as assertions, and what holds throughout.
  static func notes(
    _ derivation: Derivation
  ) -> (graph: ExpressionGraph, assertions: [Assertion], background: Background) {
    var background = Background(learningRates: [NetworkSymbol.learningRate])
    var graph = derivation.graph
    background.loss = graph.symbol(NetworkSymbol.loss)
    let architecture = derivation.network.architecture
    switch architecture.layers {
    case .widths(let widths):
      for (place, width) in widths.enumerated() {
        let symbol = graph.symbol(NetworkSymbol.width, [graph.number(place + architecture.inputLayer)])
        switch width {
        case .number(let units): background.sizes.append((symbol, units))
        case .symbol(let letter):
          let value = graph.symbol(NetworkSymbol.letter(letter))
          background.definitions.append(.init(symbol, value))
        }
      }
    case .open(_, let last): background.depths = [graph.symbol(NetworkSymbol.letter(last))]
    }
    switch derivation.network.loss.targetDomain {
    case .openUnitInterval, .simplex: background.probabilities = [NetworkSymbol.target]
    case .positive, .nonNegative: background.positives = [NetworkSymbol.target]
    default: break
    }
    var assertions: [Assertion] = []
    var last: [ClaimPlace: Int] = [:]
    for (place, claim) in derivation.claims {
      let before = ClaimPlace(section: place.section, row: place.row, statement: place.statement, step: place.step - 1)
      assertions.append(Assertion(claim, predecessor: last[before]))
      last[place] = assertions.count - 1
    }
    return (graph, assertions, background)
  }

  @Test("Every line is a definition, an assumption or proved", arguments: networks.indices, [false, true])
  func derivations(_ place: Int, _ steps: Bool) throws {
    let derivation = try Self.derivation(place, steps: steps)
    let (graph, assertions, background) = Self.notes(derivation)
    var judge = Judge(graph, background: background)
    let printer = TextPrinter(derivation.graph)
    for (assertion, judgement) in zip(assertions, judge.judge(assertions)) {
      switch judgement.verdict {
      case .definition, .assumption, .proved: break
      default:
        Issue.record(
          "\(printer.text(assertion.claim.left)) = \(printer.text(assertion.claim.right)): \(judgement.verdict)")
      }
    }
  }
}
