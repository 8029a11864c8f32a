import Calculus
import Derivations
import Expressions
import LaTeX
import Networks

/// `derive list`: what the program knows. The derivatives are computed on the spot.
enum ListCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    _ = try arguments.operands(count: 0)
    var text = heading("activations, functions of z and their derivatives")
    for record in FunctionTable.records where record.isActivation { text += entry(record) }
    text += entry(
      "f", aliases: Activation.opaqueNames.filter { $0 != "f" }, ["any smooth function", "f'(z)"])
    text += heading("losses of outputs a[1], …, a[n] and targets y[1], …, y[n], and their derivatives by a[i]")
    for record in LossTable.records { text += entry(record) }
    text += heading("notations") + line(Arguments.notations.map(\.name))
    text += heading("formats") + line(OutputFormat.allCases.map(\.rawValue))
    text += heading("parts") + line(Part.allCases.map(\.rawValue))
    text += heading("rules") + RuleName.allCases.map { "  \($0.rawValue)\n" }.joined()
    // The first heading needs no blank line before it.
    console.output.write(String(text.dropFirst()))
    return Command.Status.good
  }

  private static func heading(_ words: String) -> String { "\n\(words):\n" }
  private static func line(_ words: [String]) -> String { "  " + words.joined(separator: ", ") + "\n" }

  /// A name with its aliases, and lines of what there is to say about it.
  private static func entry(_ name: String, aliases: [String], _ lines: [String]) -> String {
    let names = aliases.isEmpty ? name : "\(name) (\(aliases.joined(separator: ", ")))"
    return "  \(names)\n" + lines.map { "      \($0)\n" }.joined()
  }

  private static func parameters(_ parameters: [(name: String, value: Rational)]) -> String {
    parameters.isEmpty
      ? "" : ", " + parameters.map { "\($0.name) = \(decimal($0.value)) unless given" }.joined(separator: ", ")
  }

  /// A short fraction as it is, a long one as a decimal.
  private static func decimal(_ value: Rational) -> String {
    value.denominator < 1_000_000 ? value.description : "\(value.doubleValue)"
  }

  // MARK: Activations

  private static func entry(_ record: FunctionRecord) -> String {
    let aliases = record.aliases.map { $0.replacingUnderscores }
    return entry(record.name.replacingUnderscores, aliases: aliases, facts(record))
  }

  private static func facts(_ record: FunctionRecord) -> [String] {
    if record.isVectorValued { return Softmax.facts(record) }
    var graph = ExpressionGraph()
    let z = graph.symbol("z")
    var definition = "\(record.name)(z)"
    if let text = record.definition {
      // The parameters stay letters, and the slope is that of the function with letters.
      let context = TextParser.Context(symbols: ["z"] + record.parameters.map(\.name))
      if let value = try? TextParser.parse(text, into: &graph, context: context) {
        graph.define(record.name, as: FunctionDefinition(parameter: z, value: value))
        definition = TextPrinter(graph).text(value)
      }
    }
    let output = graph.call(record.name, z)
    let raw = graph.slopeThroughOutput(of: Function(record.name), at: z, output: output)
    let slope = graph.simplify(graph.resolveSlopes(raw))
    return [definition + parameters(record.parameters), TextPrinter(graph).text(slope)]
  }

  /// Softmax is the one function of a whole layer: a[k] = e^{z[k]}/S.
  private enum Softmax {
    static func facts(_ record: FunctionRecord) -> [String] {
      guard let definition = record.definition else { return [] }
      return [definition, derivative(of: definition) ?? ""]
    }

    /// ∂a[i]/∂z[k] through the outputs: whatever the calculus gives, with e^{z[i]} = a[i] S.
    private static func derivative(of definition: String) -> String? {
      var graph = ExpressionGraph()
      let (one, n) = (graph.number(1), graph.symbol("n"))
      let (i, k) = (graph.index("i", from: one, to: n), graph.index("k", from: one, to: n))
      let context = TextParser.Context(bindings: ["k": i])
      guard let value = try? TextParser.parse(definition, into: &graph, context: context),
        let total = try? TextParser.parse("sum(m, exp(z[m]))", into: &graph)
      else { return nil }
      let raw = graph.derivative(of: value, by: graph.symbol("z", [k]))
      // Not simplified before: that would merge the exponentials.
      let contracted = graph.contractKroneckers(raw)
      let size = graph.symbol("S")
      var replacements = [total: size]
      for index in [i, k] {
        let numerator = graph.call("exp", graph.symbol("z", [index]))
        replacements[numerator] = graph.multiply([graph.symbol("a", [index]), size])
      }
      let throughOutput = graph.simplify(graph.replace(replacements, in: contracted))
      return "by z[k] of a[i]: " + TextPrinter(graph).text(throughOutput)
    }
  }

  // MARK: Losses

  private static func entry(_ record: LossRecord) -> String {
    var graph = ExpressionGraph()
    let i = graph.index("i", from: graph.number(1), to: graph.symbol("n"))
    guard let value = try? TextParser.parse(record.definition, into: &graph) else { return "" }
    let output = graph.symbol("a", [i])
    let raw = graph.resolveSlopes(graph.contractKroneckers(graph.derivative(of: value, by: output)))
    let slope = graph.simplify(raw)
    return entry(
      record.name, aliases: record.aliases,
      [record.definition + parameters(record.parameters), TextPrinter(graph).text(slope)])
  }
}

extension String {
  /// A name as it is typed: with hyphens.
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
