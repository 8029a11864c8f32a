import Foundation
import Testing

@testable import derive

@Suite("derive check")
struct CheckTests {
  private static let printed = run(["--arch", "1-4-3-2", "--loss", "mse", "--no-check"]).output

  @Test func whatDerivePrintsIsProved() {
    let outcome = run("check", "-", input: Self.printed)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.hasSuffix("\n\n-: 37 statements: 17 definitions, 20 proved\n"))
  }

  @Test func optionsBeatDirectivesAndThoseTheHeader() {
    let wrongHeader = Self.printed.replacingOccurrences(of: "loss mse;", with: "loss mae;")
    #expect(run("check", "-", "--strict", input: wrongHeader).output.contains("loss mae"))
    let told = "% derive: --loss mse-mean\n" + wrongHeader
    #expect(run("check", "-", input: told).output.contains("loss mse-mean\n"))
    #expect(run("check", "-", "--no-directives", input: told).output.contains("loss mae\n"))
    #expect(run("check", "-", "--loss", "mse", input: told).output.contains("loss mse\n"))
  }

  static let directives: [(String, String)] = [
    ("--arch 2-3 --loss mae", "the network 2-3, activation f, loss mae"),
    ("arch 2-3, loss mae", "the network 2-3, activation f, loss mae"),
    (
      "arch: 2-3-4, activation = tanh,softmax, loss ce",
      "the network 2-3-4, activations tanh, softmax, loss cross-entropy"
    ),
    (
      "--arch 2-3 --loss '1/2*sum(k, (y[k] - a[k])^2)'",
      "the network 2-3, activation f, loss 1/2*sum(k, (y[k] - a[k])^2)"
    ),
    (
      "arch 2-3, bias folded, batch mean",
      "the network 2-3, activation f, loss mse, biases folded in as w_{i0}, mean over a batch"
    ),
    ("arch 2-3, loss sum(k, (y[k] - a[k])^2)", "the network 2-3, activation f, loss sum(k, (y[k] - a[k])^2)"),
  ]

  @Test(arguments: directives) func directivesTell(_ directive: String, _ network: String) {
    let outcome = run("check", "-", input: "<!-- derive: \(directive) -->\n\n$$\\eta = \\eta$$\n")
    #expect(outcome.error == "")
    #expect(outcome.output.hasPrefix("-: read as \(network)\n"))
  }

  static let badDirectives: [(String, String)] = [
    ("--los mse", "unknown option --los; did you mean --loss?"), ("los mse", "unknown word los; did you mean loss?"),
    ("ignor", "unknown word ignor; did you mean ignore?"),
    ("arch 1-2, los mse", "unknown word los; did you mean loss?"),
    ("mistake", "unknown word mistake; a directive is ignore, expect refuted, or an option such as --loss mse"),
    ("--loss msse", "--loss msse: unknown loss 'msse'; did you mean mse?"),
    ("loss 'mse", "--loss ''mse': column 1: unexpected character"), ("--loss 'mse", "a quote is not closed"),
    ("--steps", "unknown option --steps"), ("--arch", "--arch needs a value, as in --arch 1-4-3-2"),
    ("--arch 1-2 mse", "unknown word mse"),
  ]

  @Test(arguments: badDirectives) func badDirectivesAreErrorsInOneLine(_ directive: String, _ message: String) {
    let text =
      "Notes\n\n<!-- derive: \(directive) -->\n" + "$$L = \\frac{1}{2} \\sum_{k=1}^{2} (y_k - \\hat{y}_k)^2$$\n"
    let outcome = run("check", "-", "--arch", "1-2", input: text)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("derive: -:3:14: derive: \(message)"), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(outcome.output.contains("-: 1 statement: 1 definition\n"))
    #expect(run("check", "-", "--arch", "1-2", "--no-directives", input: text).status == 0)
  }

  @Test func settingsThatDoNotFitAreAnError() {
    let outcome = run(
      "check", "-", input: "<!-- derive: --activation relu,tanh,exp -->\n<!-- derive: --arch 1-2 -->\n$$a=b$$")
    #expect(outcome.error == "derive: check: -: 1 layer of weights, 3 activations; did you mean exp?\n")
    #expect(outcome.status == 2)
  }

  @Test func ignoredDisplaysDoNotCount() {
    let text = "<!-- derive: ignore -->\n$$q = 1$$\n"
    let outcome = run("check", "-", "--strict", input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output == "-: 0 statements\n")
    #expect(run("check", "-", "--strict", "--no-directives", input: text).status == 2)
  }

  @Test func whatIsExpectedToBeWrongMustBe() {
    let text = "<!-- derive: expect refuted -->\n$$L = \\frac{1}{2} \\sum_{k=1}^{2} (y_k - \\hat{y}_k)^2$$\n"
    let outcome = run("check", "-", "--arch", "1-2", input: text)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("-:2:1: error: expected to be refuted, but nothing in this display is\n"))
  }

  @Test func strictFailsOnWhatIsUnread() {
    let text = Self.printed + "\n\\begin{equation}\n  q = 1\n\\end{equation}\n"
    #expect(run("check", "-", input: text).status == 0)
    #expect(run("check", "-", "--strict", input: text).status == 1)
  }

  @Test func nothingThatCouldBeReadIsAnError() {
    let outcome = run("check", "-", input: "$$\\oint q \\, dq = 1$$")
    #expect(outcome.status == 2)
    #expect(outcome.error == "derive: check: -: none of the formulas could be read\n")
    #expect(outcome.output.contains("-:1:17: unread: "))
    let empty = run("check", "-", "--format", "json", input: "no formulas")
    #expect(empty.status == 2)
    #expect(empty.output.contains("\"path\": \"-\""))
    let silent = run("check", "-", input: "just $x$")
    #expect(silent.error == "derive: check: -: no formula states anything that could be checked\n")
    #expect(silent.output == "")
  }

  @Test func allShowsEveryStatement() {
    let outcome = run("check", "-", "--all", input: Self.printed)
    #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("-:") && $0.contains(": proved: ") } == 20)
  }

  @Test func jsonIsOneObject() throws {
    let outcome = run("check", "-", "--format", "json", input: Self.printed)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let files = try #require(object?["files"] as? [[String: Any]])
    #expect((files.first?["statements"] as? [Any])?.count == 37)
    #expect((object?["summary"] as? [String: Int])?["proved"] == 20)
    #expect(outcome.status == 0)
  }

  @Test func quietSilencesNotesButNotErrors() {
    let text = Self.printed + "\n\\input{more}\n"
    #expect(run("check", "-", "--format", "json", input: text).error.hasPrefix("note: -:"))
    #expect(run("check", "-", "--format", "json", "--quiet", input: text).error == "")
    #expect(run("check", "-", "--quiet", input: "x").error != "")
  }
}
