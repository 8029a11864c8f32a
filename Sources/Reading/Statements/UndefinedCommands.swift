import Expressions
import LaTeX

/// Gives a meaning to commands that nothing defines: notes are often cut out of files whose macros live elsewhere.
///
/// What a name tells is taken first: `\yhat` is ŷ, `\Wmatr` a bold W, `\relu` a function, `\partialfrac` a derivative. A
/// name that tells nothing is brackets around one argument, and a quantity where only a quantity can stand.
struct UndefinedCommands {
  /// The commands that somewhere carry scripts, or stand alone where something must stand.
  private var quantities: Set<String> = []
  /// The commands that change the looks of a letter, as \mathvector{x} does, and \mathvector x: they stand somewhere
  /// before one letter in braces, nowhere before anything but a letter, and, unless the name itself says so, never
  /// before a letter that stands elsewhere without them, as the z of \act{z} does.
  private var stylings: Set<String> = []

  init(_ formulas: [MathFormula]) {
    for formula in formulas { collect(formula.nodes) }
    var others: Set<String> = []
    var styled: [String: Set<String>] = [:]
    var bare: Set<String> = []
    for formula in formulas { collectStylings(formula.nodes, &others, &styled, &bare) }
    stylings = stylings.filter { name in
      !others.contains(name) && (Self.saysLooks(name) || styled[name]?.isDisjoint(with: bare) == true)
    }
  }

  private static func saysLooks(_ name: String) -> Bool {
    styles.contains { name.lowercased().contains($0) }
  }

  private mutating func collectStylings(
    _ nodes: [MathNode], _ others: inout Set<String>, _ styled: inout [String: Set<String>], _ bare: inout Set<String>
  ) {
    var isStyled = false
    for (place, node) in nodes.enumerated() where !node.isBlank {
      if let name = node.commandName {
        let rest = nodes[(place + 1)...].drop { $0.isBlank }
        let isFunction = FunctionTable.record(named: name.lowercased()) != nil
        if let letter = rest.first?.occurrence?.letter, !isFunction, rest.dropFirst().first?.isGroup != true {
          let argument = rest.first?.argument?.nodes.withoutBlanks ?? []
          if argument.count == 1, argument[0].symbolName != nil { stylings.insert(name) }
          styled[name, default: []].insert(letter)
          isStyled = true
          continue
        }
        others.insert(name)
      } else if isStyled {
        isStyled = false
        continue
      } else if let letter = node.occurrence?.letter {
        bare.insert(letter)
      }
      collectStylings(node.children, &others, &styled, &bare)
    }
  }

  private mutating func collect(_ nodes: [MathNode]) {
    for (place, node) in nodes.enumerated() {
      if case .scripts(let scripts) = node.kind, case .unknown(let name)? = scripts.base?.kind {
        quantities.insert(name)
      }
      if case .fraction(let fraction) = node.kind {
        for row in [fraction.numerator, fraction.denominator] {
          if row.nodes.count == 1, case .unknown(let name) = row.nodes[0].kind { quantities.insert(name) }
        }
      }
      // What is differentiated, and by what.
      if case .unknown(let name) = node.kind, place > 0, nodes[place - 1].kind == .symbol("partial") {
        quantities.insert(name)
      }
      collect(node.children)
    }
  }

