import Derivations
import Expressions
import LaTeX
import Networks

/// Reads the claims of a document that is written in a known notation about a known network.
///
/// One claim for each relation sign, a = b = c being two, and one for each name under a brace. The first relation about a
/// symbol is read as its definition, which the judge may take or refuse; what does not read is listed, never dropped.
public struct ClaimReader {
  /// The expressions of the claims belong to this graph.
  public var graph: ExpressionGraph { reader.graph }
  /// The claims, in the order of reading.
  public private(set) var claims: [ReadClaim] = []
  /// What could not be read.
  public private(set) var unread: [UnreadRelation] = []

  private var reader: NotationReader
  private let network: Network
  /// The last member of the chain before, and the conditions on it, for one that goes on from it.
  private var last: (member: [MathNode], conditions: [WrittenChain]) = ([], [])

  /// A reader for documents about `network`.
  public init(notation: Notation, network: Network) {
    reader = NotationReader(ExpressionGraph(), notation: notation, network: network)
    self.network = network
  }

  /// Reads every display of `document`.
  public mutating func read(_ document: Document) {
    for formula in document.formulas where formula.isDisplay { read(formula) }
  }

  private mutating func read(_ formula: Formula) {
    let parsed = MathParser.parse(formula.text.scalars)
    for line in ChainReader.lines(of: parsed) {
      let conditions = line.filter { isCondition($0) }
      // What stands behind the conditions, such as n_3 = 3, is pointed out for the whole line.
      let first = line.firstIndex { isCondition($0) } ?? line.count
      for chain in line[first...] + line[..<first] where !isCondition(chain) && chain.isRelation {
        read(chain, under: conditions, formula)
      }
    }
  }

  /// What an index runs over: i = 1, …, 4, and i = 1 for the one unit of a layer.
  private func isCondition(_ chain: WrittenChain) -> Bool {
    if chain.isCondition { return true }
    guard chain.signs.count == 1, chain.signs[0].name == "=", chain.members[0].nodes.count == 1,
      case .letter(let name) = chain.members[0].nodes[0].kind, reader.families[name] == nil
    else { return false }
    return true
  }

  private mutating func read(_ chain: WrittenChain, under conditions: [WrittenChain], _ formula: Formula) {
    var members = chain.members.map(\.nodes)
    var conditions = conditions
    if chain.continuesPrevious {
      members[0] = last.member
      conditions = last.conditions + conditions
    }
    reader.beginStatement(members.flatMap { $0 }) { reader in
      for condition in conditions { reader.take(condition) }
    }
    for (number, sign) in chain.signs.enumerated() {
      let place = formula.text.place(at: sign.range.lowerBound)
      do throws(ReadingProblem) {
        let left = try reader.expression(members[number])
        let right = try reader.expression(members[number + 1])
        try append(sign, left, right, place)
      } catch {
        unread.append(UnreadRelation(problem: error, place: place))
      }
      if number == 0 { readBraces(in: members[0], formula) }
      readBraces(in: members[number + 1], formula)
    }
    last = (members[members.count - 1], conditions)
  }

  private mutating func append(
    _ sign: WrittenChain.Sign, _ left: Expression, _ right: Expression, _ place: SourcePlace
  ) throws(ReadingProblem) {
    let relation: Relation
    switch sign.name {
    case "=", ":=", "equiv": relation = .equal
    case "gets", "leftarrow": relation = .becomes
    default: throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    let reason: Reason = isStatedAboutInputs(left) ? .assumption : .definition(left)
    claims.append(
      ReadClaim(claim: Claim(left: left, relation: relation, right: right, reason: reason), place: place))
  }

  /// Whether an equation is about targets only, so that nothing defines or proves it: Σ_k y_k = 1.
  private func isStatedAboutInputs(_ left: Expression) -> Bool {
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

  private mutating func readBraces(in nodes: [MathNode], _ formula: Formula) {
    for node in ChainReader.braces(in: nodes) {
      guard case .brace(let brace) = node.kind, let note = brace.note else { continue }
      let place = formula.text.place(at: node.range.lowerBound)
      do throws(ReadingProblem) {
        let term = try reader.expression(brace.body.nodes)
        let name = try reader.expression(note.nodes)
        claims.append(
          ReadClaim(claim: Claim(left: term, relation: .equal, right: name, reason: .definition(name)), place: place))
      } catch {
        unread.append(UnreadRelation(problem: error, place: place))
      }
    }
  }
}
