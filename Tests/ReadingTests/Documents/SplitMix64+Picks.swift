import Expressions

/// The seeds over which random tests run; each makes one test case, whose failure names it.
let seeds: [UInt64] = [1, 2, 3, 0xFEED]

extension SplitMix64 {
  /// One of several things.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
}
