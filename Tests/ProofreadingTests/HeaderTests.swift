import Derivations
import Deriving
import LaTeX
import Networks
import Reading
import Testing

@testable import Proofreading

@Suite("The line above what derive prints")
struct HeaderTests {
  @Test("It tells the network", arguments: NetworkTable.all, [OutputFormat.latex, .markdown])
  func tells(_ entry: NetworkTable.Entry, _ format: OutputFormat) throws {
    let network = try entry.network()
    let document = try DocumentReader.read(try entry.printed(format), name: "-")
    #expect(try Settings(headerOf: document)?.network() == network)
  }

  @Test(
    "Other lines are none",
    arguments: [
      "1-4-3-2", "a network, activation f, loss mse; w leads from unit j", "1-4-3-2, activation f, loss mse",
      "1-4-3-2, activation nothing, loss mse; w leads from unit j",
      "1-2, activation f, loss nothing; w leads from unit j",
    ])
  func others(_ line: String) { #expect(Settings(header: line) == nil) }
}

extension Settings: Equatable {
  public static func == (a: Settings, b: Settings) -> Bool { (try? a.network()) == (try? b.network()) }
}

/// Networks of every kind.
enum NetworkTable {
  struct Entry: CustomTestStringConvertible {
    var layers: String
    var activations: String
    var loss: String
    var bias = BiasKind.vector
    var batch = Batch.none

    var testDescription: String { "\(layers) \(activations) \(loss) \(bias) \(batch)" }

    func network() throws -> Network {
      let architecture = try Architecture(parsing: layers)
      return Network(
        architecture: architecture, activations: try Activation.list(parsing: activations, for: architecture),
        loss: try Loss(parsing: loss), bias: bias, batch: batch)
    }

    func printed(_ format: OutputFormat, steps: Bool = false) throws -> String {
      let network = try network()
      let notation = Notation.standard.resolvingCollisions(with: network).notation
      return DerivationPrinter.print(try Deriver.derive(network, steps: steps), format: format, notation: notation)
    }
  }

  static let all: [Entry] = [
    Entry(layers: "1-4-3-2", activations: "f", loss: "mse"),
    Entry(layers: "2-3-1", activations: "tanh,sigmoid", loss: "binary-cross-entropy", bias: .none),
    Entry(layers: "N-K-L-M", activations: "tanh,tanh,softmax", loss: "cross-entropy", batch: .mean),
    Entry(layers: "w-z-b", activations: "g,relu", loss: "huber(1/2)", bias: .folded, batch: .sum),
    Entry(layers: "n_0-...-n_L", activations: "f", loss: "mse-mean", bias: .folded),
    Entry(layers: "n_0-...-n_L", activations: "leaky-relu(0.2),softmax", loss: "kl", batch: .mean),
    Entry(layers: "3-5-2", activations: "where(z > 0, z, 0),z*sigmoid(z)", loss: "sum(k, log(cosh(a[k]-y[k])))"),
    Entry(layers: "784-H-10", activations: "exp", loss: "poisson", bias: .none, batch: .mean),
    Entry(layers: "1-1", activations: "h", loss: "1/2*sum(k, (y[k]-a[k])^2)", bias: .folded, batch: .mean),
  ]
}
