import Expressions

@testable import Reading

/// A document as a list of what stands in it, which can be written in every format.
struct DocumentSample {
  enum Piece {
    case heading(String)
    /// Prose with formulas in it: every other element is a formula.
    case paragraph([String])
    case display([String])
  }

  var pieces: [Piece]

  /// A document at random.
  init(seed: UInt64, count: Int = 12) {
    var random = SplitMix64(seed: seed)
    pieces = (0..<count).map { _ in
      switch random.next() % 4 {
      case 0: .heading(random.pick(["Forward pass", "The last layer", "Summary"]))
      case 1: .display([random.pick(Self.lines)])
      case 2: .display((0..<3).map { _ in random.pick(Self.lines) })
      default: .paragraph([random.pick(Self.words), random.pick(Self.terms), random.pick(Self.words)])
      }
    }
  }

  private static let lines = [
    #"\delta_i^4 = \frac{\partial L}{\partial z_i^4}"#, #"= \sum_{j=1}^2 w_{ij} a_j^2 + b_i \\"#,
    "a = f(z), \\quad z > 0",
    #"\text{where } \hat{y}_1 = a_1"#, "- x + y", "> 0", "1. 5 x", "\\{1, 2\\} \\% 3", "δ = σ′(z)",
  ]
  private static let terms = [
    "x", "w_{ij}^{(l)}", "l = 1, \\dots, L", "a \\odot b", "f'(z)", "\\hat y", "2", "|x|", "(x, y)", "a^*b^*", "x < y",
  ]
  private static let words = ["we have", "so that", "for every", "it costs", "and then"]

  /// The formulas in order.
  var formulas: [String] {
    pieces.flatMap { piece in
      switch piece {
      case .heading: [String]()
      case .paragraph(let parts): parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
      case .display(let lines): [lines.joined(separator: "\n")]
      }
    }
  }

  var markdown: String {
    written(heading: { "## \($0)" }, inline: { "$\($0)$" }, display: { "$$\n" + $0.joined(separator: "\n") + "\n$$" })
  }

  var latex: String {
    "\\documentclass{article}\n\\begin{document}\n"
      + written(
        heading: { "\\section{\($0)}" }, inline: { "\\(\($0)\\)" },
        display: { "\\begin{align*}\n" + $0.joined(separator: "\n") + "\n\\end{align*}" }) + "\\end{document}\n"
  }

  var reStructuredText: String {
    written(
      heading: { "\($0)\n" + String(repeating: "=", count: $0.count) }, inline: { ":math:`\($0)`" },
      display: { ".. math::\n\n   " + $0.joined(separator: "\n   ") })
  }

  var notebook: String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\\n\""
    }
    return "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\n" + lines.joined(separator: ",\n") + "]}]}"
  }

  private func written(
    heading: (String) -> String, inline: (String) -> String, display: ([String]) -> String
  ) -> String {
    pieces.map { piece in
      switch piece {
      case .heading(let text): heading(text) + "\n"
      case .paragraph(let parts):
        parts.indices.map { $0 % 2 == 1 ? inline(parts[$0]) : parts[$0] }.joined(separator: " ") + "\n"
      case .display(let lines): display(lines) + "\n"
      }
    }.joined(separator: "\n")
  }
}
