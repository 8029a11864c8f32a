import Derivations
import Deriving
import Expressions
import Networks
import Testing

@Suite("Derived formulas")
struct FormulaTests {
  /// A network of numbered widths with the same activation everywhere but, if given, in the output layer.
  static func network(
    _ activation: Activation, widths: [Int] = [3, 4, 2], output: Activation? = nil, loss: String = "mse",
    bias: BiasKind = .vector, batch: Batch = .none
  ) -> Network {
    var activations = Array(repeating: activation, count: widths.count - 1)
    if let output { activations[activations.count - 1] = output }
    return Network(
      architecture: Architecture(.widths(widths.map { .number($0) })), activations: activations,
      loss: .known(loss, parameters: []), bias: bias, batch: batch)
  }

  static func known(_ name: String) -> Activation { .known(name, parameters: []) }

  /// The members of the first statement about δ in the part, as text.
  private func delta(_ part: Part, _ network: Network) throws -> [String] {
    let derivation = try Deriver.derive(network)
    let printer = TextPrinter(derivation.graph)
    for section in derivation.sections where section.part == part {
      for row in section.rows {
        for statement in row.statements where printer.text(statement.head).hasPrefix("delta") {
          return statement.steps.map { printer.text($0.expression) }
        }
      }
    }
    return []
  }

  @Test(
    "The base step",
    arguments: [
      (network(known("sigmoid")), ["(yhat[i] - y[i])*yhat[i]*(1 - yhat[i])"]),
      (network(.custom("1/(1+exp(-z))")), ["(yhat[i] - y[i])*yhat[i]*(1 - yhat[i])"]),
      (network(known("tanh")), ["(yhat[i] - y[i])*(1 - yhat[i]^2)"]),
      (network(known("identity")), ["yhat[i] - y[i]"]),
      (network(known("softplus")), ["(yhat[i] - y[i])*sigmoid(z[3,i])"]),
      (network(known("relu")), ["(yhat[i] - y[i])*[z[3,i] > 0]"]),
      (network(.opaque("f")), ["(yhat[i] - y[i])*f'(z[3,i])"]),
      (network(known("sin")), ["(yhat[i] - y[i])*cos(z[3,i])"]),
      (network(known("exp")), ["(yhat[i] - y[i])*yhat[i]"]),
      (network(known("identity"), loss: "log-cosh"), ["tanh(yhat[i] - y[i])"]),
      (network(known("sigmoid"), loss: "binary-cross-entropy"), ["yhat[i] - y[i]"]),
      (
        network(known("tanh"), output: known("softmax"), loss: "cross-entropy"),
        ["yhat[i]*sum(k, 1, 2, y[k]) - y[i]", "yhat[i] - y[i]"]
      ),
      (
        network(known("tanh"), output: known("softmax"), loss: "kl"),
        ["yhat[i]*sum(k, 1, 2, y[k]) - y[i]", "yhat[i] - y[i]"]
      ),
      (network(known("exp"), loss: "poisson"), ["yhat[i] - y[i]"]),
    ])
  func baseStep(_ network: Network, _ expected: [String]) throws {
    #expect(try Array(delta(.output, network).dropFirst()) == expected)
  }

  @Test(
    "The induction step",
    arguments: [
      (network(.opaque("f")), "sum(j, 1, 2, delta[3,j]*w[2,j,i])*f'(z[2,i])"),
      (network(known("sigmoid")), "sum(j, 1, 2, delta[3,j]*w[2,j,i])*a[2,i]*(1 - a[2,i])"),
      (network(known("tanh"), bias: .folded), "sum(j, 1, 2, delta[3,j]*w[2,j,i])*(1 - a[2,i]^2)"),
      (network(known("relu"), bias: .none, batch: .sum), "sum(j, 1, 2, delta[3,j,s]*w[2,j,i])*[z[2,i,s] > 0]"),
    ])
  func inductionStep(_ network: Network, _ expected: String) throws {
    #expect(try delta(.hidden, network).last == expected)
  }

  @Test("A hidden softmax mixes the units of its layer")
  func hiddenSoftmax() throws {
    let members = try delta(.hidden, Self.network(Self.known("softmax"), loss: "mse"))
    let last = try #require(members.last)
    #expect(
      last.contains("sum(j, 1, 2, delta[3,j]*w[2,j,i])") && last.contains("sum(j, 1, 2, delta[3,j]*w[2,j,m])"),
      "\(last)")
  }

  @Test(
    "A custom definition that is a known one gives the same derivation",
    arguments: [
      ("1/(1+exp(-z))", "sigmoid"), ("z*sigmoid(z)", "silu"), ("max(z,0)", "relu"), ("log(exp(z)+1)", "softplus"),
    ])
  func recognised(_ text: String, _ name: String) throws {
    func printed(_ activation: Activation) throws -> [String] {
      let derivation = try Deriver.derive(Self.network(activation))
      let printer = TextPrinter(derivation.graph)
      return derivation.claims.map { "\(printer.text($0.claim.left)) = \(printer.text($0.claim.right))" }
    }
    #expect(try printed(.custom(text)) == printed(Self.known(name)))
  }

  @Test("Two derivations of one network are the same, claim by claim")
  func deterministic() throws {
    let network = Self.network(
      Self.known("sigmoid"), output: Self.known("softmax"), loss: "cross-entropy", batch: .mean)
    func printed() throws -> [String] {
      let derivation = try Deriver.derive(network, steps: true)
      let printer = TextPrinter(derivation.graph)
      return derivation.claims.map { "\(printer.text($0.claim.left)) = \(printer.text($0.claim.right))" }
    }
    #expect(try printed() == printed())
  }
}
