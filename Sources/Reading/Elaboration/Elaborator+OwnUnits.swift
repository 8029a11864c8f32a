import Expressions

/// Activations that have another letter in each layer.
extension Elaborator {
  /// The layer of z_j, where z_k are the outputs and y_j the hidden units: that of the outputs, so that z_j is the output
  /// number j.
  mutating func layerOfOwnUnits(_ letter: Vocabulary.Letter, _ name: String, _ unit: String) -> Expression? {
    guard letter.role == .activation, let own = vocabulary.ownUnits[name], own != unit,
      vocabulary.ownUnits.values.contains(unit), let layer = unitLayers[unit],
      let height = vocabulary.unitHeights[unit], let ownHeight = vocabulary.unitHeights[own], height != ownHeight
    else { return nil }
    let shift = graph.number(ownHeight - height)
    return graph.add([layer, shift])
  }
}
