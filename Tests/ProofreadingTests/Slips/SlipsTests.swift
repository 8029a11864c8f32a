import Expressions
import Testing

@testable import LaTeX
@testable import Proofreading

@Suite("Slips as edits of the source")
struct SlipsTests {
  static let samples: [(name: String, formulas: [MathFormula])] = {
    let printed = MutatedNetwork.table.map { ($0.testDescription, (try? $0.formulas()) ?? []) }
    let retyped = RetypedFormulas.notations.enumerated().map {
      ("retyped \($0.offset)", $0.element.map { MathParser.parse($0) })
    }
    return printed + retyped
  }()

  @Test("Edits parse, change only their ranges, are bounded, sorted and different", arguments: samples.indices)
  func laws(_ number: Int) {
    let (name, formulas) = Self.samples[number]
    #expect(!formulas.isEmpty, "\(name)")
    let slips = Slips(formulas)
    var random = SplitMix64(seed: 11)
    for formula in formulas {
      for entry in WrittenRelations(of: formula).entries where !entry.isCondition {
        let edits = slips.edits(of: entry.source)
        #expect(edits.count <= 400)
        #expect(edits.map(\.cost) == edits.map(\.cost).sorted())
        #expect(Set(edits.map { $0.applied(to: formula.source, in: entry.source.range) }).count == edits.count)
        let number = edits.isEmpty ? 0 : Int(random.next() % 20)
        for place in stride(from: number, to: edits.count, by: 20) { check(edits[place], entry.source, name) }
      }
    }
  }

  @Test("The same edits in the same order, every time")
  func determinism() {
    let formulas = Self.samples[1].formulas
    for entry in formulas.prefix(4).flatMap({ WrittenRelations(of: $0).entries }) {
      #expect(Slips(formulas).edits(of: entry.source) == Slips(formulas).edits(of: entry.source))
    }
  }

  private func check(_ edit: Edit, _ relation: RelationSource, _ name: String) {
    let formula = relation.formula
    let result = edit.applied(to: formula.source)
    let parsed = MathParser.parse(result)
    if parsed.problems.count > formula.problems.count || parsed.nodes.contains(where: { $0.isUnknown }) {
      Issue.record("\(name): \(edit.kind): \(Edit.string(result)): \(parsed.problems)")
    }
    // The scalars outside of the replacements are those of the source, blanks apart.
    var place = 0
    var rest: [Unicode.Scalar] = result.filter { !$0.properties.isWhitespace }[...].map { $0 }
    for replacement in edit.replacements + [.init(formula.source.count..<formula.source.count, "")] {
      let kept = formula.source[place..<replacement.range.lowerBound].filter { !$0.properties.isWhitespace }
      #expect(Array(rest.prefix(kept.count)) == kept, "\(name): \(edit.kind)")
      rest.removeFirst(min(kept.count, rest.count))
      rest.removeFirst(min(replacement.text.unicodeScalars.filter { !$0.properties.isWhitespace }.count, rest.count))
      place = replacement.range.upperBound
    }
    #expect(rest.isEmpty)
    #expect(edit.shown.lowerBound <= edit.mark.lowerBound && edit.mark.upperBound <= edit.shown.upperBound)
    #expect(!edit.reason.isEmpty)
  }

  @Test("What a slip does, its inverse mends")
  func inverses() {
    var tally: [Slip.Kind: (mended: Int, all: Int)] = [:]
    var random = SplitMix64(seed: 7)
    for (name, formulas) in Self.samples {
      for (number, formula) in formulas.enumerated() {
        // What the notes show beside this formula.
        let slips = Slips(formulas.indices.filter { $0 != number }.map { formulas[$0] })
        for entry in WrittenRelations(of: formula).entries where !entry.isCondition {
          let mutants = slips.mutants(of: entry.source)
          for _ in 0..<min(mutants.count, 2) {
            let mutant = mutants[Int(random.next() % UInt64(mutants.count))]
            tally[mutant.kind, default: (0, 0)].all += 1
            if mended(mutant, entry.source, slips) {
              tally[mutant.kind, default: (0, 0)].mended += 1
            } else {
              print(
                "not mended: \(name) \(mutant.kind): \(Edit.string(mutant.applied(to: formula.source, in: entry.source.range)))"
              )
            }
          }
        }
      }
    }
    for (kind, count) in tally.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("inverse \(kind): \(count.mended)/\(count.all)")
    }
    let all = tally.values.map(\.all).reduce(0, +)
    let mended = tally.values.map(\.mended).reduce(0, +)
    print("inverse: \(mended)/\(all)")
    #expect(Double(mended) >= 0.95 * Double(all))
  }

  private func mended(_ mutant: Edit, _ relation: RelationSource, _ slips: Slips) -> Bool {
    let source = relation.formula.source
    let wanted = canonical(source, in: relation.right)
    let broken = RelationSource(
      formula: MathParser.parse(mutant.applied(to: source)), left: relation.left.map { mutant.moved($0, in: source) },
      right: mutant.moved(relation.right, in: source), predecessors: relation.predecessors)
    return slips.edits(of: broken).contains { edit in
      canonical(edit.applied(to: broken.formula.source, in: broken.right)) == wanted
    }
  }

  private func canonical(_ source: [Unicode.Scalar], in range: Range<Int>) -> [Unicode.Scalar] {
    canonical(Array(source[range]))
  }

  /// The source without room, dots between factors, and braces around single signs.
  private func canonical(_ source: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var pieces: [[Unicode.Scalar]] = []
    for token in MathLexer.tokens(of: source) {
      let text = source[token.range].filter { !$0.properties.isWhitespace }
      if text.isEmpty || [["\\", ","], ["\\", "c", "d", "o", "t"]].contains(text) { continue }
      if text == ["}"], pieces.count > 1, pieces[pieces.count - 2] == ["{"] {
        pieces.remove(at: pieces.count - 2)
      } else {
        pieces.append(text)
      }
    }
    return pieces.flatMap { $0 }
  }
}

extension MathNode {
  /// Whether something in it could not be read.
  var isUnknown: Bool {
    if case .unknown = kind { return true }
    return children.contains { $0.isUnknown }
  }
}
