/// Signs that stand in formulas as themselves, and the commands that mean the same.
enum UnicodeTable {
  /// The command that means the same as `scalar`.
  static func command(for scalar: Unicode.Scalar) -> String? { commands[scalar] }

  /// A sign and its command, in turn. A sign that stands here twice stops the program when the table is first used.
  private static let commands: [Unicode.Scalar: String] = {
    var pairs: [(Unicode.Scalar, String)] = []
    let words = list.split(whereSeparator: \.isWhitespace)
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = words[place].unicodeScalars.first else { continue }
      pairs.append((scalar, String(words[place + 1])))
    }
    return [Unicode.Scalar: String](uniqueKeysWithValues: pairs)
  }()

  private static let list = """
    α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa ϰ varkappa
    λ lambda μ mu µ mu ν nu ξ xi ο omicron π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon ϕ phi φ varphi
    χ chi ψ psi ω omega Γ Gamma Δ Delta ∆ Delta Θ Theta ϴ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
    Α Alpha Β Beta Ε Epsilon Ζ Zeta Η Eta Ι Iota Κ Kappa Μ Mu Ν Nu Ο Omicron Ρ Rho Τ Tau Χ Chi
    ℓ ell ħ hbar ℏ hbar ı imath ȷ jmath 𝚤 imath 𝚥 jmath ℘ wp ℑ Im ℜ Re ℵ aleph
    ∂ partial ∇ nabla ▽ nabla ∞ infty ⊤ top ⊥ bot ⊺ intercal † dagger ‡ ddagger ∀ forall ∃ exists ∄ nexists ∅ emptyset ⌀ emptyset
    ∠ angle △ triangle □ square ■ blacksquare ★ bigstar ✓ checkmark ° degree ¬ neg ♯ sharp ♭ flat § S
    … dots ⋯ cdots ⋮ vdots ⋱ ddots
    ± pm ∓ mp × times ✕ times ÷ div · cdot ⋅ cdot ∙ cdot ・ cdot ∗ ast ⋆ star • bullet ● bullet ∘ circ ○ circ ◦ circ
    ⊙ odot ⨀ odot ⊗ otimes ⨂ otimes ⊕ oplus ⊖ ominus ⊘ oslash ∩ cap ∪ cup ∖ setminus ∧ wedge ∨ vee ⊠ boxtimes ⊞ boxplus
    ≠ ne ≤ le ⩽ le ≦ le ≥ ge ⩾ ge ≧ ge ≪ ll ≫ gg ≡ equiv ≈ approx ∼ sim ≃ simeq ≅ cong ∝ propto ≐ doteq
    ≜ triangleq ≝ triangleq ≔ coloneqq ≕ eqqcolon ≺ prec ≻ succ ≲ lesssim ≳ gtrsim
    ∈ in ∋ ni ∉ notin ⊂ subset ⊆ subseteq ⊊ subsetneq ⊃ supset ⊇ supseteq ∣ mid ∤ nmid ⟂ perp ⊢ vdash ⊨ models
    → to ⟶ to ← gets ⟵ gets ↔ leftrightarrow ⟷ leftrightarrow ⇒ Rightarrow ⟹ Rightarrow ⇐ Leftarrow ⟸ Leftarrow
    ⇔ Leftrightarrow ⟺ Leftrightarrow ↦ mapsto ⟼ mapsto ↑ uparrow ↓ downarrow ↕ updownarrow ⇑ Uparrow ⇓ Downarrow
    ↗ nearrow ↘ searrow ↙ swarrow ↖ nwarrow ⇌ rightleftharpoons ∴ therefore ∵ because ↪ hookrightarrow
    ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋂ bigcap ⋃ bigcup ⨁ bigoplus ⋀ bigwedge ⋁ bigvee √ sqrt
    ⟨ langle ⟩ rangle 〈 langle 〉 rangle ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ⟦ llbracket ⟧ rrbracket ‖ Vert ∥ Vert ║ Vert
    """

  /// Scalars that are typed for others: typographic minus signs, quotes, and the wide forms of East Asian text.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2212, 0x2010, 0x2011, 0x2013: "-"
    case 0x2126: "\u{3A9}"
    case 0x2044, 0x2215: "/"
    case 0x2223, 0x2758: "|"
    case 0x2018, 0x2019, 0x00B4, 0x02B9: "'"
    case 0x2236: ":"
    case 0x3001, 0xFF64: ","
    case 0x3002: "."
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  /// Fractions of one scalar.
  static let fractions: [Unicode.Scalar: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9),
    "⅒": (1, 10),
  ]

  /// How many primes ′, ″, ‴ are.
  static func primes(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "'", "′": 1
    case "″": 2
    case "‴": 3
    case "⁗": 4
    default: nil
    }
  }
}
