import Derivations
import Deriving
import LaTeX
import Networks
import Testing

@testable import Proofreading
@testable import Reading

/// The relations of a formula as they are written.
struct WrittenRelations {
  /// A relation, and whether it only tells what an index runs over.
  struct Entry {
    var source: RelationSource
    var isCondition: Bool
  }

  private(set) var entries: [Entry] = []

  init(of formula: MathFormula) {
    var last: [String] = []
    for chain in ChainReader.chains(of: formula) {
      let members = chain.members.map { member in member.range.map { formula.latex(in: $0) } ?? "" }
      var before = chain.continuesPrevious ? last : [members[0]]
      for (place, right) in chain.members.enumerated().dropFirst() {
        guard let range = right.range else { continue }
        let source = RelationSource(
          formula: formula, left: chain.members[place - 1].range, right: range, predecessors: before)
        entries.append(Entry(source: source, isCondition: Self.isCondition(chain)))
        before.insert(members[place], at: 0)
      }
      last = before
      for brace in ChainReader.braces(in: chain.members.flatMap(\.nodes)) {
        guard case .brace(let brace) = brace.kind, let note = brace.note, let first = note.nodes.first,
          let last = note.nodes.last, let start = brace.body.nodes.first, let end = brace.body.nodes.last
        else { continue }
        let source = RelationSource(
          formula: formula, left: start.range.lowerBound..<end.range.upperBound,
          right: first.range.lowerBound..<last.range.upperBound)
        entries.append(Entry(source: source, isCondition: false))
      }
    }
  }

  /// i = 1, …, n and i = 1.
  private static func isCondition(_ chain: WrittenChain) -> Bool {
    guard chain.signs.count == 1, chain.members[0].nodes.count == 1,
      case .letter(let name) = chain.members[0].nodes[0].kind
    else { return chain.isCondition }
    return chain.isCondition || ["i", "j", "k", "l", "s"].contains(name)
  }
}

/// Networks whose derivations are mutated.
struct MutatedNetwork: Sendable, CustomTestStringConvertible {
  let architecture: String
  let activations: String
  let loss: String
  var bias = BiasKind.vector
  var batch = Batch.none
  var steps = false

  var testDescription: String { "\(architecture) \(activations) \(loss) \(bias) \(batch)\(steps ? " steps" : "")" }

  static let table = [
    MutatedNetwork(architecture: "1-4-3-2", activations: "f", loss: "mse"),
    MutatedNetwork(architecture: "2-3-4-2", activations: "sigmoid", loss: "mse"),
    MutatedNetwork(architecture: "3-4-2", activations: "tanh,softmax", loss: "cross-entropy", batch: .mean),
    MutatedNetwork(architecture: "n_0-...-n_M", activations: "f", loss: "mse"),
    MutatedNetwork(architecture: "2-3-2", activations: "sigmoid", loss: "binary-cross-entropy", steps: true),
    MutatedNetwork(architecture: "3-5-2", activations: "tanh,f", loss: "mse", bias: .folded),
  ]

  func network() throws -> Network {
    let architecture = try Architecture(parsing: architecture)
    return Network(
      architecture: architecture, activations: try Activation.list(parsing: activations, for: architecture),
      loss: try Loss(parsing: loss), bias: bias, batch: batch)
  }

  /// What `derive` prints for it, and the notation.
  func printed() throws -> (text: String, notation: Notation, network: Network) {
    let network = try network()
    let derivation = try Deriver.derive(network, steps: steps)
    let (notation, _) = Notation.standard.resolvingCollisions(with: network)
    return (DerivationPrinter.print(derivation, format: .latex, notation: notation), notation, network)
  }

  /// The formulas of what is printed.
  func formulas() throws -> [MathFormula] {
    try DocumentReader.read(printed().text, name: "-").formulas.map { MathParser.parse($0.text.scalars) }
  }
}

