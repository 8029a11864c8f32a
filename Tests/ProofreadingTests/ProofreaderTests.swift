import Expressions
import LaTeX
import Networks
import Reading
import Testing

@testable import Proofreading

@Suite("What derive prints, checked")
struct ProofreaderTests {
  private func check(_ text: String, _ name: String) throws -> FileReport {
    try Proofreader.check(try DocumentReader.read(text, name: name))
  }

  private func expectNothingLeft(_ entry: NetworkTable.Entry, _ format: OutputFormat, steps: Bool) throws {
    let report = try check(try entry.printed(format, steps: steps), "-")
    #expect(!report.statements.isEmpty)
    for statement in report.statements where ![.definition, .assumption, .proved].contains(statement.verdict) {
      Issue.record("\(entry.testDescription):\(statement.place): \(statement.latex): \(statement.reason)")
    }
  }

  @Test("Every statement is proved, a definition or an assumption", arguments: NetworkTable.all, [false, true])
  func roundTrip(_ entry: NetworkTable.Entry, _ steps: Bool) throws {
    for format in [OutputFormat.latex, .markdown] { try expectNothingLeft(entry, format, steps: steps) }
  }

  @Test(
    "with every activation",
    arguments: Activation.opaqueNames + FunctionTable.records.filter(\.isActivation).map(\.name))
  func activations(_ name: String) throws {
    let entry = NetworkTable.Entry(layers: "2-3-2", activations: name, loss: "mse")
    for steps in [false, true] { try expectNothingLeft(entry, .latex, steps: steps) }
  }

  @Test("with every loss", arguments: LossTable.records.map(\.name))
  func losses(_ name: String) throws {
    let entry = NetworkTable.Entry(layers: "2-3-2", activations: "tanh,softmax", loss: name, batch: .mean)
    for steps in [false, true] { try expectNothingLeft(entry, .latex, steps: steps) }
  }

  @Test("with every bias and batch, at every depth", arguments: BiasKind.allCases, Batch.allCases)
  func biasesAndBatches(_ bias: BiasKind, _ batch: Batch) throws {
    for layers in ["2-3-2", "N-K-M", "n_0-...-n_L"] {
      let entry = NetworkTable.Entry(layers: layers, activations: "sigmoid", loss: "mse", bias: bias, batch: batch)
      try expectNothingLeft(entry, .latex, steps: true)
    }
  }

  @Test(
    "A wrong line is not accepted",
    arguments: [
      ("(\\hat{y}_i - y_i)", "(y_i - \\hat{y}_i)"), ("\\delta_j^4 w_{ji}^3", "\\delta_j^4 w_{ij}^3"),
      ("= \\delta_i^4 a_j^3", "= \\delta_i^3 a_j^3"), ("\\eta \\,", "2 \\eta \\,"),
    ])
  func wrongLines(_ right: String, _ wrong: String) throws {
    let printed = try NetworkTable.all[0].printed(.latex)
    let parts = printed.split(around: right)
    let place = parts.before.split(separator: "\n", omittingEmptySubsequences: false).count
    let report = try check(parts.before + wrong + parts.after, "-")
    let faults = report.statements.filter { ![.definition, .assumption, .proved].contains($0.verdict) }
    #expect(!faults.isEmpty)
    #expect(faults.first?.place.line == place)
  }

  @Test func ignoredDisplaysAreNotJudged() throws {
    let text = "<!-- derive: ignore -->\n$$z_i^2 = 7$$\n\n$$z_i^2 = \\sum_{j=1}^{1} w_{ij}^1 x_j$$"
    var settings = Settings()
    settings.architecture = try Architecture(parsing: "1-2")
    settings.bias = BiasKind.none
    let document = try DocumentReader.read(text, name: "notes.md")
    let report = try Proofreader.check(document, settings: settings)
    #expect(report.statements.map(\.verdict) == [.definition] && report.ignoredCount == 1)
    #expect(report.statements[0].place.line == 4)
    let all = try Proofreader.check(document, settings: settings, ignoresDirectives: true)
    #expect(all.statements.count == 2 && all.ignoredCount == 0)
  }

  @Test func macrosAreExpandedAndPlacesKept() throws {
    let text = "\\newcommand{\\act}[1]{f(#1)}\n\\begin{equation}\n  a_i^2 = \\act{z_i^2}\n\\end{equation}\n"
    var settings = Settings()
    settings.architecture = try Architecture(parsing: "1-2")
    let report = try Proofreader.check(try DocumentReader.read(text, name: "notes.tex"), settings: settings)
    #expect(report.statements.map(\.verdict) == [.definition])
    #expect(report.statements.map(\.place.description) == ["3:9"])
    #expect(report.statements.map(\.rhs) == ["\\act{z_i^2}"])
  }
}

extension String {
  /// What stands before and behind the first occurrence of `piece`.
  fileprivate func split(around piece: String) -> (before: String, after: String) {
    let scalars = Array(unicodeScalars)
    let wanted = Array(piece.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
    func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    return (string(scalars[..<start]), string(scalars[(start + wanted.count)...]))
  }
}
