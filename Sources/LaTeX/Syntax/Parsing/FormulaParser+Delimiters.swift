/// Brackets and bars. `\left … \right` is read here; all others are paired by `RowBuilder`.
extension FormulaParser {
  /// A bracket of one token.
  mutating func delimiter(_ name: String, _ side: MathDelimiter.Side) -> MathNode {
    let start = place
    place += 1
    let range = range(from: start)
    return MathNode(.delimiter(MathDelimiter(name, side, range)), range)
  }

  /// What `\left`, `\middle`, `\right` or `\big` at `start`, which was read, begins.
  mutating func sized(_ meaning: CommandMeaning, _ written: String, _ start: Int) -> MathNode.Kind {
    let found = sizedDelimiter(written, start)
    switch meaning {
    case .left: return fence(from: found.on(.open), start)
    case .right:
      tell(.rightWithoutLeft, tokens[start].range)
      return .delimiter(found.on(.close))
    case .middle:
      if leftDepth == 0 { tell(.middleOutsideLeft, tokens[start].range) }
      return .delimiter(MathDelimiter(found.name, .middle, found.range))
    case .sizedDelimiter(let side?):
      let isFixed = found.side != .either && !Delimiters.turnable.contains(found.name) && side != .middle
      return .delimiter(isFixed ? found : found.on(side))
    default: return .delimiter(found)
    }
  }

  /// The delimiter behind a command at `start`; an empty one if none follows.
  private mutating func sizedDelimiter(_ written: String, _ start: Int) -> MathDelimiter {
    guard skipTrivia(), let (name, side) = delimiterName(tokens[place].kind) else {
      tell(.missingDelimiter(after: written), tokens[start].range)
      return MathDelimiter("", .either, tokens[start].range)
    }
    place += 1
    return MathDelimiter(name, side, range(from: start))
  }

  private func delimiterName(_ kind: MathToken.Kind) -> (String, MathDelimiter.Side)? {
    switch kind {
    case .command(let name): return delimiterName(of: name)
    case .character(let scalar):
      let plain = UnicodeTable.plain(scalar)
      if let known = Delimiters.byScalar[plain] ?? Delimiters.onlyWhenSized[plain] { return known }
      return UnicodeTable.command(for: plain).flatMap(delimiterName(of:))
    default: return nil
    }
  }

  private func delimiterName(of command: String) -> (String, MathDelimiter.Side)? {
    guard case .leaf(let kind)? = CommandTable.meaning(of: command) else { return nil }
    switch kind {
    case .delimiter(let known): return (known.name, known.side)
    case .relation(let name) where name == "mid" || name == "parallel": return (name == "mid" ? "|" : "‖", .either)
    case .relation(let name) where name.hasSuffix("arrow"): return (name, .either)
    case .relation(let name) where name == "<" || name == ">":
      return (name == "<" ? "langle" : "rangle", name == "<" ? .open : .close)
    default: return nil
    }
  }

  /// What follows `\left(` up to its `\right`.
  private mutating func fence(from open: MathDelimiter, _ start: Int) -> MathNode.Kind {
    let outer = limit
    limit = min(matching.ends[start], outer)
    leftDepth += 1
    let body = nestedRow(.right)
    leftDepth -= 1
    let isAtRight = place < outer && tokens[place].isCommand("right")
    limit = outer
    guard isAtRight else {
      tell(.leftWithoutRight, tokens[start].range)
      return .fence(MathFence(open: open, body: body, close: MathDelimiter("", .close, emptyRange)))
    }
    let right = place
    place += 1
    return .fence(MathFence(open: open, body: body, close: sizedDelimiter("\\right", right).on(.close)))
  }
}