/// Formulas in the notations of handwritten notes.
enum RetypedFormulas {
  static let notations: [[String]] = [
    [
      #"z_i^2 = \sum_{j=1}^1 w_{ij}^1 x_j + b_i^1, \quad i=1,2,3,4"#, #"a_i^2 = f(z_i^2)"#,
      #"L = \frac{1}{2} \sum_{i=1}^2 (y_i - \hat{y}_i)^2"#,
      #"\delta_i^4 = \frac{\partial L}{\partial z_i^4} = -(y_i - \hat{y}_i) \cdot f'(z_i^4)"#,
      #"\frac{\partial L}{\partial a_i^3} = \sum_{j=1}^2 \frac{\partial L}{\partial z_j^4} \cdot \frac{\partial z_j^4}{\partial a_i^3} = \sum_{j=1}^2 \delta_j^4 \cdot w_{ji}^3"#,
      #"\delta_i^3 = \left( \sum_{j=1}^2 \delta_j^4 \cdot w_{ji}^3 \right) \cdot f'(z_i^3)"#,
      #"\frac{\partial L}{\partial w_{ij}^3} = \underbrace{\frac{\partial L}{\partial z_i^4}}_{\delta_i^4} \cdot \underbrace{\frac{\partial z_i^4}{\partial w_{ij}^3}}_{a_j^3}"#,
    ],
    [
      #"z_k^{(l)} = \sum_j W_{kj}^{(l-1)} a_j^{(l-1)}"#, #"a_k^{(l)} = g(z_k^{(l)}) = \frac{1}{1 + e^{-z_k^{(l)}}}"#,
      #"\text{RSS} = \frac{1}{2} \sum_k (y_k - a_k^{(l)})^2"#,
      #"\frac{\partial \text{RSS}}{\partial W_{kj}^{(l-1)}} = - (y_k - a_k^{(l)}) a_k^{(l)} (1 - a_k^{(l)}) a_j^{(l-1)}"#,
      #"W_{kj}^{(l-1)} := W_{kj}^{(l-1)} - \eta \cdot \frac{\partial \text{RSS}}{\partial W_{kj}^{(l-1)}}"#,
    ],
    [
      #"x_j^{(l)} = g\left(\sum_{i=0}^{d^{(l-1)}} w_{ij}^{(l)} x_i^{(l-1)}\right) = g(s_j^{(l)})"#,
      #"\frac{\partial e(w)}{\partial w_{ij}^{(l)}} = \frac{\partial e(w)}{\partial s_j^{(l)}} \times \frac{\partial s_j^{(l)}}{\partial w_{ij}^{(l)}} = \delta_j^{(l)} \times x_i^{(l-1)}"#,
      #"\delta_i^{(l-1)} = \sum_j \delta_j^{(l)} w_{ij}^{(l)} g'(s_i^{(l-1)})"#,
      #"\delta_1^{(L)} = 2(g(s_1^{(L)}) - y) \cdot g'(s_1^{(L)})"#,
    ],
    [
      #"z^{(l)} = a^{(l-1)} W^{(l)} + b^{(l)}"#, #"a^{(l)} = g_l(z^{(l)})"#,
      #"\delta^{(L)} = \nabla_a C \odot g_L'(z^{(L)})"#,
      #"\delta^{(l)} = \delta^{(l+1)} (W^{(l+1)})^T \odot g_l'(z^{(l)})"#,
      #"\frac{\partial C}{\partial W^{(l)}} = (a^{(l-1)})^T \delta^{(l)}"#,
    ],
    [
      #"\mathbf{z} = \mathbf{W}^\top \mathbf{x} + \mathbf{b}"#, #"\frac{dL}{dW} = \delta x^T"#,
      #"\frac{dL}{dx} = W^T \delta"#, #"\delta_l = (W_{l+1}^T \delta_{l+1}) \odot \sigma'(z_l)"#,
      #"\frac{dL}{db} = \delta \odot a \odot (1 - a)"#,
    ],
  ]
}
