import Networks

extension NetworkInstance {
  /// What the symbols of formulas about this network stand for in `state`: w, b, z, a, x, y, ŷ and L, with the layers
  /// counted as the architecture counts. Each sample's index comes last, where there is a batch.
  ///
  /// With folded biases, w, a and x have an index 0, with a_0 = x_0 = 1.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  public func environment<Element: Scalar>(_ state: NetworkState<Element>) -> IndexEnvironment<Element> {
    var arrays: [ArrayKey: IndexedArray<Element>] = [:]
    arrays.reserveCapacity(5 * widths.count + 8)
    for (place, layer) in layout.layers.enumerated() {
      let label = weightLayer(from: place)
      let isFolded = network.bias == .folded
      arrays[ArrayKey(NetworkSymbol.weight.name, layer: label)] = IndexedArray(
        state.parameters, offset: isFolded ? layer.weightStart - 1 : layer.weightStart,
        axes: [
          ArrayAxis(count: layer.outputs, stride: layer.rowStride),
          ArrayAxis(lower: isFolded ? 0 : 1, count: layer.inputs + (isFolded ? 1 : 0), stride: 1),
        ])
      if network.bias == .vector, let start = layer.biasStart {
        arrays[ArrayKey(NetworkSymbol.bias.name, layer: label)] = IndexedArray(
          state.parameters, offset: start, axes: [ArrayAxis(count: layer.outputs, stride: 1)])
      }
    }
    for (place, values) in state.preactivations.enumerated() {
      let key = ArrayKey(NetworkSymbol.preactivation.name, layer: inputLayer + place + 1)
      arrays[key] = units(values, width: widths[place + 1])
    }
    for (place, values) in state.activations.enumerated() {
      let key = ArrayKey(NetworkSymbol.activation.name, layer: inputLayer + place)
      let isOutput = place == depth
      arrays[key] = isOutput ? units(values, width: widths[place]) : incoming(values, width: widths[place])
      if place == 0 { arrays[ArrayKey(NetworkSymbol.input.name)] = arrays[key] }
      if isOutput { arrays[ArrayKey(NetworkSymbol.prediction.name)] = arrays[key] }
    }
    arrays[ArrayKey(NetworkSymbol.target.name)] = units(state.targets, width: loss.width)
    arrays[ArrayKey(NetworkSymbol.loss.name)] = IndexedArray(state.loss)
    return IndexEnvironment(scope: scope, arrays: arrays, functions: functions)
  }

  /// Numbers of each unit of a layer, sample by sample, as an array over the units (and the samples).
  public func units<Element: Scalar>(_ values: [Element], width: Int) -> IndexedArray<Element> {
    var axes = [ArrayAxis(count: width, stride: 1)]
    if network.batch != .none { axes.append(ArrayAxis(count: samples, stride: width)) }
    return IndexedArray(values, axes: axes)
  }

  /// The same with the constant unit 0 in front, where biases are folded in.
  private func incoming<Element: Scalar>(_ values: [Element], width: Int) -> IndexedArray<Element> {
    guard network.bias == .folded else { return units(values, width: width) }
    var extended: [Element] = []
    extended.reserveCapacity(samples * (width + 1))
    for sample in 0..<samples {
      extended.append(Element(1))
      extended += values[sample * width..<(sample + 1) * width]
    }
    var axes = [ArrayAxis(lower: 0, count: width + 1, stride: 1)]
    if network.batch != .none { axes.append(ArrayAxis(count: samples, stride: width + 1)) }
    return IndexedArray(extended, axes: axes)
  }
}
