import Calculus
import Derivations
import Expressions

/// Judges the assertions of somebody's notes, one by one.
///
/// Definitions are collected first: they hold for the whole of the notes. A claim is tried at random numbers, which is quick
/// where it is wrong; if it agrees there, the kernel is asked for a proof. So what is called proved has survived the
/// numbers as well.
public struct Judge {
  /// How many instances a claim has to pass.
  public static let instanceCount = Instances.needed
  /// Whether 0 = 0 between derivatives is no evidence: where definitions may have been missed, everything seems to be
  /// independent of everything.
  public var distrustsZeros = false
  let background: Background
  var kernel: Kernel
  private(set) var program = FormulaProgram()
  var instances: Instances
  let nodeCount: Int
  private var isPrepared = false
  private var taken: Set<Int> = []
  /// What is defined, whether the kernel can work with it or not.
  private(set) var definitions: [Background.Definition] = []
  var folding = CutFolding(DefinitionTable(), heads: [])
  /// Heads that a line has introduced; the first such line about what the background defines is no claim.
  private var introduced = DefinitionTable()
  private var introducedFunctions: Set<String> = []
  /// Assumptions that numbers are drawn without.
  private var unmet: [(left: Expression, right: Expression)] = []
  /// Whether simple counterexamples are looked for.
  var shrinks = true
  /// The operations that may still be spent on them.
  var shrinkingAllowance = 20_000_000
  /// Whether counterexamples list the numbers that they are about; to find those, a claim is computed once more.
  var writesExamples = true
  /// The operations on numbers that judging claims has taken so far.
  public var operationCount: Int { instances.operations }
  private var verdicts: [ClaimKey: Judgement.Verdict] = [:]

  /// What makes two claims one.
  private struct ClaimKey: Hashable {
    let left: Expression
    let right: Expression
    let relation: Relation
    let tolerance: Rational?

    init(_ assertion: Assertion) {
      left = assertion.claim.left
      right = assertion.claim.right
      relation = assertion.claim.relation
      tolerance = assertion.tolerance
    }
  }

  /// A judge of assertions whose expressions, like those of `background`, are of `graph`.
  public init(_ graph: ExpressionGraph, background: Background) {
    self.background = background
    kernel = Kernel(graph)
    instances = Instances(program)
    nodeCount = graph.nodeCount
  }

  /// A judge who knows what this one knows now. They share nothing that either changes, so that they may work at the same
  /// time.
  public func copied() -> Judge {
    var copy = self
    copy.program = FormulaProgram(copying: program)
    copy.instances = instances.copied(for: copy.program)
    return copy
  }

  /// How much the judge has in mind: the more, the more a copy costs that is changed.
  public var size: Int { kernel.graph.nodeCount }

  /// The judgement on each assertion, in order.
  public mutating func judge(_ assertions: [Assertion]) -> [Judgement] {
    prepare(assertions)
    var judgements: [Judgement] = []
    for (number, assertion) in assertions.enumerated() {
      judgements.append(judgement(number, assertion, assertions, judgements))
    }
    return judgements
  }

  /// The judgements on those assertions whose numbers are in `wanted`, in the light of all: what the others say is taken
  /// in as `judge(_:)` does, but not judged, unless a wanted one goes on from it.
  public mutating func judge(_ assertions: [Assertion], only wanted: Set<Int>) -> [Int: Judgement] {
    prepare(assertions)
    var needed = wanted
    for number in assertions.indices.reversed() where needed.contains(number) {
      if let predecessor = assertions[number].predecessor, predecessor < number { needed.insert(predecessor) }
    }
    var judgements: [Judgement] = []
    for (number, assertion) in assertions.enumerated() {
      if needed.contains(number) {
        judgements.append(judgement(number, assertion, assertions, judgements))
      } else {
        if case .definition(let head) = assertion.claim.reason, isName(head) { _ = introduce(head, by: number) }
        judgements.append(Judgement(.unread("nobody asked")))
      }
    }
    var result: [Int: Judgement] = [:]
    for number in wanted where judgements.indices.contains(number) { result[number] = judgements[number] }
    return result
  }

  /// The verdict on one more claim, under the definitions that `judge(_:)` has found. `graph` extends the graph that the
  /// judge was made with. A counterexample lists the numbers that it is about only if `writesExamples`.
  public mutating func judge(
    one claim: Assertion, graph: ExpressionGraph, writesExamples: Bool = true
  ) -> Judgement.Verdict {
    if !isPrepared { prepare([]) }
    var importer = ExpressionImport(from: graph, sharing: nodeCount)
    var own = claim
    own.claim.left = importer.copy(claim.claim.left, into: &kernel.graph)
    own.claim.right = importer.copy(claim.claim.right, into: &kernel.graph)
    shrinks = false
    self.writesExamples = writesExamples
    defer { (shrinks, self.writesExamples) = (true, true) }
    return verdict(on: own)
  }

  // MARK: Preparing

