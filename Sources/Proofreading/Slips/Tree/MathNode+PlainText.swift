import LaTeX

extension [MathNode] {
  /// The formula as an English sentence can hold it: `∂L/∂a_i^3`, `f′(z_i^3)`; nil if it would be long or needs two
  /// dimensions.
  var plainText: String? {
    var result = ""
    for node in self where node.isVisible {
      guard let text = node.plainText else { return nil }
      result += text
    }
    return result.unicodeScalars.count <= 40 ? result : nil
  }
}

extension MathNode {
  fileprivate var plainText: String? {
    switch kind {
    case .letter(let name): return PlainNames.letters[name] ?? name
    case .number(let digits): return digits
    case .symbol(let name): return PlainNames.signs[name] ?? name
    case .operation(let name): return PlainNames.signs[name] ?? name
    case .function(let name): return name
    case .relation("="): return " = "
    case .punctuation(let sign): return sign
    case .group(let row), .styled(_, let row), .framed(_, let row), .coloured(_, let row): return row.nodes.plainText
    case .accented(let accent, let row):
      guard let inner = row.nodes.plainText else { return nil }
      return inner + (PlainNames.accents[accent] ?? "")
    case .fence(let fence):
      guard let inner = fence.body.plainText else { return nil }
      return fence.open.name + inner + fence.close.name
    case .scripts(let scripts): return PlainNames.text(of: scripts)
    case .fraction(let fraction):
      guard let above = fraction.numerator.nodes.plainText, let below = fraction.denominator.nodes.plainText else {
        return nil
      }
      return PlainNames.grouped(above, fraction.numerator) + "/" + PlainNames.grouped(below, fraction.denominator)
    case .brace(let brace): return brace.body.nodes.plainText
    default: return nil
    }
  }
}

private enum PlainNames {
  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε", "eta": "η", "theta": "θ",
    "Theta": "Θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ",
    "psi": "ψ", "omega": "ω", "ell": "ℓ",
  ]
  static let signs: [String: String] = [
    "partial": "∂", "nabla": "∇", "top": "⊤", "cdot": "·", "times": "×", "odot": "⊙", "circ": "∘", "+": " + ",
    "-": " − ",
  ]
  static let accents: [MathAccent: String] = [.hat: "\u{302}", .bar: "\u{304}", .tilde: "\u{303}"]

  /// z_i^3, f′, w_{ij}^{l+1}.
  static func text(of scripts: MathScripts) -> String? {
    guard let base = scripts.base?.plainText else { return nil }
    var result = base + String(repeating: "′", count: scripts.primes.count)
    for (sign, row) in [("_", scripts.lower), ("^", scripts.upper)] {
      guard let row else { continue }
      guard let text = row.nodes.plainText else { return nil }
      result += sign + (text.unicodeScalars.count > 1 && !text.hasPrefix("(") ? "{\(text.filter { $0 != " " })}" : text)
    }
    return result
  }

  /// A sum above or below a line needs brackets on one line.
  static func grouped(_ text: String, _ row: MathRow) -> String {
    let isSum = row.nodes.contains { if case .operation = $0.kind { true } else { false } }
    return isSum ? "(\(text))" : text
  }
}
