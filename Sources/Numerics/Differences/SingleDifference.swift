import Networks

extension CentralDifferences {
  /// The derivative by one weight or bias with the best of many step sizes, by whole forward passes: what is said of a
  /// difference that disagrees is said after a second look.
  ///
  /// Neville's scheme on D(h), D(h/2), …: each column removes one more even power of h (Ridders 1982). The value is the
  /// entry that differs least from its neighbours, the error that difference with the rounding of the loss.
  public static func derivative(
    of perceptron: MultilayerPerceptron, at point: NetworkPoint, by position: Int, lossError: Double
  ) -> (value: Double, error: Double) {
    var best = (value: 0.0, error: Double.infinity)
    var previous: [Double] = []
    var moved = point
    var step = shift * 16
    for _ in 0..<rows {
      let (above, below) = (point.parameters[position] + step, point.parameters[position] - step)
      moved.parameters[position] = above
      let upper = perceptron.forward(at: moved).loss
      moved.parameters[position] = below
      let lower = perceptron.forward(at: moved).loss
      let rounding = (8 * Double.ulpOfOne * (upper.magnitude + lower.magnitude) + lossError) / step
      var row = [(upper - lower) / (above - below)]
      var factor = 4.0
      for (column, earlier) in previous.enumerated() {
        let value = (factor * row[column] - earlier) / (factor - 1)
        let error = max((value - row[column]).magnitude, (value - earlier).magnitude) + rounding
        row.append(value)
        if error < best.error { best = (value, error) }
        factor *= 4
      }
      previous = row
      step /= 2
    }
    return best
  }

  private static let rows = 24
}
