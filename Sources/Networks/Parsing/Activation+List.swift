/// The activations of all layers as they are typed: `tanh`, `tanh,tanh,softmax`, `relu,...,softmax`.
extension Activation {
  /// Reads one activation for all layers behind the input of `architecture`, or one for each, separated by commas
  /// outside brackets; `...` repeats the one before it as often as needed. With open depth the result has two entries,
  /// for the hidden layers and for the output.
  /// - Throws: `NetworkError`.
  public static func list(
    parsing text: String, for architecture: Architecture
  ) throws(NetworkError) -> [Activation] {
    let pieces = Piece(text).splitAtCommas()
    var given: [Activation] = []
    var repeated: Int?
    for piece in pieces {
      if piece.text.isEllipsis {
        guard !given.isEmpty else { throw NetworkError(.nothingToRepeat, column: piece.column) }
        guard repeated == nil else { throw NetworkError(.severalEllipses, column: piece.column) }
        repeated = given.count - 1
      } else {
        given.append(try read(piece))
      }
    }
    let layers = architecture.layerCount.map { $0 - 1 } ?? 2
    if given.count == 1 { return Array(repeating: given[0], count: layers) }
    if let repeated, given.count < layers {
      given.insert(contentsOf: Array(repeating: given[repeated], count: layers - given.count), at: repeated)
    }
    guard given.count == layers else {
      let ends = [pieces[0].text, pieces[pieces.count - 1].text]
      throw wrongCount(pieces.count { !$0.text.isEllipsis }, ends: ends, architecture)
    }
    return given
  }

  private static func wrongCount(_ given: Int, ends: [String], _ architecture: Architecture) -> NetworkError {
    guard let count = architecture.layerCount else {
      return NetworkError(.activationCountAtOpenDepth(given: given), suggestion: ends.joined(separator: ","))
    }
    let layers = count - 1
    let suggestion =
      switch layers {
      case 1: ends[1]
      case 2: ends.joined(separator: ",")
      default: ends.joined(separator: ",...,")
      }
    return NetworkError(.activationCount(layers: layers, given: given), suggestion: suggestion)
  }
}
