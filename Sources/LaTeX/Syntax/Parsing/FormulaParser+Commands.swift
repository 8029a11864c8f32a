/// Commands, by what they ask for.
extension FormulaParser {
  /// The command at this place, or the sign that means the same as `\name`.
  mutating func command(_ name: String) -> MathNode {
    guard let meaning = CommandTable.meaning(of: name) else { return leaf(.unknown("\\" + name)) }
    let start = place
    place += 1
    return MathNode(kind(meaning, name, start), range(from: start))
  }

  /// What the command `name` at `start`, which was read, stands for with its arguments.
  private mutating func kind(_ meaning: CommandMeaning, _ name: String, _ start: Int) -> MathNode.Kind {
    let written = "\\" + name
    switch meaning {
    case .leaf(.delimiter(let known)): return .delimiter(MathDelimiter(known.name, known.side, range(from: start)))
    case .leaf(.function("arg")): return .function(argumentOfExtremum())
    case .leaf(let kind): return kind
    case .styledLetter(let style, let letter):
      let node = MathNode(.letter(letter), range(from: start))
      return .styled(style, MathRow([node], node.range))
    case .accent(let accent): return .accented(accent, argument(of: written))
    case .style(let style), .styleSwitch(let style): return .styled(style, argument(of: written))
    case .colour: return .coloured(colourName(), argument(of: written))
    case .frame(let frame): return .framed(frame, argument(of: written))
    case .phantom: return .phantom(argument(of: written))
    case .operatorName: return operatorName(written)
    case .text(let style): return text(style, written)
    case .fraction(let form): return .fraction(MathFraction(form, argument(of: written), argument(of: written)))
    case .root: return root(written)
    case .brace(let isAbove): return .brace(MathBrace(isAbove: isAbove, body: argument(of: written)))
    case .stack(let isAbove): return stack(isAbove, written)
    case .longArrow(let relation): return longArrow(relation, written, start)
    case .braceArray: return braceArray(name, written)
    case .begin, .end: return environment(meaning, start)
    case .left, .middle, .right, .sizedDelimiter: return sized(meaning, written, start)
    case .prime: return .scripts(MathScripts(base: nil, primes: [range(from: start)]))
    case .infixFraction, .limits: return .directive(name, argument: nil)
    case .negation: return negation(start)
    default: return annotation(meaning, name)
    }
  }

  /// What is said about the formula, blanks, looks.
  private mutating func annotation(_ meaning: CommandMeaning, _ name: String) -> MathNode.Kind {
    switch meaning {
    case .lineBreak: return .lineBreak(spacing: lineSpacing())
    case .label: return .annotation(.label(raw(of: name)))
    case .tag:
      _ = skip("*")
      return .annotation(.tag(raw(of: name)))
    case .reference: return .annotation(.reference(raw(of: name)))
    case .horizontalSpace:
      _ = skip("*")
      return .space(.explicit(raw(of: name)))
    case .kern: return .space(.explicit(dimension()))
    case .directive(let count):
      let arguments = (0..<count).map { _ in raw(of: name) }
      return .directive(name, argument: arguments.isEmpty ? nil : arguments.joined(separator: ","))
    case .transparent(let count):
      let skipped: Void? = bracketed { $0.place = $0.limit }
      if skipped == nil { for _ in 0..<count { _ = raw(of: name) } }
      return .styled(.unchanged, argument(of: "\\" + name))
    default: return .unknown("\\" + name)
    }
  }

  private mutating func raw(of name: String) -> String {
    if let text = rawArgument() { return text }
    tell(.missingArgument(of: "\\" + name), lastRange)
    return ""
  }

  // MARK: With arguments

  private mutating func root(_ written: String) -> MathNode.Kind {
    let start = place
    let nodes = bracketed { $0.nestedRow() }
    let index = nodes.map { MathRow($0, MathNode.range(of: $0, at: range(from: start).lowerBound)) }
    return .root(index: index, radicand: argument(of: written))
  }

  private mutating func stack(_ isAbove: Bool, _ written: String) -> MathNode.Kind {
    let small = argument(of: written)
    let base = argument(of: written)
    return .stack(MathStack(base: base, above: isAbove ? small : nil, below: isAbove ? nil : small))
  }

  private mutating func longArrow(_ relation: String, _ written: String, _ start: Int) -> MathNode.Kind {
    let sign = range(from: start)
    let below = bracketed { $0.nestedRow() }
    let belowRow = below.map { MathRow($0, MathNode.range(of: $0, at: sign.upperBound)) }
    let above = argument(of: written)
    let base = MathRow([MathNode(.relation(relation), sign)], sign)
    return .stack(MathStack(base: base, above: above, below: belowRow))
  }

  /// `\arg\max` is one function.
  private mutating func argumentOfExtremum() -> String {
    let start = place
    while skipTrivia(), case .command(let name) = tokens[place].kind {
      place += 1
      if name == "max" || name == "min" { return "arg" + name }
      guard name == "," || name == "!" else { break }
    }
    place = start
    return "arg"
  }

  /// A plain name is a function; else what was given, in that role.
  private mutating func operatorName(_ written: String) -> MathNode.Kind {
    _ = skip("*")
    let row = argument(of: written)
    let isPlain = row.nodes.allSatisfy { node in
      if case .styled(let style, _) = node.kind { style == .roman } else { true }
    }
    guard isPlain, let name = MathNode.word(of: row.nodes) else { return .styled(.operatorName, row) }
    return .function(name)
  }

  /// The name of a colour, without its model.
  mutating func colourName() -> String {
    let _: Void? = bracketed { $0.place = $0.limit }
    return raw(of: "color")
  }

  // MARK: Signs

  /// `\not=` is ≠.
  private mutating func negation(_ start: Int) -> MathNode.Kind {
    if skipTrivia(), let name = relation() { return .relation(negated(name)) }
    place = start + 1
    return .unknown("\\not")
  }

  /// The relation at this place, if one stands there.
  private mutating func relation() -> String? {
    switch tokens[place].kind {
    case .command(let name):
      guard case .leaf(.relation(let relation))? = CommandTable.meaning(of: name) else { return nil }
      place += 1
      return relation
    case .character(let scalar):
      let plain = UnicodeTable.plain(scalar)
      if let sign = sign(plain), case .relation(let relation) = sign.kind { return relation }
      guard let name = UnicodeTable.command(for: plain),
        case .leaf(.relation(let relation))? = CommandTable.meaning(of: name)
      else { return nil }
      place += 1
      return relation
    default: return nil
    }
  }

  /// The name of a relation struck through.
  func negated(_ name: String) -> String {
    switch name {
    case "=": "ne"
    case "ni": "notni"
    default: "not" + name
    }
  }

  /// `1em`, without braces.
  private mutating func dimension() -> String {
    var text = ""
    _ = skipTrivia()
    while let scalar = current?.character, decimalDigit(scalar) != nil || scalar == "." || scalar == "-" {
      text += String(scalar)
      place += 1
    }
    _ = skipTrivia()
    for _ in 0..<2 {
      guard let scalar = current?.character, isLatinLetter(scalar) else { break }
      text += String(scalar)
      place += 1
    }
    return text
  }
}
