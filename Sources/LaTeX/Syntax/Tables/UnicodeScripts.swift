/// Scalars that are scripts by themselves: ₁, ², ᵀ.
enum UnicodeScripts {
  /// What `scalar` is below the line.
  static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { lowerTable[scalar] }

  /// What `scalar` is above the line.
  static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { upperTable[scalar] }

  private static let lowerTable = table("₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩφᵪχ")

  private static let upperTable = table(
    "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz"
      + "ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUⱽVᵂWᵅαᵝβᵞγᵟδᵠφᵡχ")

  private static func table(_ list: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(list.unicodeScalars)
    let pairs = stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
    return [Unicode.Scalar: Unicode.Scalar](uniqueKeysWithValues: pairs)
  }
}
