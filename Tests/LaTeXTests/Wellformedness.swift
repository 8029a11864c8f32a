/// What must hold of every LaTeX text that is printed.
enum Wellformedness {
  /// The first thing that is wrong with `latex`, nil if nothing is: braces, `\left` and `\right`, environments.
  static func fault(in latex: String) -> String? {
    var open: [String] = []
    for token in tokens(latex) {
      switch token {
      case "{", #"\left"#: open.append(token)
      case "}": if open.popLast() != "{" { return "a } too many" }
      case #"\right"#: if open.popLast() != #"\left"# { return #"\right without \left"# }
      case _ where token.hasPrefix(#"\begin{"#): open.append(String(token.dropFirst(6)))
      case _ where token.hasPrefix(#"\end{"#):
        if open.popLast() != String(token.dropFirst(4)) { return "\(token) closes nothing" }
      default: break
      }
    }
    return open.last.map { "\($0) is not closed" }
  }

  /// The number of `&` on each line of an alignment, those of inner environments left out.
  static func columns(of line: String) -> Int {
    var depth = 0
    var count = 0
    for token in tokens(line) {
      if token.hasPrefix(#"\begin"#) || token == "{" { depth += 1 }
      if token.hasPrefix(#"\end"#) || token == "}" { depth -= 1 }
      if token == "&", depth == 0 { count += 1 }
    }
    return count
  }

  /// Commands, `\begin{…}` and `\end{…}` in one piece, and single characters.
  static func tokens(_ latex: String) -> [String] {
    var result: [String] = []
    var rest = latex[...]
    while let first = rest.popFirst() {
      guard first == "\\" else {
        result.append(String(first))
        continue
      }
      let name = rest.prefix { $0.isLetter && $0.isASCII }
      if name.isEmpty {
        result.append("\\" + String(rest.popFirst() ?? " "))
        continue
      }
      rest = rest.dropFirst(name.count)
      if name == "begin" || name == "end", let close = rest.firstIndex(of: "}") {
        result.append("\\" + name + rest[...close])
        rest = rest[rest.index(after: close)...]
      } else {
        result.append("\\" + name)
      }
    }
    return result
  }
}