  /// `nodes` with a meaning for each command that can be given one.
  func resolved(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      guard let name = node.commandName else {
        result.append(node.mappingRows(resolved))
        place += 1
        continue
      }
      if stylings.contains(name) {
        place += 1
        continue
      }
      let taken = call(name, node, Array(nodes[(place + 1)...]))
      result += taken.nodes
      place += 1 + taken.count
    }
    return result
  }

  /// What the command with the nodes behind it is, and how many of them it takes.
  private func call(_ name: String, _ node: MathNode, _ rest: [MathNode]) -> (nodes: [MathNode], count: Int) {
    guard let first = rest.first?.argument else { return ([plain(name, node, rest.first)].compactMap { $0 }, 0) }
    let isSecondArgument = rest.first?.isGroup == true
    if isSecondArgument, rest.count > 1, let second = rest[1].argument, rest[1].isGroup {
      guard let fraction = fraction(name, first, second, node) else { return ([node], 0) }
      return ([fraction], 2)
    }
    if let function = function(name, node) {
      return ([function, fenced(first, rest[0]).mappingRows(resolved)], 1)
    }
    // One letter: the command changes its looks.
    if first.nodes.withoutBlanks.count == 1, first.nodes[0].symbolName != nil { return ([node], 0) }
    // z_i by itself may as well be the argument of a function.
    let isStyle = Self.styles.contains { name.lowercased().hasPrefix($0) }
    if !isStyle, first.nodes.withoutBlanks.count == 1, first.nodes[0].occurrence != nil { return ([node], 0) }
    if first.nodes.contains(where: { $0.relationName != nil }) { return (resolved(first.nodes), 1) }
    return ([fenced(first, rest[0]).mappingRows(resolved)], 1)
  }

  /// What a command without arguments is; nil for one that only changes the looks of what follows.
  private func plain(_ name: String, _ node: MathNode, _ next: MathNode?) -> MathNode? {
    if let letter = Self.letter(name, node.range) { return letter }
    if let function = function(name, node) { return function }
    if next?.occurrence != nil, Self.styles.contains(where: { name.lowercased().hasPrefix($0) }) { return nil }
    return quantities.contains("\\" + name) ? MathNode(.letter(name), node.range) : node
  }

  private func function(_ name: String, _ node: MathNode) -> MathNode? {
    let lower = name.lowercased()
    guard lower.count > 2, FunctionTable.record(named: lower) != nil || ["softmax", "diag"].contains(lower) else {
      return nil
    }
    return MathNode(.function(lower), node.range)
  }

  /// The argument in round brackets, with the scripts that stand on it.
  private func fenced(_ row: MathRow, _ node: MathNode) -> MathNode {
    let open = MathDelimiter("(", .open, row.range.lowerBound..<row.range.lowerBound)
    let close = MathDelimiter(")", .close, row.range.upperBound..<row.range.upperBound)
    let fence = MathNode(.fence(MathFence(open: open, body: row.nodes, close: close)), row.range)
    guard case .scripts(var scripts) = node.kind else { return fence }
    scripts.base = fence
    return MathNode(.scripts(scripts), node.range)
  }

  private func fraction(_ name: String, _ above: MathRow, _ below: MathRow, _ node: MathNode) -> MathNode? {
    let lower = name.lowercased()
    let isDerivative =
      ["partial", "deriv", "pdiff"].contains(where: lower.contains)
      || ["pd", "pdv", "pder", "dpd", "der", "dd", "dv", "diff"].contains(lower)
    guard isDerivative || lower.contains("frac") else { return nil }
    func line(_ row: MathRow) -> MathRow {
      let sign = MathNode(.symbol("partial"), row.range.lowerBound..<row.range.lowerBound)
      return MathRow((isDerivative ? [sign] : []) + resolved(row.nodes), row.range)
    }
    let range = node.range.lowerBound..<below.range.upperBound
    return MathNode(.fraction(MathFraction(.bar, line(above), line(below))), range)
  }

  // MARK: Names

  static let styles = ["vect", "vec", "matr", "mat", "bold", "bf", "bm"]
  private static let accents: [(name: String, accent: MathAccent)] = [("hat", .hat), ("tilde", .tilde), ("bar", .bar)]

  /// The letter that a name spells with what says how it looks: yhat, Wmatr, vx.
  private static func letter(_ name: String, _ range: Range<Int>) -> MathNode? {
    if styles.contains(name.lowercased()) { return nil }
    for (affix, accent) in accents {
      guard let inner = without(affix, name), let base = core(inner, range) else { continue }
      return MathNode(.accented(accent, MathRow([base], range)), range)
    }
    for affix in styles + ["matrix", "vector"] {
      guard let inner = without(affix, name), let base = core(inner, range) else { continue }
      return MathNode(.styled(.bold, MathRow([base], range)), range)
    }
    if name.count == 2, let first = name.first, "vmb".contains(first), let base = core(String(name.dropFirst()), range)
    {
      return MathNode(.styled(.bold, MathRow([base], range)), range)
    }
    return nil
  }

  private static func without(_ affix: String, _ name: String) -> String? {
    if name.count > affix.count, name.lowercased().hasSuffix(affix) { return String(name.dropLast(affix.count)) }
    if name.count > affix.count, name.lowercased().hasPrefix(affix) { return String(name.dropFirst(affix.count)) }
    return nil
  }

  /// A letter by itself or by its name: x, delta.
  private static func core(_ name: String, _ range: Range<Int>) -> MathNode? {
    if name.count == 1, name.first?.isLetter == true { return MathNode(.letter(name), range) }
    let parsed = MathParser.parse(Array(("\\" + name).unicodeScalars), macros: .empty).nodes
    guard parsed.count == 1, case .letter(let letter) = parsed[0].kind else { return nil }
    return MathNode(.letter(letter), range)
  }
}

extension MathNode {
  /// The name of a command that nothing defines.
  fileprivate var commandName: String? {
    guard case .unknown(let text) = kind, text.hasPrefix("\\"), text.count > 1,
      text.dropFirst().allSatisfy(\.isLetter)
    else { return nil }
    return String(text.dropFirst())
  }

  fileprivate var isGroup: Bool { if case .group = kind { true } else { false } }

  /// What stands in braces, with or without scripts on them.
  fileprivate var argument: MathRow? {
    switch kind {
    case .group(let row): return row
    case .scripts(let scripts):
      guard case .group(let row)? = scripts.base?.kind else { return nil }
      return row
    default: return nil
    }
  }
}
