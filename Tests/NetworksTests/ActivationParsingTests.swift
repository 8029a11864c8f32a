import Expressions
import Testing

@testable import Networks

@Suite struct ActivationParsingTests {
  static let good: [(String, Activation)] = [
    ("f", .opaque("f")), ("phi", .opaque("phi")), ("f(z)", .opaque("f")),
    ("sigmoid", .known("sigmoid", parameters: [])), ("logistic", .known("sigmoid", parameters: [])),
    ("ReLU", .known("relu", parameters: [])), ("sigmoid(z)", .known("sigmoid", parameters: [])),
    ("leaky-relu", .known("leaky_relu", parameters: [])), ("Leaky_ReLU", .known("leaky_relu", parameters: [])),
    ("leaky-relu(0.2)", .known("leaky_relu", parameters: [Rational(1, 5)])),
    ("leaky-relu( 1/5 )", .known("leaky_relu", parameters: [Rational(1, 5)])),
    ("elu(0.5)", .known("elu", parameters: [Rational(1, 2)])), ("elu(-2)", .known("elu", parameters: [-2])),
    ("selu(1,2)", .known("selu", parameters: [1, 2])), ("softmax", .known("softmax", parameters: [])),
    ("sin", .known("sin", parameters: [])), ("z", .custom("z")), ("z-1", .custom("z-1")),
    ("z*sigmoid(z)", .custom("z*sigmoid(z)")), (" 1/(1+exp(-z)) ", .custom("1/(1+exp(-z))")),
    ("elu(2*z)", .custom("elu(2*z)")), ("max(0, z)", .custom("max(0, z)")),
    ("where(z > 0, z, 0)", .custom("where(z > 0, z, 0)")), ("sum(k, 1, 3, z^k)", .custom("sum(k, 1, 3, z^k)")),
  ]

  @Test(arguments: good) func reads(_ text: String, _ activation: Activation) throws {
    #expect(try Activation(parsing: text) == activation)
  }

  @Test(arguments: good) func textReadsBack(_ text: String, _ activation: Activation) throws {
    #expect(try Activation(parsing: activation.text) == activation)
  }

  @Test func everyNameOfTheTableIsReadAndWrittenBack() throws {
    for name in Activation.names {
      let activation = try Activation(parsing: name)
      #expect(activation.record != nil, "\(name)")
      #expect(try Activation(parsing: activation.text) == activation, "\(name)")
    }
  }

  static let lists: [(String, String, String)] = [
    ("f", "1-4-3-2", "f f f"), ("tanh,tanh,softmax", "1-4-3-2", "tanh tanh softmax"),
    ("relu,...,softmax", "1-4-3-2", "relu relu softmax"), ("relu,…,softmax", "1-4-2", "relu softmax"),
    ("relu, tanh, ..., softmax", "1-2-3-4-5-6", "relu tanh tanh tanh softmax"),
    ("tanh,...", "1-4-3-2", "tanh tanh tanh"), ("f,g,h", "N-K-L-M", "f g h"),
    ("leaky-relu(0.2),max(0,z)", "1-4-2", "leaky-relu(1/5) max(0,z)"),
    ("tanh", "n_0-...-n_L", "tanh tanh"), ("relu,softmax", "n_0-...-n_L", "relu softmax"),
    ("relu,...,softmax", "n_0-...-n_L", "relu softmax"), ("softmax", "3-2", "softmax"),
  ]

  @Test(arguments: lists) func readsLists(_ text: String, _ architecture: String, _ expected: String) throws {
    let activations = try Activation.list(parsing: text, for: try Architecture(parsing: architecture))
    #expect(activations.map(\.text).joined(separator: " ") == expected)
  }

