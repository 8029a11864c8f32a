import Testing

@testable import derive

@Suite struct ExpressionCommandTests {
  static let answers: [([String], String)] = [
    (["diff", "x", "--wrt", "x"], "1"), (["diff", "x^2"], "2*x"),
    (["diff", "x*y", "--wrt", "x", "--wrt", "y"], "y\tx"),
    (["diff", "x^3", "--order", "2"], "6*x"), (["diff", "x^3", "--order", "0"], "x^3"),
    (["diff", "3", "--wrt", "x"], "0"), (["diff", "f(x)"], "f'(x)"), (["diff", "-x^2"], "-2*x"),
    (["diff", "sum(k, 1, n, x[k]^2)", "--wrt", "x[i]"], "2*x[i]"),
    (["diff", "sum(i, 1, n, x[i]^2)", "--wrt", "x[i]"], "2*x[i]"),
    (["diff", "sum(j, 1, m, w[i,j]*a[j])", "--wrt", "w[i,q]"], "a[q]"),
    (["diff", "x[1]^2"], "2*x[1]"),
    // i runs through all places of x, not through those of one sum.
    (["diff", "x[1]*3 + sum(k, 2, n, x[k]^2)", "--wrt", "x[i]"], "3*[1 == i] + 2*x[i]*[i >= 2]"),
    (
      ["diff", "sum(k, 2, n, (x[k] - x[k-1])^2)", "--wrt", "x[i]"],
      "2*((x[i] - x[i-1])*[i >= 2] + (x[i] - x[i+1])*[i + 1 <= n])"
    ),
    (["diff", "3*x[n] + sum(k, 1, n - 1, x[k]^2)", "--wrt", "x[i]"], "3*[n == i] + 2*x[i]*[i <= n - 1]"),
    (
      ["diff", "sum(k, 1, m, x[k]^2) + sum(k, 1, n, x[k]^3)", "--wrt", "x[i]"],
      "x[i]*(2*[i >= 1 and i <= m] + 3*x[i]*[i >= 1 and i <= n])"
    ),
    (["diff", "sum(k, 1, n, sum(m, 1, k, w[k,m]^2))", "--wrt", "w[i,j]"], "2*w[i,j]*[j <= i]"),
    (["diff", "leaky-relu(x)"], "where(x > 0, 1, 1/100)"), (["simplify", "leaky - relu(x)"], "leaky - relu(x)"),
    (["diff", "selu(x)"], "1.0507009873554805*where(x > 0, 1, 1.6732632423543772*exp(x))"),
    (["simplify", "5.*x^1.00001"], "5*x^1.00001"),
    (["diff", "x^2", "--format", "latex"], "2 x"), (["simplify", "x + x"], "2*x"),
    (["simplify", "x/y", "--format=latex"], #"\frac{x}{y}"#), (["equal", "x + x", "2*x"], "equal"),
    (["equal", "2*x == x + x"], "equal"),
    (["equal", "where(x == 0, 1, 2) == where(x == 0, 1, 2)"], "equal"),
  ]

  @Test(arguments: answers) func answersInOneLine(_ arguments: [String], _ expected: String) {
    let outcome = run(arguments)
    #expect(outcome.output == expected + "\n")
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
  }

  @Test func differentExpressionsHaveAWitness() {
    let outcome = run(["equal", "x^2", "x^3"])
    #expect(outcome.output.hasPrefix("not equal: at x = "))
    #expect(outcome.status == 1)
  }

  @Test func lastExampleOfTheIssue() {
    let outcome = run("diff", "-", "--wrt", "x", input: "x^x\nlog(sin(x^2))\nx*(\n")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3] == "")
    #expect(lines[2] == "error: column 4: expected an expression, found the end")
    #expect(!lines[0].hasPrefix("error") && !lines[1].hasPrefix("error"))
    #expect(outcome.status == 2)
  }

  struct Dialogue: CustomTestStringConvertible, Sendable {
    let name: String
    let command: [String]
    let input: [UInt8]
    let output: String
    let status: Int32
    init(_ name: String, _ command: [String], _ input: String, _ output: String, status: Int32 = 0) {
      self.init(name, command, bytes: Array(input.utf8), output, status: status)
    }
    init(_ name: String, _ command: [String], bytes: [UInt8], _ output: String, status: Int32) {
      (self.name, self.command, self.input, self.output, self.status) = (name, command, bytes, output, status)
    }
    var testDescription: String { name }
  }

  static let dialogues = [
    Dialogue("nothing", ["simplify", "-"], "", ""),
    Dialogue("no line feed at the end", ["simplify", "-"], "x\ny", "x\ny\n"),
    Dialogue("ends of lines as on Windows", ["simplify", "-"], "x\r\ny\r\n", "x\ny\n"),
    Dialogue("byte order mark", ["simplify", "-"], "\u{FEFF}x\ny\n", "x\ny\n"),
    Dialogue(
      "an empty line is a problem like any other", ["simplify", "-"], "x\n\ny\n",
      "x\nerror: column 1: empty expression\ny\n", status: 2),
    Dialogue(
      "bytes that are no UTF-8", ["simplify", "-"], bytes: [0x78, 0xC3, 0x28, 0x0A, 0x79, 0x0A],
      "error: byte 2: the line is no UTF-8\ny\n", status: 2),
    Dialogue(
      "control characters", ["simplify", "-"], "x\u{7}\n", "error: column 2: unexpected character '\\u{7}'\n", status: 2
    ),
    Dialogue(
      "a replacement character is a character", ["simplify", "-"], "\u{FFFD}\n",
      "error: column 1: unexpected character '\u{FFFD}'\n", status: 2),
    Dialogue("each line has its own symbol", ["diff", "-"], "x^2\ny^2\n", "2*x\n2*y\n"),
    Dialogue(
      "the second side counts from the line", ["equal", "-"], "x == x\nx = y\nx == (y\nx == x == x\n",
      """
      equal
      error: there are no two sides; separate them by ==
      error: column 8: '(' of column 6 is not closed, the text ends
      error: column 10: there is a third side behind ==

      """, status: 2),
  ]

  @Test(arguments: dialogues) func oneAnswerPerLine(_ dialogue: Dialogue) {
    let outcome = run(dialogue.command, input: dialogue.input)
    #expect(outcome.output == dialogue.output)
    #expect(outcome.error == "")
    #expect(outcome.status == dialogue.status)
  }

  @Test func aDifferentLineShowsInTheStatus() {
    #expect(run("equal", "-", input: "x == x\n1 == 2\n").status == 1)
    #expect(run("equal", "-", input: "x == x\n1 == 2\n)\n").status == 2)
  }

  @Test func longInputsArePassedThroughInOrder() {
    let count = 3_000
    let input = (0..<count).map { "\($0)\n" }.joined()
    #expect(run("simplify", "-", input: input).output == input)
  }

  @Test(arguments: [
    ("a == b", ["a ", " b"]), ("a", ["a"]), ("where(a == b, 1, 2) == [a == b]", ["where(a == b, 1, 2) ", " [a == b]"]),
    ("a==b==c", ["a", "b", "c"]), ("a <= b", ["a <= b"]),
  ]) func sidesStandBetweenEqualSigns(_ text: String, _ sides: [String]) {
    #expect(EqualCommand.sides(of: text).map(\.text) == sides)
  }
}
