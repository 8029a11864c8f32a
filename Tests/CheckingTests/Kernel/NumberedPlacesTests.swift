import Testing

@testable import Checking

@Suite("Places that count for some numbers")
struct NumberedPlacesTests {
  private static var places: NumberedPlaces<Int> {
    var places = NumberedPlaces<Int>()
    places.take(0, at: [2])
    places.take(1, at: nil)
    places.take(2, at: [2, 3])
    places.take(3, at: nil)
    return places
  }

  @Test(
    "are found in order",
    arguments: [(2, [0, 1, 2, 3]), (3, [1, 2, 3]), (4, [1, 3]), (nil, [0, 1, 2, 3])] as [(Int?, [Int])])
  func findsInOrder(_ number: Int?, _ expected: [Int]) {
    #expect(Self.places.at(number) == expected)
  }

  @Test("The last one may be taken back")
  func takesBack() {
    var places = Self.places
    places.removeLast(at: nil)
    places.removeLast(at: [2, 3])
    #expect(places.at(3) == [1])
    #expect(places.at(2) == [0, 1])
    #expect(!places.isEmpty)
  }
}
