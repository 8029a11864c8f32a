/// What the repairs of one document may cost together.
///
/// The relations are tried at the same time, but the outcome is as if they had been tried one after the other, each with
/// what those before it had left over: what a later one found counts only if there was enough left for it.
struct RepairBudget: Sendable {
  /// What looking for one repair came to.
  struct Attempt: Sendable {
    /// What it cost.
    var spent: Int
    /// What the last judgement of it cost.
    var price: Int
    /// Whether a repair was found, by the last judgement.
    var succeeded: Bool
  }

  private let total: Int
  private let attempts: Lock<[Attempt?]>

  /// A budget of `total` for `count` relations.
  init(_ total: Int, among count: Int) {
    self.total = total
    attempts = Lock(Array(repeating: nil, count: count))
  }

  /// The most that may be left for the relation at `place`, as far as those before it are done.
  func left(for place: Int) -> Int {
    attempts.with { attempts in
      var left = total
      for attempt in attempts.prefix(place) {
        guard let attempt, left > 0 else { break }
        left -= attempt.spent
      }
      return max(0, left)
    }
  }

  /// Takes down how the relation at `place` went.
  func note(_ attempt: Attempt, _ place: Int) { attempts.with { $0[place] = attempt } }

  /// The repairs for which there was enough left, and nil for the others.
  func affordable<Found>(_ found: [Found?]) -> [Found?] {
    attempts.with { attempts in
      var left = total
      return zip(attempts, found).map { attempt, found in
        guard let attempt else { return nil }
        // The last judgement was made if anything was left before it.
        let isAffordable = attempt.succeeded && left > attempt.spent - attempt.price
        left = max(0, left - attempt.spent)
        return isAffordable ? found : nil
      }
    }
  }
}
