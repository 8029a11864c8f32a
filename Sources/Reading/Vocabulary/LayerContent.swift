import LaTeX

/// What says which layer, time step or sample a symbol is of: a letter, a number, or a letter and a number.
struct LayerContent: Hashable {
  /// The letter, nil for a plain number.
  var letter: String?
  /// The number, or what is added to the letter.
  var offset: Int

  init(letter: String?, offset: Int) { (self.letter, self.offset) = (letter, offset) }

  /// l, 3, l + 1, L − 2; nil for anything else.
  init?(_ nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    switch visible.count {
    case 1:
      if let number = visible[0].wholeNumber {
        (letter, offset) = (nil, number)
      } else if let name = visible[0].symbolName ?? visible[0].indexedName {
        (letter, offset) = (name, 0)
      } else if case .fence(let fence) = visible[0].kind, let inner = LayerContent(fence.body) {
        self = inner
      } else {
        return nil
      }
    case 3:
      guard let name = visible[0].symbolName ?? visible[0].indexedName, let number = visible[2].wholeNumber else {
        return nil
      }
      switch visible[1].kind {
      case .operation("+"): (letter, offset) = (name, number)
      case .operation("-"): (letter, offset) = (name, -number)
      default: return nil
      }
    default: return nil
    }
  }
}

extension LayerContent {
  /// Whether it numbers a layer, whatever stands beside it.
  var isCertainlyLayer: Bool { letter == nil || offset != 0 || ["l", "L", "\\ell"].contains(letter) }

  /// A letter by itself.
  var isPlainLetter: Bool { letter != nil && offset == 0 }
}

extension MathNode {
  /// The value of a whole number.
  var wholeNumber: Int? {
    switch kind {
    case .number(let digits): Int(digits)
    case .group(let row): row.nodes.withoutBlanks.count == 1 ? row.nodes.withoutBlanks[0].wholeNumber : nil
    case .styled(_, let row): row.nodes.withoutBlanks.count == 1 ? row.nodes.withoutBlanks[0].wholeNumber : nil
    default: nil
    }
  }

  /// The 0 of t_0, an index like t; n_1 is a size.
  private func numberedIndex(_ base: String, _ number: MathNode) -> String? {
    guard ["i", "j", "k", "t", "f", "p", "q", "r", "s"].contains(base) else { return nil }
    return number.wholeNumber.map(String.init)
  }

  /// A letter with a subscript as one name: n_l as the number of the last layer is `n_l`.
  var indexedName: String? {
    guard case .scripts(let scripts) = kind, scripts.upper == nil, scripts.primes.isEmpty, let lower = scripts.lower,
      let base = scripts.base?.symbolName, lower.nodes.withoutBlanks.count == 1,
      let inner = lower.nodes.withoutBlanks[0].symbolName ?? numberedIndex(base, lower.nodes.withoutBlanks[0])
    else { return nil }
    return base + "_" + inner
  }
}