  static let bad: [(String, String)] = [
    ("", "no activation stands at column 1; activations are separated by commas, as in tanh,tanh,softmax"),
    (
      "tanh,,softmax", "no activation stands at column 6; activations are separated by commas, as in tanh,tanh,softmax"
    ),
    ("sigmod", "unknown activation 'sigmod' at column 1; did you mean sigmoid?"),
    ("relu,...,sotfmax", "unknown activation 'sotfmax' at column 10; did you mean softmax?"),
    ("leakyrelu", "unknown activation 'leakyrelu' at column 1; did you mean leaky-relu?"),
    ("Leaky ReLU", "unknown activation 'Leaky ReLU' at column 1; did you mean leaky-relu?"),
    ("maxout", "unknown activation 'maxout' at column 1; derive list shows all"),
    ("atan", "'atan' at column 1 is a function, but not one of the activations; did you mean atan(z)?"),
    ("max", "'max' at column 1 is a function, but not one of the activations"),
    ("relu,softmax", "3 layers of weights, 2 activations; did you mean relu,...,softmax?"),
    ("a,b", "column 1: unknown symbol 'a' (known here: z)"),
    ("f,g,h,phi", "3 layers of weights, 4 activations; did you mean f,...,phi?"),
    ("...,tanh", "'...' at column 1 has no activation before it to repeat"),
    ("f,...,g,...", "'...' stands twice, the second time at column 9"),
    ("sigmoid(2)", "sigmoid takes no parameters, not 1; did you mean sigmoid?"),
    ("elu(1,2)", "elu takes 1 parameter (alpha), not 2"),
    ("leaky-relu()", "leaky-relu takes 1 parameter (alpha), not 0"),
    ("z*(1+", "column 6: expected an expression, found the end"),
    ("tanh,(z+1", "column 10: '(' of column 6 is not closed, the text ends"),
    ("z)", "column 2: expected an operator, found ')'"),
    ("x^2", "column 1: unknown symbol 'x' (known here: z)"),
    ("z/0", "column 3: division by zero"),
    ("z*1/(2-2)", "column 5: division by zero"),
    ("z*sigmod(z)", "column 3: unknown function 'sigmod'; did you mean sigmoid?"),
    ("3", "the expression at column 1 does not mention z"),
    ("z[1]", "'z' at column 1 takes no index"),
    ("z*f(z)", "the opaque function 'f' at column 1 must stand alone, not inside an expression"),
    (
      "2*softmax(z)",
      "'softmax' at column 1 is a function of the whole layer and must stand alone, not inside an expression"
    ),
    ("partial(z^2, z)", "a derivative at column 1 cannot be part of the expression"),
    ("sum(k, z^k)", "the sum at column 1 needs bounds; as in sum(k, 1, 3, z^k)"),
    ("z > 0", "column 1: expected a value, found the condition z > 0"),
  ]

  @Test(arguments: bad) func refuses(_ text: String, _ expected: String) throws {
    let architecture = try Architecture(parsing: "1-4-3-2")
    #expect(
      message { () throws(NetworkError) in _ = try Activation.list(parsing: text, for: architecture) } == expected)
  }

  static let wrongCounts: [(String, String, String)] = [
    ("tanh,softmax", "3-2", "1 layer of weights, 2 activations; did you mean softmax?"),
    ("f,g,h", "4-3-2", "2 layers of weights, 3 activations; did you mean f,h?"),
    (
      "f,g,h", "n_0-...-n_L",
      "3 activations; layers of any number take one for the hidden layers and one for the output; did you mean f,h?"
    ),
  ]

  @Test(arguments: wrongCounts) func counts(_ text: String, _ layers: String, _ expected: String) throws {
    let architecture = try Architecture(parsing: layers)
    #expect(
      message { () throws(NetworkError) in _ = try Activation.list(parsing: text, for: architecture) } == expected)
  }

  @Test(arguments: ["(", "-", "z^", "where(", "["]) func deepNestingIsRefused(_ bracket: String) {
    let text = String(repeating: bracket, count: 10_000)
    #expect(message { () throws(NetworkError) in _ = try Activation(parsing: text) } != "")
  }
}
