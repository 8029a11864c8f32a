import Checking
import LaTeX
import Reading

/// Reports as one JSON object, for programs.
public enum ReportJSON {
  /// The object, a line for each statement, with a line feed at its end.
  public static func text(_ reports: [FileReport]) -> String {
    let summary = reports.reduce(Summary()) { $0 + $1.summary }
    let document = JSONValue.object([
      ("files", .array(reports.map(file))),
      ("summary", .object(StatementReport.Verdict.allCases.map { ($0.rawValue, .integer(summary[$0])) })),
    ])
    return document.text(linesToDepth: 4) + "\n"
  }

  private static func file(_ report: FileReport) -> JSONValue {
    .object([
      ("path", .string(report.path)),
      ("reading", reading(report.reading)),
      ("statements", .array(report.statements.map(statement))),
    ])
  }

  /// Remarks by their subjects; several on one subject are one member.
  private static func reading(_ remarks: [Notes.Remark]) -> JSONValue {
    var members: [(subject: String, text: String)] = []
    for remark in remarks {
      if let place = members.firstIndex(where: { $0.subject == remark.subject }) {
        members[place].text += "; " + remark.text
      } else {
        members.append((remark.subject, remark.text))
      }
    }
    return .object(members.map { ($0.subject, .string($0.text)) })
  }

  private static func statement(_ statement: StatementReport) -> JSONValue {
    var members = place(statement.place)
    members += [
      ("latex", .string(statement.latex)), ("lhs", .string(statement.lhs)),
      ("relation", .string(statement.relation)), ("rhs", .string(statement.rhs)),
      ("verdict", .string(statement.verdict.rawValue)), ("reason", .string(statement.reason)),
    ]
    switch statement.link {
    case .rightAgain: members.append(("link", .string("right again")))
    case .carried: members.append(("link", .string("carried")))
    case nil: break
    }
    if let slip = statement.slip {
      members.append(("slip", .object(place(slip.place) + [("length", .integer(slip.length))])))
    }
    if let suggestion = statement.suggestion { members.append(("suggestion", .string(suggestion))) }
    if let example = statement.counterexample { members.append(("counterexample", counterexample(example))) }
    return .object(members)
  }

  private static func place(_ place: SourcePlace) -> [(name: String, value: JSONValue)] {
    let cell: [(name: String, value: JSONValue)] = place.cell.map { [("cell", .integer($0))] } ?? []
    return cell + [("line", .integer(place.line)), ("column", .integer(place.column))]
  }

  private static func counterexample(_ example: Counterexample) -> JSONValue {
    .object([
      ("sizes", .object(example.sizes.map { (CounterexampleText.plainSize($0.name), .integer($0.value)) })),
      ("indices", .object(example.indices.map { ($0.name, .integer($0.value)) })),
      ("values", .object(example.values.map { ($0.name, number($0.value)) })),
      ("functions", .object(example.functions.map { ($0.name, .string($0.value)) })),
      ("left", number(example.left)), ("right", number(example.right)),
    ])
  }

  /// A whole number is written without a point.
  private static func number(_ value: Double) -> JSONValue {
    value == value.rounded() && abs(value) < 9e15 ? .integer(Int(value)) : .number(value)
  }
}
