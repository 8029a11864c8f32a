/// What stands below and above.
extension FormulaParser {
  /// An atom with its accents and scripts.
  mutating func scripted() -> MathNode {
    let start = place
    switch tokens[place].kind {
    case .superscript, .subscript: return scripts(on: nil, from: start)
    case .command("prime"): return scripts(on: nil, from: start)
    case .character(let scalar):
      let plain = UnicodeTable.plain(scalar)
      if UnicodeTable.primes(plain) != nil || isScript(plain) { return scripts(on: nil, from: start) }
    default: break
    }
    let node = combiningAccents(on: atom(), from: start)
    return node.takesScripts ? scripts(on: node, from: start) : node
  }

  /// Accents that stand behind their letter as scalars of their own.
  private mutating func combiningAccents(on node: MathNode, from start: Int) -> MathNode {
    var node = node
    while let scalar = current?.character {
      if scalar == "\u{338}", case .relation(let name) = node.kind {
        place += 1
        node = MathNode(.relation(negated(name)), range(from: start))
      } else if let accent = UnicodeAccents.combining(scalar) {
        place += 1
        // A long run of accents would nest without end.
        guard node.accentCount < 8 else { continue }
        node = MathNode(.accented(accent, MathRow([node], node.range)), range(from: start))
      } else {
        break
      }
    }
    return MathNode(node.kind, range(from: start))
  }

  /// `base` with the scripts that follow; `base` alone if none do.
  mutating func scripts(on base: MathNode?, from start: Int) -> MathNode {
    var scripts = MathScripts(base: base)
    var end = place
    while skipTrivia(), addScript(to: &scripts) { end = place }
    place = end
    if let base, scripts == MathScripts(base: base) { return base }
    scripts.takeNote()
    if let base = scripts.base, scripts == MathScripts(base: base) { return MathNode(base.kind, range(from: start)) }
    return MathNode(.scripts(scripts), range(from: start))
  }

  /// Reads one script, or tells that none follows.
  private mutating func addScript(to scripts: inout MathScripts) -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .superscript:
      guard scripts.upper == nil else { return refuse(.doubleSuperscript, token, scripts) }
      place += 1
      addUpper(argument(of: "^"), to: &scripts)
    case .subscript:
      guard scripts.lower == nil else { return refuse(.doubleSubscript, token, scripts) }
      place += 1
      scripts.lower = argument(of: "_")
    case .command("prime"):
      place += 1
      scripts.primes.append(token.range)
    case .command(let name):
      guard case .limits(let above)? = CommandTable.meaning(of: name), scripts.base != nil else { return false }
      place += 1
      scripts.limits = above
    case .character(let scalar): return addCharacter(UnicodeTable.plain(scalar), to: &scripts)
    default: return false
    }
    return true
  }

  /// A second script of a kind: it is told, and becomes a script on nothing.
  private mutating func refuse(_ kind: MathProblem.Kind, _ token: MathToken, _ scripts: MathScripts) -> Bool {
    tell(kind, token.range)
    return false
  }

  /// `f^{\prime}` is f′.
  private func addUpper(_ row: MathRow, to scripts: inout MathScripts) {
    if row.nodes.count == 1, case .scripts(let inner) = row.nodes[0].kind, inner.base == nil, inner.upper == nil,
      inner.lower == nil, !inner.primes.isEmpty
    {
      scripts.primes += inner.primes
    } else {
      scripts.upper = row
    }
  }

  private mutating func addCharacter(_ scalar: Unicode.Scalar, to scripts: inout MathScripts) -> Bool {
    if let count = UnicodeTable.primes(scalar) {
      scripts.primes += Array(repeating: tokens[place].range, count: count)
      place += 1
    } else if UnicodeScripts.upper(scalar) != nil, scripts.upper == nil {
      scripts.upper = scriptRun(UnicodeScripts.upper)
    } else if UnicodeScripts.lower(scalar) != nil, scripts.lower == nil {
      scripts.lower = scriptRun(UnicodeScripts.lower)
    } else {
      return false
    }
    return true
  }

  private func isScript(_ scalar: Unicode.Scalar) -> Bool {
    UnicodeScripts.upper(scalar) != nil || UnicodeScripts.lower(scalar) != nil
  }

  /// A run of scalars that are scripts, `⁽ˡ⁺¹⁾`, read as the row it stands for.
  private mutating func scriptRun(_ plain: (Unicode.Scalar) -> Unicode.Scalar?) -> MathRow {
    let start = place
    var run: [MathToken] = []
    while let token = current, let scalar = token.character, let character = plain(scalar) {
      run.append(MathToken(.character(character), token.range))
      place += 1
    }
    var inner = FormulaParser(run)
    let nodes = inner.parse()
    steps += inner.steps
    return MathRow(nodes, range(from: start))
  }
}

extension MathScripts {
  /// What stands at a brace is its note.
  fileprivate mutating func takeNote() {
    guard let node = base, case .brace(var brace) = node.kind, brace.note == nil else { return }
    brace.note = brace.isAbove ? upper : lower
    guard let note = brace.note else { return }
    if brace.isAbove { upper = nil } else { lower = nil }
    base = MathNode(.brace(brace), node.range.lowerBound..<max(node.range.upperBound, note.range.upperBound))
  }
}

extension MathNode {
  /// Whether a script that follows belongs to it.
  fileprivate var takesScripts: Bool {
    switch kind {
    case .space, .lineBreak, .alignmentMark, .annotation, .directive, .definition: false
    default: true
    }
  }

  /// How many accents stand on one another.
  fileprivate var accentCount: Int {
    guard case .accented(_, let row) = kind, let inner = row.nodes.first else { return 0 }
    return 1 + inner.accentCount
  }
}
