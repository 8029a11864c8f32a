import Calculus
import Expressions
import Networks

/// The activation of a layer as a function of the graph.
struct LayerActivation: Hashable, Sendable {
  /// What kind of function it is.
  enum Kind: Hashable, Sendable {
    /// a = z.
    case identity
    /// Any smooth function.
    case opaque
    /// A function with a definition, or a primitive.
    case known
    /// A function of the whole layer, with its text.
    case vector(text: String)
  }

  /// The function; its name is that of a record, of a definition in the graph, or an opaque one.
  let function: Function
  let kind: Kind
  /// f′(z) in its shortest form, written with z and f(z), where f has a definition or is a primitive. Finding it is the
  /// dearest single step of a derivation, so it is found once.
  private(set) var slope: Expression?

  private init(function: Function, kind: Kind) {
    self.function = function
    self.kind = kind
  }

  /// A function that is known, with its slope.
  private init(known function: Function, in graph: inout ExpressionGraph) {
    self.init(function: function, kind: .known)
    let z = graph.symbol("z")
    slope = graph.slopeThroughOutput(of: function, at: z, output: graph.call(function, [z]))
  }

  var isVectorValued: Bool { if case .vector = kind { true } else { false } }

  /// The functions of a network's activations. A user's own definition that is provably one of the table's gets that
  /// one's name; any other one gets a name of its own, defined in the graph: f, then g, h, ….
  static func resolve(_ activations: [Activation], in graph: inout ExpressionGraph) -> [LayerActivation] {
    var own: [Activation: LayerActivation] = [:]
    var names = ["f", "g", "h", "phi", "psi"].makeIterator()
    var taken: Set<String> = []
    for case .opaque(let name) in activations { taken.insert(name) }
    func nextName() -> String {
      while let name = names.next() { if !taken.contains(name) { return name } }
      taken.insert("f")
      return "f\(taken.count)"
    }
    return activations.map { activation in
      if let known = own[activation] { return known }
      let resolved = resolve(activation, in: &graph, newName: nextName)
      own[activation] = resolved
      return resolved
    }
  }

  private static func resolve(
    _ activation: Activation, in graph: inout ExpressionGraph, newName: () -> String
  ) -> LayerActivation {
    switch activation {
    case .opaque(let name):
      return LayerActivation(function: Function(name), kind: .opaque)
    case .known(let name, let parameters):
      if activation.isVectorValued, let text = activation.definition?.text {
        return LayerActivation(function: Function(name), kind: .vector(text: text))
      }
      if parameters.isEmpty {
        return named(name, in: &graph)
      }
    case .custom: break
    }
    guard let (text, parameters) = activation.definition,
      let definition = graph.definition(text, parameters: parameters)
    else { return LayerActivation(function: Function("f"), kind: .opaque) }
    if let name = graph.knownFunction(equalTo: definition) {
      return named(name, in: &graph)
    }
    let name = newName()
    graph.define(name, as: definition)
    return LayerActivation(known: Function(name), in: &graph)
  }

  private static func named(_ name: String, in graph: inout ExpressionGraph) -> LayerActivation {
    name == "identity"
      ? LayerActivation(function: Function(name), kind: .identity)
      : LayerActivation(known: Function(name), in: &graph)
  }

  /// f(z).
  func value(at z: Expression, in graph: inout ExpressionGraph) -> Expression {
    kind == .identity ? z : graph.call(function, [z])
  }

  /// Component i of the function of a whole layer of `count` units; `argument` gives the pre-activation of a unit.
  func vectorValue(
    of i: Expression, count: Expression, in graph: inout ExpressionGraph,
    argument: (inout ExpressionGraph, Expression) -> Expression
  ) -> Expression {
    guard case .vector(let text) = kind else { return i }
    let context = TextParser.Context(
      symbols: ["z"], defaultRange: (graph.number(1), count), bindings: ["k": i], opaqueFunctions: [])
    // The texts of the table are expressions; a test parses every one.
    guard let written = try? TextParser.parse(text, into: &graph, context: context) else { return i }
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(written, memo: &memo) { graph, node in
      guard case .symbol(let family, let subscripts) = graph[node], graph[family].name == "z",
        let unit = subscripts.first, subscripts.count == 1
      else { return node }
      return argument(&graph, unit)
    }
  }

  /// f′(z) in its shortest form, through the output `a` = f(z) where that is shorter; f′(z) itself for an opaque f.
  func slope(at z: Expression, output a: Expression, in graph: inout ExpressionGraph) -> Expression {
    switch kind {
    case .identity: graph.number(1)
    case .opaque: graph.call(function.derivative, [z])
    case .known: known(at: z, output: a, in: &graph)
    case .vector: graph.number(0)
    }
  }

  private func known(at z: Expression, output a: Expression, in graph: inout ExpressionGraph) -> Expression {
    let parameter = graph.symbol("z")
    guard let slope else { return graph.call(function.derivative, [z]) }
    return graph.replace([graph.call(function, [parameter]): a, parameter: z], in: slope)
  }
}
