/// Rows: nodes beside one another up to the end of the window.
extension FormulaParser {
  /// What else ends a row.
  struct Stops: OptionSet {
    let rawValue: Int
    /// `&` and `\\`
    static let cell = Stops(rawValue: 1)
    /// `\right`
    static let right = Stops(rawValue: 2)
  }

  /// A numerator that waits for its denominator.
  private struct Above {
    var form: MathFraction.Form
    var nodes: [MathNode]
    var sign: Range<Int>
  }

  /// The nodes up to the end of the window or the first of `stops`.
  mutating func row(_ stops: Stops = []) -> [MathNode] {
    let level = depth
    defer { depth = level }
    var builder = RowBuilder(limit: MathParser.maximumDepth - level)
    var above: Above?
    while skipTrivia(), !isStop(stops) {
      depth = level + builder.depth
      let start = place
      guard case .command(let name) = tokens[place].kind, let meaning = CommandTable.meaning(of: name) else {
        builder.append(scripted())
        continue
      }
      switch meaning {
      case .infixFraction(let form): infixFraction(form, &above, &builder)
      case .styleSwitch, .colour(takesContents: false):
        if let node = switchedArgument(meaning, &builder) { builder.append(scripts(on: node, from: start)) }
      default: builder.append(scripted())
      }
    }
    if let overflow = builder.overflow { tellDepth(overflow) }
    let nodes = builder.finish()
    guard let above else { return nodes }
    return [fraction(above, nodes)]
  }

  /// A row one level deeper; where that is too deep, the window as it stands.
  mutating func nestedRow(_ stops: Stops = []) -> [MathNode] {
    nested { $0.row(stops) } ?? unreadWindow()
  }

  /// The rest of the window as it stands.
  mutating func unreadWindow() -> [MathNode] {
    let start = place
    place = limit
    return start < place ? [MathNode(.unknown(raw(start..<place)), range(from: start))] : []
  }

  /// Whether a token stands here that ends the row.
  private func isStop(_ stops: Stops) -> Bool {
    switch tokens[place].kind {
    // MathJax ends a line of an array at \newline as well.
    case .ampersand, .command("\\"), .command("cr"), .command("newline"), .command("tabularnewline"):
      stops.contains(.cell)
    case .command("right"): stops.contains(.right)
    default: false
    }
  }

  private mutating func infixFraction(_ form: MathFraction.Form, _ above: inout Above?, _ builder: inout RowBuilder) {
    let sign = tokens[place]
    place += 1
    if above == nil {
      above = Above(form: form, nodes: builder.finish(), sign: sign.range)
    } else {
      tell(.ambiguousFraction, sign.range)
      builder.append(MathNode(.unknown(sign.text), sign.range))
    }
  }

  private func fraction(_ above: Above, _ below: [MathNode]) -> MathNode {
    let numerator = MathRow(above.nodes, MathNode.range(of: above.nodes, at: above.sign.lowerBound))
    let denominator = MathRow(below, MathNode.range(of: below, at: above.sign.upperBound))
    return MathNode(
      .fraction(MathFraction(above.form, numerator, denominator)),
      numerator.range.lowerBound..<denominator.range.upperBound)
  }

  /// `\rm`, `\color{red}`: changes what follows in `builder`; but one argument only, where a brace follows at once, as in
  /// `\rm{diag}` (TeX would go on, its authors don't mean it).
  private mutating func switchedArgument(_ meaning: CommandMeaning, _ builder: inout RowBuilder) -> MathNode? {
    let start = place
    place += 1
    let wrap: @Sendable (MathRow) -> MathNode.Kind
    switch meaning {
    case .styleSwitch(let style): wrap = { .styled(style, $0) }
    default:
      let colour = colourName()
      wrap = { .coloured(colour, $0) }
    }
    if current?.kind == .openBrace, let argument = nested({ $0.braced() }) {
      return MathNode(wrap(argument), range(from: start))
    }
    builder.change(range(from: start), wrap)
    return nil
  }
}

extension MathNode {
  /// From the first of `nodes` to the last; nothing at `place` if there are none.
  static func range(of nodes: [MathNode], at place: Int) -> Range<Int> {
    guard let first = nodes.first, let last = nodes.last else { return place..<place }
    return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
  }
}
