import LaTeX
import Networks
import Testing

@testable import Proofreading
@testable import Reading

/// What is told settles what notes in their author's own notation leave open.
@Suite("What is told about notes in any notation")
struct ToldConventionsTests {
  private static let notes = #"""
    $$u_j^l = \sum_k w_{jk}^l h_k^{l-1} + b_j^l$$
    $$h_j^l = f(u_j^l)$$
    $$\delta_j^l = \frac{\partial E}{\partial u_j^l}$$
    $$\delta_j^L = (h_j^L - t_j) h_j^L (1 - h_j^L)$$
    $$\delta_j^l = h_j^l(1-h_j^l) \sum_k w_{kj}^{l+1}\delta_k^{l+1}$$
    """#

  /// What is told, and the verdicts on the last two lines that it leads to.
  private static let cases: [(activations: String?, loss: String?, architecture: String?, verdicts: [String])] = [
    (nil, nil, nil, ["unread", "proved"]),
    ("sigmoid", "mse", nil, ["proved", "proved"]),
    ("sigmoid", "mse", "1-4-3-2", ["proved", "proved"]),
    ("1/(1+exp(-z))", "1/2*sum(k, (y[k]-a[k])^2)", nil, ["proved", "proved"]),
    ("tanh", "mse", nil, ["refuted", "refuted"]),
    ("tanh,sigmoid", "bce", nil, ["refuted", "refuted"]),
    ("sigmoid", "cross-entropy", nil, ["refuted", "proved"]),
  ]

  @Test("The verdicts follow what is told", arguments: 0..<cases.count)
  func verdicts(number: Int) throws {
    let (activations, loss, architecture, expected) = Self.cases[number]
    var settings = Settings()
    settings.activations = activations
    settings.loss = try loss.map { try Loss(parsing: $0) }
    settings.architecture = try architecture.map { try Architecture(parsing: $0) }
    let document = try DocumentReader.read(Array(Self.notes.utf8), name: "notes.md")
    let report = try Proofreader.check(document, settings: settings)
    #expect(report.statements.suffix(2).map { "\($0.verdict)" } == expected)
  }
}
