import LaTeX

extension WordJoiner {
  /// Letters directly beside one another of a script that lends formulas no letters, 가중합, 误差, spell a word; the last may
  /// carry scripts. Nil where fewer than two stand at `place`, and before a letter, of which the word says what it is:
  /// 오차 y_o is no product.
  func foreignRun(_ nodes: [MathNode], _ place: Int) -> Int? {
    var end = place
    while end < nodes.count, end == place || nodes[end].range.lowerBound == nodes[end - 1].range.upperBound {
      if case .scripts(let scripts) = nodes[end].kind, scripts.base?.isForeignLetter == true {
        end += 1
        break
      }
      guard nodes[end].isForeignLetter else { break }
      end += 1
    }
    guard end - place > 1 else { return nil }
    let next = nodes[end...].first { !$0.isBlank }
    return next?.occurrence == nil ? end - place : nil
  }
}

extension MathNode {
  /// Whether a letter stands here that is neither Latin nor Greek nor a sign of mathematics.
  fileprivate var isForeignLetter: Bool {
    guard case .letter(let name) = kind, name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first else {
      return false
    }
    switch scalar.value {
    case 0x0400...0x1CFF, 0x3040...0xD7FF: return scalar.properties.isAlphabetic
    default: return false
    }
  }
}
