import Proofreading
import Reading
import Testing

@Suite("Products of the derivatives of all steps, with dots between them")
struct StepChainTests {
  private static let network = #"""
    $$z_t = U x_t + W s_{t-1}, \quad s_t = \tanh(z_t)$$

    """#

  @Test(
    "Only steps that follow one another make one",
    arguments: [
      (#"\frac{\partial s_{k+1}}{\partial s_k}"#, true),
      (#"\frac{\partial s_{k+1}}{\partial z_{k+1}} \frac{\partial z_{k+1}}{\partial s_k}"#, true),
      (#"\frac{\partial s_{k+2}}{\partial s_k}"#, false),
      (#"\frac{\partial s_{k-1}}{\partial s_k}"#, false),
      (#"\frac{\partial s_k}{\partial s_k}"#, false),
    ])
  func lastSteps(_ end: String, _ isRight: Bool) throws {
    let first = #"\frac{\partial s_t}{\partial s_{t-1}} \frac{\partial s_{t-1}}{\partial s_{t-2}}"#
    let line = #"$$\frac{\partial s_t}{\partial s_k} = "# + first + #" \cdots "# + end + "$$"
    let document = try DocumentReader.read(Self.network + line, name: "notes.md")
    let verdict = try Proofreader.check(document).statements.last?.verdict
    #expect((verdict == .proved || verdict == .verified) == isRight)
  }
}
