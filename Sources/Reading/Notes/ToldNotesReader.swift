import Derivations
import Expressions
import LaTeX
import Networks

/// Reads a document that is written in a known notation about a known network: nothing has to be inferred.
///
/// One relation for each sign, a = b = c being two, and one for each name under a brace. The first relation about a symbol
/// is read as its definition, which the judge may take or refuse; what does not read is listed, never dropped.
public struct ToldNotesReader {
  /// The formulas of the document, parsed.
  public let formulas: [MathFormula]
  private let isDisplay: [Bool]
  private let macros: MacroTable
  private let background: Background
  private var reader: NotationReader
  private var assertions: [Assertion] = []
  private var relations: [ReadRelation] = []
  /// The end of the chain before, for one that goes on from it.
  private var last = ChainEnd()
  /// The end of the chain before each formula.
  private var starts: [ChainEnd] = []

  /// Where a chain ended.
  private struct ChainEnd {
    /// The last member.
    var member: [MathNode] = []
    /// What is said of its indices.
    var conditions: [WrittenChain] = []
    /// The assertion that it is the right side of, if that was read.
    var assertion: Int?
  }

  /// Reads what `document` says about `network` in `notation`. The formulas whose numbers are in `skipped` are left out.
  /// The expressions are added to `graph`, so that what was read before may be compared with them. Linear in the length of
  /// the document.
  public init(
    _ document: Document, notation: Notation, network: Network, macros: MacroTable = .empty,
    skipping skipped: Set<Int> = [], into graph: ExpressionGraph = ExpressionGraph()
  ) {
    var reader = NotationReader(graph, notation: notation, network: network)
    background = Background(of: network, in: &reader.graph)
    self.reader = reader
    self.macros = macros
    formulas = document.formulas.map { MathParser.parse($0.text.scalars, macros: macros) }
    isDisplay = document.formulas.map(\.isDisplay)
    for number in formulas.indices {
      starts.append(last)
      if !skipped.contains(number) { read(formulas[number], number) }
    }
  }

  /// What the document says.
  public var notes: Notes {
    Notes(graph: reader.graph, background: background, assertions: assertions, relations: relations)
  }

