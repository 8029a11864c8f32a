import Expressions
import Networks

/// All English of the errors of the command line: one line each, what is wrong, where, and what to do about it.
extension CommandError: CustomStringConvertible {
  /// The line for standard error, without the program's name.
  var description: String {
    switch problem {
    case .unknownCommand(let word, let suggestion):
      "unknown command \(Printable.argument(word))" + didYouMean(suggestion, else: "derive --help shows all")
    case .unknownOption(let option, let suggestion):
      prefix + "unknown option \(Printable.argument(option))"
        + didYouMean(suggestion, else: "\(commandWords) --help shows all")
    case .valueMissing(let option):
      prefix + "\(option.typed) needs a value, as in \(option.typed) \(Printable.argument(option.example))"
    case .valueNotTaken(let option, let value):
      prefix + "\(option.typed) takes no value, but \(Printable.argument(value)) is given"
    case .givenTwice(let option, let first, let second):
      prefix + "\(option.typed) is given twice, as \(Printable.argument(first)) and \(Printable.argument(second))"
    case .architectureMissing: "--arch is missing; for example \(CommandTable.mainExample)"
    case .operandMissing(let command):
      "\(command.name.rawValue) needs \(command.operands.joined(separator: " and ")); for example \(command.examples[0])"
    case .unexpectedOperands(let operands, let command): unexpected(operands, command)
    case .value(let option, let value, let fault):
      prefix + "\(option) \(Printable.argument(value)): " + fault.description
    case .problem(let text, let error): prefix + "\(Printable.argument(text)): " + error.description
    case .nothingSelected(let only, let layer):
      [only.map { "--only \(Printable.argument($0))" }, layer.map { "--layer \(Printable.argument($0))" }]
        .compactMap { $0 }.joined(separator: " ") + ": no formula is left"
        + (only == nil || layer == nil ? "" : "; drop one of them")
    case .file(let path, let error): prefix + "\(Printable.argument(path)): " + error.description
    case .document(let path, .malformedJSON(let place, let reason)):
      prefix + "\(Printable.argument(path)):\(place): no JSON: \(reason)"
    case .document(let path, let error): prefix + "\(Printable.argument(path)): " + error.description
    case .notes(let path, let error): prefix + "\(Printable.argument(path)): " + error.description
    case .emptyFolder(let path): prefix + "\(Printable.argument(path)): there are no notes in this folder"
    case .noFormulas(let path): prefix + "\(Printable.argument(path)): there are no formulas to check"
    case .noStatements(let path): prefix + "\(Printable.argument(path)): no formula states anything that could be checked"
    case .nothingRead(let path): prefix + "\(Printable.argument(path)): none of the formulas could be read"
    case .directive(let path, let place, let fault): "\(path):\(place): derive: " + fault.description
    case .nothingInFolders: prefix + "there are no formulas to check in any file"
    case .inputTwice: prefix + "- is given twice, but there is one standard input"
    case .input(let error): "standard input: " + error.description
    case .output(let error): "standard output: " + error.description
    }
  }

  private var prefix: String { command == .main ? "" : "\(command.rawValue): " }
  private var commandWords: String { command == .main ? "derive" : "derive \(command.rawValue)" }

  private func unexpected(_ operands: [String], _ command: CommandRecord) -> String {
    let extra = Printable.argument(operands[min(command.operands.count, operands.count - 1)])
    if command.name == .main {
      if Arguments.isOption(operands[0]) { return "unexpected argument \(extra) behind --, which ends the options" }
      if CommandRecord.Name(rawValue: operands[0]) != nil {
        return "unexpected argument \(extra); a command comes first: derive \(operands[0]) …"
      }
      let isArchitecture = (try? Architecture(parsing: operands[0])) != nil
      return "unexpected argument \(extra)" + (isArchitecture ? "; did you mean --arch \(extra)?" : "")
    }
    if command.operands.count == 1, operands.count > 1 {
      let joined = operands.joined(separator: " ")
      return prefix + "unexpected argument \(extra); did you mean \(commandWords) '\(joined)'?"
    }
    return prefix + "unexpected argument \(extra)"
  }
}

extension CommandError.ValueFault {
  var description: String {
    switch self {
    case .network(let error): error.description
    case .unknownChoice(let word, let known, let suggestion):
      "unknown value \(Printable.argument(word))"
        + didYouMean(suggestion, else: "it is \(known.count > 1 ? "one of " : "")\(known.joined(separator: ", "))")
    case .notAWholeNumber(let range):
      "that is no whole number from \(range.lowerBound) to \(range.upperBound)"
    case .notASeed: "that is no whole number from 0 to \(UInt64.max)"
    case .notAPositiveNumber: "that is no number above 0, such as 1e-6"
    case .notASymbol(let text): "\(text) is no symbol; differentiate by a symbol such as x or x[i]"
    case .severalSymbols(let symbols):
      "that is more than one symbol; did you mean \(symbols.map { "--wrt \(Printable.argument($0))" }.joined(separator: " "))?"
    case .malformed(let error): error.description
    case .notALayer(let text, let first, let last):
      "there is no layer \(Printable.argument(text)); the layers are \(first) to \(last)" + layerList(text, first, last)
    case .emptyLayer: "a layer is missing; layers are separated by commas, as in 2,3"
    }
  }
}

extension CommandError.DirectiveFault {
  var description: String {
    switch self {
    case .option(let error): error.description
    case .unknownWord(let word, let suggestion):
      "unknown word \(Printable.argument(word))"
        + didYouMean(suggestion, else: "a directive is ignore, expect refuted, or an option such as --loss mse")
    case .unclosedQuote: "a quote is not closed"
    }
  }
}

extension ProblemError {
  var description: String {
    switch self {
    case .malformed(let error): error.description
    case .notUTF8(let byte): "byte \(byte): the line is no UTF-8"
    case .noSymbol: "there is no symbol to differentiate by; name one with --wrt"
    case .severalSymbols(let symbols):
      "there are several symbols, \(enumeration(symbols)); name one with --wrt"
    case .subscripted(let symbol, let member):
      "\(symbol) occurs with an index only, as \(member); did you mean --wrt \(Printable.argument(member))?"
    case .derivativeTooLong(let order, let limit):
      "the derivative of order \(order) has more than \(limit) terms and factors; ask for a lower --order"
    case .undefined: "the result is undefined, it divides by zero"
    case .sidesMissing: "there are no two sides; separate them by =="
    case .tooManySides(let column): "column \(column): there is a third side behind =="
    }
  }

  /// `x, y and z`.
  private func enumeration(_ words: [String]) -> String {
    let shown = words.count > 6 ? words.prefix(5) + ["others"] : words[...]
    return shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
  }
}

private func didYouMean(_ suggestion: String?, else advice: String) -> String {
  suggestion.map { "; did you mean \(Printable.argument($0))?" } ?? "; \(advice)"
}

/// `2-3` as the list that was probably meant, if these are layers.
private func layerList(_ text: String, _ first: Int, _ last: Int) -> String {
  let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? first - 1 }
  guard numbers.count == 2, numbers.allSatisfy({ (first...last).contains($0) }), numbers[0] < numbers[1] else {
    return ""
  }
  return "; did you mean \((numbers[0]...numbers[1]).map(String.init).joined(separator: ","))?"
}
