import Expressions
import LaTeX
import Networks

/// Layers that a line leaves out, as where notes say "we drop the reference to layer l in the rest of the derivation".
extension ScopeReader {
  /// Any layer, where no letter of a line carries one although some do elsewhere: what such a line says of quantities of one
  /// layer it says of every layer. Only where one letter numbers layers is it clear which is left out.
  func omittedLayer(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) -> Expression? {
    guard let name = vocabulary.soleLayerLetter, elaborator.indices[name] == nil else { return nil }
    let letters = occurrences.compactMap { vocabulary.letters[$0.letter] }.filter(\.family.isLayered)
    guard !letters.isEmpty else { return nil }
    let first = letters.map { vocabulary.layerRange(of: $0).first }.max() ?? 1
    let beforeLast = letters.map { vocabulary.layerRange(of: $0).beforeLast }.max() ?? 0
    let lower = elaborator.graph.number(first)
    let depth = elaborator.depth()
    let shift = elaborator.graph.number(-beforeLast)
    let upper = elaborator.graph.add([depth, shift])
    let layer = elaborator.graph.index(name.plainName, from: lower, to: upper)
    elaborator.indices[name] = layer
    elaborator.omitsLayers = true
    return layer
  }

  /// Step t of C beside C_{t−1}, as where notes write ∂C/∂C_{t−1}: what carries no step is of the present one.
  func omittedStep(beside contents: [LayerContent]) -> LayerContent? {
    guard let step = vocabulary.stepLetter, contents.contains(LayerContent(letter: step, offset: -1)),
      contents.allSatisfy({ $0.letter == step && ($0.offset == 0 || $0.offset == -1) })
    else { return nil }
    return LayerContent(letter: step, offset: 0)
  }
}

extension Vocabulary {
  /// Whether what stands above a letter is its power, although letters carry layers there.
  func isPower(_ superscript: Occurrence.Superscript?) -> Bool {
    guard soleLayerLetter != nil, case .bare(let nodes)? = superscript, let content = LayerContent(nodes) else {
      return false
    }
    return content.letter == nil
  }
}

extension VocabularyReader {
  /// The letter that all layers have, where notes are about quantities of one layer.
  mutating func findSoleLayer() {
    var names: Set<String> = []
    for (letter, reading) in vocabulary.letters where reading.family.isLayered {
      let usage = survey[letter]
      guard reading.place == .superscript, usage.bracketed.keys.allSatisfy(\.isPlainLetter) else { return }
      for content in usage.bare.keys {
        guard content.isPlainLetter || content.letter == nil && content.offset == 2 else { return }
      }
      names.formUnion(usage.bracketed.keys.compactMap(\.letter))
      names.formUnion(usage.bare.keys.compactMap(\.letter))
    }
    guard names.count == 1, let name = names.first, !vocabulary.isDepth(name) else { return }
    vocabulary.soleLayerLetter = name
  }
}
