/// The design matrix, whose rows are the inputs of all samples: X of x, X̃ of x̃, Φ of φ.
extension String {
  private static let designMatrices = ["x": "X", "\\phi": "\\Phi", "\\varphi": "\\Phi"]

  /// The letter that stands for the matrix of all samples beside this one for the input of one; nil if this is no input.
  var designMatrix: String? {
    let inner = undecorated
    guard let matrix = Self.designMatrices[inner] else { return nil }
    guard inner != self else { return matrix }
    return prefix { $0 != "{" } + "{" + matrix + "}"
  }

  /// Whether a letter may stand for the matrix of all samples.
  var isDesignMatrix: Bool { Self.designMatrices.values.contains(undecorated) }

  /// h for h̃, whose shape it has by custom; predictions are known by their hats.
  var undecorated: String {
    for accent in ["\\tilde{", "\\bar{", "\\hat{"] where hasPrefix(accent) && hasSuffix("}") {
      let inner = String(dropFirst(accent.count).dropLast())
      return ["y", "Y"].contains(inner) ? self : inner
    }
    return self
  }
}
