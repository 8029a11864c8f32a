import Checking
import Derivations
import Expressions
import LaTeX
import Networks
import Reading

/// Notes that say nothing of themselves, read in the way that makes most of their statements true.
struct InferredReading {
  let reader: NotesReader
  let candidate: NotesReader.Candidate
  var notes: Notes
  var judgements: [Judgement]
  var judge: Judge
  /// Assertions that only one of two definitions makes true, and what is defined twice.
  var contested: [Int: String] = [:]

  /// How many statements are looked at to choose a reading: enough for a chapter.
  private static let mostStatements = 200
  /// How much custom counts against true statements: two lines outweigh any single convention.
  private static let weightOfCustom = 0.35
  /// By how much a reading without a network has to be better than one with it: at least, and as a share of all relations.
  private static let leastGain = 4.0
  private static let gainWithoutLayers = 0.25
  /// The most conventions in which the best reading may differ from the first one.
  private static let mostChanges = 5

  /// The best reading of `document`, or of the part of it that is not in `skipped`.
  init(
    _ document: Document, macros: MacroTable, told: ToldConventions, skipping skipped: Set<Int>, isPart: Bool = false
  ) {
    self.init(NotesReader(document, macros: macros, told: told, skipping: skipped, isPart: isPart))
  }

  /// The best reading of the notes of a reader.
  init(_ reader: NotesReader) {
    self.reader = reader
    var chosen = Self.choice(reader, from: reader.first)
    if chosen.trial.isDoubtful, let free = reader.withoutLayers {
      let other = Self.choice(reader, from: free)
      // Without a network more lines define something, and can't be false.
      let margin = max(Self.leastGain, Self.gainWithoutLayers * Double(chosen.trial.answers.count))
      if other.trial.score > chosen.trial.score + margin { chosen = other }
    }
    let (best, bestTrial, rivals) = chosen
    candidate = best
    notes = reader.notes(best)
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    let judged = judge.judge(notes.assertions)
    judgements = KernelByItself(notes).settled(judged) { $0.needsTooManyNumbers }
    self.judge = judge
    admitSupposedSizes()
    distrustTacitCases()
    admitTellers()
    distrustGuesses()
    distrustTies(bestTrial, rivals)
    admitExamples()
    checkIncrements()
    followRedefinitions()
    followOtherValues()
    holdEarlierSteps()
    excuseJointStates()
    reconnect()
    followChanges()
    respectAssumptions()
    withdrawDoubts()
    withdrawContested()
    excuseUnreadDefinitions()
    checkGivenNumbers()
  }

  /// A reading that was not chosen, and what is true under it.
  private typealias Rival = (trial: ReadingTrial, candidate: NotesReader.Candidate)

  /// The best reading that changes of conventions lead to from `first`, and those that differ from it in one convention.
  private static func choice(
    _ reader: NotesReader, from first: NotesReader.Candidate
  ) -> (candidate: NotesReader.Candidate, trial: ReadingTrial, rivals: [Rival]) {
    var best = first
    var bestTrial = ReadingTrial(reader.notes(best, limit: Self.mostStatements))
    var rivals: [Rival] = []
    // One convention is changed at a time, as long as that makes more statements true.
    for _ in 0..<Self.mostChanges {
      rivals = []
      var next: (score: Double, candidate: NotesReader.Candidate, trial: ReadingTrial)?
      let candidates = reader.variations(of: best)
      let trials = DeepStack.map(candidates.count) {
        ReadingTrial(reader.notes(candidates[$0], limit: Self.mostStatements))
      }
      for (candidate, trial) in zip(candidates, trials) {
        rivals.append((trial, candidate))
        let score = trial.score - Self.weightOfCustom * Double(candidate.cost)
        if score > next?.score ?? (bestTrial.score - Self.weightOfCustom * Double(best.cost)) {
          next = (score, candidate, trial)
        }
      }
      guard let next else { break }
      (best, bestTrial) = (next.candidate, next.trial)
    }
    return (best, bestTrial, rivals)
  }