  /// Collects the definitions and assumptions, and makes them known to the interpreter and to the kernel.
  public mutating func prepare(_ assertions: [Assertion]) {
    isPrepared = true
    declareRoles()
    var collector = DefinitionCollector(program)
    collector.collect(background, definitionsFolded(assertions), &kernel.graph)
    taken = collector.taken
    definitions = collector.definitions
    folding = CutFolding(collector.table, heads: collector.definitions.map(\.head))
    for definition in collector.definitions { kernel.take(definition.head, definition.value) }
    collector.takeOpenQuantities(background, &kernel)
    let assumed = assertions.filter { $0.claim.reason == .assumption }.map { ($0.claim.left, $0.claim.right) }
    for (left, right) in background.assumptions.map({ ($0.left, $0.right) }) + assumed {
      kernel.assume(left, equals: right)
      if let sum = FormulaCompiler.normalisation(left, right, program, &kernel.graph) {
        program.normalisations.append(sum)
      } else {
        unmet.append((left, right))
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
    if case .definition(let head) = claim.reason, isName(head) {
      let own = verdict(onDefinition: number, head, assertion)
      return inChain(own, number, assertion, all, before)
    }
    let own = verdict(on: assertion)
    if assertion.mayBeGiven, case .refuted = own { return Judgement(.unread("a value that is given")) }
    return inChain(own, number, assertion, all, before)
  }

  /// Whether a claim is about derivatives, and not that one of them is 0.
  private func holdsDerivative(_ claim: Claim) -> Bool {
    let sides = [claim.left, claim.right]
    guard !sides.contains(where: { kernel.graph.numberValue($0)?.isZero == true }) else { return false }
    return sides.contains { kernel.graph.holdsPartial($0) }
  }

  /// Whether a claim says of something that it is 0.
  private func holdsZero(_ claim: Claim) -> Bool {
    [claim.left, claim.right].contains { kernel.graph.numberValue($0)?.isZero == true }
  }

  /// Whether something may be introduced: a symbol, or a function of one.
  private func isName(_ head: Expression) -> Bool {
    switch kernel.graph[head] {
    case .symbol: return true
    case .call(let id, let arguments):
      let function = kernel.graph[id]
      guard function.order == 0, arguments.count == 1, let argument = arguments.first,
        case .symbol = kernel.graph[argument]
      else { return false }
      return FunctionTable.record(named: function.name)?.definition != nil
        || FunctionTable.record(named: function.name) == nil
    default: return false
    }
  }

  /// A line that introduces a symbol defines it, if it agrees with what is known of it.
  private mutating func verdict(
    onDefinition number: Int, _ head: Expression, _ assertion: Assertion
  ) -> Judgement.Verdict {
    let isFirst = introduce(head, by: number)
    if taken.contains(number) { return verdict(onTaken: assertion.claim) }
    let own = verdict(on: assertion)
    switch own {
    case .proved, .verified:
      // A derivative does not introduce the symbol that it is equal to, unless that is the name of it: δ, but not the x
      // of ∂z/∂w = x.
      let isValue =
        distrustsZeros && head == assertion.claim.right && holdsDerivative(assertion.claim)
        && !background.definitions.contains { isOfOneFamily($0.head, head) }
      return isFirst && !isValue ? .definition : own
    default: return own
    }
  }

  /// Notes that a line introduces `head`; whether it is the first one.
  private mutating func introduce(_ head: Expression, by number: Int) -> Bool {
    var isFirst = !introduced.meets(head, in: &kernel.graph)
    // A function that has a definition is not introduced by another form of it.
    if case .call(let id, _) = kernel.graph[head] {
      isFirst = introducedFunctions.insert(kernel.graph[id].name).inserted
    }
    if taken.contains(number) || isFirst { introduced.keep(head, head, in: &kernel.graph) }
    return isFirst
  }

  private func isOfOneFamily(_ a: Expression, _ b: Expression) -> Bool {
    guard case .symbol(let own, _) = kernel.graph[a], case .symbol(let other, _) = kernel.graph[b] else { return false }
    return own == other
  }

  /// What is true by definition can only ask for something that does not exist.
  private mutating func verdict(onTaken claim: Claim) -> Judgement.Verdict {
    let formula = FormulaCompiler.formula([claim.left, claim.right], program, &kernel.graph)
    let interpreter = instances.interpreter(Draw(style: .random, number: 0))
    if case .outOfRange(let fault) = NumericTest(formula: formula, tolerance: 0).run(on: interpreter) {
      return .refuted(interpreter.refutation(fault))
    }
    return .definition
  }

  /// The verdict on a claim by itself.
  mutating func verdict(on assertion: Assertion) -> Judgement.Verdict {
    let key = ClaimKey(assertion)
    if let known = verdicts[key] { return known }
    let result = computeVerdict(assertion)
    verdicts[key] = result
    return result
  }

  private mutating func computeVerdict(_ assertion: Assertion) -> Judgement.Verdict {
    var claim = assertion.claim
    if claim.relation == .becomes { return verdict(onUpdate: claim, of: assertion.descent) }
    claim.left = folding.folded(claim.left, &kernel.graph)
    claim.right = folding.folded(claim.right, &kernel.graph)
    claim.left = named(claim.left)
    claim.right = named(claim.right)
    let formula = FormulaCompiler.formula([claim.left, claim.right], program, &kernel.graph)
    let test = NumericTest(formula: formula, tolerance: assertion.tolerance?.doubleValue ?? 0)
    switch instances.run(test) {
    case .unread(let why): return .unread(why)
    case .outOfRange(let interpreter, let fault): return .refuted(interpreter.refutation(fault))
    case .differ(let interpreter, let difference):
      if let unknown = unknownSide(of: claim) { return .unread("nothing says what \(unknown) is") }
      if let unknown = unknownFunction(of: claim) { return .unread("nothing says what \(unknown) is") }
      if distrustsZeros, let why = unknownDerivative(in: claim) { return .unread(why) }
      if let unknown = unknownArgument(of: claim) { return .unread("nothing says what \(unknown) is") }
      if isUnderUnmetAssumption(claim) {
        return .unread("it may hold under an assumption that no numbers were found for")
      }
      return .refuted(.values(counterexample(test, interpreter, difference)))
    case .agree(_, _, _, isZero: true) where distrustsZeros && claim.left != claim.right && !holdsZero(claim):
      return .unread(
        holdsDerivative(claim)
          ? "both sides are 0: nothing here depends on what it is differentiated by" : "both sides are 0 at all numbers"
      )
    case .agree(let instances, let isClear, let largestError, _):
      if distrustsZeros, claim.left != claim.right, let why = independence(of: claim) { return .unread(why) }
      // What is only shown to some digits may be exact all the same.
      if assertion.tolerance == nil || largestError < 1e-12, kernel.proves(claim) { return .proved }
      if let (interpreter, difference) = ThresholdSearch(program).difference(test, &self.instances) {
        return .refuted(.values(counterexample(test, interpreter, difference)))
      }
      if !isClear || assertion.tolerance == nil && largestError > 1e-5 {
        return .unread("its values are lost in rounding errors")
      }
      return .verified(instances: instances, largestError: largestError)
    }
  }

  /// Whether a claim and an assumption that the numbers do not meet are about the same symbols.
  private mutating func isUnderUnmetAssumption(_ claim: Claim) -> Bool {
    if unmet.isEmpty { return false }
    let own = families(of: [claim.left, claim.right])
    return unmet.contains { !families(of: [$0.left, $0.right]).isDisjoint(with: own) }
  }

  private func families(of expressions: [Expression]) -> Set<Family> {
    var found: Set<Family> = []
    for expression in expressions {
      kernel.graph.forEachNode(of: expression) { node in
        if case .symbol(let id, _) = kernel.graph[node], !kernel.graph[id].isCount { found.insert(kernel.graph[id]) }
        return true
      }
    }
    return found
  }

  /// A function that nothing defines, where the claim says what its value is in terms of functions that are known: ς(z) =
  /// e^z/Σe^z.
  private mutating func unknownFunction(of claim: Claim) -> String? {
    for (whole, other) in [(claim.left, claim.right), (claim.right, claim.left)] {
      var side = whole
      // log p = … says what p is as well as p = … does.
      if case .call(let id, let arguments) = kernel.graph[side], kernel.graph[id].name == "log",
        let argument = arguments.first
      {
        side = argument
      }
      guard case .call(let id, _) = kernel.graph[side] else { continue }
      let name = kernel.graph[id].name
      guard FunctionTable.record(named: name) == nil, kernel.graph.definition(of: name) == nil else { continue }
      var isKnown = false
      var isOpen = false
      let graph = kernel.graph
      graph.forEachNode(of: other) { node in
        if case .call(let id, _) = graph[node] {
          if FunctionTable.record(named: graph[id].name) == nil { isOpen = true } else { isKnown = true }
        }
        return !isOpen
      }
      if isKnown, !isOpen { return name }
    }
    return nil
  }

  /// A symbol without a definition that a function is applied to on one side, where the other one has the same function of
  /// something else: f(net_j) = f(Σ_i w_{ij} o_i) says what net_j is.
  private func unknownArgument(of claim: Claim) -> String? {
    guard case .call(let id, let own) = kernel.graph[claim.left], case .call(id, let other) = kernel.graph[claim.right],
      own.count == 1, let a = own.first, let b = other.first
    else { return nil }
    for side in [a, b] {
      if case .symbol = kernel.graph[side], isLeaf(side) { return TextPrinter(kernel.graph).text(side) }
    }
    return nil
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
        family.isCount || program.mentioned.contains(number) || !program.isOpen(number)
        || program.normalisations.contains { $0.pattern.family == number }
      if !isKnown { return TextPrinter(kernel.graph).text(side) }
    }
    return nil
  }
}
