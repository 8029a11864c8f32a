import Checking
import Derivations
import Reading

extension Background {
  /// Layers of hundreds of units are tried with a dozen: sizes that differ go on to differ.
  fileprivate var withSmallSizes: Background {
    let large = Set(sizes.map(\.value).filter { $0 > Self.largestTrialSize }).sorted()
    guard !large.isEmpty else { return self }
    var result = self
    for place in result.sizes.indices {
      guard let rank = large.firstIndex(of: result.sizes[place].value) else { continue }
      result.sizes[place].value = Self.largestTrialSize + rank
    }
    return result
  }

  private static let largestTrialSize = 9
}

/// How a reading fits the notes: which of its relations hold at one draw of numbers.
struct ReadingTrial {
  /// For each relation whether it holds; nil where that can't be told.
  let answers: [Bool?]
  /// True statements count for a reading, false ones against it, unread ones a little: shapes of weights that the forward
  /// pass contradicts twice, since it says what they are.
  let score: Double

  /// Tries `notes`.
  init(_ notes: Notes) {
    var judge = Judge(notes.graph, background: notes.background.withSmallSizes)
    let shortcuts = notes.hasRivals ? Self.shortcuts(of: notes.assertions) : []
    let samples = judge.sample(notes.assertions + shortcuts)
    var answers: [Bool?] = []
    var score = 0.0
    for relation in notes.relations {
      let answer: Bool?
      var weight = 1.0
      switch relation.content {
      case .assertion(let number): answer = samples[number]
      case .misfit:
        answer = false
        if relation.isForwardPass { weight = 2 }
      case .unread: answer = nil
      case .given:
        answers.append(nil)
        continue
      }
      answers.append(answer)
      score += answer.map { $0 ? weight : -weight } ?? -0.2
    }
    // Where steps contradict one another, members that agree with the head of their chain tell which of them is a slip.
    for sample in samples.dropFirst(notes.assertions.count) { score += sample == true ? 0.5 : 0 }
    (self.answers, self.score) = (answers, score)
  }

  /// head = member for the members of chains.
  private static func shortcuts(of assertions: [Assertion]) -> [Assertion] {
    assertions.compactMap { assertion in
      guard var first = assertion.predecessor else { return nil }
      while let next = assertions[first].predecessor, next < first { first = next }
      guard assertions[first].claim.relation == .equal else { return nil }
      var shortcut = assertion
      let left = assertions[first].claim.left
      shortcut.predecessor = nil
      shortcut.claim = Claim(left: left, relation: .equal, right: assertion.claim.right, reason: .definition(left))
      return shortcut
    }
  }

  /// The number of relations that hold.
  var trueCount: Int { answers.count { $0 == true } }

  /// Whether so much of the notes is false or dark that another kind of reading may be meant: slips are rarer.
  var isDoubtful: Bool {
    let falseCount = answers.count { $0 == false }
    return falseCount > 1 && falseCount * 4 > trueCount || trueCount * 2 < answers.count
  }
}