  /// Nothing is called wrong under a reading that makes most of the notes false, nor for shapes that the notes do not
  /// define.
  private mutating func withdrawDoubts() {
    distrustInferredLoss()
    distrustRedefinedLoss()
    // z_1 = W_1 x beside a^l = f(z^l): lines without layers are not about all of them.
    let lacksLayers = notes.relations.contains { relation in
      if case .unread(let problem) = relation.content { problem.isMissingLayer } else { false }
    }
    let isReliableAtAll = Reliability(notes, judgements).isReliable
    var bySection: [Int: Bool] = [:]
    for section in Set(reader.sections) {
      bySection[section] = Reliability(notes, judgements) { reader.sections[$0.formula] == section }.isReliable
    }
    for number in notes.relations.indices {
      let isReliable = isReliableAtAll && bySection[reader.sections[notes.relations[number].formula]] != false
      switch notes.relations[number].content {
      case .misfit(let left, let right) where notes.relations[number].particularCases.contains(.convolution):
        doubt(number, left, right)
      case .misfit(let left, let right)
      where left.isTurned(right)
        || isReliable && (notes.relations[number].isMisfitCertain || left.isOfToldSizes && right.isOfToldSizes):
        continue
      case .misfit(let left, let right)
      where !isReliable || !candidate.isLayeredNetwork || (left + right).contains("d_")
        || left == "a number" || right == "a number" || reader.isDepthOpen(candidate, left, right):
        doubt(number, left, right)
      case .assertion(let place) where otherCase(notes.relations[number], place) != nil:
        if case .refuted = judgements[place].verdict, let why = otherCase(notes.relations[number], place) {
          judgements[place] = Judgement(.unread(why))
        }
      case .assertion(let place) where notes.relations[number].omitsLayers && lacksLayers:
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(.unread("its layers are left out, and those of other lines cannot be told"))
        }
      case .assertion(let place) where dependsOnOpen(place):
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(
            .unread("it depends on quantities of which nothing is said but what they depend on"))
        }
      case .assertion(let place) where isValueAtGivenNumbers(place):
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(.unread("it is about the values at the numbers that are given"))
        }
      case .assertion(let place) where isCondition(place):
        if case .refuted = judgements[place].verdict { judgements[place] = Judgement(.assumption) }
      case .assertion(let place) where introducesAgain(place):
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(.unread("another line says what this is, and says something else"))
        }
      case .assertion(let place) where notes.isLossOpen && (mentionsTarget(place) || takesMeanOfOpenLoss(place)):
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(
            .unread("it depends on what the loss is, which no line that could be read says"))
        }
      case .assertion(let place) where !isReliable && !isRewriting(place):
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(.unread("no consistent reading of these notes was found"))
        }
      default: continue
      }
    }
  }

  /// Shapes that do not fit as they were read are no refutation.
  private mutating func doubt(_ number: Int, _ left: String, _ right: String) {
    let problem = ReadingProblem(kind: .misfit(left: left, right: right), range: notes.relations[number].right)
    notes.relations[number].content = .unread(problem)
  }

  /// What tells a definition is true by it, and no evidence for it.
  private mutating func admitTellers() {
    for place in notes.tellers {
      switch judgements[place].verdict {
      case .proved, .verified: judgements[place].verdict = .definition
      default: continue
      }
    }
  }

  /// "For i = j: ∂p_i/∂z_j = …" does not say of which i and j the next line is: of different ones, or of all.
  private mutating func distrustTacitCases() {
    for place in notes.tacitCases {
      switch judgements[place].verdict {
      case .proved, .verified:
        judgements[place] = Judgement(.unread("it holds where the indices differ, which no line says"))
      default: continue
      }
    }
  }

  /// Whether an assertion is about what may be any function: what is wrong of any may be right of the one that is meant.
  private func dependsOnOpen(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    return [claim.left, claim.right].contains { notes.dependence.isOpen($0, notes.graph) }
  }

  /// Whether a line only says what a symbol is that another line introduces as well: with nothing derived, it is another
  /// use of the name rather than a slip, unless the notes say it in other words elsewhere, ŷ = σ(z) and ŷ = σ(wx + b).
  private func introducesAgain(_ place: Int) -> Bool {
    guard let own = introduced(by: place), !isDefinedByDerivative(own), !isSaidInOtherWords(place) else { return false }
    return notes.assertions.indices.contains { $0 != place && introduced(by: $0) == own }
  }

  /// Whether a family is defined as a derivative: what else is said of it is a claim.
  private func isDefinedByDerivative(_ family: Family) -> Bool {
    notes.assertions.indices.contains { place in
      guard case .definition = judgements[place].verdict,
        case .symbol(let id, _) = notes.graph[notes.assertions[place].claim.left], notes.graph[id] == family
      else { return false }
      if case .partial = notes.graph[notes.assertions[place].claim.right] { return true }
      return false
    }
  }

  /// The family that a line introduces which begins with one of its symbols and goes on without derivatives.
  private func introduced(by place: Int) -> Family? {
    let assertion = notes.assertions[place]
    guard assertion.predecessor == nil, assertion.claim.relation == .equal,
      case .symbol(let id, _) = notes.graph[assertion.claim.left]
    else { return nil }
    // What the quantities of a network are, the network says.
    if candidate.isLayeredNetwork, NetworkSymbol.roles.contains(notes.graph[id]) { return nil }
    if candidate.isLayeredNetwork, isOfNetwork(notes.graph[id]) { return nil }
    return notes.graph.holdsPartial(assertion.claim.right) ? nil : notes.graph[id]
  }

  /// Whether the network itself says what the members of a family are.
  private func isOfNetwork(_ family: Family) -> Bool {
    notes.background.definitions.contains { definition in
      if case .symbol(let id, _) = notes.graph[definition.head] { notes.graph[id] == family } else { false }
    }
  }

  /// What holds for arrays whose shapes were only guessed is not proved: other shapes would say something else.
  private mutating func distrustGuesses() {
    guard !candidate.isLayeredNetwork, candidate.hasArrays else { return }
    for place in judgements.indices {
      if case .proved = judgements[place].verdict {
        judgements[place].verdict = .verified(instances: Judge.instanceCount, largestError: 0)
      }
    }
  }

  /// What is true under the reading chosen, and false under another one that makes as much of the notes true, is not
  /// proved.
  private mutating func distrustTies(_ best: ReadingTrial, _ rivals: [Rival]) {
    for (rival, other) in rivals where rival.trueCount + 1 >= best.trueCount {
      // By one line more, an unusual convention may have been chosen for the sake of just that line; but a(1 − a) says that
      // σ is the sigmoid.
      let isForOneLine = rival.trueCount < best.trueCount && !candidate.takesSigmaForSigmoid(unlike: other)
      if isForOneLine, other.cost > candidate.cost { continue }
      for (number, (own, other)) in zip(best.answers, rival.answers).enumerated() where own == true && other == false {
        guard case .assertion(let place) = notes.relations[number].content else { continue }
        switch judgements[place].verdict {
        case .proved, .verified:
          judgements[place].verdict =
            isForOneLine
            ? .unread("it depends on a convention that no other line tells")
            : .verified(instances: Judge.instanceCount, largestError: 0)
        default: continue
        }
      }
    }
  }
}

extension String {
  /// Whether a shape of a matrix or a vector is told in letters: q × h, q × 1 of o ∈ ℝ^q.
  fileprivate var isOfToldSizes: Bool {
    let sizes = split(separator: " ")
    guard sizes.count == 3, sizes[0] != "1" || sizes[2] != "1" else { return false }
    return [sizes[0], sizes[2]].allSatisfy { $0 == "1" || $0.allSatisfy(\.isLetter) }
  }

  /// Whether one shape is a row of as many numbers as the other is a column of: 2 × 1 and 1 × 2.
  fileprivate func isTurned(_ other: String) -> Bool {
    let (a, b) = (split(separator: " "), other.split(separator: " "))
    return a.count == 3 && b.count == 3 && a[0] == b[2] && a[2] == b[0] && a[0] != a[2]
      && (a + b).allSatisfy { $0 == "×" || $0.allSatisfy(\.isNumber) }
  }
}
