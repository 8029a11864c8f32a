import Expressions
import LaTeX

/// What the layers that are written in a line tell of the units that are written without one.
extension ScopeReader {
  /// An index letter numbers the units of one layer: beside δ_j^{(l)} the j of net_j is of layer l, and w_{kj}^{(l+1)} leads
  /// from there to the layer of k. Letters that stand at units of two layers tell nothing.
  func takeWrittenLayers(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) {
    var layers: [String: Expression] = [:]
    var ambiguous: Set<String> = []
    for occurrence in occurrences {
      guard let letter = vocabulary.letters[occurrence.letter], letter.family.isLayered,
        let content = content(of: occurrence, letter),
        let layer = try? elaborator.layerExpression(content, occurrence.range)
      else { continue }
      let units = occurrence.subscripts.suffix(letter.rank).map { LayerContent($0) }
      for (slot, unit) in units.enumerated() {
        guard let unit, let name = unit.letter, unit.offset == 0,
          case .units(let offset) = vocabulary.dimension(of: letter, slot: slot).dimension
        else { continue }
        let shift = elaborator.graph.number(offset)
        let own = elaborator.graph.add([layer, shift])
        if let known = layers[name], known != own { ambiguous.insert(name) }
        layers[name] = own
      }
    }
    elaborator.unitLayers = layers.filter { !ambiguous.contains($0.key) }
  }
}

extension Vocabulary {
  /// Takes the mark of a sample off a quantity that has layers elsewhere: the (d) of o^{(d)}.
  func dropSample(of occurrence: inout Occurrence) {
    guard case .bracketed(let nodes, _)? = occurrence.superscript, let name = LayerContent(nodes)?.letter,
      sampleLetters.contains(name), !layerLetters.contains(name), !isDepth(name)
    else { return }
    occurrence.superscript = nil
  }
}
