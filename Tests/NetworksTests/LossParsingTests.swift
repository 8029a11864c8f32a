import Expressions
import Testing

@testable import Networks

@Suite struct LossParsingTests {
  static let good: [(String, Loss)] = [
    ("mse", .known("mse", parameters: [])), ("MSE", .known("mse", parameters: [])),
    ("bce", .known("binary-cross-entropy", parameters: [])),
    ("binary_cross_entropy", .known("binary-cross-entropy", parameters: [])),
    ("huber", .known("huber", parameters: [])), ("huber(1.5)", .known("huber", parameters: [Rational(3, 2)])),
    ("1/2*sum(k, (y[k]-a[k])^2)", .custom("1/2*sum(k, (y[k]-a[k])^2)")),
    ("sum(k, 1, n, (y[k]-a[k])^2)/n", .custom("sum(k, 1, n, (y[k]-a[k])^2)/n")),
    (" sum(k, log(cosh(a[k]-y[k]))) ", .custom("sum(k, log(cosh(a[k]-y[k])))")),
    ("(y[1]-a[1])^2", .custom("(y[1]-a[1])^2")),
  ]

  @Test(arguments: good) func reads(_ text: String, _ loss: Loss) throws {
    #expect(try Loss(parsing: text) == loss)
  }

  @Test(arguments: good) func textReadsBack(_ text: String, _ loss: Loss) throws {
    #expect(try Loss(parsing: loss.text) == loss)
  }

  /// What the table defines must pass as an expression of a user's own, parameters aside.
  @Test func definitionsOfTheTableAreExpressions() throws {
    for record in LossTable.records where record.parameters.isEmpty {
      #expect(try Loss(parsing: record.definition) == .custom(record.definition), "\(record.name)")
    }
    for name in LossTable.names { #expect(try Loss(parsing: name).record != nil, "\(name)") }
  }

  static let bad: [(String, String)] = [
    ("", "there is no loss; for example mse"),
    ("msee", "unknown loss 'msee'; did you mean mse?"),
    ("cross entropy", "unknown loss 'cross entropy'; did you mean cross-entropy?"),
    ("corss-entropy", "unknown loss 'corss-entropy'; did you mean cross-entropy?"),
    ("focal", "unknown loss 'focal'; derive list shows all"),
    ("hubber(2)", "unknown loss 'hubber'; did you mean huber?"),
    ("mse(2)", "mse takes no parameters, not 1; did you mean mse?"),
    ("huber(1,2)", "huber takes 1 parameter (d), not 2"),
    ("sum(k, (y[k]-t[k])^2)", "column 14: unknown symbol 't' (known here: y, a, n)"),
    ("sum(k, y[k]*", "column 13: expected an expression, found the end"),
    ("sum(k, (y[k]-a[k])^2", "column 21: '(' of column 4 is not closed, the text ends"),
    ("sum(k, y[k]/0*a[k])", "column 13: division by zero"),
    ("sum(k, y[k]^2)", "the expression at column 1 does not mention a[k]"),
    ("y-a", "'y' at column 1 needs an index; as in sum(k, y[k])"),
    ("(y[k]-a[k])^2", "column 4: unknown symbol 'k' (known here: y, a, n)"),
    (
      "sum(k, 2, n, a[k-1])",
      "'k - 1' of 'a' at column 1 is neither the number of a unit nor an index that runs over all outputs; "
        + "as in sum(k, a[k])"
    ),
    ("sum(k, f(a[k]))", "the opaque function 'f' at column 1 must stand alone, not inside an expression"),
  ]

  @Test(arguments: bad) func refuses(_ text: String, _ expected: String) {
    #expect(message { () throws(NetworkError) in _ = try Loss(parsing: text) } == expected)
  }

  static let units: [(String, String, String)] = [
    ("(y[1]-a[1])^2", "3-N", ""), ("(y[2]-a[2])^2", "3-2", ""), ("mse", "3-2", ""),
    ("(y[3]-a[3])^2", "3-2", "unit 3 is missing; the output layer has 2 units"),
    ("(y[2]-a[2])^2", "3-N", "unit 2 may be missing; the output layer has N units"),
  ]

  @Test(arguments: units) func unitsAreCheckedAgainstTheOutputLayer(
    _ text: String, _ layers: String, _ expected: String
  ) throws {
    let loss = try Loss(parsing: text)
    let architecture = try Architecture(parsing: layers)
    #expect(message { () throws(NetworkError) in try loss.check(against: architecture) } == expected)
  }
}
