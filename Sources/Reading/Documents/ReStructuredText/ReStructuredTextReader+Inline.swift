// Roles and literals in the text.
extension ReStructuredTextReader {
  /// Reads text from an offset on the current line, and what formulas begun on it take of the next ones. Returns where
  /// the prose begins that was not yet handed on; `line` is then the line on which it stands.
  mutating func readInline(from start: Int, to end: Int, isOneLine: Bool) -> Int {
    var offset = start
    var proseStart = start
    var end = end
    while offset < end {
      switch source.scalars[offset] {
      case "\\": offset += 2
      case "`" where source[offset + 1] == "`":
        guard let close = closing("``", from: offset + 2, to: end, isOneLine: isOneLine) else {
          offset += 2
          continue
        }
        collector.addProse(source, proseStart..<close.offset)
        advance(to: close.line, &end)
        offset = close.offset
        proseStart = close.offset
      case "`":
        guard let role = role(at: offset, to: end, isOneLine: isOneLine) else {
          offset += 1
          continue
        }
        if role.isMath {
          collector.addProse(source, proseStart..<role.start)
          collector.addFormula(
            FormulaCut(text: role.text, delimiter: .role, range: role.start..<role.end, dialect: .protected))
        } else {
          collector.addProse(source, proseStart..<role.end)
        }
        advance(to: role.line, &end)
        offset = role.end
        proseStart = role.end
      default: offset += 1
      }
    }
    return min(proseStart, end)
  }

  private mutating func advance(to next: Int, _ end: inout Int) {
    guard next != line else { return }
    line = next
    end = lines.contentEnd(of: line)
  }

  /// What stands between backquotes, with its role before or behind it.
  private struct Role {
    var isMath: Bool
    var start: Int
    var end: Int
    var line: Int
    var text: LocatedText
  }

  private mutating func role(at offset: Int, to end: Int, isOneLine: Bool) -> Role? {
    guard !source[offset + 1].isSpace, let close = closing("`", from: offset + 1, to: end, isOneLine: isOneLine) else {
      return nil
    }
    let text = LocatedText(source: source, pieces: close.pieces, at: offset + 1)
    var role = Role(isMath: defaultRoleIsMath, start: offset, end: close.offset, line: close.line, text: text)
    if source.has(":math:", at: offset - 6) {
      role.isMath = true
      role.start = offset - 6
    } else if source.has(":math:", at: close.offset) {
      role.isMath = true
      role.end += 6
    } else if source[offset - 1] == ":" || source[close.offset] == "_" || source[close.offset] == ":" {
      role.isMath = false
    }
    return role
  }

  private struct Closing {
    var pieces: [Range<Int>]
    /// Behind the closing mark.
    var offset: Int
    var line: Int
  }

  /// Finds the mark that closes on this line or on the next ones of the paragraph.
  private mutating func closing(_ mark: String, from start: Int, to end: Int, isOneLine: Bool) -> Closing? {
    if let last = openTo[mark], line <= last { return nil }
    var pieces: [Range<Int>] = []
    var current = line
    var from = start
    var to = end
    while true {
      if let close = offset(of: mark, from..<to) {
        pieces.append(from..<close)
        return Closing(pieces: pieces, offset: close + mark.utf8.count, line: current)
      }
      guard !isOneLine, current + 1 < lines.count else { break }
      let next = lines[current + 1]
      guard !next.isBlank, next.indentation >= containers.last?.indentation ?? 0 else { break }
      pieces.append(from..<lines.end(of: current))
      current += 1
      from = next.content.lowerBound
      to = lines.contentEnd(of: current)
    }
    if !isOneLine { openTo[mark] = current }
    return nil
  }

  /// The next mark in a range that can close: behind something, and, if doubled, the last of a run of backquotes.
  private mutating func offset(of mark: String, _ range: Range<Int>) -> Int? {
    let isDoubled = mark.utf8.count == 2
    let found = range.first { offset in
      guard source.scalars[offset] == "`", !source[offset - 1].isSpace else { return false }
      return isDoubled
        ? offset + 1 < range.upperBound && source[offset + 1] == "`" && source[offset + 2] != "`"
        : offset > range.lowerBound
    }
    collector.steps += (found ?? range.upperBound) - range.lowerBound
    return found
  }
}
