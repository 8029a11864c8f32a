/// "Did you mean": the known word nearest to a mistyped one.
public enum NearMiss {
  /// The candidate with the smallest edit distance (a letter inserted, dropped, changed, or two neighbours exchanged),
  /// if that is small enough to be a slip: at most a third of the word's length, and at least one edit. The first of
  /// equals wins.
  public static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    let bound = max(1, typed.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = editDistance(typed, Array(candidate.lowercased()))
      // A word of which nothing is left is no near miss.
      if distance <= bound, distance < max(typed.count, candidate.count), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.word
  }

  /// The restricted Damerau–Levenshtein distance, by dynamic programming over prefixes.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
