import Expressions

/// The definitions of one family.
struct FamilyEntries {
  /// Where they stand, by the number that is the first subscript of their heads.
  private(set) var places = NumberedPlaces<Rational>()
  /// The families that their values mention.
  private(set) var mentions: Set<Family> = []
  /// The layered families that they mention at the layers of their heads.
  private(set) var sameLayer: Set<Family> = []
  /// The functions that they call.
  private(set) var calls: Set<String> = []
  /// Whether all of them lead down.
  private(set) var leadsDown = true

  /// Takes in a definition that stands at `place`; `first` is the first subscript of its head, if that is a number.
  mutating func take(_ entry: DefinitionTable.Entry, _ place: Int, _ first: Rational?) {
    places.take(place, at: first.map { [$0] })
    mentions.formUnion(entry.mentions)
    sameLayer.formUnion(entry.sameLayer)
    calls.formUnion(entry.calls)
    leadsDown = leadsDown && entry.leadsDown
  }
}
