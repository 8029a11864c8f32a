import Expressions
import LaTeX
import Networks

/// Capital letters for what small ones are for one sample: Z has a column z for each sample of a batch.
extension VocabularyReader {
  /// Makes capital letters batches, where small ones stand for single samples or sums over samples show that there are
  /// many.
  mutating func findBatches() {
    guard vocabulary.isLayeredNetwork, arrays, !vocabulary.conventions.rowVectors, vocabulary.sampleSlot == nil else {
      return
    }
    let layered = batchLetters([.preactivation, .activation, .delta])
    guard !layered.isEmpty else { return }
    let count = sampleCount(besides: layered.keys)
    let areBothWritten = layered.keys.contains { capital in
      smallLetter(capital).map { small in small != capital && isLayered(small) && survey[small].count > 0 } ?? false
    }
    guard areBothWritten || count != nil else { return }
    vocabulary.hasBatches = true
    vocabulary.sampleCount = count
    for (letter, role) in layered.merging(
      batchLetters([.input, .target, .prediction]), uniquingKeysWith: { a, _ in a })
    {
      guard let reading = vocabulary.letters[letter] else { continue }
      let place = reading.place == .none && role.isLayered ? .superscript : reading.place
      var single = Vocabulary.Letter(family: role.family ?? reading.family, place: place, rank: 1, role: role)
      if !role.isLayered { single.place = .none }
      vocabulary.letters[letter] = single.batch
    }
    separateCost()
    // J beside L is the cost of the batch.
    let costs = ["J", "C", "\\mathcal{J}", "\\mathcal{C}"]
    guard let loss = vocabulary.letter(for: .loss), !costs.contains(loss) else { return }
    for letter in costs where survey[letter].differentiated > 0 && vocabulary.letters[letter]?.role == nil {
      vocabulary.letters[letter]?.family = Vocabulary.cost
      vocabulary.letters[letter]?.rank = 0
    }
  }

  /// The capital letters that never carry the index of a unit, by the parts that their small letters play.
  private func batchLetters(_ roles: [Vocabulary.Role]) -> [String: Vocabulary.Role] {
    var result: [String: Vocabulary.Role] = [:]
    for letter in vocabulary.letters.keys.sorted() {
      guard let small = smallLetter(letter), let reading = vocabulary.letters[letter] else { continue }
      let role = vocabulary.letters[small]?.role ?? reading.role ?? Self.customaryRole(letter)
      guard let role, roles.contains(role), reading.role == nil || reading.role == role,
        survey[letter].subscriptCounts[0, default: 0] == survey[letter].count, !role.isLayered || isLayered(letter)
      else { continue }
      result[letter] = role
    }
    return result
  }

  private static func customaryRole(_ letter: String) -> Vocabulary.Role? {
    switch letter {
    case "X": .input
    case "Y": .target
    case "\\hat{Y}": .prediction
    default: nil
    }
  }

  /// z for Z, ŷ for Ŷ, δ for Δ; nil for what is no capital letter.
  private func smallLetter(_ letter: String) -> String? {
    switch letter {
    case "\\Delta": "\\delta"
    case "\\hat{Y}": "\\hat{y}"
    default: letter.count == 1 && letter.first?.isUppercase == true ? letter.lowercased() : nil
    }
  }

  /// The m of 1/m in a line with batches or sums over samples.
  private func sampleCount(besides batches: Dictionary<String, Vocabulary.Role>.Keys) -> String? {
    var counts: [String: Int] = [:]
    for statement in statements {
      let nodes = statement.chain.members.flatMap(\.nodes)
      let isAboutBatch = nodes.sumsAxis || occurrences(in: nodes).contains { batches.contains($0.letter) }
      guard isAboutBatch else { continue }
      for letter in nodes.denominators { counts[letter, default: 0] += 1 }
    }
    return counts.filter { survey[$0.key].differentiated == 0 && vocabulary.letters[$0.key]?.role == nil }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Vocabulary.Role {
  /// Whether every layer has the quantity.
  var isLayered: Bool { self == .preactivation || self == .activation || self == .delta }

  /// The family of a unit's quantity.
  var family: Family? {
    switch self {
    case .preactivation: NetworkSymbol.preactivation
    case .activation: NetworkSymbol.activation
    case .delta: NetworkSymbol.delta
    case .input: NetworkSymbol.input
    case .target: NetworkSymbol.target
    case .prediction: NetworkSymbol.prediction
    case .weight, .bias, .loss, .rate: nil
    }
  }
}

extension Vocabulary {
  /// The cost of a batch: the mean or the sum of the losses of its samples.
  static let cost = Family("J")
  /// The sum of the losses, which the errors of single samples are derivatives of.
  static let totalLoss = Family("Ltotal")

  /// Whether the cost of a batch has a letter, beside that of the loss.
  var hasOwnCost: Bool { letters.values.contains { $0.family == Self.cost } }
}

extension Vocabulary.Letter {
  /// The same quantity for each sample of a batch, in columns.
  var batch: Vocabulary.Letter {
    var result = self
    result.family = family.batch
    result.rank = 2
    result.isBatch = true
    return result
  }
}

extension Family {
  /// The family of a quantity with one more subscript, which numbers the samples.
  public var batch: Family { Family(name + "all", isLayered: isLayered) }
}

extension MathNode {
  /// 1, or a letter that customarily is a learning rate.
  fileprivate var isOneOrRate: Bool {
    wholeNumber == 1 || symbolName.map { ["\\eta", "\\alpha", "\\epsilon", "\\gamma"].contains($0) } == true
  }
}

extension [MathNode] {
  /// Whether a sum along an axis is called for.
  var sumsAxis: Bool {
    contains { node in node.kind == .function("sumaxis") || node.children.sumsAxis }
  }

  /// The letters m of 1/m, \frac{1}{2m}, \frac{\eta}{m}.
  var denominators: [String] {
    flatMap { node -> [String] in
      if case .fraction(let fraction) = node.kind, fraction.numerator.nodes.withoutBlanks.count == 1,
        fraction.numerator.nodes.withoutBlanks[0].isOneOrRate,
        let name = fraction.denominator.nodes.withoutBlanks.symbolBehindNumber
      {
        return [name]
      }
      return node.children.denominators
    }
  }

  /// m of m and of 2m.
  private var symbolBehindNumber: String? {
    let isMultiple = count == 2 && self[0].wholeNumber != nil
    return count == 1 || isMultiple ? last?.symbolName : nil
  }
}
