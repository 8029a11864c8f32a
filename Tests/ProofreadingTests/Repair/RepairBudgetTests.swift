import Testing

@testable import Proofreading

@Suite("The budget of repairs")
struct RepairBudgetTests {
  /// What came of the relations, whichever was done first.
  private func affordable(_ total: Int, _ attempts: [RepairBudget.Attempt], order: [Int]) -> [Bool] {
    let budget = RepairBudget(total, among: attempts.count)
    for place in order { budget.note(attempts[place], place) }
    return budget.affordable(attempts.map { $0.succeeded ? 1 : nil }).map { $0 != nil }
  }

  @Test("What is found counts as if the relations had been tried one after the other")
  func countsInOrder() {
    let attempts = [
      RepairBudget.Attempt(spent: 6, price: 2, succeeded: true), .init(spent: 10, price: 1, succeeded: false),
      .init(spent: 4, price: 1, succeeded: true), .init(spent: 1, price: 1, succeeded: true),
    ]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      #expect(affordable(100, attempts, order: order) == [true, false, true, true])
      // After 16 there is nothing left; the last judgement of the third needs something left before it.
      #expect(affordable(16, attempts, order: order) == [true, false, false, false])
      #expect(affordable(20, attempts, order: order) == [true, false, true, false])
      #expect(affordable(19, attempts, order: order) == [true, false, false, false])
      #expect(affordable(5, attempts, order: order) == [true, false, false, false])
      #expect(affordable(4, attempts, order: order) == [false, false, false, false])
    }
  }

  @Test("What those before have spent is not left")
  func takesOffWhatIsSpent() {
    let budget = RepairBudget(10, among: 3)
    #expect(budget.left(for: 2) == 10)
    budget.note(.init(spent: 4, price: 1, succeeded: true), 0)
    #expect(budget.left(for: 2) == 6)
    #expect(budget.left(for: 0) == 10)
    budget.note(.init(spent: 9, price: 1, succeeded: false), 1)
    #expect(budget.left(for: 2) == 0)
  }
}
