import LaTeX
import Networks

/// Targets and predictions of batches whose rows are samples: y_i and ŷ_i beside Y and Ŷ.
extension VocabularyReader {
  /// Takes Y for the targets and Ŷ for the predictions of all samples, and small letters, where nothing but a sample's number
  /// hangs on them, for those of one.
  mutating func takeRowsOfTargets() {
    // Y stands for what is predicted where y does, beside targets t.
    let isPredicted = ["Y", "y"].contains { vocabulary.letters[$0]?.role == .prediction }
    let hasTargets = vocabulary.letters["t"]?.role == .target
    if isPredicted, vocabulary.letters["Y"]?.role == .target { vocabulary.letters["Y"]?.role = .prediction }
    let rows: [(String, String, Vocabulary.Role)] = [
      ("Y", "y", isPredicted ? .prediction : .target), ("T", "t", .target),
      ("\\hat{Y}", "\\hat{y}", .prediction),
    ]
    let outputs = ["P", "O"].filter { vocabulary.letters[$0]?.role == .prediction }.map {
      ($0, $0.lowercased(), Vocabulary.Role.prediction)
    }
    for (capital, small, role) in rows + outputs {
      guard survey[capital].count > 0, let family = role.family, let reading = vocabulary.letters[capital],
        reading.role == nil && (capital != "T" || hasTargets) || reading.role == role, reading.place == .none
      else { continue }
      for letter in [capital, small] where isOfSamples(letter) || letter == small && isEntry(small, role) {
        vocabulary.letters[letter]?.role = role
        vocabulary.letters[letter]?.family = family
        vocabulary.letters[letter]?.rank = 2
        vocabulary.letters[letter]?.isRankGuessed = false
        vocabulary.letters[letter]?.dropsSubscripts = false
      }
    }
  }

  /// Whether a small letter has the number of the sample and the unit below: t_{ic} of T.
  private func isEntry(_ letter: String, _ role: Vocabulary.Role) -> Bool {
    let usage = survey[letter]
    let own = vocabulary.letters[letter]?.role
    return usage.count > 0 && usage.subscriptCounts[2, default: 0] == usage.count && (own == nil || own == role)
  }

  private func isOfSamples(_ letter: String) -> Bool {
    let usage = survey[letter]
    return usage.count > 0 && usage.subscriptCounts[0, default: 0] + usage.subscriptCounts[1, default: 0] == usage.count
  }
}
