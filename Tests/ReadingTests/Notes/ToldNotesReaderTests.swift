import Checking
import Derivations
import Deriving
import LaTeX
import Networks
import Testing

@testable import Reading

@Suite("From a printed derivation back to its claims")
struct ToldNotesReaderTests {
  static let networks: [(String, String, String, BiasKind, Batch)] = [
    ("1-4-3-2", "f", "mse", .vector, .none), ("2-3-4-2", "sigmoid", "mse", .vector, .none),
    ("N-K-P-M", "tanh,tanh,softmax", "cross-entropy", .vector, .mean),
    ("3-5-2", "softmax,identity", "log-cosh", .folded, .none), ("2-3-4-2", "elu,silu,gelu", "huber", .none, .sum),
    ("2-3-2", "relu,softsign", "mae", .vector, .none), ("2-3-2", "leaky-relu,exp", "poisson", .vector, .mean),
    ("n_0-...-n_M", "f", "mse", .vector, .none),
  ]

  @Test("Every relation that is printed is read, and the kernel proves it", arguments: networks.indices, [false, true])
  func roundTrip(_ place: Int, _ steps: Bool) throws {
    let entry = Self.networks[place]
    let architecture = try Architecture(parsing: entry.0)
    let network = Network(
      architecture: architecture, activations: try Activation.list(parsing: entry.1, for: architecture),
      loss: try Loss(parsing: entry.2), bias: entry.3, batch: entry.4)
    let derivation = try Deriver.derive(network, steps: steps)
    let (notation, _) = Notation.standard.resolvingCollisions(with: network)
    let printed = DerivationPrinter.print(derivation, format: .latex, notation: notation)
    let document = try DocumentReader.read(printed, name: "-")
    let notes = ToldNotesReader.read(document, notation: notation, network: network)
    for relation in notes.relations {
      if case .unread(let problem) = relation.content { Issue.record("\(problem)") }
    }
    #expect(notes.assertions.count == derivation.claims.count)
    var kernel = Kernel(notes.graph)
    kernel.takeWidths(of: architecture)
    let printer = TextExpressionPrinter(notes.graph, notation)
    for assertion in notes.assertions {
      let claim = assertion.claim
      if case .unproved(let why) = kernel.judge(claim) {
        Issue.record("\(printer.text(claim.left)) = \(printer.text(claim.right)): \(why)")
      }
    }
  }
}
