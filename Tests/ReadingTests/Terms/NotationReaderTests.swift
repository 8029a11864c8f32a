import Derivations
import Deriving
import Expressions
import LaTeX
import Networks
import Testing

@testable import Reading

@Suite("Reading what is printed")
struct NotationReaderTests {
  static let networks: [(String, String, String, BiasKind, Batch)] = [
    ("1-4-3-2", "f", "mse", .vector, .none), ("2-3-4-2", "sigmoid", "mse", .vector, .none),
    ("N-K-P-M", "tanh,tanh,softmax", "cross-entropy", .vector, .mean),
    ("3-5-2", "softmax,identity", "log-cosh", .folded, .none),
    ("2-3-4-2", "elu,silu,gelu", "huber", .none, .sum), ("2-3-2", "relu,softsign", "mae", .vector, .none),
    ("2-3-2", "leaky-relu,exp", "poisson", .vector, .mean),
  ]

  private func derivation(_ entry: (String, String, String, BiasKind, Batch), steps: Bool) throws -> Derivation {
    let architecture = try Architecture(parsing: entry.0)
    let network = Network(
      architecture: architecture, activations: try Activation.list(parsing: entry.1, for: architecture),
      loss: try Loss(parsing: entry.2), bias: entry.3, batch: entry.4)
    return try Deriver.derive(network, steps: steps)
  }

  @Test("Every side of every claim about numbered layers is read back", arguments: networks.indices, [false, true])
  func roundTrip(_ place: Int, _ steps: Bool) throws {
    let derivation = try derivation(Self.networks[place], steps: steps)
    let (notation, _) = Notation.standard.resolvingCollisions(with: derivation.network)
    let printer = ExpressionPrinter(derivation.graph, notation)
    var reader = NotationReader(derivation.graph, notation: notation, network: derivation.network)
    var count = 0
    for (_, claim) in derivation.claims where !hasSymbolicLayer(claim, derivation.graph) {
      for side in [claim.left, claim.right] {
        let latex = printer.latex(side, in: [claim.left, claim.right])
        reader.beginStatement(MathParser.parse(latex).nodes)
        do {
          let read = try reader.expression(MathParser.parse(latex).nodes)
          // Printing loses the order of numbers and quotients within a product, nothing else: print it again.
          let again = ExpressionPrinter(reader.graph, notation).latex(read, in: [read])
          let alone = ExpressionPrinter(reader.graph, notation).latex(side, in: [side])
          #expect(again == alone || again == latex, "\(latex)")
          count += 1
        } catch {
          Issue.record("\(latex): \(error)")
        }
      }
    }
    #expect(count > 20)
  }

  private func hasSymbolicLayer(_ claim: Claim, _ graph: ExpressionGraph) -> Bool {
    [claim.left, claim.right].contains { side in
      graph.contains(in: side) { node in
        guard case .symbol(let family, let subscripts) = graph[node], graph[family].isLayered,
          let layer = subscripts.first
        else { return false }
        return graph.numberValue(layer) == nil
      }
    }
  }

  @Test(
    "What has no meaning is named with its place",
    arguments: [
      ("z_i^3 + q", "unknownLetter(\"q\")", 8..<9), (#"\sum_j w_{ij}^2"#, "missing(\"bounds under the sum\")", 0..<4),
      ("w_i^2", "subscripts(of: \"w\", wanted: 2, found: 1)", 0..<5), ("z_i", "missing(\"a layer at z\")", 0..<3),
      (#"z_i^3 \foo"#, "unexpected(\"\\\\foo\")", 6..<10),
    ])
  func problems(_ latex: String, _ kind: String, _ range: Range<Int>) throws {
    let derivation = try derivation(Self.networks[0], steps: false)
    var reader = NotationReader(derivation.graph, notation: .standard, network: derivation.network)
    do {
      _ = try reader.expression(MathParser.parse(latex).nodes)
      Issue.record("read")
    } catch {
      #expect("\(error.kind)" == kind)
      #expect(error.range == range)
    }
  }
}
