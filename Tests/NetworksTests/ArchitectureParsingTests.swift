import Expressions
import Testing

@testable import Networks

@Suite struct ArchitectureParsingTests {
  struct Good: CustomTestStringConvertible, Sendable {
    let text: String
    let layers: Architecture.Layers
    init(_ text: String, _ layers: Architecture.Layers) {
      self.text = text
      self.layers = layers
    }
    var testDescription: String { text }
  }

  static let good = [
    Good("1-4-3-2", .widths([.number(1), .number(4), .number(3), .number(2)])),
    Good("N-K-L-M", .widths([.symbol("N"), .symbol("K"), .symbol("L"), .symbol("M")])),
    Good("784-H-10", .widths([.number(784), .symbol("H"), .number(10)])),
    Good("784-H1-n_h-10", .widths([.number(784), .symbol("H1"), .symbol("n_h"), .number(10)])),
    Good(" 1 - 4 -2 ", .widths([.number(1), .number(4), .number(2)])),
    Good("1–4—3−2", .widths([.number(1), .number(4), .number(3), .number(2)])),
    Good("007-1000000", .widths([.number(7), .number(1_000_000)])),
    Good("n_0-...-n_L", .open(width: "n", last: "L")),
    Good("n_0-…-n_L", .open(width: "n", last: "L")),
    Good("n_0-...-n_l", .open(width: "n", last: "l")),
    Good("d_0-d_1-...-d_K", .open(width: "d", last: "K")),
  ]

  @Test(arguments: good) func reads(_ good: Good) throws {
    #expect(try Architecture(parsing: good.text).layers == good.layers)
  }

  /// text → architecture → text → architecture.
  @Test(arguments: good) func textReadsBack(_ good: Good) throws {
    let architecture = try Architecture(parsing: good.text)
    #expect(try Architecture(parsing: architecture.text) == architecture)
  }

  @Test func randomArchitecturesReadBack() throws {
    let seed: UInt64 = 20_240_607
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let widths = (0..<Int.random(in: 2...9, using: &generator)).map { _ -> Width in
        Bool.random(using: &generator)
          ? .number(Int.random(in: 1...Architecture.widestLayer, using: &generator))
          : .symbol(["N", "K", "H_1", "m2"].randomElement(using: &generator) ?? "N")
      }
      let architecture = Architecture(.widths(widths))
      #expect(try Architecture(parsing: architecture.text) == architecture, "seed \(seed)")
    }
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String
    init(_ text: String, _ message: String) {
      self.text = text
      self.message = message
    }
    var testDescription: String { text.count > 40 ? "\(text.prefix(40))…" : text }
  }

  static let bad = [
    Bad("", "there are no layers; widths are joined by hyphens, as in 1-4-3-2"),
    Bad("-", "nothing stands before the hyphen at column 1; widths are joined by hyphens, as in 1-4-3-2"),
    Bad("-3", "nothing stands before the hyphen at column 1; widths are joined by hyphens, as in 1-4-3-2"),
    Bad("1--2", "nothing stands between the hyphens at column 3; did you mean 1-2?"),
    Bad("1-4-", "nothing stands behind the hyphen at column 5; did you mean 1-4?"),
    Bad("1-0-2", "layer 2 has width 0; every layer needs at least one unit"),
    Bad("5", "that is one layer; a network needs an input and an output layer; did you mean 5-1?"),
    Bad("1-4-x y", "'x y' at column 5 is no width; did you mean 1-4-x-y?"),
    Bad("1,4,3", "'1,4,3' at column 1 is no width; did you mean 1-4-3?"),
    Bad("1x4x3", "'1x4x3' at column 1 is no width; did you mean 1-4-3?"),
    Bad("[1, 4, 3]", "'[1, 4, 3]' at column 1 is no width; did you mean 1-4-3?"),
    Bad("1-4.5-2", "'4.5' at column 3 is no width; a width is a number or a letter, as in 784-H-10"),
    Bad("1-+4-2", "'+4' at column 3 is no width; did you mean 1-4-2?"),
    Bad("1-hidden-2", "'hidden' at column 3 is no width; a width is a number or a letter, as in 784-H-10"),
    Bad("1-٣-2", "'٣' at column 3 is no width; did you mean 1-2?"),
    Bad(
      "99999999999999999999-2",
      "layer 1 has width 99999999999999999999; a layer has at most 1000000 units"),
    Bad("2-1000001", "layer 2 has width 1000001; a layer has at most 1000000 units"),
    Bad(
      "2-" + String(repeating: "9", count: 100_000),
      "layer 2 has width " + String(repeating: "9", count: 37) + "...; a layer has at most 1000000 units"),
    Bad(
      Array(repeating: "1", count: 1_001).joined(separator: "-"), "that is 1001 layers; a network has at most 1000"),
    Bad("n_0...n_L", "'n_0...n_L' at column 1 is no width; did you mean n_0-...-n_L?"),
    Bad("n_0-...", "any number of layers is written n_0-...-n_L; did you mean n_0-...-n_L?"),
    Bad("n_1-...-n_L", "any number of layers is written n_0-...-n_L; did you mean n_0-...-n_L?"),
    Bad("n_0-...-m_L", "any number of layers is written n_0-...-n_L; did you mean n_0-...-n_L?"),
    Bad("d_0-...-d_5", "any number of layers is written n_0-...-n_L; did you mean d_0-...-d_L?"),
    Bad("1-...-5", "any number of layers is written n_0-...-n_L; did you mean n_0-...-n_L?"),
  ]

  @Test(arguments: bad) func refuses(_ bad: Bad) {
    #expect(message { () throws(NetworkError) in _ = try Architecture(parsing: bad.text) } == bad.message)
  }
}

/// What the error says, or nothing if there is none.
func message(_ body: () throws(NetworkError) -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return error.description
  }
}
