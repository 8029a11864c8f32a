/// Places in a list, some of which count only for certain numbers: of the definitions of z¹, z², z³, …, that of z² is about
/// the layer 2 alone.
struct NumberedPlaces<Number: Hashable> {
  private var byNumber: [Number: [Int]] = [:]
  /// Those that may count for any number.
  private var general: [Int] = []
  private var all: [Int] = []

  /// Whether there are none.
  var isEmpty: Bool { all.isEmpty }

  /// Takes in a place, greater than those before it, that counts for these numbers only; for any if nil is given.
  mutating func take(_ place: Int, at numbers: Set<Number>?) {
    all.append(place)
    guard let numbers else { return general.append(place) }
    for number in numbers { byNumber[number, default: []].append(place) }
  }

  /// Takes back the last place, with the numbers that it was taken at.
  mutating func removeLast(at numbers: Set<Number>?) {
    all.removeLast()
    guard let numbers else {
      general.removeLast()
      return
    }
    for number in numbers { byNumber[number]?.removeLast() }
  }

  /// The places that may count for `number`, in order; all of them if it is not known.
  func at(_ number: Number?) -> [Int] {
    guard let number else { return all }
    guard let own = byNumber[number] else { return general }
    return general.isEmpty ? own : (own + general).sorted()
  }
}
