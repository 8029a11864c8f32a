import Testing

@testable import Reading

@Suite("Formulas in Markdown")
struct MarkdownFormulaTests {
  @Test(
    "Formulas in the text are found, with their places",
    arguments: [
      DocumentCase("a letter", "Let $x$ be", ["1:6 $ x"]),
      DocumentCase("several", "$x$ and $y$, $z$.", ["1:2 $ x", "1:10 $ y", "1:15 $ z"]),
      DocumentCase("side by side", "$a$$b$", ["1:2 $ a", "1:5 $ b"]),
      DocumentCase("with spaces inside", "$ x $ and $ a = b $", ["1:3 $ x", "1:13 $ a = b"]),
      DocumentCase("with a space on one side", "$x = 5 $ is", ["1:2 $ x = 5"]),
      DocumentCase("over two lines", "so $a +\nb$ is", ["1:5 $ a +\nb"]),
      DocumentCase("before letters", "the $n$th of the $k$s", ["1:6 $ n", "1:19 $ k"]),
      DocumentCase("in brackets and marks", "(**$x$**, _$y$_)", ["1:5 $ x", "1:13 $ y"]),
      DocumentCase("a number", "by $2$ or $0.5$", ["1:5 $ 2", "1:12 $ 0.5"]),
      DocumentCase("before a digit", "$\\alpha$2", ["1:2 $ \\alpha"]),
      DocumentCase("an escaped dollar inside", "$a \\$ b$", ["1:2 $ a \\$ b"]),
      DocumentCase("dollars in its text", "$\\text{if $x$ holds}$", ["1:2 $ \\text{if $x$ holds}"]),
      DocumentCase("round brackets", "so \\(a = b\\) is", ["1:6 \\( a = b"]),
      DocumentCase("round brackets, escaped once more", "so \\\\(a = b\\\\) is", ["1:7 \\\\( a = b"]),
      DocumentCase("a code host's dollars", "so $`a_b`$ is", ["1:6 $` a_b"]),
      DocumentCase("words in a subscript", "$z_{hidden layer}$", ["1:2 $ z_{hidden layer}"]),
      DocumentCase("in a table", "| $a$ | $|b|$ |\n|---|---|\n| $c$ | $", ["1:4 $ a", "1:10 $ |b|", "3:4 $ c"]),
      DocumentCase("among HTML", "a <sup>$b$</sup> <br> $c$", ["1:9 $ b", "1:24 $ c"]),
      DocumentCase(
        "before a script without spaces", "由$P(+)cost$可知$ x$与$n$", ["1:3 $ P(+)cost", "1:16 $ x", "1:20 $ n"]),
      DocumentCase("an element of a wiki", "so <math>a &lt; b</math>", ["1:10 <math> a < b"]),
      DocumentCase("MathML is none", "<math><mi>$</mi></math>", []),
      DocumentCase(
        "the address of a picture", "![](https://latex.codecogs.com/svg.latex?\\inline&space;%5Cdelta(x)&plus;y)",
        ["1:56 picture \\delta(x)+y"]),
      DocumentCase("a word in brackets", "so \\(loss\\) and \\[1\\]", ["1:6 \\( loss"]),
      DocumentCase("beyond ASCII", "für 𝛿 ist $δ_i$", ["1:12 $ δ_i"]),
      DocumentCase("behind a tab", "a\t$x$", ["1:4 $ x"]),
      DocumentCase("in a heading", "# Layer $l$ #", ["1:10 $ l"]),
      DocumentCase("in an underlined heading", "Layer $l$\n=====", ["1:8 $ l"]),
    ])
  func inline(_ example: DocumentCase) throws {
    try example.check("notes.md")
  }