  /// What the relation with number `relation` in formula `formula` says if the formula reads `text`; nil if it can't be
  /// read. The graph extends that of the notes.
  public func assertion(
    ofRelation relation: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar]
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    var other = self
    other.last = starts[formula]
    let (firstRelation, firstAssertion) = (relations.count, assertions.count)
    other.read(MathParser.parse(text, macros: macros), formula)
    guard firstRelation + relation < other.relations.count,
      case .assertion(let number) = other.relations[firstRelation + relation].content, number >= firstAssertion
    else { return nil }
    return (other.assertions[number], other.reader.graph)
  }

  private mutating func read(_ formula: MathFormula, _ number: Int) {
    for line in ChainReader.lines(of: formula) {
      // c = 1 by itself tells no index of anything what it runs over; in the text it may do so for a display.
      let isAlone = isDisplay[number] && line.filter(\.isRelation).count == 1
      let isCondition = line.map { self.isCondition($0, isAlone: isAlone) }
      let conditions = line.indices.filter { isCondition[$0] }.map { line[$0] }
      // What stands behind the conditions, such as n_3 = 3, is pointed out for the whole line.
      let first = isCondition.firstIndex(of: true) ?? line.count
      for place in Array(first..<line.count) + Array(0..<first) where !isCondition[place] && line[place].isRelation {
        read(line[place], under: conditions, number)
      }
    }
  }

  /// What an index runs over: i = 1, …, 4, and, beside a formula, i = 1 for the one unit of a layer.
  private func isCondition(_ chain: WrittenChain, isAlone: Bool) -> Bool {
    if chain.isCondition { return true }
    if isAlone { return false }
    guard chain.signs.count == 1, chain.signs[0].name == "=", chain.members[0].nodes.count == 1,
      case .letter(let name) = chain.members[0].nodes[0].kind, reader.families[name] == nil
    else { return false }
    return true
  }

  private mutating func read(_ chain: WrittenChain, under conditions: [WrittenChain], _ formula: Int) {
    var members = chain.members.map(\.nodes)
    var conditions = conditions
    var predecessor: Int?
    if chain.continuesPrevious {
      members[0] = last.member
      conditions = last.conditions + conditions
      predecessor = last.assertion
    }
    reader.beginStatement(members.flatMap { $0 }) { reader in
      // i = 1, …, n_l may stand before l = 1, …, L.
      for condition in conditions + conditions { reader.take(condition) }
    }
    for (number, sign) in chain.signs.enumerated() {
      let left = number == 0 && chain.continuesPrevious ? nil : chain.members[number].range
      var relation = ReadRelation(
        formula: formula, sign: sign.range, left: left,
        right: chain.members[number + 1].range ?? sign.range.upperBound..<sign.range.upperBound,
        content: .assertion(assertions.count))
      do throws(ReadingProblem) {
        let claim = try claim(sign, members[number], members[number + 1], leftIsElsewhere: left == nil)
        assertions.append(Assertion(claim, predecessor: predecessor))
        predecessor = assertions.count - 1
      } catch {
        relation.content = .unread(error)
        predecessor = nil
      }
      relations.append(relation)
      if number == 0, left != nil { readBraces(in: members[0], formula) }
      readBraces(in: members[number + 1], formula)
    }
    last = ChainEnd(member: members[members.count - 1], conditions: conditions, assertion: predecessor)
  }

  private mutating func claim(
    _ sign: WrittenChain.Sign, _ left: [MathNode], _ right: [MathNode], leftIsElsewhere: Bool
  ) throws(ReadingProblem) -> Claim {
    let relation: Relation
    switch sign.name {
    case "=", ":=", "equiv": relation = .equal
    case "gets", "leftarrow": relation = .becomes
    default: throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    let a: Expression
    do throws(ReadingProblem) {
      a = try reader.expression(left)
    } catch {
      // The places of another formula mean nothing in this one.
      throw ReadingProblem(kind: error.kind, range: leftIsElsewhere ? sign.range : error.range)
    }
    let b = try reader.expression(right)
    return Claim(left: a, relation: relation, right: b, reason: isStatedAboutTargets(a) ? .assumption : .definition(a))
  }

  /// Whether an equation is about targets only, so that nothing defines or proves it: Σ_k y_k = 1.
  private func isStatedAboutTargets(_ left: Expression) -> Bool {
    guard case .summation = reader.graph[left] else { return false }
    var families: Set<String> = []
    reader.graph.forEachNode(of: left) { node in
      if case .symbol(let family, _) = reader.graph[node], !reader.graph[family].isCount {
        families.insert(reader.graph[family].name)
      }
      return true
    }
    return families == [NetworkSymbol.target.name]
  }

  private mutating func readBraces(in nodes: [MathNode], _ formula: Int) {
    for node in ChainReader.braces(in: nodes) {
      guard case .brace(let brace) = node.kind, let note = brace.note else { continue }
      let start = node.range.lowerBound
      let body = WrittenChain.Member(nodes: brace.body.nodes)
      var relation = ReadRelation(
        formula: formula, sign: start..<max(start, min(brace.body.range.lowerBound, node.range.upperBound)),
        left: body.range, right: WrittenChain.Member(nodes: note.nodes).range ?? note.range, isBrace: true,
        content: .assertion(assertions.count))
      do throws(ReadingProblem) {
        let term = try reader.expression(brace.body.nodes)
        let name = try reader.expression(note.nodes)
        assertions.append(Assertion(Claim(left: term, relation: .equal, right: name, reason: .definition(name))))
      } catch {
        relation.content = .unread(error)
      }
      relations.append(relation)
    }
  }
}
