import LaTeX

/// What stands in brackets above a letter: the t − 1 of h^{(t−1)}, the t of a^{<t>}, the i of x_j^{(i)}.
struct BracketsAbove {
  /// The letter that it stands above.
  let letter: String
  /// Between the brackets.
  let content: LayerContent
  fileprivate let scripts: MathScripts
  /// Where the whole stands.
  fileprivate let range: Range<Int>
  /// The same as it is written.
  let nodes: [MathNode]
  /// What is above besides, as the T of x^{(i)T}.
  fileprivate let rest: [MathNode]

  /// The same letter with that below, before everything else that is there: x_{i, j}.
  func writtenBelow() -> MathNode {
    var scripts = scripts
    let place = scripts.upper?.range ?? range
    let below = scripts.lower?.nodes ?? []
    let comma = below.isEmpty ? [] : [MathNode(.punctuation(","), place.upperBound..<place.upperBound)]
    scripts.lower = MathRow(nodes + comma + below, place)
    scripts.upper = rest.isEmpty ? nil : MathRow(rest, place)
    return MathNode(.scripts(scripts), range)
  }
}

extension MathNode {
  /// What stands in brackets above this letter; nil for anything else.
  var bracketsAbove: BracketsAbove? {
    guard case .scripts(let scripts) = kind, let upper = scripts.upper?.nodes.withoutBlanks, let first = upper.first,
      let letter = occurrence?.letter ?? scripts.base?.occurrence?.letter
    else { return nil }
    func brackets(_ nodes: [MathNode], _ rest: ArraySlice<MathNode>) -> BracketsAbove? {
      guard let content = LayerContent(nodes) else { return nil }
      return BracketsAbove(
        letter: letter, content: content, scripts: scripts, range: range, nodes: nodes, rest: Array(rest))
    }
    if case .fence(let fence) = first.kind, ["(", "[", "langle"].contains(fence.open.name) {
      return brackets(fence.body.withoutBlanks, upper.dropFirst())
    }
    // a^{<t-1>}
    guard first.relationName == "<", let end = upper.firstIndex(where: { $0.relationName == ">" }) else { return nil }
    return brackets(Array(upper[1..<end]), upper[(end + 1)...])
  }
}
