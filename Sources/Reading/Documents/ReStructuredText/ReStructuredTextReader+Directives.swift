// Directives: formulas, code, and those that hold text.
extension ReStructuredTextReader {
  /// Directives whose content is shown as it stands, or not at all.
  private static let verbatim: Set<String> = [
    "code", "code-block", "sourcecode", "literalinclude", "parsed-literal", "raw", "highlight", "prompt", "ipython",
    "plot", "graphviz", "image", "figure", "include", "toctree", "testcode", "doctest", "productionlist", "csv-table",
    "bibliography", "index", "meta", "replace", "unicode", "date", "jupyter-execute",
  ]

  mutating func readDirective(_ name: String, _ argument: Range<Int>, _ current: RSTLine) {
    switch name {
    case "math": readMath(argument, current)
    case "default-role":
      defaultRoleIsMath = source.text(argument) == "math"
      line += 1
    case _ where Self.verbatim.contains(name):
      if name == "include" {
        collector.addProblem(
          .ignoredInput(".. include:: " + source.text(argument)), at: source.place(at: current.content.lowerBound))
      }
      line += 1
      skipLiteral(deeperThan: current.indentation)
    default: enterDirective(name, argument, current)
    }
  }

  /// Goes on with the content of a directive that holds text.
  private mutating func enterDirective(_ name: String, _ argument: Range<Int>, _ current: RSTLine) {
    let last = readInline(from: argument.lowerBound, to: argument.upperBound, isOneLine: true)
    collector.addProse(source, last..<max(last, argument.upperBound))
    collector.endParagraph()
    line += 1
    while line < lines.count, lines[line].option != nil { line += 1 }
    guard let next = nextLine(from: line) else { return }
    let indentation = lines[next].indentation
    guard indentation > current.indentation, containers.count < 100 else { return }
    containers.append(Container(indentation: indentation, nesting: .environment(name)))
  }

  /// Reads the content of `.. math::`: formulas parted by blank lines.
  private mutating func readMath(_ argument: Range<Int>, _ current: RSTLine) {
    let start = current.content.lowerBound
    var pieces: [[Range<Int>]] = [argument.isEmpty ? [] : [argument.lowerBound..<lines.end(of: line)]]
    line += 1
    var mayHaveOptions = true
    while line < lines.count {
      let next = lines[line]
      if next.isBlank {
        pieces.append([])
      } else if next.indentation <= current.indentation {
        break
      } else if !mayHaveOptions || next.option == nil {
        pieces[pieces.count - 1].append(next.content.lowerBound..<lines.end(of: line))
      }
      mayHaveOptions = mayHaveOptions && (next.option != nil)
      line += 1
    }
    for (index, formula) in joined(pieces).enumerated() {
      guard let first = formula.first else { continue }
      let text = LocatedText(source: source, pieces: formula, at: first.lowerBound).trimmed
      let content = text.sourceRange(of: 0..<text.count)
      let range = (index == 0 ? start : content.lowerBound)..<content.upperBound
      collector.addFormula(FormulaCut(text: text, delimiter: .directive, range: range, dialect: .protected))
    }
    collector.endParagraph()
  }

  /// Joins the pieces of an environment that has blank lines in it.
  private func joined(_ groups: [[Range<Int>]]) -> [[Range<Int>]] {
    var result: [[Range<Int>]] = []
    var open = 0
    for group in groups where !group.isEmpty {
      if open > 0 { result[result.count - 1] += group } else { result.append(group) }
      open = max(0, open + group.reduce(0) { $0 + environmentBalance($1) })
    }
    return result
  }

  /// How many environments a piece opens more than it closes.
  private func environmentBalance(_ range: Range<Int>) -> Int {
    range.reduce(0) { balance, offset in
      guard source.scalars[offset] == "\\" else { return balance }
      return balance + (source.has("\\begin{", at: offset) ? 1 : source.has("\\end{", at: offset) ? -1 : 0)
    }
  }
}
