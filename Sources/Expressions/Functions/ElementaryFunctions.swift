#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions of the text grammar. √ is no function but the power ½.
enum ElementaryFunctions {
  static let records: [FunctionRecord] = [
    FunctionRecord("exp", latex: #"\exp"#, isActivation: true, value: { exp($0[0]) }),
    FunctionRecord("log", aliases: ["ln"], latex: #"\log"#, domain: .positive, value: { log($0[0]) }),
    FunctionRecord("sin", latex: #"\sin"#, isActivation: true, value: { sin($0[0]) }),
    FunctionRecord("cos", latex: #"\cos"#, value: { cos($0[0]) }),
    FunctionRecord("tan", latex: #"\tan"#, value: { tan($0[0]) }),
    FunctionRecord(
      "asin", aliases: ["arcsin"], latex: #"\arcsin"#, domain: .symmetricUnitInterval, value: { asin($0[0]) }),
    FunctionRecord(
      "acos", aliases: ["arccos"], latex: #"\arccos"#, domain: .symmetricUnitInterval, value: { acos($0[0]) }),
    FunctionRecord("atan", aliases: ["arctan"], latex: #"\arctan"#, value: { atan($0[0]) }),
    FunctionRecord("sinh", latex: #"\sinh"#, definition: "(exp(z) - exp(-z))/2", value: { sinh($0[0]) }),
    FunctionRecord("cosh", latex: #"\cosh"#, definition: "(exp(z) + exp(-z))/2", value: { cosh($0[0]) }),
    FunctionRecord(
      "sech", latex: #"\operatorname{sech}"#, definition: "2/(exp(z) + exp(-z))", value: { 1 / cosh($0[0]) }),
    FunctionRecord("erf", latex: #"\operatorname{erf}"#, value: { erf($0[0]) }),
    FunctionRecord("abs", latex: #"\operatorname{abs}"#, kinks: [0], value: { abs($0[0]) }),
    FunctionRecord(
      "sign", aliases: ["sgn"], latex: #"\operatorname{sign}"#, kinks: [0],
      value: { $0[0] > 0 ? 1 : $0[0] < 0 ? -1 : 0 }),
    FunctionRecord(
      "step", aliases: ["heaviside"], latex: #"\operatorname{step}"#, definition: "where(z > 0, 1, 0)", kinks: [0],
      value: { $0[0] > 0 ? 1 : 0 }),
    FunctionRecord("max", latex: #"\max"#, arity: 2...64, value: { $0.dropFirst().reduce($0[0]) { max($0, $1) } }),
    FunctionRecord("min", latex: #"\min"#, arity: 2...64, value: { $0.dropFirst().reduce($0[0]) { min($0, $1) } }),
  ]
}
