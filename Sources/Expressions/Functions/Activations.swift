#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The activation functions. A new one is one more entry here: its derivative, its printed slope, its numeric slope and
/// its tests all come from the definition.
enum Activations {
  static let records: [FunctionRecord] = [
    FunctionRecord(
      "identity", aliases: ["linear"], latex: #"\operatorname{id}"#, definition: "z", isActivation: true,
      value: { $0[0] }),
    FunctionRecord(
      "sigmoid", aliases: ["logistic"], latex: #"\sigma"#, definition: "1/(1 + exp(-z))", isActivation: true,
      value: { $0[0] >= 0 ? 1 / (1 + exp(-$0[0])) : exp($0[0]) / (1 + exp($0[0])) }),
    FunctionRecord(
      "tanh", latex: #"\tanh"#, definition: "(exp(z) - exp(-z))/(exp(z) + exp(-z))", isActivation: true,
      value: { tanh($0[0]) }),
    FunctionRecord(
      "relu", latex: #"\operatorname{ReLU}"#, definition: "where(z > 0, z, 0)", kinks: [0], isActivation: true,
      value: { max($0[0], 0) }),
    FunctionRecord(
      "leaky_relu", aliases: ["lrelu"], latex: #"\operatorname{LReLU}"#, definition: "where(z > 0, z, alpha*z)",
      parameters: [("alpha", Rational(1, 100))], kinks: [0], isActivation: true),
    FunctionRecord(
      "elu", latex: #"\operatorname{ELU}"#, definition: "where(z > 0, z, alpha*(exp(z) - 1))",
      parameters: [("alpha", 1)], kinks: [0], isActivation: true),
    // Klambauer, Unterthiner, Mayr, Hochreiter 2017, "Self-normalizing neural networks", with their 16 digits.
    FunctionRecord(
      "selu", latex: #"\operatorname{SELU}"#, definition: "lambda*where(z > 0, z, alpha*(exp(z) - 1))",
      parameters: [
        ("lambda", Rational(10_507_009_873_554_805, 10_000_000_000_000_000)),
        ("alpha", Rational(16_732_632_423_543_772, 10_000_000_000_000_000)),
      ],
      kinks: [0], isActivation: true),
    FunctionRecord(
      "softplus", latex: #"\operatorname{softplus}"#, definition: "log(1 + exp(z))", isActivation: true,
      value: { max($0[0], 0) + log1p(exp(-abs($0[0]))) }),
    FunctionRecord(
      "softsign", latex: #"\operatorname{softsign}"#, definition: "z/(1 + abs(z))", kinks: [0], isActivation: true),
    FunctionRecord(
      "gelu", latex: #"\operatorname{GELU}"#, definition: "z*(1 + erf(z/sqrt(2)))/2", isActivation: true),
    FunctionRecord(
      "silu", aliases: ["swish"], latex: #"\operatorname{SiLU}"#, definition: "z*sigmoid(z)", isActivation: true),
    FunctionRecord(
      "softmax", latex: #"\operatorname{softmax}"#, definition: "exp(z[k])/sum(m, exp(z[m]))", isActivation: true,
      isVectorValued: true),
  ]
}
