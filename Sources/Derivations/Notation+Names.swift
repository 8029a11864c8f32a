/// How a name without a style of its own is written.
extension Notation {
  /// The Greek letters by their names, capital ones only where LaTeX has a command for them.
  private static let greek: [(name: String, letter: String)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("varepsilon", "ϵ"),
    ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"),
    ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("upsilon", "υ"),
    ("phi", "φ"), ("varphi", "ϕ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"),
    ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"),
    ("Omega", "Ω"),
  ]

  /// `name` in LaTeX: a letter as it is, a Greek one as its command, x_1 with a subscript, words in italics.
  public static func latexName(_ name: String) -> String {
    if name.count == 1, name.utf8.count == 1 { return name }
    if let known = greek.first(where: { $0.name == name || $0.letter == name }) { return "\\" + known.name }
    if let place = name.firstIndex(of: "_"), place != name.startIndex, !name.hasSuffix("_") {
      return "\(latexName(String(name[..<place])))_{\(latexSubscript(String(name[name.index(after: place)...])))}"
    }
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return #"\text{\#(name)}"# }
    return #"\mathit{\#(escapedUnderscores(name))}"#
  }

  /// `name` in plain text: a Greek letter as itself, anything else as it is.
  public static func textName(_ name: String) -> String {
    greek.first { $0.name == name }?.letter ?? name
  }

  private static func latexSubscript(_ text: String) -> String {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? text : latexName(text)
  }

  private static func escapedUnderscores(_ name: String) -> String {
    var result = ""
    for character in name { result += character == "_" ? #"\_"# : String(character) }
    return result
  }
}
