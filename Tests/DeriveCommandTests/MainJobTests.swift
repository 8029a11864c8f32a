import Derivations
import Testing

@testable import derive

@Suite struct MainJobTests {
  @Test func printsTheFormulas() {
    let outcome = run(["--arch", "1-4-3-2", "--loss", "mse", "--no-check"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\\begin{align*}"))
    for part in ["forward pass", "loss", "output layer", "hidden layers", "gradient descent"] {
      #expect(outcome.output.contains("% \(part)"), "\(part)")
    }
  }

  @Test(arguments: Part.allCases.filter { $0 != .activation }) func onlyOnePart(_ part: Part) {
    let all = run(["--arch", "2-3-4-2", "--no-check", "--format", "text"])
    let outcome = run(["--arch", "2-3-4-2", "--no-check", "--format", "text", "--only", part.rawValue])
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty && outcome.output.count < all.output.count)
  }

  @Test(arguments: ["1", "2", "3", "4"]) func onlyOneLayer(_ layer: String) {
    let outcome = run(["--arch", "2-3-4-2", "--no-check", "--layer", layer, "--only", "gradients"])
    // There are weights between the layers only: w^1, w^2, w^3.
    #expect(outcome.status == (layer == "4" ? 2 : 0))
    for other in ["1", "2", "3"] where other != layer && layer != "4" {
      #expect(!outcome.output.contains("\\partial w_{ij}^\(other)"))
    }
    #expect(outcome.output.contains("\\partial w_{ij}^\(layer)") == (layer != "4"))
  }

  @Test(arguments: [("l", "hidden layers", "output layer"), ("L", "output layer", "hidden layers")])
  func layersOfAnOpenDepthHaveLetters(_ layer: String, _ present: String, _ absent: String) {
    let outcome = run(["--arch", "n_0-...-n_L", "--no-check", "--layer", layer])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(present) && !outcome.output.contains(absent))
  }

  @Test func lettersThatCollideAreSaid() {
    let arguments = ["--arch", "N-L-2", "--no-check"]
    #expect(run(arguments).error.contains("note: L is a letter of the architecture; the loss is written"))
    #expect(run(arguments + ["--quiet"]).error == "")
  }

  @Test func twoRunsPrintTheSameBytes() {
    let arguments = [
      "--arch", "N-K-2", "--activation", "tanh,softmax", "--loss", "cross-entropy", "--no-check", "--steps",
    ]
    #expect(run(arguments).output == run(arguments).output)
  }

  @Test func notesAreAboutLettersThatAreShown() {
    let shown = run(["--arch", "w-2", "--no-check"])
    #expect(shown.error == "note: w is a letter of the architecture; the weights are written ω\n")
    let exponentials = run(["--arch", "e-2", "--no-check"])
    #expect(exponentials.error == "")
    let softmax = run(["--arch", "e-2", "--activation", "softmax", "--no-check"])
    #expect(
      softmax.error == "note: e is a letter of the architecture; the exponential function is written exp\n")
  }
}
