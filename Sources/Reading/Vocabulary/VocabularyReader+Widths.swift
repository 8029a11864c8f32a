import Expressions
import LaTeX
import Networks

/// How many units each layer has.
extension VocabularyReader {
  /// How many units a layer has, as conditions (i = 1, 2, 3) and bounds of sums tell; conditions count thrice.
  mutating func findWidths() {
    guard vocabulary.isLayeredNetwork else { return }
    var votes: [Int: [Int: Int]] = [:]
    for statement in statements {
      for condition in statement.conditions {
        guard let name = condition.members[0].nodes.first?.symbolName, let last = lastValue(condition) else { continue }
        for occurrence in statement.chain.members.flatMap({ occurrences(in: $0.nodes) }) {
          vote(name, last, 3, occurrence, &votes)
        }
      }
      for member in statement.chain.members { voteSums(in: member.nodes, &votes) }
      voteColumn(statement.chain, &votes)
    }
    for (layer, counts) in votes {
      vocabulary.widths[layer] = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
  }

  /// a^1 = a column that is written out: as many units.
  private func voteColumn(_ chain: WrittenChain, _ votes: inout [Int: [Int: Int]]) {
    guard let head = chain.members[0].nodes.withoutBlanks.first?.occurrence, head.subscripts.isEmpty,
      chain.members[0].nodes.withoutBlanks.count == 1, let role = vocabulary.letters[head.letter]?.role,
      [.preactivation, .activation, .delta].contains(role),
      let content = content(of: head), content.letter == nil
    else { return }
    for member in chain.members.dropFirst() {
      let nodes = member.nodes.withoutBlanks
      guard nodes.count == 1, case .array(let array) = nodes[0].kind, array.name.hasSuffix("matrix"),
        array.lines.allSatisfy({ $0.cells.count == 1 }), array.lines.count > 1
      else { continue }
      votes[content.offset, default: [:]][array.lines.count, default: 0] += 3
    }
  }

  func lastValue(_ condition: WrittenChain) -> Int? {
    let values = condition.members.dropFirst() + condition.list
    guard condition.signs.first?.name == "=",
      values.count > 1 || condition.members[1].nodes.contains(where: \.isEllipsis)
    else {
      return nil
    }
    // k + 1 is no 1.
    let last = values.last?.nodes.withoutBlanks ?? []
    if last.dropLast().last.map({ $0.kind == .operation("+") || $0.kind == .operation("-") }) ?? false { return nil }
    return last.last?.wholeNumber
  }

  func vote(
    _ name: String, _ value: Int, _ weight: Int, _ occurrence: Occurrence, _ votes: inout [Int: [Int: Int]]
  ) {
    guard let reading = vocabulary.letters[occurrence.letter], let role = reading.role else { return }
    let layer: Int?
    switch role {
    case .preactivation, .activation, .delta:
      layer = content(of: occurrence).flatMap { $0.letter == nil ? $0.offset : nil }
    case .input where reading.place == .none: layer = vocabulary.inputLayer
    case .target, .prediction:
      if reading.place == .none, case .number(let last) = vocabulary.depth { layer = last } else { layer = nil }
    default: layer = nil
    }
    guard let layer, let unit = unit(of: occurrence).flatMap({ LayerContent($0) }), unit.letter == name,
      unit.offset == 0
    else { return }
    votes[layer, default: [:]][value, default: 0] += weight
  }

  func voteSums(in nodes: [MathNode], _ votes: inout [Int: [Int: Int]]) {
    for (place, node) in nodes.enumerated() {
      if let sum = node.summation, let upper = sum.upper?.nodes.withoutBlanks, upper.count == 1,
        let value = upper[0].wholeNumber,
        let name = sum.lower?.nodes.withoutBlanks.first?.symbolName
      {
        for occurrence in occurrences(in: Array(nodes[(place + 1)...])) { vote(name, value, 1, occurrence, &votes) }
      }
      voteSums(in: node.children, &votes)
    }
  }
}
