/// Numbers from 0, each given out once, in order, to whichever thread asks first.
struct Tickets: Sendable {
  private let count: Int
  private let given = Lock(0)

  init(_ count: Int) { self.count = count }

  func next() -> Int? {
    given.with { given in
      guard given < count else { return nil }
      given += 1
      return given - 1
    }
  }
}

/// So many of something, to be taken and given back by any thread.
struct Counter: Sendable {
  private let left: Lock<Int>

  init(_ count: Int) { left = Lock(count) }

  /// Takes as many as there are, but not more than `most`; how many.
  func take(atMost most: Int) -> Int {
    left.with { left in
      let taken = max(0, min(left, most))
      left -= taken
      return taken
    }
  }

  func give(_ count: Int) { left.with { $0 += count } }
}
