import Testing

@testable import derive

@Suite struct BadInvocationTests {
  struct Bad: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let message: String
    init(_ arguments: String..., message: String) {
      self.arguments = arguments
      self.message = message
    }
    var testDescription: String { arguments.map { "\($0.prefix(30))" }.joined(separator: " ") }
  }

  static let joined = "widths are joined by hyphens, as in 1-4-3-2"
  static let options = "derive --help shows all"

  static let architectures = [
    Bad("--arch", "1-0-2", message: "--arch 1-0-2: layer 2 has width 0; every layer needs at least one unit"),
    Bad("--arch", "1--2", message: "--arch 1--2: nothing stands between the hyphens at column 3; did you mean 1-2?"),
    Bad("--arch", "-3", message: "--arch -3: nothing stands before the hyphen at column 1; \(joined)"),
    Bad("--arch=-3", message: "--arch -3: nothing stands before the hyphen at column 1; \(joined)"),
    Bad("--arch", "--3", message: "--arch --3: nothing stands before the hyphen at column 1; \(joined)"),
    Bad("--arch", "", message: "--arch '': there are no layers; \(joined)"),
    Bad("--arch", "1-4-x y", message: "--arch '1-4-x y': 'x y' at column 5 is no width; did you mean 1-4-x-y?"),
    Bad(
      "--arch", "99999999999999999999-2",
      message:
        "--arch 99999999999999999999-2: layer 1 has width 99999999999999999999; a layer has at most 1000000 units"),
    Bad(
      "--arch", "5",
      message: "--arch 5: that is one layer; a network needs an input and an output layer; did you mean 5-1?"),
    Bad("--arch", "1\n2-3", message: #"--arch '1\u{a}2-3': '1\u{a}2' at column 1 is no width; did you mean 1-2-3?"#),
  ]

  static let activationsAndLosses = [
    Bad(
      "--arch", "1-4-2", "--activation", "sigmod",
      message: "--activation sigmod: unknown activation 'sigmod' at column 1; did you mean sigmoid?"),
    Bad(
      "--arch", "1-4-3-2", "--activation", "relu,softmax",
      message: "--activation relu,softmax: 3 layers of weights, 2 activations; did you mean relu,...,softmax?"),
    Bad(
      "--arch", "1-2", "--activation", "z*(1+exp(-z)",
      message: "--activation 'z*(1+exp(-z)': column 13: '(' of column 3 is not closed, the text ends"),
    Bad(
      "--arch", "1-2", "--activation", "z*q",
      message: "--activation 'z*q': column 3: unknown symbol 'q' (known here: z)"),
    Bad("--arch", "1-2", "--activation", "z/0", message: "--activation z/0: column 3: division by zero"),
    Bad(
      "--arch", "1-2", "--loss", "msee", message: "--loss msee: unknown loss 'msee'; did you mean mse?"),
    Bad(
      "--arch", "1-2", "--loss", "sum(k, (y[k]-t[k])^2)",
      message: "--loss 'sum(k, (y[k]-t[k])^2)': column 14: unknown symbol 't' (known here: y, a, n)"),
    Bad(
      "--arch", "1-2", "--loss", "(y[3]-a[3])^2",
      message: "--loss '(y[3]-a[3])^2': unit 3 is missing; the output layer has 2 units"),
  ]

  static let values = [
    Bad("--arch", "1-2", "--bias", "vectr", message: "--bias vectr: unknown value vectr; did you mean vector?"),
    Bad("--arch", "1-2", "--batch", "all", message: "--batch all: unknown value all; it is one of none, sum, mean"),
    Bad(
      "--arch", "1-2", "--only", "forward,los",
      message: "--only forward,los: unknown value los; did you mean loss?"),
    Bad(
      "--arch", "1-2", "--format", "pdf",
      message: "--format pdf: unknown value pdf; it is one of latex, markdown, text, json"),
    Bad("--arch", "1-2", "--form", "matrix", message: "--form matrix: unknown value matrix; it is index"),
    Bad("--arch", "1-2", "--notation", "x", message: "--notation x: unknown value x; it is standard"),
    Bad("--arch", "1-2", "--layer", "3", message: "--layer 3: there is no layer 3; the layers are 1 to 2"),
    Bad(
      "--arch", "2-3-1", "--layer", "2-3",
      message: "--layer 2-3: there is no layer 2-3; the layers are 1 to 3; did you mean 2,3?"),
    Bad(
      "--arch", "N-K-αβ",
      message: "--arch N-K-αβ: 'αβ' at column 5 is no width; a width is a number or a letter, as in 784-H-10"),
    Bad(
      "--arch", "1-2", "--layer", "1,",
      message: "--layer 1,: a layer is missing; layers are separated by commas, as in 2,3"),
    Bad("--arch", "1-2", "--draws", "0", message: "--draws 0: that is no whole number from 1 to 1000000"),
    Bad(
      "--arch", "1-2", "--seed", "-1", message: "--seed -1: that is no whole number from 0 to 18446744073709551615"),
    Bad("--arch", "1-2", "--tolerance", "0", message: "--tolerance 0: that is no number above 0, such as 1e-6"),
    Bad(
      "--arch", "1-2", "--only", "loss", "--layer", "2",
      message: "--only loss --layer 2: no formula is left; drop one of them"),
    Bad("--arch", "n_0-...-n_L", "--layer", "q", message: "--layer q: no formula is left"),
    Bad("diff", "x", "--order", "-1", message: "diff: --order -1: that is no whole number from 0 to 100"),
    Bad(
      "diff", "x", "--wrt", "2", message: "diff: --wrt 2: 2 is no symbol; differentiate by a symbol such as x or x[i]"),
    Bad(
      "diff", "x", "--wrt", "x,y",
      message: "diff: --wrt x,y: that is more than one symbol; did you mean --wrt x --wrt y?"),
    Bad("diff", "x", "--wrt", "x+", message: "diff: --wrt x+: column 3: expected an expression, found the end"),
  ]

  static let optionsAndCommands = [
    Bad("--lss", "mse", message: "unknown option --lss; did you mean --loss?"),
    Bad("--act", "tanh", message: "unknown option --act; did you mean --activation?"),
    Bad("--verbose", message: "unknown option --verbose; \(options)"),
    Bad("diff", "x", "--arch", "1-2", message: "diff: unknown option --arch; derive diff --help shows all"),
    Bad("diff", "x", "--ordr=2", message: "diff: unknown option --ordr; did you mean --order?"),
    Bad("--arch", message: "--arch needs a value, as in --arch 1-4-3-2"),
    Bad("--arch", "--loss", "mse", message: "--arch needs a value, as in --arch 1-4-3-2"),
    Bad("diff", "x", "--wrt", message: "diff: --wrt needs a value, as in --wrt x"),
    Bad("--arch", "1-2", "--steps=yes", message: "--steps takes no value, but yes is given"),
    Bad("--arch", "1-2", "--arch", "1-3", message: "--arch is given twice, as 1-2 and 1-3"),
    Bad("--loss", "mse", message: "--arch is missing; for example derive --arch 1-4-3-2 --loss mse"),
    Bad("dif", "x", message: "unknown command dif; did you mean diff?"),
    Bad("frobnicate", message: "unknown command frobnicate; \(options)"),
    Bad("check", "notes.md", message: "check: notes.md: no such file or directory"),
    Bad("check", message: "check needs FILE…; for example derive --arch 1-4-3-2 --loss mse | derive check -"),
    Bad("check", "-", "-", message: "check: - is given twice, but there is one standard input"),
    Bad("check", "-", "--los", "mse", message: "check: unknown option --los; did you mean --loss?"),
    Bad("check", "-", "--loss", "msse", message: "check: --loss msse: unknown loss 'msse'; did you mean mse?"),
    Bad(
      "check", "-", "--arch", "1-2-3", "--activation", "relu,tanh,exp",
      message: "check: --activation relu,tanh,exp: 2 layers of weights, 3 activations; did you mean relu,exp?"),
    Bad(
      "check", "-", "--format", "latex", message: "check: --format latex: unknown value latex; it is one of text, json"),
    Bad("check", "-", "--macros", "none.tex", message: "check: none.tex: no such file or directory"),
    Bad("check", "-", message: "check: -: there are no formulas to check"),
    Bad("1-4-3-2", message: "unexpected argument 1-4-3-2; did you mean --arch 1-4-3-2?"),
    Bad("-arch", "1-2", message: "unknown option -arch; did you mean --arch?"),
    Bad(
      "--arch", "1-2", "diff", message: "unexpected argument diff; a command comes first: derive diff …"),
    Bad("diff", message: "diff needs EXPR; for example derive diff 'x*exp(-x^2)' --wrt x"),
    Bad("equal", "x", message: "equal needs A and B; for example derive equal '1/(1+exp(-x))' '(1+tanh(x/2))/2'"),
    Bad("equal", "x", "y", "z", message: "equal: unexpected argument z"),
    Bad("diff", "x", "+", "1", message: "diff: unexpected argument +; did you mean derive diff 'x + 1'?"),
    Bad("list", "losses", message: "list: unexpected argument losses"),
  ]

  static let parameters = [
    Bad("--", "--arch", "1-2", message: "unexpected argument --arch behind --, which ends the options"),
    Bad(
      "--arch", "1-2", "--loss", "huber(0)",
      message: "--loss 'huber(0)': the parameter d of huber must be positive; did you mean huber(1)?"),
    Bad(
      "--arch", "1-2", "--loss", "huber(d=2)",
      message: "--loss 'huber(d=2)': huber takes a number; did you mean huber(2)?"),
    Bad(
      "--arch", "1-2", "--loss", "huber(x)",
      message: "--loss 'huber(x)': huber takes a number; did you mean huber(2)?"),
    Bad(
      "--arch", "1-2", "--activation", "leaky-relu(alpha=0.2)",
      message: "--activation 'leaky-relu(alpha=0.2)': leaky-relu takes a number; did you mean leaky-relu(0.2)?"),
  ]

  static let expressions = [
    Bad("diff", "x*(", message: "diff: 'x*(': column 4: expected an expression, found the end"),
    Bad("simplify", "(x", message: "simplify: '(x': column 3: '(' of column 1 is not closed, the text ends"),
    Bad("simplify", "1/0", message: "simplify: 1/0: column 3: division by zero"),
    Bad(
      "simplify", "sigmod(x)",
      message: "simplify: 'sigmod(x)': column 1: unknown function 'sigmod'; did you mean sigmoid?"),
    Bad("simplify", "x>y", message: "simplify: 'x>y': column 1: expected a value, found the condition x>y"),
    Bad(
      "simplify", "where( x*2 , 1, 2)",
      message: "simplify: 'where( x*2 , 1, 2)': column 8: expected a condition such as x > 0, found x*2"),
    Bad(
      "simplify", "1e99999",
      message: "simplify: 1e99999: column 1: the exponent of 1e99999 is too large; it may be at most 10000 either way"),
    Bad("simplify", "", message: "simplify: '': column 1: empty expression"),
    Bad("equal", "x", "y)", message: "equal: 'x == y)': column 2: expected an operator, found ')'"),
    Bad("equal", "x == y == z", message: "equal: 'x == y == z': column 10: there is a third side behind =="),
    Bad("diff", "x*y", message: "diff: 'x*y': there are several symbols, x and y; name one with --wrt"),
    Bad("diff", "x*y*z", message: "diff: 'x*y*z': there are several symbols, x, y and z; name one with --wrt"),
    Bad("diff", "3", message: "diff: 3: there is no symbol to differentiate by; name one with --wrt"),
    Bad(
      "diff", "sum(k, 1, n, x[k]^2)", "--wrt", "x",
      message: "diff: 'sum(k, 1, n, x[k]^2)': x occurs with an index only, as x[k]; did you mean --wrt 'x[k]'?"),
  ]

  @Test(arguments: architectures + activationsAndLosses + values + optionsAndCommands + parameters + expressions)
  func isRefusedInOneLine(_ bad: Bad) {
    let outcome = run(bad.arguments)
    #expect(outcome.error == "derive: \(bad.message)\n")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
  }

  @Test(arguments: [
    ("(", 100_000), ("-", 100_000), ("exp(", 9_000), ("x^", 9_000), ("where(", 9_000), ("sum(k, ", 9_000),
  ])
  func deepNestingIsRefusedNotCrashedOn(_ part: String, _ depth: Int) {
    let text = String(repeating: part, count: depth)
    for arguments in [
      ["simplify", text], ["--arch", "1-2", "--activation", text], ["--arch", "1-2", "--loss", text],
    ] {
      let outcome = run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("derive: ") && outcome.error.count < 400, "\(outcome.error.prefix(400))")
    }
  }

  @Test func bareCommandShowsTheMainJob() {
    let outcome = run([])
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("usage: derive --arch 1-4-3-2 --loss mse\n"))
    #expect(outcome.error.split(separator: "\n").count <= 4)
  }
}
