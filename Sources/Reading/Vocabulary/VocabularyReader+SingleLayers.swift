import LaTeX

/// Lines about a network of one layer, in notes about networks in layers: y_k = Σ_i w_{ki} x_i. Their indices tell nothing of
/// how the layers of the others lie above one another.
extension VocabularyReader {
  /// How often pairs of letters stand below a weight in lines that mention both inputs and outputs.
  func pairsOfSingleLayers(_ weight: String) -> [[String]: Int] {
    var result: [[String]: Int] = [:]
    for statement in statements {
      let found = statement.chain.members.flatMap { occurrences(in: $0.nodes) }
      let roles = Set(found.compactMap { vocabulary.letters[$0.letter]?.role })
      guard roles.contains(.input), roles.contains(.prediction) || roles.contains(.target) else { continue }
      for occurrence in found where occurrence.letter == weight && occurrence.subscripts.count == 2 {
        let names = occurrence.subscripts.compactMap { $0.count == 1 ? $0[0].symbolName : nil }
        if names.count == 2 { result[names, default: 0] += 1 }
      }
    }
    return result
  }
}

extension VocabularyReader {
  /// The letters that number units with a target, in lines that do not mention inputs.
  var lettersOfOutputs: Set<String> {
    var result: Set<String> = []
    for statement in statements {
      let found = statement.chain.members.flatMap { occurrences(in: $0.nodes) }
      guard !found.contains(where: { vocabulary.letters[$0.letter]?.role == .input }) else { continue }
      for occurrence in found where vocabulary.letters[occurrence.letter]?.role == .target {
        if occurrence.subscripts.count == 1, let name = LayerContent(occurrence.subscripts[0])?.letter {
          result.insert(name)
        }
      }
    }
    return result
  }
}

extension [[String]: Int] {
  /// The counts without those of `other`; what is not left is gone.
  func subtracting(_ other: [[String]: Int]) -> [[String]: Int] {
    var result = self
    for (pair, count) in other {
      let rest = result[pair, default: 0] - count
      result[pair] = rest > 0 ? rest : nil
    }
    return result
  }
}
