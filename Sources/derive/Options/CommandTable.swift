import Derivations

/// All commands and their options. Parsing, help and suggestions come from here.
enum CommandTable {
  /// The record of a command.
  static func record(of name: CommandRecord.Name) -> CommandRecord {
    switch name {
    case .main: main
    case .check: check
    case .diff: diff
    case .simplify: simplify
    case .equal: equal
    case .list: list
    }
  }

  /// A network of the size that notes like, with the loss of the notes.
  static let mainExample = "derive --arch 1-4-3-2 --loss mse"

  private static let help = OptionRecord(flag: .help, "show this help")
  private static let quiet = OptionRecord(flag: .quiet, "nothing on standard error but errors")
  private static let format = OptionRecord(
    .format, "FORMAT", example: "latex", "text or latex", fallback: "text")

  private static let lines =
    "With - standard input has an expression on each line; each gets an answer of one line, a bad one error: …"

  // What tells a network. `check` takes what is not given from the notes.
  private static let arch = OptionRecord(
    .arch, "WIDTHS", example: "1-4-3-2", "1-4-3-2; 784-H-10 (a letter is any width); n_0-...-n_L (any depth)")
  private static let activation = OptionRecord(
    .activation, "LIST", example: "sigmoid",
    "one or one per layer: tanh,tanh,softmax; relu,...,softmax; 'z*sigmoid(z)'")
  private static let loss = OptionRecord(
    .loss, "LOSS", example: "mse", "a name of the list, or '1/2*sum(k, (y[k]-a[k])^2)'")
  private static let bias = OptionRecord(
    .bias, "KIND", example: "none", "vector, none or folded (w_0 with x_0 = 1)")
  private static let batch = OptionRecord(
    .batch, "KIND", example: "mean", "none (one sample), sum or mean over a batch")
  private static let notation = OptionRecord(
    .notation, "NAME", example: "standard", "how symbols are written: standard")

  private static let main = CommandRecord(
    name: .main, operands: [], summary: "derive the gradient formulas of a network, cross-check them, print LaTeX",
    details: [], examples: [mainExample, "derive --arch N-K-M --activation tanh,softmax --loss cross-entropy --steps"],
    options: [
      arch, activation.with(fallback: "f"), loss.with(fallback: "mse"), bias.with(fallback: "vector"),
      batch.with(fallback: "none"),
      OptionRecord(
        .only, "PARTS", example: "output,hidden",
        "only these: " + Part.allCases.map(\.rawValue).joined(separator: ",")),
      OptionRecord(.layer, "LAYERS", example: "3", "only the formulas of these layers: 3 or 2,3"),
      OptionRecord(flag: .steps, "every intermediate step with its reason"),
      OptionRecord(
        .format, "FORMAT", example: "markdown", "latex, markdown, text or json", fallback: "latex"),
      OptionRecord(.form, "FORM", example: "index", "index", fallback: "index"),
      notation.with(fallback: "standard"),
      OptionRecord(
        .draws, "N", example: "12", "random draws of the numeric cross-check (default: as the network's size allows)"),
      OptionRecord(.seed, "N", example: "1", "seed of the draws", fallback: "1"),
      OptionRecord(
        .tolerance, "X", example: "1e-6", "largest relative error that passes the cross-check", fallback: "1e-6"),
      OptionRecord(flag: .noCheck, "no cross-check"),
      quiet, help, OptionRecord(flag: .version, "show the version"),
    ])

  private static let check = CommandRecord(
    name: .check, operands: ["FILE…"], summary: "check the formulas in notes, and say which line is wrong",
    details: [
      "FILE is a Markdown, LaTeX, reStructuredText or text file, a notebook, a folder of these, or - for standard input.",
      "What the options leave open is taken from the notes; directives in them, <!-- derive: --loss mse -->, tell as well.",
      "A display behind derive: ignore is not judged; one behind derive: expect refuted has to be wrong.",
      "Exit status: 0 nothing is refuted; 1 something is; 2 a file could not be read, or nothing in it could.",
    ],
    examples: [mainExample + " | derive check -", "derive check notes.md chapter/ --loss mse"],
    options: directiveOptions + [
      OptionRecord(.macros, "FILE", example: "macros.tex", "a file with \\newcommand and \\def", isRepeatable: true),
      OptionRecord(flag: .strict, "fail on what could not be read, too"),
      OptionRecord(flag: .all, "show every statement with its verdict"),
      OptionRecord(.format, "FORMAT", example: "json", "text or json", fallback: "text"),
      OptionRecord(flag: .noDirectives, "pass over the directives in the notes"),
      quiet, help,
    ])

  /// The options of `check` that a directive in the notes may give as well.
  static let directiveOptions = [arch, activation, loss, bias, batch, notation]

  private static let diff = CommandRecord(
    name: .diff, operands: ["EXPR"], summary: "differentiate an expression",
    details: [
      "Several --wrt give one line of derivatives, separated by tabs. Without --wrt the only symbol is taken.",
      lines,
    ],
    examples: ["derive diff 'x*exp(-x^2)' --wrt x", "derive diff 'sum(k, 1, n, x[k]^2)' --wrt 'x[i]' --format latex"],
    options: [
      OptionRecord(
        .wrt, "SYMBOL", example: "x", "differentiate by this symbol: x or x[i]; may be repeated", isRepeatable: true),
      OptionRecord(.order, "N", example: "2", "the N-th derivative", fallback: "1"),
      format, help,
    ])

  private static let simplify = CommandRecord(
    name: .simplify, operands: ["EXPR"], summary: "simplify an expression",
    details: [
      lines
    ],
    examples: ["derive simplify 'x*x + 2*x^2'"], options: [format, help])

  private static let equal = CommandRecord(
    name: .equal, operands: ["A", "B"], summary: "decide whether two expressions are equal",
    details: [
      "Equal means: equal values wherever both sides are defined.",
      "Answers equal (exit status 0), not equal (1) with an example, or undecided (3) with a reason.",
      "With - standard input has A == B on each line; each gets an answer of one line, a bad one error: …",
    ],
    examples: ["derive equal '1/(1+exp(-x))' '(1+tanh(x/2))/2'"], options: [help])

  private static let list = CommandRecord(
    name: .list, operands: [], summary: "the activations, losses, notations and rules it knows",
    details: [], examples: ["derive list"], options: [help])
}
