import Proofreading
import Reading
import Testing

@Suite("Quantities that are defined twice")
struct RedefinitionTests {
  /// Notes whose last line is true by one definition and false by the other.
  struct Twice: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static let table = [
    Twice(
      "another loss",
      #"""
      $$L = (a - y)^2$$
      $$L = |a - y|$$
      $$\frac{dL}{da} = 2(a-y)$$
      """#),
    Twice(
      "weight decay",
      #"""
      $$z_i = \sum_j w_{ij} x_j$$
      $$L = \frac12 \sum_i (z_i - y_i)^2$$
      $$\frac{\partial L}{\partial w_{ij}} = (z_i - y_i) x_j$$
      $$L = \frac12 \sum_i (z_i - y_i)^2 + \frac{\lambda}{2} \sum_{ij} w_{ij}^2$$
      $$\frac{\partial L}{\partial w_{ij}} = (z_i - y_i) x_j$$
      """#),
    Twice(
      "another activation",
      #"""
      $$a_i = \sigma(z_i)$$
      $$\sigma(z) = \frac{1}{1+e^{-z}}$$
      $$\frac{\partial a_i}{\partial z_i} = a_i (1-a_i)$$
      $$a_i = \tanh(z_i)$$
      $$\frac{\partial a_i}{\partial z_i} = a_i(1-a_i)$$
      """#),
    Twice(
      "another input",
      #"""
      $$z = w x + b$$
      $$\frac{dz}{dw} = x$$
      $$z = w x^2 + b$$
      $$\frac{dz}{dw} = x$$
      """#),
  ]

  @Test("What only one of them makes true is neither right nor wrong", arguments: table)
  func lastLine(_ notes: Twice) throws {
    let report = try Proofreader.check(DocumentReader.read(notes.text, name: "notes.md"))
    #expect(report.statements.last?.verdict == .unread)
  }

  @Test("Lines that the second definition makes true are judged by it")
  func adoption() throws {
    let text = #"""
      $$z = w x + b$$
      $$\frac{dz}{dw} = x$$
      $$z = w x^2 + b$$
      $$\frac{dz}{dw} = x^2$$
      """#
    let report = try Proofreader.check(DocumentReader.read(text, name: "notes.md"))
    #expect(report.statements.last?.verdict == .proved)
  }

  @Test("Where a line could not be read, nothing is called wrong for what it says")
  func unreadDefinition() throws {
    let text = #"""
      $$v = W u$$
      $$q = \operatorname{Attend}(v, v^2; \clubsuit)$$
      $$L = \frac12 \|q\|^2$$
      $$\frac{\partial L}{\partial v} = q$$
      """#
    let report = try Proofreader.check(DocumentReader.read(text, name: "notes.md"))
    #expect(report.statements.last?.verdict == .unread)
  }
}
