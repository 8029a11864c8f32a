import Calculus
import Derivations
import Expressions

/// Judges the assertions of somebody's notes, one by one.
///
/// Definitions are collected first: they hold for the whole of the notes. A claim is tried at random numbers, which is quick
/// where it is wrong; if it agrees there, the kernel is asked for a proof. So what is called proved has survived the
/// numbers as well.
public struct Judge {
  let background: Background
  var kernel: Kernel
  let program = FormulaProgram()
  var instances: Instances
  private let nodeCount: Int
  private var isPrepared = false
  private var taken: Set<Int> = []
  private var folding = CutFolding(DefinitionTable(), heads: [])
  /// Heads that a line has introduced; the first such line about what the background defines is no claim.
  private var introduced = DefinitionTable()
  /// Whether simple counterexamples are looked for.
  var shrinks = true
  private var verdicts: [ClaimKey: Judgement.Verdict] = [:]

  /// What makes two claims one.
  private struct ClaimKey: Hashable {
    let left: Expression
    let right: Expression
    let relation: Relation
    let tolerance: Rational?
  }

  /// A judge of assertions whose expressions, like those of `background`, are of `graph`.
  public init(_ graph: ExpressionGraph, background: Background) {
    self.background = background
    kernel = Kernel(graph)
    instances = Instances(program)
    nodeCount = graph.nodeCount
  }

  /// The judgement on each assertion, in order.
  public mutating func judge(_ assertions: [Assertion]) -> [Judgement] {
    prepare(assertions)
    var judgements: [Judgement] = []
    for (number, assertion) in assertions.enumerated() {
      judgements.append(judgement(number, assertion, assertions, judgements))
    }
    return judgements
  }

  /// The verdict on one more claim, under the definitions that `judge(_:)` has found. `graph` extends the graph that the
  /// judge was made with.
  public mutating func judge(one claim: Assertion, graph: ExpressionGraph) -> Judgement.Verdict {
    if !isPrepared { prepare([]) }
    var importer = ExpressionImport(from: graph, sharing: nodeCount)
    var own = claim
    own.claim.left = importer.copy(claim.claim.left, into: &kernel.graph)
    own.claim.right = importer.copy(claim.claim.right, into: &kernel.graph)
    shrinks = false
    defer { shrinks = true }
    return verdict(on: own)
  }

  // MARK: Preparing

  /// Collects the definitions and assumptions, and makes them known to the interpreter and to the kernel.
  mutating func prepare(_ assertions: [Assertion]) {
    isPrepared = true
    declareRoles()
    var collector = DefinitionCollector(program)
    collector.collect(background, assertions, &kernel.graph)
    taken = collector.taken
    folding = CutFolding(collector.table, heads: collector.definitions.map(\.head))
    for definition in collector.definitions { kernel.take(definition.head, definition.value) }
    let assumed = assertions.filter { $0.claim.reason == .assumption }.map { ($0.claim.left, $0.claim.right) }
    for (left, right) in background.assumptions.map({ ($0.left, $0.right) }) + assumed {
      kernel.assume(left, equals: right)
      if let sum = FormulaCompiler.normalisation(left, right, program, &kernel.graph) {
        program.normalisations.append(sum)
      }
    }
  }

  private func declareRoles() {
    for symbol in background.depths {
      if case .symbol(let id, _) = kernel.graph[symbol] {
        program.depthSymbols.insert(program.number(of: kernel.graph[id]))
      }
    }
    program.smallestDepth = background.smallestDepth
    for family in background.probabilities { program.probabilities.insert(program.number(of: family)) }
    for family in background.positives { program.positives.insert(program.number(of: family)) }
  }

  // MARK: Judging

  private mutating func judgement(
    _ number: Int, _ assertion: Assertion, _ all: [Assertion], _ before: [Judgement]
  ) -> Judgement {
    let claim = assertion.claim
    if claim.reason == .assumption { return Judgement(.assumption) }
    var own = verdict(on: assertion)
    if case .definition(let head) = claim.reason {
      own = verdict(onDefinition: number, head, own)
    }
    return inChain(own, number, assertion, all, before)
  }

  /// A line that introduces a symbol defines it, if it agrees with what is known of it.
  private mutating func verdict(
    onDefinition number: Int, _ head: Expression, _ own: Judgement.Verdict
  ) -> Judgement.Verdict {
    let isFirst = !introduced.meets(head, in: &kernel.graph)
    if taken.contains(number) || isFirst { introduced.keep(head, head, in: &kernel.graph) }
    switch own {
    case .proved, .verified: return taken.contains(number) || isFirst ? .definition : own
    case .unread: return taken.contains(number) ? .definition : own
    default: return own
    }
  }

  /// The verdict on a claim by itself.
  mutating func verdict(on assertion: Assertion) -> Judgement.Verdict {
    let claim = assertion.claim
    let key = ClaimKey(
      left: claim.left, right: claim.right, relation: claim.relation, tolerance: assertion.tolerance)
    if let known = verdicts[key] { return known }
    let result = computeVerdict(assertion)
    verdicts[key] = result
    return result
  }

  private mutating func computeVerdict(_ assertion: Assertion) -> Judgement.Verdict {
    var claim = assertion.claim
    if claim.relation == .becomes { return verdict(onUpdate: claim) }
    claim.left = folding.folded(claim.left, &kernel.graph)
    claim.right = folding.folded(claim.right, &kernel.graph)
    let formula = FormulaCompiler.formula([claim.left, claim.right], program, &kernel.graph)
    let test = NumericTest(formula: formula, tolerance: assertion.tolerance?.doubleValue ?? 0)
    switch instances.run(test) {
    case .unread(let why): return .unread(why)
    case .outOfRange(let interpreter, let fault): return .refuted(interpreter.refutation(fault))
    case .differ(let interpreter, let difference):
      if let unknown = unknownSide(of: claim) { return .unread("nothing says what \(unknown) is") }
      return .refuted(.values(counterexample(test, interpreter, difference)))
    case .agree(let instances, let largestError):
      if assertion.tolerance == nil, kernel.proves(claim) { return .proved }
      return .verified(instances: instances, largestError: largestError)
    }
  }

  /// A side that is a symbol of which nothing is known but this line.
  private func unknownSide(of claim: Claim) -> String? {
    for (side, other) in [(claim.left, claim.right), (claim.right, claim.left)] {
      guard case .symbol(let id, _) = kernel.graph[side] else { continue }
      let recurs = kernel.graph.contains(in: other) { node in
        if case .symbol(id, _) = kernel.graph[node] { true } else { false }
      }
      if recurs { continue }
      let family = kernel.graph[id]
      let number = program.number(of: family)
      let isKnown =
        family.isCount || program.mentioned.contains(number) || !program.definitionsOfFamily[number].isEmpty
        || program.normalisations.contains { $0.pattern.family == number }
      if !isKnown { return TextPrinter(kernel.graph).text(side) }
    }
    return nil
  }
}
