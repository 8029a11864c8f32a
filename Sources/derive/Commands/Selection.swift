import Derivations
import Expressions
import Networks

/// What of a derivation is printed: the values of `--only` and `--layer`.
struct Selection {
  /// The parts, nil for all.
  let parts: [Part]?
  /// The layers as they are typed, nil for all: `3`, or `L` and `l` where the depth is open.
  let layers: [String]?
  /// How the output layer is called.
  private let outputLayer: String
  private let only: String?
  private let layer: String?

  /// - Throws: `CommandError` for an unknown part, or a layer that the architecture doesn't have.
  init(_ arguments: Arguments, _ architecture: Architecture) throws(CommandError) {
    parts = try arguments.choices(.only, as: Part.self)
    switch architecture.layers {
    case .widths(let widths): outputLayer = String(widths.count - 1 + architecture.inputLayer)
    case .open(_, let last): outputLayer = last
    }
    only = arguments.text(.only)
    layer = arguments.text(.layer)
    guard let layer else {
      layers = nil
      return
    }
    let names = arguments.words(layer)
    if names.contains("") { throw arguments.fault(.layer, .emptyLayer) }
    if let last = architecture.outputLayer {
      let first = architecture.inputLayer
      for name in names where !(first...last).contains(Int(name) ?? first - 1) {
        throw arguments.fault(.layer, .notALayer(name, first: first, last: last))
      }
    }
    layers = names.map { Int($0).map(String.init) ?? String($0.filter { $0 != " " }) }
  }

  /// `derivation` without what is not selected.
  /// - Throws: `CommandError` if nothing is left.
  func apply(to derivation: Derivation) throws(CommandError) -> Derivation {
    if parts == nil, layers == nil { return derivation }
    var result = derivation
    result.sections = derivation.sections.compactMap { section in
      if let parts, !parts.contains(section.part) { return nil }
      guard let layers else { return section }
      return selected(section, layers, derivation.graph)
    }
    if result.sections.isEmpty { throw CommandError(.nothingSelected(only: only, layer: layer), in: .main) }
    return result
  }

  /// A section about one layer stays or goes as a whole. Of any other the rows stay whose left sides name a layer that
  /// is wanted.
  private func selected(_ section: Section, _ layers: [String], _ graph: ExpressionGraph) -> Section? {
    if let layer = section.layer { return layers.contains(name(of: layer, graph)) ? section : nil }
    var result = section
    result.rows = section.rows.filter { row in
      row.statements.contains { self.layer(of: $0.head, graph).map(layers.contains) ?? false }
    }
    return result.rows.isEmpty ? nil : result
  }

  /// The layer that the left side of a statement names: that of the symbol itself, or of what it is differentiated by.
  private func layer(of head: Expression, _ graph: ExpressionGraph) -> String? {
    switch graph[head] {
    case .symbol(let id, let subscripts):
      let family = graph[id]
      if family == NetworkSymbol.prediction { return outputLayer }
      return family.isLayered ? subscripts.first.map { name(of: $0, graph) } : nil
    case .partial(_, let variable): return layer(of: variable, graph)
    default: return nil
    }
  }

  /// A layer as it is typed. The underscore only keeps a letter of the architecture apart from a role.
  private func name(of layer: Expression, _ graph: ExpressionGraph) -> String {
    String(TextPrinter(graph).text(layer).filter { $0 != " " && $0 != "_" })
  }
}
