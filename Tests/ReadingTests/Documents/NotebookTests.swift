import Testing

@testable import Reading

@Suite("Jupyter notebooks")
struct NotebookTests {
  @Test(
    "Formulas are found, with cell and line in the cell",
    arguments: [
      DocumentCase(
        "a source of lines",
        ##"{"cells": [{"cell_type": "markdown", "source": ["# A\n", "\n", "so $a_1$"]}], "nbformat": 4}"##,
        ["1:3:5 $ a_1"]),
      DocumentCase(
        "a source in one piece", #"{"cells": [{"cell_type": "markdown", "source": "$$\na\n$$"}]}"#, ["1:2:1 $$ a"]),
      DocumentCase(
        "code is passed over, but counted",
        #"{"cells": [{"cell_type": "code", "source": "$a$"}, {"cell_type": "markdown", "source": "$b$"}]}"#,
        ["2:1:2 $ b"]),
      DocumentCase(
        "worksheets of version 3",
        #"{"worksheets": [{"cells": [{"cell_type": "heading", "level": 2, "source": "So $a$"}]}], "nbformat": 3}"#,
        ["1:1:5 $ a"]),
      DocumentCase(
        "escapes", #"{"cells": [{"cell_type": "markdown", "source": "\u0024\\frac\t\ud835\udeff\u0024"}]}"#,
        ["1:1:2 $ \\frac\t𝛿"]),
      DocumentCase(
        "an unclosed display ends with its cell",
        #"{"cells": [{"cell_type": "markdown", "source": "$$a"}, {"cell_type": "markdown", "source": "$$b$$"}]}"#,
        ["2:1:3 $$ b"]),
      DocumentCase("no cells", #"{"cells": []}"#, []),
    ])
  func formulas(_ example: DocumentCase) throws {
    try example.check("notes.ipynb")
  }

  @Test("A heading of version 3 has its level")
  func heading() throws {
    let text = #"{"worksheets": [{"cells": [{"cell_type": "heading", "level": 2, "source": "So $a$"}]}]}"#
    guard case .heading(let heading)? = try DocumentReader.read(text, name: "a.ipynb").blocks.first else {
      Issue.record("no heading")
      return
    }
    #expect(heading.level == 2)
    #expect(heading.text.string == "So $a$")
  }

  @Test(
    "What is wrong is named, with its place",
    arguments: [
      ("", "1:1: no JSON: expected a value, found the end"),
      ("{\"cells\": [}", "1:12: no JSON: expected a value, found '}'"),
      ("{\"cells\"\n: [],}", "2:6: no JSON: expected a name in quotes, found '}'"),
      ("[1, 2", "1:6: no JSON: expected ']', found the end"),
      ("{\"a\" 1}", "1:6: no JSON: expected ':', found '1'"),
      ("{} x", "1:4: no JSON: expected the end, found 'x'"),
      ("\"abc", "1:1: no JSON: the string is not closed"),
      ("\"a\nb\"", "1:3: no JSON: a control character in a string"),
      ("\"\\x\"", "1:2: no JSON: unknown escape '\\x'"),
      ("\"\\u12g4\"", "1:6: no JSON: expected a hexadecimal digit, found 'g'"),
      ("[01]", "1:3: no JSON: expected ']', found '1'"),
      ("[1.]", "1:4: no JSON: expected a digit, found ']'"),
      ("[+1]", "1:2: no JSON: expected a value, found '+'"),
      ("[tru]", "1:2: no JSON: expected 'true'"),
      ("[NaN]", "1:2: no JSON: expected a value, found 'N'"),
      ("'a'", "1:1: no JSON: expected a value, found '''"),
      ("[]", "no notebook: not an object"),
      ("{}", "no notebook: it has no cells"),
      ("{\"cells\": [{}]}", "no notebook: cell 1 has no cell_type"),
      ("{\"cells\": [{\"cell_type\": \"markdown\"}]}", "no notebook: cell 1 has no source"),
      ("{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [1]}]}", "no notebook: the source of cell 1 is no text"),
    ])
  func errors(_ pair: (String, String)) {
    #expect {
      try DocumentReader.read(pair.0, name: "a.ipynb")
    } throws: {
      "\($0)" == pair.1
    }
  }

  @Test("What nests too deeply is an error, not a crash", arguments: ["[", "{\"a\":"])
  func deep(_ opening: String) {
    let text = String(repeating: opening, count: 50_000)
    #expect(throws: DocumentError.self) { try DocumentReader.read(text, name: "a.ipynb") }
  }
}
