import Derivations
import Deriving
import Expressions
import Networks
import Testing

@testable import Checking

@Suite("The kernel")
struct KernelTests {
  /// Networks as they are typed: architecture, activations, loss, biases, batch.
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
    ("3-2", "softmax", "kl", .vector, .none),
    ("3-4-2", "z^3+sin(z),sigmoid", "binary-cross-entropy", .vector, .none),
    ("3-4-2", "tanh", "mae", .vector, .none),
    ("3-4-2", "f,g", "sum(k, (y[k]-a[k])^4)", .folded, .mean),
  ]

  static func network(_ entry: (String, String, String, BiasKind, Batch)) throws -> Network {
    let architecture = try Architecture(parsing: entry.0)
    return Network(
      architecture: architecture, activations: try Activation.list(parsing: entry.1, for: architecture),
      loss: try Loss(parsing: entry.2), bias: entry.3, batch: entry.4)
  }

  @Test("Proves every claim that the deriver makes", arguments: networks.indices, [false, true])
  func provesDerivations(_ place: Int, _ steps: Bool) throws {
    let derivation = try Deriver.derive(Self.network(Self.networks[place]), steps: steps)
    let printer = TextPrinter(derivation.graph)
    for (entry, verdict) in zip(derivation.claims, Kernel.judge(derivation)) {
      if case .unproved(let why) = verdict {
        Issue.record("\(printer.text(entry.claim.left)) = \(printer.text(entry.claim.right)): \(why)")
      }
    }
  }

  @Test("Proves no slip that is really one", arguments: [0, 3, 5, 9])
  func provesNoSlip(_ place: Int) throws {
    let derivation = try Deriver.derive(Self.network(Self.networks[place]))
    var judged = 0
    for slip in Sabotage.all(of: derivation) {
      // Whether it is false, the concrete network says.
      let report = CrossCheck.run(slip.derivation, settings: .init(draws: 2))
      guard report.failures.contains(where: { $0.place == slip.place }) else { continue }
      let verdicts = Kernel.judge(slip.derivation)
      for (entry, verdict) in zip(slip.derivation.claims, verdicts) where entry.place == slip.place {
        let printer = TextPrinter(slip.derivation.graph)
        #expect(
          verdict != .proved,
          "\(slip.slip): \(printer.text(entry.claim.left)) = \(printer.text(entry.claim.right))")
        judged += 1
      }
    }
    #expect(judged > 20)
  }

  /// Judges `left = right` after the definitions, all given as texts in z[l,i], a[l,i], ….
  private func verdict(_ definitions: [(String, String)], _ left: String, _ right: String) throws -> Verdict {
    var graph = ExpressionGraph()
    let two = graph.number(2)
    let three = graph.number(3)
    let one = graph.number(1)
    var context = TextParser.Context()
    context.bindings["i"] = graph.index("i", from: one, to: two)
    context.bindings["j"] = graph.index("j", from: one, to: three)
    var claims: [Claim] = []
    for (head, value) in definitions {
      let symbol = try TextParser.parse(head, into: &graph, context: context)
      let expression = try TextParser.parse(value, into: &graph, context: context)
      claims.append(Claim(left: symbol, relation: .equal, right: expression, reason: .definition(symbol)))
    }
    let u = try TextParser.parse(left, into: &graph, context: context)
    let v = try TextParser.parse(right, into: &graph, context: context)
    claims.append(Claim(left: u, relation: .equal, right: v, reason: .rule(.chainRule)))
    var kernel = Kernel(graph)
    return claims.map { kernel.judge($0) }.last ?? .assumption
  }

  static let small = [
    ("z[i]", "sum(j, 1, 3, w[i,j]*x[j])"), ("a[i]", "sigmoid(z[i])"), ("L", "sum(i, 1, 2, (a[i] - y[i])^2)"),
  ]

  @Test(
    "True claims about a small network are proved",
    arguments: [
      ("partial(L, a[i])", "2*(a[i] - y[i])"), ("partial(a[i], z[i])", "a[i]*(1 - a[i])"),
      ("partial(L, w[i,j])", "2*(a[i] - y[i])*a[i]*(1 - a[i])*x[j]"),
      ("partial(L, x[j])", "sum(i, 1, 2, partial(L, z[i])*w[i,j])"),
      ("sigmoid(-z[i])", "1 - a[i]"), ("partial(z[i], x[j])", "w[i,j]"), ("partial(a[1], z[2])", "0"),
    ])
  func trueClaims(_ claim: (String, String)) throws {
    #expect(try verdict(Self.small, claim.0, claim.1) == .proved)
  }

  @Test(
    "What is false, or not known, is not proved",
    arguments: [
      // False.
      ("partial(L, a[i])", "a[i] - y[i]"), ("partial(a[i], z[i])", "z[i]*(1 - z[i])"),
      ("partial(z[i], x[j])", "w[j,i]"),
      // True at particular sizes or places only.
      ("partial(L, x[j])", "partial(L, z[1])*w[1,j]"), ("a[i]", "a[1]"),
      // About what is not defined: f is any function, q and M are nothing of the network.
      ("partial(q[i], z[i])", "f(z[i])"), ("partial(M, z[i])", "0"), ("a[3]", "sigmoid(z[3])"),
      ("partial(a[3], z[3])", "a[3]*(1 - a[3])"),
    ])
  func neverProved(_ claim: (String, String)) throws {
    #expect(try verdict(Self.small, claim.0, claim.1) != .proved)
  }

  @Test("Circular definitions and definitions that come too late prove nothing")
  func circular() throws {
    let circle = [("a[i]", "f(z[i])"), ("z[i]", "g(a[i])")]
    #expect(try verdict(circle, "partial(a[i], z[i])", "f'(z[i])*g'(a[i])*f'(z[i])") != .proved)
    #expect(try verdict([("a[i]", "a[i] + 1")], "0", "1") != .proved)
    // A second definition of the same symbol is a claim.
    #expect(try verdict([("a[i]", "f(z[i])"), ("a[i]", "g(z[i])")], "a[i]", "g(z[i])") != .proved)
  }
}
