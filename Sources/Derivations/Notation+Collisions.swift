import Networks

/// Letters that a network is written with and that the notation uses for something else.
extension Notation {
  /// A role that was written with a letter which the network needs, and how it is written instead.
  /// `latex` is the new letter in LaTeX, `to` in plain text.
  public typealias Move = (role: String, from: String, to: String, latex: String)

  /// What a role moves to: the script letter, else the Greek letter that sounds like it, else the next free one.
  private static let alternatives: [(family: String, role: String, styles: [SymbolStyle])] = [
    ("L", "the loss", [SymbolStyle(latex: #"\mathcal{L}"#, text: "ℒ"), SymbolStyle(latex: "E", text: "E")]),
    ("S", "the batch size", [SymbolStyle(latex: "B", text: "B"), SymbolStyle(latex: #"\mathcal{S}"#, text: "𝒮")]),
    ("w", "the weights", [SymbolStyle(latex: #"\omega"#, text: "ω"), SymbolStyle(latex: #"\theta"#, text: "θ")]),
    ("b", "the biases", [SymbolStyle(latex: #"\beta"#, text: "β"), SymbolStyle(latex: #"\gamma"#, text: "γ")]),
    ("z", "the pre-activations", [SymbolStyle(latex: #"\zeta"#, text: "ζ"), SymbolStyle(latex: "u", text: "u")]),
    ("a", "the activations", [SymbolStyle(latex: #"\alpha"#, text: "α"), SymbolStyle(latex: "h", text: "h")]),
    ("delta", "the errors", [SymbolStyle(latex: #"\Delta"#, text: "Δ"), SymbolStyle(latex: #"\rho"#, text: "ρ")]),
    ("x", "the inputs", [SymbolStyle(latex: #"\xi"#, text: "ξ"), SymbolStyle(latex: "v", text: "v")]),
    ("y", "the targets", [SymbolStyle(latex: #"\tau"#, text: "τ"), SymbolStyle(latex: #"\psi"#, text: "ψ")]),
    (
      "eta", "the learning rate",
      [SymbolStyle(latex: #"\epsilon"#, text: "ε"), SymbolStyle(latex: #"\mu"#, text: "μ")]
    ),
    ("n", "the widths", [SymbolStyle(latex: #"\nu"#, text: "ν", layerPlace: .subscript)]),
  ]

  /// This notation with every role and every index moved whose letter the architecture of `network` uses, and the list
  /// of what was moved. With open depth the widths are written with the letter that the architecture gives them.
  public func resolvingCollisions(with network: Network) -> (notation: Notation, moved: [Move]) {
    var result = self
    var moved: [Move] = []
    let letters = Self.letters(of: network.architecture)
    var isOpen = false
    if case .open(let width, _) = network.architecture.layers {
      isOpen = true
      result.styles["n"] = SymbolStyle(
        latex: Self.latexName(width), text: Self.textName(width), layerPlace: .subscript)
    }
    for (family, role, candidates) in Self.alternatives {
      guard let style = result.styles[family], letters.contains(style.latex), !isOpen || family != "n" else { continue }
      let taken = letters.union(result.styles.values.map(\.latex))
      guard let free = candidates.first(where: { !taken.contains($0.latex) }) else { continue }
      result.styles[family] = SymbolStyle(latex: free.latex, text: free.text, layerPlace: style.layerPlace)
      moved.append((role, style.text, free.text, free.latex))
    }
    result.moveFunctions(of: network, awayFrom: letters, &moved)
    if letters.contains("e") {
      result.writesPowersOfE = false
      moved.append(("the exponential function", "e", "exp", #"\exp"#))
    }
    result.moveIndices(awayFrom: letters, &moved)
    return (result, moved)
  }

  /// The letters of an architecture in LaTeX, that of the widths n_l included.
  private static func letters(of architecture: Architecture) -> Set<String> {
    switch architecture.layers {
    case .open(let width, let last): [latexName(width), latexName(last)]
    case .widths(let widths):
      Set(
        widths.compactMap { width in
          if case .symbol(let letter) = width { latexName(letter) } else { nil }
        })
    }
  }

  /// Renames the opaque activations that are written with one of `letters`: f beside a width f.
  private mutating func moveFunctions(of network: Network, awayFrom letters: Set<String>, _ moved: inout [Move]) {
    var taken = letters.union(styles.values.map(\.latex)).union(Activation.opaqueNames.map(Self.latexName))
    for case .opaque(let name) in network.activations where letters.contains(Self.latexName(name)) {
      guard renamedFunctions[name] == nil else { continue }
      let candidates = ["chi", "Phi", "Psi"].map { SymbolStyle(latex: Self.latexName($0), text: Self.textName($0)) }
      guard let free = candidates.first(where: { !taken.contains($0.latex) }) else { continue }
      taken.insert(free.latex)
      renamedFunctions[name] = free
      moved.append(("the activation function", Self.textName(name), free.text, free.latex))
    }
  }

  /// Renames the indices that are written with one of `letters` and drops those letters from the lists of index names.
  private mutating func moveIndices(awayFrom letters: Set<String>, _ moved: inout [Move]) {
    let usual = ["i", "j", "k", "m", "s", "l"]
    var free = (unitIndices + ["u", "v", "c", "d"]).filter { !letters.contains($0) && !usual.contains($0) }
    for index in usual where letters.contains(index) && !free.isEmpty {
      let name = free.removeFirst()
      renamedIndices[index] = name
      moved.append(("the index", index, name, name))
    }
    let taken = letters.union(renamedIndices.values)
    unitIndices = unitIndices.filter { !taken.contains($0) }
    sampleIndices = sampleIndices.filter { !taken.contains($0) }
  }
}
