import Checking
import Expressions
import Testing

@testable import Proofreading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every usual slip in what `derive` prints is found at its place.
///
/// `DERIVE_MUTANTS=all` tries every mutant of every claim, and every repair.
@Suite("Mutants of what derive prints")
struct MutationTests {
  /// What is counted for one kind of slip.
  struct Tally {
    var all = 0, isFalse = 0, refuted = 0, unread = 0, wronglyAccepted = 0, elsewhere = 0, isTrue = 0,
      wronglyRefuted = 0
    var tried = 0, repaired = 0, restored = 0
  }

  static var runsAll: Bool { getenv("DERIVE_MUTANTS").map { String(cString: $0) } == "all" }

  @Test("A false mutant is refuted, there and nowhere else; a true one is not", arguments: MutatedNetwork.table.indices)
  func mutants(_ place: Int) throws {
    let entry = MutatedNetwork.table[place]
    let notes = try MutatedNotes(entry)
    var random = SplitMix64(seed: UInt64(place) + 1)
    var mutants = notes.mutants()
    let all = mutants.count
    if !Self.runsAll { mutants = sample(mutants, 220, &random) }
    let (outcomes, repairs) = notes.outcomes(of: mutants)
    var tallies: [Slip.Kind: Tally] = [:]
    for outcome in outcomes { count(outcome, entry, &tallies) }
    let falsehoods = outcomes.filter { $0.isFalse == true && $0.judgement?.verdict.isRefuted == true }
    let tried = Self.runsAll ? falsehoods : sample(falsehoods, 12, &random)
    for outcome in tried { count(repairs, outcome.mutant, notes, &tallies[outcome.mutant.edit.kind, default: Tally()]) }
    let claims = notes.isClaim.joined().count { $0 }
    print("\(entry.testDescription): \(claims) claims of \(notes.isClaim.joined().count), \(all) mutants")
    print(Self.table(tallies))
    let restored = tallies.values.map(\.restored).reduce(0, +)
    #expect(20 * restored >= 19 * tried.count - 20)
    #expect(50 * tallies.values.map(\.unread).reduce(0, +) <= outcomes.count)
    #expect(tallies.values.map(\.wronglyAccepted).reduce(0, +) == 0)
    #expect(tallies.values.map(\.wronglyRefuted).reduce(0, +) == 0)
    #expect(tallies.values.map(\.elsewhere).reduce(0, +) == 0)
  }

  private func sample<Item>(_ items: [Item], _ count: Int, _ random: inout SplitMix64) -> [Item] {
    guard items.count > count else { return items }
    return items.shuffled(using: &random).prefix(count).map { $0 }
  }

  private func count(_ outcome: MutatedNotes.Outcome, _ entry: MutatedNetwork, _ tallies: inout [Slip.Kind: Tally]) {
    var tally = tallies[outcome.mutant.edit.kind, default: Tally()]
    tally.all += 1
    let verdict = outcome.judgement?.verdict
    let name =
      "\(entry.testDescription): \(outcome.mutant.edit.kind) at \(outcome.mutant.relation): \(outcome.mutant.text)"
    if outcome.isFalse == true {
      tally.isFalse += 1
      switch verdict {
      case .refuted: tally.refuted += 1
      case nil, .unread:
        tally.unread += 1
        print("UNREAD \(name) \(verdict.map { "\($0)" } ?? "")")
      case .some(let other):
        tally.wronglyAccepted += 1
        print("ACCEPTED \(other) \(name)")
      }
      if outcome.others.contains(where: { $0.verdict.isRefuted && $0.link != .carried }) {
        tally.elsewhere += 1
        print("ELSEWHERE \(name): \(outcome.others)")
      }
    } else if outcome.isFalse == false {
      tally.isTrue += 1
      if verdict?.isRefuted == true {
        tally.wronglyRefuted += 1
        print("REFUTED \(name): \(verdict.map { "\($0)" } ?? "")")
      }
    }
    tallies[outcome.mutant.edit.kind] = tally
  }

  private func count(
    _ repairs: MutantRepairs, _ mutant: MutatedNotes.Mutant, _ notes: MutatedNotes, _ tally: inout Tally
  ) {
    tally.tried += 1
    let found = repairs.repair(mutant, budget: Self.runsAll ? 1_000 : 400)
    guard let repair = found.repair else { return print("NOT REPAIRED \(mutant.text)") }
    tally.repaired += 1
    // The left side is as it was: what equals it is the original, or an equal form.
    let right = notes.broken(mutant).right
    let keepsLeft = repair.edits.flatMap(\.replacements).allSatisfy { $0.range.lowerBound >= right.lowerBound }
    if keepsLeft { tally.restored += 1 } else { print("OTHERWISE \(mutant.text)\n  \(repair.suggestion)") }
  }

  private static func table(_ tallies: [Slip.Kind: Tally]) -> String {
    let sorted = tallies.sorted { $0.key.rawValue < $1.key.rawValue }
    var lines = sorted.map { line($0.key.rawValue, $0.value) }
    var sum = Tally()
    for path in [
      \Tally.all, \.isFalse, \.refuted, \.unread, \.wronglyAccepted, \.elsewhere, \.isTrue, \.wronglyRefuted, \.tried,
      \.repaired, \.restored,
    ] {
      sum[keyPath: path] = tallies.values.map { $0[keyPath: path] }.reduce(0, +)
    }
    lines.append(line("all", sum))
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ tally: Tally) -> String {
    "  \(name): \(tally.all) mutants, \(tally.isFalse) false: \(tally.refuted) refuted, \(tally.unread) unread, "
      + "\(tally.wronglyAccepted) accepted; \(tally.elsewhere) elsewhere; \(tally.isTrue) true: "
      + "\(tally.wronglyRefuted) refuted; repairs: \(tally.restored) of \(tally.repaired) of \(tally.tried)"
  }
}

extension Judgement.Verdict {
  /// Whether it is refuted.
  var isRefuted: Bool { if case .refuted = self { true } else { false } }
}
