import Expressions
import LaTeX

/// Finds what the lines of some notes say about the ranks of letters: whether a letter without subscripts is a number, a
/// vector or a matrix.
///
/// Custom tells the first guess. A line that says what a letter is tells better, as soon as the ranks of what it is
/// computed from are right; so the lines are gone through until nothing changes.
struct RankInference {
  let statements: [WrittenStatement]
  var vocabulary: Vocabulary

  /// How often the lines are gone through: a chain of definitions is rarely deeper in one direction.
  private static let mostRounds = 4

  /// `vocabulary` with the ranks that `statements` tell. Notes about a network in layers are left alone: there the parts
  /// have theirs, unless its only output is a number.
  static func refined(_ vocabulary: Vocabulary, _ statements: [WrittenStatement]) -> Vocabulary {
    let hasOpenRanks = !vocabulary.isLayeredNetwork || vocabulary.singleOutput != nil
    guard hasOpenRanks, vocabulary.hasArrays else { return vocabulary }
    var inference = RankInference(statements: statements, vocabulary: vocabulary)
    for _ in 0..<mostRounds where inference.goThrough() {}
    for _ in 0..<mostRounds where inference.takeRows() {}
    return inference.vocabulary
  }

  /// Goes through the lines once; whether some rank was changed.
  private mutating func goThrough() -> Bool {
    var builder = NotesBuilder(vocabulary, statements)
    builder.unifyDimensions()
    var votes: [String: [Int: Int]] = [:]
    var numbers: Set<String> = []
    for statement in statements {
      builder.prepareScope(statement)
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      for (place, sign) in statement.chain.signs.enumerated() {
        guard sign.name == "=" || sign.name == ":=" || sign.name == "equiv" else { continue }
        let pairs = [(members[place], members[place + 1]), (members[place + 1], members[place])]
        for (name, value) in pairs {
          for letter in squaredLetters(name, value) where rank(of: value, &builder) == 1 { numbers.insert(letter) }
          guard let letter = guessed(name), let rank = rank(of: value, &builder) else { continue }
          votes[letter, default: [:]][rank, default: 0] += 1
        }
      }
      for member in members { takeTerms(of: member, &builder, &votes) }
    }
    var isChanged = false
    for letter in numbers {
      votes[letter] = nil
      vocabulary.letters[letter]?.rank = 0
      vocabulary.letters[letter]?.isRankGuessed = false
      isChanged = true
    }
    for (letter, counts) in votes.sorted(by: { $0.key < $1.key }) {
      guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
        let current = vocabulary.letters[letter]?.rank, best != current, best <= 2
      else { continue }
      vocabulary.letters[letter]?.rank = best
      vocabulary.letters[letter]?.isRankInferred = true
      isChanged = true
    }
    return isChanged
  }

  /// The letter that `nodes` are, if its rank is only a guess and nothing hangs on it that would be part of the array.
  func guessed(_ nodes: [MathNode]) -> String? {
    guard nodes.count == 1, let occurrence = nodes[0].occurrence, let reading = vocabulary.letters[occurrence.letter],
      reading.isRankGuessed, reading.hiddenIndex == nil, reading.role == nil || reading.role == .rate,
      occurrence.subscripts.count == (reading.place == .subscript ? 1 : 0), !occurrence.isTransposed
    else { return nil }
    if case .none = reading.place, occurrence.superscript != nil { return nil }
    return occurrence.letter
  }

  /// The rank of what a line says that something is; nil where that can't be told.
  private func rank(of nodes: [MathNode], _ builder: inout NotesBuilder) -> Int? {
    if nodes.count == 1, case .array(let array) = nodes[0].kind, array.name.hasSuffix("matrix") {
      return Self.rank(of: array)
    }
    if nodes.count == 1, case .fence(let fence) = nodes[0].kind, fence.body.withoutBlanks.count == 1,
      case .array(let array) = fence.body.withoutBlanks[0].kind, array.name == "array"
    {
      return Self.rank(of: array)
    }
    // A number may be the value of all entries.
    if nodes.allSatisfy({ $0.wholeNumber != nil }) { return nil }
    return (try? builder.elaborator.tensor(nodes))?.axes.count
  }

  /// The rank of an array that is written out, with dots or without.
  private static func rank(of array: MathArray) -> Int? {
    let height = array.lines.count { !$0.cells.isEmpty }
    let width = array.lines.map(\.cells.count).max() ?? 0
    switch (height > 1, width > 1) {
    case (true, true): return 2
    case (false, false): return nil
    // A column of rows: [x_1ᵀ; ⋯; x_nᵀ].
    case (true, false) where array.lines[0].cells.first.map(isTransposed) == true: return 2
    default: return 1
    }
  }

  private static func isTransposed(_ cell: MathRow) -> Bool {
    let nodes = cell.nodes.withoutBlanks
    return nodes.count == 1 && nodes[0].transposedVector != nil
  }

  /// A capital letter that is added to a matrix, or taken away from it, is a matrix as well.
  private func takeTerms(
    of nodes: [MathNode], _ builder: inout NotesBuilder, _ votes: inout [String: [Int: Int]]
  ) {
    for node in nodes {
      guard case .fence(let fence) = node.kind else { continue }
      for item in fence.body.withoutBlanks.split(whereSeparator: \.isPunctuation) {
        takeTerms(of: Array(item), &builder, &votes)
      }
    }
    let terms = nodes.split { node in
      if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
    }.map(Array.init)
    guard terms.count > 1 else { return }
    takeNumbers(added: terms, &builder, &votes)
    takeShift(terms, &builder, &votes)
    let letters = terms.compactMap { guessed($0) }.filter { Occurrence.base(of: $0).first?.isUppercase == true }
    guard !letters.isEmpty else { return }
    for term in terms {
      if let other = guessed(term), letters.contains(other) { continue }
      guard (try? builder.elaborator.tensor(term))?.axes.count == 2 else { continue }
      for letter in letters { votes[letter, default: [:]][2, default: 0] += 1 }
    }
  }
  /// What is added to an inner product of vectors is a number: the b of w · x + b.
  private func takeNumbers(
    added terms: [[MathNode]], _ builder: inout NotesBuilder, _ votes: inout [String: [Int: Int]]
  ) {
    let letters = terms.compactMap { guessed($0) }
    guard !letters.isEmpty, terms.contains(where: { isInnerProduct($0, &builder) }) else { return }
    for letter in letters { votes[letter, default: [:]][0, default: 0] += 1 }
  }

  private func isInnerProduct(_ nodes: [MathNode], _ builder: inout NotesBuilder) -> Bool {
    guard nodes.count > 1, (try? builder.elaborator.tensor(nodes))?.axes.isEmpty == true else { return false }
    return nodes.count { node in
      node.occurrence.map { $0.subscripts.isEmpty && (vocabulary.letters[$0.letter]?.rank ?? 0) == 1 } ?? false
    } == 2
  }
}
