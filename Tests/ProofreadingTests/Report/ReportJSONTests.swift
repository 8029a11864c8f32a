import Testing

@testable import Checking
@testable import Proofreading
@testable import Reading

@Suite("Reports as JSON")
struct ReportJSONTests {
  @Test func everyField() throws {
    var made = HandMade(
      text: "$$a = b$$\n\n$$= c$$",
      sayings: [
        .verdict(
          .refuted(
            .values(
              Counterexample(
                sizes: [.init("n[2]", 3)], indices: [.init("i", 1)], values: [.init("x[1]", 0.5), .init("y[1]", 2)],
                functions: [.init("f", "z")], left: 4, right: -0.5)))), .verdict(.proved, .rightAgain),
      ])
    made.edits[0] = .init(slip: "b", replacement: "c", suggestion: "a = c", reason: "b is \"wrong\"")
    made.reading = [Notes.Remark("weights", "w"), Notes.Remark("weights", "W")]
    let expected = #"""
      {
        "files": [
          {
            "path": "notes.md",
            "reading": {
              "weights": "w; W"
            },
            "statements": [
              {"line": 1, "column": 5, "latex": "a = b", "lhs": "a", "relation": "=", "rhs": "b", "verdict": "refuted", "reason": "b is \"wrong\"", "slip": {"line": 1, "column": 7, "length": 1}, "suggestion": "a = c", "counterexample": {"sizes": {"n[2]": 3}, "indices": {"i": 1}, "values": {"x[1]": 0.5, "y[1]": 2}, "functions": {"f": "z"}, "left": 4, "right": -0.5}},
              {"line": 3, "column": 3, "latex": "b = c", "lhs": "b", "relation": "=", "rhs": "c", "verdict": "proved", "reason": "right, although line 1 is wrong", "link": "right again"}
            ]
          }
        ],
        "summary": {
          "definition": 0,
          "assumption": 0,
          "proved": 1,
          "verified": 0,
          "refuted": 1,
          "unread": 0
        }
      }

      """#
    #expect(ReportJSON.text([try made.report()]) == expected)
  }

  @Test func cellsAreGivenInNotebooks() throws {
    let text = #"{"cells": [{"cell_type": "markdown", "source": "$$a = b$$"}], "nbformat": 4}"#
    let made = HandMade(text: text, name: "n.ipynb", sayings: [.verdict(.proved)])
    #expect(ReportJSON.text([try made.report()]).contains(#"{"cell": 1, "line": 1, "column": 5, "latex""#))
  }

  @Test func noFilesIsStillOneObject() {
    #expect(ReportJSON.text([]).hasPrefix("{\n  \"files\": [],\n  \"summary\""))
  }
}