  @Test(
    "Displays are found, with their places",
    arguments: [
      DocumentCase("on a line", "$$a = b$$", ["1:3 $$ a = b"]),
      DocumentCase("over lines", "$$\na\n= b\n$$", ["2:1 $$ a\n= b"]),
      DocumentCase("without blank lines around", "so\n$$\na = b\n$$\nwhere", ["3:1 $$ a = b"]),
      DocumentCase("in the text", "so $$a$$ and $$b$$ is", ["1:6 $$ a", "1:16 $$ b"]),
      DocumentCase("two on a line", "$$a$$ $$b$$", ["1:3 $$ a", "1:9 $$ b"]),
      DocumentCase("ends in the text", "$$a\n$$, where $b$", ["1:3 $$ a", "2:12 $ b"]),
      DocumentCase("square brackets", "\\[ a = b \\]", ["1:4 \\[ a = b"]),
      DocumentCase("square brackets over lines", "\\[\na\n\\]", ["2:1 \\[ a"]),
      DocumentCase("square brackets, escaped once more", "\\\\[\na\n\\\\]", ["2:1 \\\\[ a"]),
      DocumentCase("square brackets, all escaped", "\\\\\\[\n\na\n\n\\\\]", ["3:1 \\\\[ a"]),
      DocumentCase("an HTML comment inside", "$$a\n<!-- $$ -->\n= b$$", ["1:3 $$ a\n\n= b"]),
      DocumentCase("an element of a wiki", ":<math>a</math>", ["1:8 <math> a"]),
      DocumentCase("an environment", "\\begin{align*}\na &= b\n\\end{align*}", ["2:1 align* a &= b"]),
      DocumentCase(
        "an environment with an argument", "\\begin{alignat}{2}a &= b\\end{alignat}", ["1:19 alignat a &= b"]),
      DocumentCase("lines that stand alone", "\\begin{aligned}a &= b\\end{aligned}", ["1:16 aligned a &= b"]),
      DocumentCase(
        "a part of a formula that stands alone", "\\begin{cases}a\\end{cases}",
        ["1:1 cases \\begin{cases}a\\end{cases}"]),
      DocumentCase(
        "an environment in dollars", "$$\\begin{align}a\\end{align}$$", ["1:3 $$ \\begin{align}a\\end{align}"]),
      DocumentCase("a fence", "```math\na\n\nb\n```", ["2:1 ```math a\n\nb"]),
      DocumentCase("a fence of tildes", "~~~~ {math}\na\n~~~~", ["2:1 ```math a"]),
      DocumentCase("blank lines inside", "$$\na\n\n= b\n\n$$\n\n$c$", ["2:1 $$ a\n\n= b", "8:2 $ c"]),
      DocumentCase("text in it", "$$a \\text{ if $b$ holds}$$", ["1:3 $$ a \\text{ if $b$ holds}"]),
      DocumentCase("lines that look like a list", "$$\na\n- b\n+ c\n* d\n1. e\n$$", ["2:1 $$ a\n- b\n+ c\n* d\n1. e"]),
      DocumentCase("lines that look like a quotation", "$$\na\n> b\n$$", ["2:1 $$ a\n> b"]),
      DocumentCase("indented", "    $$a$$", ["1:7 $$ a"]),
      DocumentCase("nothing inside", "$$ $$ and $$$$", []),
      DocumentCase("CR LF", "$$\r\na\r\n= b\r\n$$\r\n$c$", ["2:1 $$ a\n= b", "5:2 $ c"]),
      DocumentCase("CR", "$$\ra\r= b\r$$", ["2:1 $$ a\n= b"]),
      DocumentCase("behind a byte order mark", "\u{FEFF}$$a$$", ["1:3 $$ a"]),
      DocumentCase("a comment at its end", "$$\na % first\n= b\n$$", ["2:1 $$ a \n= b"]),
      DocumentCase("a percent sign that is no comment", "$$p = 5%$$", ["1:3 $$ p = 5%"]),
    ])
  func displays(_ example: DocumentCase) throws {
    try example.check("notes.md")
  }

  @Test(
    "Quote markers and indentation are no part of a formula",
    arguments: [
      DocumentCase("a quotation", "> $$\n> a\n> = b\n> $$", ["2:3 $$ a\n= b"]),
      DocumentCase("a quotation without spaces", ">$$\n>a\n>$$", ["2:2 $$ a"]),
      DocumentCase("an inequality in a quotation", "> $$\n> > 0\n> $$", ["2:3 $$ > 0"]),
      DocumentCase("an item", "- $$\n  a\n  = b\n  $$", ["2:3 $$ a\n= b"]),
      DocumentCase("an item's second paragraph", "1. so\n\n   $$\n   a\n   $$", ["4:4 $$ a"]),
      DocumentCase("an item without indentation", "- so $$\na\n= b\n$$\n", ["2:1 $$ a\n= b"]),
      DocumentCase("a quotation in an item", "- > $$\n  > a\n  > $$", ["2:5 $$ a"]),
      DocumentCase("an item in a quotation", "> - so\n>\n>   $$\n>   a\n>   $$", ["4:5 $$ a"]),
      DocumentCase("indented by a tab", "-\t$$\n\ta\n\t$$", ["2:2 $$ a"]),
      DocumentCase("its own indentation stays", "- $$\n  a\n    = b\n  $$", ["2:3 $$ a\n  = b"]),
      DocumentCase("a fence in an item", "- so\n\n  ```math\n  a\n  ```", ["4:3 ```math a"]),
      DocumentCase("over two lines of a quotation", "> so $a +\n> b$", ["1:7 $ a +\nb"]),
    ])
  func containers(_ example: DocumentCase) throws {
    try example.check("notes.md")
  }

  @Test(
    "What is no formula",
    arguments: [
      "It costs $5 and $6.", "from $20,000 to $30,000", "US$ 5 or $6", "$5-$6", "$5, or US$", "\\$x\\$", "`$x$`",
      "`` `$x$` ``", "a `code\n$x$` b", "```\n$x$\n```", "~~~ python\n$$x$$\n~~~", "    $x$", "a\n\n\t$x$ = 1",
      "<!-- $x$ -->", "<!--\n$$x$$\n\n-->", "<code>$x$</code>", "<pre>\n$x$\n</pre>", "see \\[1\\] and \\[2, 3\\]",
      "\\(see below\\)", "\\[not a link\\]", "$HOME and $PATH", "echo ${HOME} and ${PATH}", "$", "$$", "", "\n\n",
      "a $ word other $ d", "---\ntitle: $x$\n---", "> ```\n> $x$\n> ```",
      "- a\n\n      $x$", "<script>$x$</script>", "|$", "{% highlight c %}\n$x$\n{% endhighlight %}",
      "+++\na = $x$\n+++", "\\", "$\\", "```", "- ", "> ", "#", "[a](b$c) and [d](e$f)",
    ])
  func none(_ text: String) throws {
    #expect(try DocumentReader.read(text, name: "notes.md").summary == [])
  }

  @Test("A plain text has no indented code")
  func plain() throws {
    let text = "so\n\n    $x$ = 1"
    #expect(try DocumentReader.read(text, name: "notes.txt").summary == ["3:6 $ x"])
    #expect(try DocumentReader.read(text, name: "notes.md").summary == [])
  }
}
