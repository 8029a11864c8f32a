import LaTeX

/// The marks that tell the old value of a parameter from the new one: w(t+1) = w(t) − …, w^{(t+1)}, w_{t+1}, w_{new};
/// w(t) and w(t−1).
///
/// Time is no part of the parameter's name: without the marks the line is w = w − …, an update.
struct UpdateMarks {
  /// How a mark is attached to its letter.
  private enum Place: Equatable {
    case argument, superscript, `subscript`
  }

  private struct Mark: Equatable {
    var place: Place
    var letter: String
    /// 0 and 1, or −1 and 0, for the old value and the new one.
    var time: Int

    /// Whether it marks the value before that which `new` marks.
    func isOld(of new: Mark) -> Bool { time + 1 == new.time && place == new.place && letter == new.letter }
  }

  private static let times: Set<String> = ["t", "n", "k", "\\tau", "s", "i", "r", "m"]
  private static let words: [String: Bool] = ["new": true, "old": false, "next": true, "prev": false]

  /// The letters that parameters customarily have: a^{(k+1)} = f(a^{(k)}) is no update.
  private static let parameters: Set<String> = [
    "w", "W", "b", "B", "v", "V", "u", "U", "c", "\\theta", "\\Theta", "\\omega", "\\beta",
  ]

  /// What is marked, and how.
  private struct Marked: Equatable {
    var letter: String
    var mark: Mark
  }

  /// A formula without the marks of its updates: where a parameter stands with the mark of the new value, and with that of
  /// the old one before a sum goes on.
  static func removed(from nodes: [MathNode]) -> [MathNode] {
    var all: [Marked] = []
    var summed: [Marked] = []
    collect(nodes, &all, &summed)
    let updates = all.filter { new in
      summed.contains { $0.letter == new.letter && $0.mark.isOld(of: new.mark) }
    }
    return updates.isEmpty ? nodes : unmarked(nodes, updates)
  }

  private static func collect(_ nodes: [MathNode], _ all: inout [Marked], _ summed: inout [Marked]) {
    var rest = nodes.withoutBlanks[...]
    while let node = rest.first {
      guard let (parameter, mark, behind) = marked(Array(rest)), let letter = parameter.occurrence?.letter,
        parameters.contains(letter)
      else {
        collect(node.children, &all, &summed)
        rest = rest.dropFirst()
        continue
      }
      all.append(Marked(letter: letter, mark: mark))
      let isInSum =
        if let next = behind.first { next.isSumSign } else { nodes.contains(where: \.isSumSign) }
      if isInSum {
        summed.append(Marked(letter: letter, mark: mark))
      }
      rest = rest.suffix(behind.count)
    }
  }

  /// A letter with a mark at the beginning of a row, without the mark; and what stands behind.
  private static func marked(_ nodes: [MathNode]) -> (MathNode, Mark, rest: ArraySlice<MathNode>)? {
    guard let first = nodes.first, first.occurrence != nil else { return nil }
    if nodes.count > 1, case .fence(let fence) = nodes[1].kind, fence.open.name == "(",
      let content = LayerContent(fence.body), let mark = mark(content, .argument)
    {
      return (first, mark, nodes.dropFirst(2))
    }
    guard case .scripts(var scripts) = first.kind else { return nil }
    if let upper = scripts.upper, let content = LayerContent(upper.nodes), let mark = mark(content, .superscript) {
      scripts.upper = nil
      return (plain(first, scripts), mark, nodes.dropFirst())
    }
    if let lower = scripts.lower {
      let items = lower.nodes.subscriptItems
      if let last = items.last, let content = LayerContent(last), let mark = mark(content, .subscript) {
        let kept = items.dropLast().flatMap { $0 }
        scripts.lower = kept.isEmpty ? nil : MathRow(kept, lower.range)
        return (plain(first, scripts), mark, nodes.dropFirst())
      }
      // w_{5new}: letters that spell the word.
      let name = lower.nodes.withoutBlanks.compactMap(\.symbolName).suffix(3).joined()
      if let isNew = words[name] {
        let kept = Array(lower.nodes.withoutBlanks.dropLast(3))
        scripts.lower = kept.isEmpty ? nil : MathRow(kept, lower.range)
        return (plain(first, scripts), Mark(place: .subscript, letter: "", time: isNew ? 1 : 0), nodes.dropFirst())
      }
    }
    return nil
  }

  private static func plain(_ node: MathNode, _ scripts: MathScripts) -> MathNode {
    if scripts.upper == nil, scripts.lower == nil, scripts.primes.isEmpty, let base = scripts.base { return base }
    return MathNode(.scripts(scripts), node.range)
  }

  private static func mark(_ content: LayerContent, _ place: Place) -> Mark? {
    guard let letter = content.letter else { return nil }
    if let isNew = words[letter], content.offset == 0 { return Mark(place: place, letter: "", time: isNew ? 1 : 0) }
    // Steps that are numbered below, v_t and v_{t−1}, may be told apart elsewhere: v_2 = γ v_1 + η g_2.
    guard times.contains(letter), (place == .argument ? -1...1 : 0...1).contains(content.offset) else { return nil }
    return Mark(place: place, letter: letter, time: content.offset)
  }

  private static func unmarked(_ nodes: [MathNode], _ updates: [Marked]) -> [MathNode] {
    var result: [MathNode] = []
    var rest = nodes[...]
    while let node = rest.first {
      if let (parameter, mark, behind) = marked(Array(rest)), let letter = parameter.occurrence?.letter,
        // w_t and v_{t+1} beside what is updated at this time are of the same step.
        updates.contains(where: {
          ($0.letter == letter || parameters.contains(letter)) && ($0.mark == mark || mark.isOld(of: $0.mark))
        })
      {
        result.append(parameter)
        rest = rest.suffix(behind.count)
      } else {
        result.append(node.mappingRows { unmarked($0, updates) })
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension MathNode {
  fileprivate var isSumSign: Bool { kind == .operation("+") || kind == .operation("-") }
}
