import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  /// The console blocks: a line `$ command`, then what it shows. A line `…` stands for any lines.
  static func blocks(of text: String) -> [(command: String, shown: [String])] {
    var result: [(command: String, shown: [String])] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line == "```console" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside, line.hasPrefix("$ ") {
        result.append((String(line.dropFirst(2)), []))
      } else if isInside, !result.isEmpty {
        result[result.count - 1].shown.append(line)
      }
    }
    return result
  }

  @Test("Everything it shows is what the program prints")
  func shownOutputs() throws {
    let text = try Repository.text("README.md")
    let blocks = Self.blocks(of: text).filter { $0.command.contains("derive ") && !$0.command.hasPrefix("swift") }
    #expect(blocks.count >= 5)
    var recorded = text
    for block in blocks {
      let printed = ShownCommand(line: block.command).run()
      if Repository.isRecording, !block.shown.contains("…") {
        let old = "$ \(block.command)\n" + block.shown.map { $0 + "\n" }.joined()
        recorded = recorded.replacingOccurrences(of: old, with: "$ \(block.command)\n" + printed)
      } else {
        #expect(Self.agrees(printed, with: block.shown), "$ \(block.command)\n\(printed)")
      }
    }
    if Repository.isRecording {
      try Repository.write(recorded, to: "README.md")
      Issue.record("recorded anew; run again without DERIVE_RECORD")
    }
  }

  /// Whether the shown lines, with any lines for each `…`, are the printed ones.
  static func agrees(_ printed: String, with shown: [String]) -> Bool {
    let lines = Repository.masked(printed).components(separatedBy: "\n").dropLast().map { $0 }
    var chunks: [[String]] = [[]]
    for line in shown {
      if line == "…" { chunks.append([]) } else { chunks[chunks.count - 1].append(Repository.masked(line)) }
    }
    guard chunks.count > 1 else { return lines == chunks[0] }
    guard Array(lines.prefix(chunks[0].count)) == chunks[0] else { return false }
    var start = chunks[0].count
    for chunk in chunks.dropFirst().dropLast() {
      guard
        let found = (start...max(start, lines.count - chunk.count)).first(where: { place in
          place + chunk.count <= lines.count && Array(lines[place..<place + chunk.count]) == chunk
        })
      else { return false }
      start = found + chunk.count
    }
    let last = chunks[chunks.count - 1]
    return lines.count - last.count >= start && Array(lines.suffix(last.count)) == last
  }
}
