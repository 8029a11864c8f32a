import Expressions
import LaTeX
import Networks

/// Letters that belong together: capital and small ones, with and without primes.
extension VocabularyReader {
  /// z rather than Z, where both carry layers: the capital letter is that of a batch.
  func single(_ letter: String?) -> String? {
    guard let letter, letter.count == 1, letter.first?.isUppercase == true else { return letter }
    let small = letter.lowercased()
    return isLayered(letter) && isLayered(small) && vocabulary.letters[letter]?.place == .superscript ? small : letter
  }

  /// Whether a bias is one of the network: not the b of a single W x + b beside many W_l x_{l−1}.
  func belongs(_ bias: String) -> Bool {
    guard let weight = vocabulary.letter(for: .weight), isLayered(weight), !isLayered(bias) else { return true }
    let layered = roles.definitions.filter { content(of: $0.weight) != nil }
    return layered.isEmpty || layered.count { $0.hasBias } * 2 >= layered.count
  }

  /// Z_l beside z_{l,i} plays the same part, where both carry layers in the same way.
  mutating func assignOtherCases() {
    for role in [Vocabulary.Role.preactivation, .activation, .bias] {
      for (letter, reading) in vocabulary.letters
      where reading.role == role && reading.place == .none && survey[letter].bracketed.isEmpty
        && survey[letter].single.keys.contains(where: { $0.letter.map(survey.leadingShifts.contains) ?? false })
      {
        // Y_c, whatever Y_i is elsewhere.
        vocabulary.letters[letter]?.place = .subscript
        vocabulary.letters[letter]?.family = Family(letter.plainName, isLayered: true)
      }
      for letter in vocabulary.letters.keys.sorted() where letter.count == 1 && vocabulary.letters[letter]?.role == role
      {
        let other = letter.first?.isUppercase == true ? letter.lowercased() : letter.uppercased()
        guard other != letter, let reading = vocabulary.letters[other], reading.role == nil,
          reading.place == .subscript, vocabulary.letters[letter]?.place == .subscript
        else { continue }
        assign(role, other)
      }
    }
  }

  /// X is the array of all x_{ij}, where X never carries indices and x always does.
  mutating func unifyEntries() {
    for (letter, reading) in vocabulary.letters
    where (reading.role == nil || reading.role == .input && !vocabulary.isLayeredNetwork) && reading.place == .none
      && letter.count == 1 && letter.first?.isUppercase == true
    {
      let small = letter.lowercased()
      guard let entries = vocabulary.letters[small], entries.role == nil || entries.role == reading.role,
        entries.place == .none, !entries.isSampled,
        survey[letter].subscriptCounts[0, default: 0] == survey[letter].count, survey[letter].applications == 0,
        entries.rank == 2, survey[small].pairCount * 4 >= survey[small].count * 3
      else { continue }
      vocabulary.letters[letter]?.family = entries.family
      vocabulary.letters[letter]?.rank = 2
      vocabulary.letters[small]?.rank = 2
    }
  }

  /// y′ is a quantity with a name of its own, where y is no function.
  mutating func namePrimed() {
    for (letter, reading) in vocabulary.letters
    where survey[letter].primes > 0 && survey[letter].applications == 0 && vocabulary.functions[letter] == nil {
      var primed = reading
      primed.family = Family(reading.family.name + "prime", isLayered: reading.family.isLayered)
      primed.role = nil
      primed.shape = reading.role
      vocabulary.letters[letter + "'"] = primed
    }
  }
}

extension Occurrence {
  /// The letter with its primes as one name.
  var primedLetter: String { letter + String(repeating: "'", count: primes) }
}
