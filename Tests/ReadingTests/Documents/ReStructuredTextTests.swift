import Testing

@testable import Reading

@Suite("reStructuredText")
struct ReStructuredTextTests {
  @Test(
    "Formulas are found, with their places",
    arguments: [
      DocumentCase("a role", "so :math:`a_b` is", ["1:11 :math: a_b"]),
      DocumentCase("a role behind", "so `a`:math: is", ["1:5 :math: a"]),
      DocumentCase("a role over two lines", "so :math:`a +\nb` is", ["1:11 :math: a +\nb"]),
      DocumentCase("the default role", "`a`\n\n.. default-role:: math\n\n`b`", ["5:2 :math: b"]),
      DocumentCase("a line", ".. math:: a = b", ["1:11 .. math:: a = b"]),
      DocumentCase("a line that goes on", ".. math:: a\n   = b", ["1:11 .. math:: a\n= b"]),
      DocumentCase("a block", ".. math::\n\n   a\n   = b\n\nso", ["3:4 .. math:: a\n= b"]),
      DocumentCase("options", ".. math::\n   :label: x\n   :nowrap:\n\n   a", ["5:4 .. math:: a"]),
      DocumentCase("parted by blank lines", ".. math::\n\n   a\n\n   b", ["3:4 .. math:: a", "5:4 .. math:: b"]),
      DocumentCase(
        "an environment with blank lines", ".. math::\n\n   \\begin{align}\n   a\n\n   b\n   \\end{align}",
        ["3:4 .. math:: \\begin{align}\na\nb\n\\end{align}"]),
      DocumentCase("in an item", "* so :math:`a`\n\n  .. math:: b\n", ["1:13 :math: a", "3:13 .. math:: b"]),
      DocumentCase("in a note", ".. note:: :math:`a`\n\n   :math:`b`", ["1:18 :math: a", "3:11 :math: b"]),
      DocumentCase("in a heading", "Layer :math:`l`\n===============", ["1:14 :math: l"]),
      DocumentCase("a literal", "``:math:`a``` and :math:`b`", ["1:26 :math: b"]),
      DocumentCase("another role", ":ref:`a` `b`_ :math:`c`", ["1:22 :math: c"]),
      DocumentCase("a literal block", "so::\n\n  :math:`a`\n\n:math:`b`", ["5:8 :math: b"]),
      DocumentCase("code", ".. code-block:: python\n\n   :math:`a`\n\n:math:`b`", ["5:8 :math: b"]),
      DocumentCase("a comment", ".. so\n   :math:`a`\n\n:math:`b`", ["4:8 :math: b"]),
      DocumentCase("a doctest", ">>> :math:`a`\n\n:math:`b`", ["3:8 :math: b"]),
      DocumentCase("an escaped mark", "so \\:math:\\`a` is", []),
      DocumentCase("an unclosed role", "so :math:`a is\n\n:math:`b`", ["3:8 :math: b"]),
      DocumentCase("dollars", "so $a$ is", []),
      DocumentCase(
        "in a table",
        "+-----------+-----------+\n| A         | B         |\n+===========+===========+\n"
          + "| .. math:: | :math:`a` |\n|   b       | ..        |\n|   c       |           |\n"
          + "+-----------+-----------+\n",
        ["5:5 .. math:: b       c", "4:22 :math: a"]),
      DocumentCase("CR LF", ".. math::\r\n\r\n   a\r\n   = b\r\n", ["3:4 .. math:: a\n= b"]),
      DocumentCase("nothing", "", []),
    ])
  func formulas(_ example: DocumentCase) throws {
    try example.check("notes.rst")
  }

  @Test("Levels of headings are counted as they come up")
  func headings() throws {
    let text = "====\nBook\n====\n\nOne\n---\n\nPart\n~~~~\n\nTwo\n---\n"
    let headings = try DocumentReader.read(text, name: "a.rst").blocks.map { block in
      guard case .heading(let heading) = block else { return "?" }
      return "\(heading.level) \(heading.text)"
    }
    #expect(headings == ["1 Book", "2 One", "3 Part", "2 Two"])
  }

  @Test("Items, quotations and directives are nestings")
  func nesting() throws {
    let text = "1. :math:`a`\n\n   .. math:: b\n\nso\n\n   :math:`c`\n\n.. theorem::\n\n   :math:`d`\n\n:math:`e`"
    let document = try DocumentReader.read(text, name: "a.rst")
    #expect(
      document.formulas.map(\.nesting) == [
        [.listItem(number: 1)], [.listItem(number: 1)], [.quote], [.environment("theorem")], [],
      ])
  }
}
