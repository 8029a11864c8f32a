import Testing

@testable import Reading

@Suite("Reading takes linear time")
struct LinearityTests {
  /// How many scalars are looked at, for each scalar of a text that is repeated so many times.
  private func share(_ piece: String, _ count: Int, _ name: String) throws -> Double {
    let text = String(repeating: piece, count: count)
    let steps = try DocumentReader.counting(Array(text.utf8), name: name).steps
    return Double(steps) / Double(text.unicodeScalars.count)
  }

  private static let pieces = [
    "so $a$ and\n$$b\n= c$$\n\n", "$", "$ ", "$a ", "$\\text{", "$$", "$$ a\n", "$$a\n\nb\n\n", "\\[", "\\[a\n", "\\(",
    "\\(a ", "\\\\[", "\\\\[ a\n\n", "\\begin{align}", "\\begin{align}\n\n", "\\begin{cases}", "\\end{align}",
    "\\begin{align}\\begin{gather}", "`", "`` ", "` ``", "`a\n", "```math\n", "```\n", "<!--", "<pre>", "<code>a",
    "> ", "- ", "- a\n", "> $$\n", "\\newcommand{\\x}{", "\\def\\x", "{", "\\", "\\\\", "\n", "a_", "* a $", "$`", "%",
    "[", "&lt;", "# $$\n", "1. $$ a\n", "| $ |\n", "a\n---\n", "$$ a $$\n\n\nb\n", "<math>", "{% highlight %}",
    "latex.codecogs.com/svg.latex?", "$$ <!-- ", "$$ <!-- -->\n",
  ]

  @Test("Markdown", arguments: pieces)
  func markdown(_ piece: String) throws {
    let (small, large) = (try share(piece, 200, "a.md"), try share(piece, 2_000, "a.md"))
    #expect(large < 2 * small + 60, "\(piece)")
  }

  @Test(
    "LaTeX",
    arguments: pieces + [
      "\\begin{verbatim}", "\\begin{lstlisting}a", "\\iffalse ", "\\verb|", "\\section{", "\\section[", "\\section[]",
      "\\item ",
      "\\begin{itemize}\\item ", "\\input{", "% a\n", "\\begin{theorem}", "\\end{theorem}", "\\(a\\) \\begin{theorem}",
    ])
  func latex(_ piece: String) throws {
    let (small, large) = (try share(piece, 200, "a.tex"), try share(piece, 2_000, "a.tex"))
    #expect(large < 2 * small + 60, "\(piece)")
  }

  @Test(
    "reStructuredText",
    arguments: [
      "`", "``", ":math:`", ":math:`a` ", "`` `", "`a\n", ".. math::\n\n   a\n\n", ".. math::", "* a\n", "  ",
      "::\n\n  a\n",
      "a\n==\n", "..\n", ".. a\n", "==\n", " `", "\\", "+---+\n| a |\n", "+-", "+---+\n",
    ])
  func reStructuredText(_ piece: String) throws {
    let (small, large) = (try share(piece, 200, "a.rst"), try share(piece, 2_000, "a.rst"))
    #expect(large < 2 * small + 60, "\(piece)")
  }
}
