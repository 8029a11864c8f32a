import Derivations
import Expressions
import LaTeX

@testable import Checking
@testable import Proofreading
@testable import Reading

/// A report on a text whose relations are judged by hand, in the order of reading: signs first, then braces, formula by
/// formula.
struct HandMade {
  /// What is said of one relation.
  enum Saying {
    case judged(Judgement)
    case unread(ReadingProblem.Kind, at: String)
    case misfit(String, String)

    static func verdict(_ verdict: Judgement.Verdict, _ link: Judgement.Link = .none) -> Saying {
      .judged(Judgement(verdict, link: link))
    }
  }

  /// An edit: the text to replace, counted by its occurrence in the formula.
  struct Edit {
    var slip: String
    var occurrence = 0
    var replacement: String
    var suggestion: String
    var reason: String
  }

  var text: String
  var name = "notes.md"
  var sayings: [Saying]
  var edits: [Int: Edit] = [:]
  var reading: [Notes.Remark] = []

  func report() throws -> FileReport {
    let document = try DocumentReader.read(text, name: name)
    var notes = Notes(graph: ExpressionGraph(), reading: reading)
    let zero = notes.graph.number(0)
    var judgements: [Judgement] = []
    var repairs: [Int: Repair] = [:]
    var previous: Int?
    for (number, formula) in document.formulas.enumerated() {
      for (sign, left, right, isBrace) in Self.relations(of: formula) {
        let place = notes.relations.count
        let content: ReadRelation.Content
        switch sayings[place] {
        case .judged(let judgement):
          content = .assertion(notes.assertions.count)
          let claim = Claim(left: zero, relation: .equal, right: zero, reason: .assumption)
          notes.assertions.append(Assertion(claim, predecessor: isBrace ? nil : previous))
          judgements.append(judgement)
          if !isBrace { previous = notes.assertions.count - 1 }
        case .unread(let kind, let piece):
          content = .unread(ReadingProblem(kind: kind, range: Self.range(of: piece, in: formula)))
        case .misfit(let a, let b): content = .misfit(left: a, right: b)
        }
        notes.relations.append(
          ReadRelation(formula: number, sign: sign, left: left, right: right, isBrace: isBrace, content: content))
        if let edit = edits[place] {
          repairs[place] = Repair(
            slipRange: Self.range(of: edit.slip, in: formula, edit.occurrence), replacement: edit.replacement,
            suggestion: edit.suggestion, reason: edit.reason)
        }
      }
    }
    return FileReport(document, notes, judgements, repairs: repairs)
  }

  private typealias Written = (sign: Range<Int>, left: Range<Int>?, right: Range<Int>, isBrace: Bool)

  private static func relations(of formula: Formula) -> [Written] {
    let parsed = MathParser.parse(formula.text.scalars)
    var result: [Written] = []
    for chain in ChainReader.chains(of: parsed) {
      for (place, sign) in chain.signs.enumerated() {
        let end = sign.range.upperBound..<sign.range.upperBound
        result.append((sign.range, chain.members[place].range, chain.members[place + 1].range ?? end, false))
      }
    }
    for node in ChainReader.braces(in: parsed.nodes) {
      guard case .brace(let brace) = node.kind, let note = brace.note else { continue }
      let command = node.range.lowerBound..<brace.body.range.lowerBound
      result.append(
        (
          command, WrittenChain.Member(nodes: brace.body.nodes).range,
          WrittenChain.Member(nodes: note.nodes).range ?? note.range, true
        ))
    }
    return result
  }

  private static func range(of piece: String, in formula: Formula, _ occurrence: Int = 0) -> Range<Int> {
    let wanted = Array(piece.unicodeScalars)
    let scalars = formula.text.scalars
    let starts = scalars.indices.filter { scalars[$0...].starts(with: wanted) }
    return starts[occurrence]..<starts[occurrence] + wanted.count
  }
}

extension Counterexample {
  /// i = 1, x = 1, f(z) = z.
  static func example(_ left: Double, _ right: Double, i: Int = 1, values: [(String, Double)] = [("x", 1)])
    -> Counterexample
  {
    Counterexample(
      sizes: [], indices: [Assignment("i", i)], values: values.map { Assignment($0.0, $0.1) },
      functions: [Assignment("f", "z")], left: left, right: right)
  }
}
