/// Letters of the mathematical alphabets of Unicode, 𝑤 and 𝐖, as plain letters in a font.
///
/// Source: The Unicode Standard, block Mathematical Alphanumeric Symbols: thirteen alphabets of 52 Latin letters,
/// five of 58 Greek signs, five of ten digits; letters that had a place before are missing there.
enum UnicodeAlphabets {
  /// A letter or digit, and the font that makes the difference; nil is the usual font of formulas.
  struct Styled: Equatable {
    /// `w`, or the name of a Greek letter.
    var name: String
    /// `.bold`
    var style: MathStyle?
    /// Whether it is a digit.
    var isDigit = false
  }

  /// What `scalar` is, if it is one of them.
  static func styled(_ scalar: Unicode.Scalar) -> Styled? {
    switch scalar.value {
    case 0x1D400..<0x1D6A4: latin(scalar.value - 0x1D400)
    case 0x1D6A8..<0x1D7CA: greek(scalar.value - 0x1D6A8)
    case 0x1D7CE..<0x1D800: digit(scalar.value - 0x1D7CE)
    default: early[scalar]
    }
  }

  private static let latinStyles: [MathStyle?] = [
    .bold, nil, .bold, .calligraphic, .calligraphic, .fraktur, .blackboard, .fraktur, .sansSerif, .sansSerif,
    .sansSerif,
    .sansSerif, .typewriter,
  ]

  private static func latin(_ offset: UInt32) -> Styled? {
    let letter = offset % 52
    guard let scalar = Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26) else { return nil }
    return Styled(name: String(scalar), style: latinStyles[Int(offset / 52)])
  }

  /// The order of the Greek letters within an alphabet: capitals, nabla, small letters, variants.
  private static let greekNames = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Theta Sigma Tau Upsilon
    Phi Chi Psi Omega nabla alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho
    varsigma sigma tau upsilon varphi chi psi omega partial epsilon vartheta varkappa phi varrho varpi
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static func greek(_ offset: UInt32) -> Styled? {
    let styles: [MathStyle?] = [.bold, nil, .bold, .sansSerif, .sansSerif]
    return Styled(name: greekNames[Int(offset % 58)], style: styles[Int(offset / 58)])
  }

  private static func digit(_ offset: UInt32) -> Styled? {
    let styles: [MathStyle?] = [.bold, .blackboard, nil, nil, nil]
    return Styled(name: String(offset % 10), style: styles[Int(offset / 10)], isDigit: true)
  }

  /// The letters that are missing in the block.
  private static let early: [Unicode.Scalar: Styled] = {
    var table: [Unicode.Scalar: Styled] = ["ℎ": Styled(name: "h")]
    for (style, letters) in [
      (MathStyle.blackboard, "ℂCℍHℕNℙPℚQℝRℤZ"), (.calligraphic, "ℬBℰEℱFℋHℐIℒLℳMℛRℯeℊgℴo"), (.fraktur, "ℭCℌHℨZ"),
    ] {
      let scalars = Array(letters.unicodeScalars)
      for place in stride(from: 0, to: scalars.count - 1, by: 2) {
        table[scalars[place]] = Styled(name: String(scalars[place + 1]), style: style)
      }
    }
    return table
  }()
}
