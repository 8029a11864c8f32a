import Foundation
import Proofreading
import Testing

@testable import derive

@Suite("derive check: files and folders")
struct CheckFilesTests {
  private static let display = "$$L = \\frac{1}{2} \\sum_{k=1}^{2} (y_k - \\hat{y}_k)^2$$\n"

  /// A folder of these files for the time of `body`.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("derive-check-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !name.hasSuffix("/") { try text.write(to: file, atomically: true, encoding: .utf8) }
    }
    try body(folder.path)
  }

  private func tallies(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.contains(" statement") }.map(String.init)
  }

  @Test func foldersAreReadInAFixedOrder() throws {
    let names = ["b.md", "a/z.tex", "a/b/c.markdown", "a/x.TXT", "c.ipynb", "d.rst"]
    var files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.display) })
    files["c.ipynb"] = #"{"cells": [{"cell_type": "markdown", "source": "$$x_1 = x_1$$"}], "nbformat": 4}"#
    files["d.rst"] = ".. math::\n\n   x_1 = x_1\n"
    files["a/z.tex"] = "\\[ x_1 = x_1 \\]"
    for hidden in [".git/h.md", ".h.md", "other.py", "README.md"] {
      files[hidden] = hidden == "README.md" ? "text" : Self.display
    }
    try withFolder(files) { folder in
      let outcome = run(["check", folder, "--arch", "1-2"])
      let expected = ["a/b/c.markdown", "a/x.TXT", "a/z.tex", "b.md", "c.ipynb", "d.rst"]
      let shown = tallies(outcome).dropLast().map { $0.dropFirst(folder.count + 1).prefix { $0 != ":" } }
      #expect(shown.map(String.init) == expected, "\(outcome.output)")
      #expect(tallies(outcome).last?.hasPrefix("6 files: 6 statements: ") == true)
      #expect(outcome.error == "" && outcome.status == 0)
      #expect(run(["check", folder + "/", "--arch", "1-2"]).output == outcome.output)
    }
  }

  @Test func aFileThatIsMissingStopsNoOther() throws {
    try withFolder(["a.md": Self.display, "bad.ipynb": "{\"cells\": ["]) { folder in
      let outcome = run(["check", "\(folder)/none.md", "\(folder)/a.md", "\(folder)/bad.ipynb", "--arch", "1-2"])
      #expect(outcome.status == 2)
      #expect(tallies(outcome) == ["\(folder)/a.md: 1 statement: 1 definition"])
      #expect(outcome.error.contains("none.md: no such file or directory\n"))
      #expect(outcome.error.contains("bad.ipynb:1:12: no JSON: "))
    }
  }

  @Test func aFolderWithNothingInItIsAnError() throws {
    try withFolder(["empty/x.py": ""]) { folder in
      let outcome = run(["check", folder])
      #expect(outcome.error == "derive: check: \(folder): there are no notes in this folder\n")
      #expect(outcome.status == 2 && outcome.output == "")
    }
    try withFolder(["x.md": "no formulas"]) { folder in
      let outcome = run(["check", folder])
      #expect(outcome.error == "derive: check: there are no formulas to check in any file\n")
      #expect(outcome.status == 2)
    }
  }

  @Test func theDocumentsOfTheRepositoryAreProved() {
    let outcome = run(["check", Repository.root.appendingPathComponent("derivations").path, "--strict"])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(tallies(outcome).allSatisfy { !$0.contains("verified") })
  }

  @Test func aFileIsReadOnce() throws {
    try withFolder(["a.md": Self.display]) { folder in
      let outcome = run(["check", "\(folder)/a.md", folder, "\(folder)/a.md", "--arch", "1-2"])
      #expect(tallies(outcome).count == 1)
    }
  }

  @Test func linksThatLeadInACircleAreNotFollowed() throws {
    try withFolder(["a/b.md": Self.display]) { folder in
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/a/up", withDestinationPath: folder)
      #expect(tallies(run(["check", folder, "--arch", "1-2"])).count == 1)
    }
  }

  @Test func macrosMayLiveElsewhere() throws {
    let files = ["m.tex": "\\newcommand{\\act}[1]{f(#1)}", "a.md": "$$a_i^2 = \\act{z_i^2}$$"]
    try withFolder(files) { folder in
      #expect(run(["check", "\(folder)/a.md", "--arch", "1-2"]).status == 2)
      let outcome = run(["check", "\(folder)/a.md", "--arch", "1-2", "--macros", "\(folder)/m.tex"])
      #expect(outcome.output.hasSuffix("a.md: 1 statement: 1 definition\n"))
      #expect(outcome.status == 0)
    }
  }

  @Test func everyProcessorWorksAndTheOrderStays() {
    #expect(DeepStack.map(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(DeepStack.map(0) { $0 } == [])
  }
}
