import Checking
import Derivations
import Expressions
import LaTeX
import Networks
import Reading

/// All English of the reports.
enum English {
  // MARK: Reasons

  static let definition = "introduces a symbol"
  static let assumption = "stated, not checked"
  static let given = "a value that is given"
  static let proved = "holds for every size left open"
  static let valuesDiffer = "the two sides differ"
  static let notJudged = "no verdict was reached"
  static let unmetExpectation = "expected to be refuted, but nothing in this display is"
  /// What is missing where nothing tells the network.
  static let network = "the network (--arch)"

  /// `agrees at 12 instances, to 3e-12`; where there is but the one that the notes give, no more can be said.
  static func verified(_ instances: Int, _ largestError: Double) -> String {
    if instances == 1 { return "agrees with the values given" }
    return "agrees at \(instances) instances, to \(NumberText.rounded(largestError)); not proved"
  }

  static func outOfRange(_ symbol: String, _ subscripted: Int, _ upper: Int) -> String {
    if subscripted < upper { return "\(symbol) does not exist: the subscript is \(subscripted)" }
    return "\(symbol) does not exist: the subscript goes to \(subscripted), the last one is \(upper)"
  }

  static func misfit(_ left: String, _ right: String) -> String {
    "the shapes do not fit: \(left) on the left, \(right) on the right"
  }

  static func rightAgain(_ place: SourcePlace) -> String { "right, although \(line(place)) is wrong" }
  static func carried(_ place: SourcePlace) -> String { "follows from \(line(place)), which is wrong" }
  static func wrongAgain(_ place: SourcePlace) -> String { "does not follow from \(line(place)) either" }

  /// `line 53`, in a notebook `line 3 of cell 2`.
  static func line(_ place: SourcePlace) -> String {
    "line \(place.line)" + (place.cell.map { " of cell \($0)" } ?? "")
  }

  // MARK: How it was read

  /// `the network 1-4-3-2, activation f, loss mse`.
  static func network(_ network: Network) -> String {
    var graph = ExpressionGraph()
    let description = network.english(in: &graph)
    var text = ""
    for part in description {
      switch part {
      case .words(let words) where words == ";": return text
      case .words(let words) where text.isEmpty: text += "the network " + words
      case .words(let words): text += words.hasPrefix(",") ? words : " " + words
      case .typed(let input): text += " " + input
      case .formula, .letter, .function: text += " w_{i0}"
      }
    }
    return text
  }

  // MARK: The text report

  static let note = "note"
  static let didYouMean = "did you mean"
  static let example = "e.g."
  static let exampleEverywhere = "e.g. everywhere:"

  /// `notes.md: read as a 1-4-3-2 network`.
  static func readAs(_ path: String, _ text: String?) -> String {
    text.map { "\(path): read as \($0)" } ?? "\(path): how it was read"
  }

  /// `and 12 more unread (--all shows them)`.
  static func moreUnread(_ count: Int) -> String { "and \(count) more unread (--all shows them)" }

  /// `47 statements: 9 definitions, 29 proved, 8 refuted, 1 unread`, of which only what there is; `expected` of the
  /// refuted ones are wrong on purpose.
  static func tally(_ summary: Summary, expected: Int) -> String {
    let total = count(summary.total, "statement")
    let parts = StatementReport.Verdict.allCases.filter { summary[$0] > 0 }.map { verdict in
      switch verdict {
      case .definition, .assumption: count(summary[verdict], verdict.rawValue)
      case .refuted where expected > 0: "\(summary[verdict]) refuted (\(expected) as expected)"
      case .proved, .verified, .refuted, .unread: "\(summary[verdict]) \(verdict.rawValue)"
      }
    }
    return total + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  static func files(_ count: Int) -> String { self.count(count, "file") }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension ReadingProblem {
  /// Why it could not be read, in one clause.
  var clause: String {
    switch kind {
    case .unknownLetter(let letter): "nothing tells what \(letter) is"
    case .unexpected(let what): what == "this" ? "this has no meaning here" : "\(what) has no meaning here"
    case .missing(let what): "\(what) is missing"
    case .subscripts(let letter, let wanted, let found):
      "\(letter) has \(found) subscript\(found == 1 ? "" : "s"), and needs \(wanted)"
    case .noRange(let index): "nothing tells what \(index) runs over"
    case .givenValue: "a value that is given"
    case .twoMeanings: "one symbol stands for two things here"
    case .wordedCondition: "the text says in words when it holds"
    case .misfit(let left, let right): English.misfit(left, right)
    }
  }
}

extension DocumentProblem {
  /// What is wrong, without its place.
  var clause: String {
    let prefix = "\(place): "
    let text = description
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }
}
