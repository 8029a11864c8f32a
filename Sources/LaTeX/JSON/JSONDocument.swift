import Derivations
import Expressions
import Networks

/// A derivation as one JSON object: the network, and one entry for each claim.
///
/// `latex`, `lhs`, `relation`, `rhs` and `reason` mean what they mean in the reports of `derive check`; `text` is the claim
/// in the grammar of the command line, in canonical names, `ranges` tells the ranges of its free indices.
enum JSONDocument {
  /// The document, a line for each claim.
  static func document(_ derivation: Derivation, notation: Notation) -> String {
    var latex = LaTeXWriter(graph: derivation.graph, notation: notation, statement: [])
    var text = TextWriter(graph: derivation.graph, notation: notation, statement: [])
    let statements = derivation.claims.map { place, claim in
      statement(claim, derivation.sections[place.section], derivation.graph, &latex, &text)
    }
    let document = JSONValue.object([
      ("network", network(derivation.network)), ("statements", .array(statements)),
    ])
    return document.text(linesToDepth: 2) + "\n"
  }

  private static func network(_ network: Network) -> JSONValue {
    .object([
      ("architecture", .string(network.architecture.text)),
      ("activations", .array(network.activations.map { .string($0.text) })),
      ("loss", .string(network.loss.text)),
      ("bias", .string(network.bias.rawValue)),
      ("batch", .string(network.batch.rawValue)),
    ])
  }

  private static func statement(
    _ claim: Claim, _ section: Section, _ graph: ExpressionGraph, _ latex: inout LaTeXWriter, _ text: inout TextWriter
  ) -> JSONValue {
    latex.begin(statement: [claim.left, claim.right])
    text.begin(statement: [claim.left, claim.right])
    let left = latex.latex(claim.left)
    let right = latex.latex(claim.right)
    let grammar = TextPrinter(graph)
    var members: [(name: String, value: JSONValue)] = [
      ("section", .string(section.part.rawValue)), ("title", .string(section.title)),
    ]
    if let layer = section.layer { members.append(("layer", .string(text.compact(layer)))) }
    members += [
      ("latex", .string("\(left) \(claim.relation.latex) \(right)")),
      ("lhs", .string(left)), ("relation", .string(claim.relation.text)), ("rhs", .string(right)),
      ("reason", .string(text.phrase(claim.reason.english))),
      ("text", .string("\(grammar.text(claim.left)) \(claim.relation.text) \(grammar.text(claim.right))")),
    ]
    let ranges = ranges(of: claim, graph)
    if !ranges.isEmpty { members.append(("ranges", .array(ranges))) }
    return .object(members)
  }

  /// The free indices of a claim with their bounds in the grammar of the command line, in order of appearance.
  private static func ranges(of claim: Claim, _ graph: ExpressionGraph) -> [JSONValue] {
    let grammar = TextPrinter(graph)
    var seen: Set<Expression> = []
    return (graph.freeIndices(of: claim.left) + graph.freeIndices(of: claim.right)).compactMap { index in
      guard seen.insert(index).inserted, case .index(let id) = graph[index] else { return nil }
      return .object([
        ("index", .string(graph[id].name)), ("lower", .string(grammar.text(graph[id].lower))),
        ("upper", .string(grammar.text(graph[id].upper))),
      ])
    }
  }
}
