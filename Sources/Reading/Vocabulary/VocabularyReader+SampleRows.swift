import Expressions
import LaTeX
import Networks

/// Batches whose arrays are written out with the number of the sample: H_{qi} beside H^l = φ(H^{l−1} W^l + 1 b^l).
extension VocabularyReader {
  /// Finds which of the two subscripts of the units' quantities numbers the sample, where arrays define them.
  ///
  /// A layer's units need one subscript. Where pre-activations and activations have two wherever they have any, they are
  /// matrices with a row or a column for each sample: a row where the weights stand behind, Z = A W, a column where they
  /// stand before, Z = W A.
  mutating func findSampleRows() {
    guard vocabulary.isLayeredNetwork, vocabulary.sampleSlot == nil, hasArrays else { return }
    let units: Set<Vocabulary.Role> = [.preactivation, .activation, .delta]
    let layered = vocabulary.letters.filter { $0.value.role.map(units.contains) ?? false }.map(\.key)
    guard !layered.isEmpty, layered.allSatisfy({ entries($0).one == 0 }) else { return }
    let roles = Set(layered.filter { entries($0).two > 0 }.compactMap { vocabulary.letters[$0]?.role })
    let told = self.roles.definitions.filter { isProductOfArrays($0) }
    guard !told.isEmpty else { return }
    let isWrittenOut = roles.contains(.activation) && (roles.contains(.preactivation) || roles.contains(.delta))
    guard isWrittenOut || areRowsOfSamples(layered, told) else { return }
    vocabulary.sampleSlot = told.count { !$0.isWeightFirst } * 2 > told.count ? 0 : 1
    for letter in layered { setSampleRows(letter) }
    for letter in vocabulary.letters.keys.sorted() where vocabulary.letters[letter]?.role?.isOfUnits == true {
      let (one, two) = entries(letter)
      if two > 0 || one == 0 { setSampleRows(letter) }
    }
    takeInputMatrix()
    if !isWrittenOut { takeRowsOfTargets() }
    findSampleCount()
  }

  private func isProductOfArrays(_ definition: RoleReader.LinearDefinition) -> Bool {
    let label = vocabulary.letters[definition.weight.letter]?.place == .subscript ? 1 : 0
    return definition.weight.subscripts.count <= label && !definition.hasSum
  }

  /// Z_1 = X W_1 + b_1, A_1 = σ(Z_1): where capital letters that never have entries stand for what the units of a layer
  /// compute, with the weights behind them, each row is one sample, as programs keep them.
  private func areRowsOfSamples(_ layered: [String], _ told: [RoleReader.LinearDefinition]) -> Bool {
    func isCapital(_ letter: String) -> Bool { letter.count == 1 && letter.first?.isUppercase == true }
    let units = layered.filter { $0 != "\\delta" && $0 != "\\Delta" }
    return units.allSatisfy { isCapital($0) && entries($0).two == 0 }
      && told.allSatisfy { !$0.isWeightFirst && isCapital($0.input.letter) && isCapital($0.weight.letter) }
      && survey["X"].count > 0 && survey["x"].count == 0
  }

  private mutating func setSampleRows(_ letter: String) {
    vocabulary.letters[letter]?.rank = 2
    vocabulary.letters[letter]?.isRankGuessed = false
  }

  /// X, which never carries anything, is the matrix of the inputs.
  private mutating func takeInputMatrix() {
    guard vocabulary.letter(for: .input) == nil, let reading = vocabulary.letters["X"], reading.role == nil,
      reading.place == .none, entries("X").one == 0
    else { return }
    vocabulary.letters["X"]?.role = .input
    vocabulary.letters["X"]?.family = NetworkSymbol.input
    setSampleRows("X")
  }

  /// The n of Σ_{q=1}^n, where q numbers samples.
  private mutating func findSampleCount() {
    guard let slot = vocabulary.sampleSlot, vocabulary.sampleCount == nil else { return }
    defer {
      vocabulary.sampleCount = vocabulary.sampleCount ?? letterBelowOne
      vocabulary.takesMeans = vocabulary.sampleCount != nil && vocabulary.sampleCount == letterBelowOne
    }
    var names: Set<String> = []
    for letter in vocabulary.letters.keys where vocabulary.letters[letter]?.role?.isOfUnits == true {
      for pair in survey[letter].pairs { names.insert(pair[slot]) }
    }
    let bounds = upperBounds
    vocabulary.sampleCount = names.sorted().compactMap { bounds[$0] }.first { vocabulary.letters[$0]?.role == nil }
  }

  /// How often one and two subscripts number an entry of a letter, besides that of its layer.
  private func entries(_ letter: String) -> (one: Int, two: Int) {
    let usage = survey[letter]
    let shift = vocabulary.letters[letter]?.place == .subscript ? 1 : 0
    return (
      usage.subscriptCounts[1 + shift, default: 0] - usage.gluedCount,
      usage.subscriptCounts[2 + shift, default: 0] + usage.gluedCount
    )
  }

  /// The m of 1/m, which means are taken with.
  private var letterBelowOne: String? {
    var counts: [String: Int] = [:]
    for statement in statements {
      for letter in statement.chain.members.flatMap(\.nodes).denominators { counts[letter, default: 0] += 1 }
    }
    return counts.filter { survey[$0.key].differentiated == 0 && vocabulary.letters[$0.key]?.role == nil }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Where arrays are multiplied by weights, the axis of a batch that they leave alone numbers its samples.
  mutating func findUnitSlot() {
    let told = roles.definitions.filter { isProductOfArrays($0) }
    guard !told.isEmpty else { return }
    let behind = told.count { !$0.isWeightFirst }
    if behind == told.count { vocabulary.unitSlot = 1 }
    if behind == 0 { vocabulary.unitSlot = 0 }
  }
}
