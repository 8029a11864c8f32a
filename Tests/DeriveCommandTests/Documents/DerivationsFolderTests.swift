import Foundation
import Testing

@Suite("derivations/")
struct DerivationsFolderTests {
  /// The documents and the options of the main job that print them.
  static let documents: [(file: String, options: String)] = [
    ("1-4-3-2-mse.md", "--arch 1-4-3-2 --loss mse"),
    ("1-4-3-2-sigmoid-mse-steps.md", "--arch 1-4-3-2 --activation sigmoid --loss mse --steps"),
    (
      "any-widths-tanh-softmax-cross-entropy.md",
      "--arch N-K-L-M --activation tanh,tanh,softmax --loss cross-entropy --batch mean"
    ),
    ("any-depth-mse.md", "--arch n_0-...-n_L --loss mse"),
    (
      "any-depth-relu-softmax-cross-entropy-steps.md",
      "--arch n_0-...-n_L --activation relu,...,softmax --loss cross-entropy --steps"
    ),
    ("3-5-2-log-cosh-folded-bias.md", "--arch 3-5-2 --loss 'sum(k, log(cosh(a[k]-y[k])))' --bias folded"),
    (
      "2-8-1-silu-sigmoid-binary-cross-entropy.md", "--arch 2-8-1 --activation silu,sigmoid --loss binary-cross-entropy"
    ),
  ]

  @Test("Each document is what the program prints", arguments: documents.map(\.file))
  func document(_ file: String) throws {
    let entry = try #require(Self.documents.first { $0.file == file })
    let command = "derive \(entry.options)"
    let printed = ShownCommand(line: command + " --format markdown --quiet").run()
    let expected = "<!-- \(command) --format markdown -->\n\n" + printed
    let path = "derivations/\(file)"
    if Repository.isRecording {
      try Repository.write(expected, to: path)
      Issue.record("recorded anew; run again without DERIVE_RECORD")
    } else {
      #expect(try Repository.text(path) == expected)
    }
  }

  @Test("There are no documents that nothing prints")
  func nothingElse() throws {
    let folder = Repository.root.appendingPathComponent("derivations")
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    #expect(Set(present) == Set(Self.documents.map(\.file) + ["README.md"]).intersection(present))
    #expect(present.count >= Self.documents.count)
  }
}
