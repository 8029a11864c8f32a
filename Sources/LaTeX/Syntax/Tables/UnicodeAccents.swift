/// Letters with accents, ŷ, taken apart; and accents that stand behind their letter as scalars of their own.
enum UnicodeAccents {
  /// The accent that `scalar` puts on what stands before it.
  static func combining(_ scalar: Unicode.Scalar) -> MathAccent? {
    switch scalar.value {
    case 0x0302, 0x0311: .hat
    case 0x0304, 0x0305: .bar
    case 0x0303: .tilde
    case 0x20D7, 0x20D1: .vector
    case 0x20D6, 0x20D0: .leftArrow
    case 0x20E1: .bothArrow
    case 0x0307: .dot
    case 0x0308: .doubleDot
    case 0x20DB: .tripleDot
    case 0x030C: .check
    case 0x0306: .breve
    case 0x0301: .acute
    case 0x0300: .grave
    case 0x030A: .ring
    case 0x0332, 0x0331: .underline
    case 0x0330: .underTilde
    default: nil
    }
  }

  /// The letter and the accent that `scalar` is made of.
  static func parts(_ scalar: Unicode.Scalar) -> (letter: String, accent: MathAccent)? { table[scalar] }

  private static let table: [Unicode.Scalar: (String, MathAccent)] = {
    let lists: [(MathAccent, String)] = [
      (.hat, "âaÂAĉcĈCêeÊEĝgĜGĥhĤHîiÎIĵjĴJôoÔOŝsŜSûuÛUŵwŴWŷyŶYẑzẐZ"),
      (.bar, "āaĀAēeĒEḡgḠGīiĪIōoŌOūuŪUȳyȲY"),
      (.tilde, "ãaÃAẽeẼEĩiĨIñnÑNõoÕOũuŨUṽvṼVỹyỸY"),
      (.dot, "ȧaȦAḃbḂBċcĊCḋdḊDėeĖEḟfḞFġgĠGḣhḢHṁmṀMṅnṄNȯoȮOṗpṖPṙrṘRṡsṠSṫtṪTẇwẆWẋxẊXẏyẎYżzŻZ"),
      (.doubleDot, "äaÄAëeËEḧhḦHïiÏIöoÖOẗtüuÜUẅwẄWẍxẌXÿyŸY"),
      (.check, "ǎaǍAčcČCďdĎDěeĚEǧgǦGȟhȞHǐiǏIǰjňnŇNǒoǑOřrŘRšsŠSťtŤTǔuǓUžzŽZ"),
      (.acute, "áaÁAćcĆCéeÉEíiÍIńnŃNóoÓOśsŚSúuÚUẃwẂWýyÝYźzŹZ"), (.grave, "àaÀAèeÈEìiÌIòoÒOùuÙUẁwẀWỳyỲY"),
      (.ring, "åaÅAůuŮUẘwẙy"), (.breve, "ăaĂAĕeĔEğgĞGĭiĬIŏoŎOŭuŬU"),
    ]
    var pairs: [(Unicode.Scalar, (String, MathAccent))] = []
    for (accent, letters) in lists {
      let scalars = Array(letters.unicodeScalars)
      for place in stride(from: 0, to: scalars.count - 1, by: 2) {
        pairs.append((scalars[place], (String(scalars[place + 1]), accent)))
      }
    }
    return [Unicode.Scalar: (String, MathAccent)](uniqueKeysWithValues: pairs)
  }()
}
