import Derivations
import Expressions
import LaTeX
import Networks

/// Makes assertions out of the statements of some notes, under one vocabulary.
struct NotesBuilder {
  private let vocabulary: Vocabulary
  private let statements: [WrittenStatement]
  private var elaborator: Elaborator
  private(set) var notes: Notes
  /// For each statement, its assertion about its last member, and that member.
  private var ends: [Int: (assertion: Int?, nodes: [MathNode])] = [:]
  /// The statements to be read; all of them but where one formula was changed.
  private var selected: ClosedRange<Int>?

  init(_ vocabulary: Vocabulary, _ statements: [WrittenStatement]) {
    self.vocabulary = vocabulary
    self.statements = statements
    elaborator = Elaborator(ExpressionGraph(), vocabulary, DimensionTable())
    notes = Notes(graph: elaborator.graph)
  }

  /// Reads everything.
  mutating func read() {
    for (number, statement) in statements.enumerated() { unifyDimensions(number, statement) }
    elaborator.dimensions.isOpen = false
    takeBackground()
    for (number, statement) in statements.enumerated() { read(number, statement) }
    notes.graph = elaborator.graph
    notes.dimensions = elaborator.dimensions
    notes.reading = ReadingRemarks(vocabulary).remarks
  }

  // MARK: One changed formula

  /// A builder for the statements of one formula, which replace those that stood there.
  init?(
    _ vocabulary: Vocabulary, replacing formula: Int, by inner: [WrittenStatement], in statements: [WrittenStatement],
    _ notes: Notes
  ) {
    self.vocabulary = vocabulary
    var all = statements.filter { $0.formula < formula }
    let start = all.count
    let before = statements.first { $0.formula == formula }?.previous
    for var statement in inner {
      statement.formula = formula
      statement.previous = statement.previous.map { $0 + start } ?? (statement.chain.continuesPrevious ? before : nil)
      all.append(statement)
    }
    guard all.count > start else { return nil }
    self.statements = all
    selected = start...all.count - 1
    elaborator = Elaborator(notes.graph, vocabulary, notes.dimensions)
    self.notes = Notes(graph: notes.graph, background: notes.background)
  }

  /// The assertion of the relation with this number in the changed formula.
  mutating func assertion(ofRelation number: Int) -> (assertion: Assertion, graph: ExpressionGraph)? {
    guard let selected else { return nil }
    for place in selected { read(place, statements[place]) }
    guard notes.relations.indices.contains(number), case .assertion(let found) = notes.relations[number].content else {
      return nil
    }
    return (notes.assertions[found], elaborator.graph)
  }

  // MARK: Background

  private mutating func takeBackground() {
    guard vocabulary.isLayeredNetwork else { return }
    var definitions = LayeredModel.definitions(&elaborator)
    if !definesLoss { definitions.append(LayeredModel.loss(&elaborator)) }
    notes.background.definitions = definitions
    for (layer, width) in vocabulary.widths.sorted(by: { $0.key < $1.key }) {
      let number = elaborator.graph.number(layer)
      notes.background.sizes.append((elaborator.graph.symbol(NetworkSymbol.width, [number]), width))
    }
    if case .letter = vocabulary.depth {
      notes.background.depths = [elaborator.depth()]
      notes.background.smallestDepth = vocabulary.inputLayer + max(3, deepest)
    }
  }

  /// By how many layers the lowest one that is mentioned lies below the last one.
  private var deepest: Int {
    guard case .letter(let name) = vocabulary.depth else { return 3 }
    var result = 2
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let content = LayerContent([node]), content.letter == name { result = max(result, 1 - content.offset) }
        if case .scripts(let scripts) = node.kind {
          for row in [scripts.lower, scripts.upper] {
            if let row, let content = LayerContent(row.nodes), content.letter == name { result = max(result, 1 - content.offset) }
          }
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return min(result, 4)
  }

  /// Whether some line says what the loss is.
  private var definesLoss: Bool {
    statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1 else { return false }
      return members.enumerated().contains { place, nodes in
        guard let first = nodes.first?.occurrence, vocabulary.letters[first.letter]?.role == .loss,
          nodes.count == 1 || nodes.count == 2 && nodes[1].isFence
        else { return false }
        return members.enumerated().contains { other, value in
          abs(other - place) == 1 && !value.isEmpty && isQuantity(value)
        }
      }
    }
  }

  /// Whether nodes give a value in terms of outputs and targets, not only another name.
  private func isQuantity(_ nodes: [MathNode]) -> Bool {
    var mentionsQuantity = false
    var mentionsDerivative = false
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if node.differentials != nil { mentionsDerivative = true }
        if let occurrence = node.occurrence, let role = vocabulary.letters[occurrence.letter]?.role {
          if role != .loss, role != .weight { mentionsQuantity = true }
        } else {
          visit(node.children)
        }
      }
    }
    visit(nodes)
    return mentionsQuantity && !mentionsDerivative && nodes.count > 1
  }

  // MARK: Scope

  /// Makes the index letters of a statement known, and the layer of what is written without one.
  private mutating func prepareScope(_ statement: WrittenStatement) {
    var nodes = statement.chain.members.flatMap(\.nodes)
    if let previous = statement.previous { nodes += members(before: previous) }
    elaborator.indices = [:]
    elaborator.locals = [:]
    elaborator.currentLayer = nil
    elaborator.currentUnit = nil
    ScopeReader(vocabulary, statement.conditions).prepare(&elaborator, nodes)
  }

  /// The nodes that the chain which a statement goes on from began and ended with.
  private func members(before number: Int) -> [MathNode] {
    var result: [MathNode] = []
    var next: Int? = number
    var hops = 0
    while let current = next, statements.indices.contains(current), hops < 32 {
      let chain = statements[current].chain
      result = (chain.members.first?.nodes ?? []) + result
      if hops == 0 { result += chain.members.last?.nodes ?? [] }
      next = statements[current].previous
      hops += 1
    }
    return result
  }

  private mutating func unifyDimensions(_ number: Int, _ statement: WrittenStatement) {
    prepareScope(statement)
    var last: Tensor?
    for member in statement.chain.members {
      let tensor = try? elaborator.tensor(member.nodes)
      if let last, let tensor, last.axes.count == tensor.axes.count { _ = elaborator.aligned(tensor, to: last.axes) }
      last = tensor
    }
  }

  // MARK: Statements

  private mutating func read(_ number: Int, _ statement: WrittenStatement) {
    prepareScope(statement)
    var members = statement.chain.members.map(\.nodes)
    var predecessor: Int?
    if statement.chain.continuesPrevious, let previous = statement.previous {
      if let end = ends[previous] {
        members[0] = end.nodes
        predecessor = end.assertion
      } else if statements.indices.contains(previous) {
        members[0] = statements[previous].chain.members.last?.nodes ?? []
      }
    }
    if statement.previous == nil { readBraces(in: members[0], statement) }
    for (place, sign) in statement.chain.signs.enumerated() {
      let left = members[place]
      if left.contains(where: { if case .text = $0.kind { true } else { false } }) { continue }
      let right = members[place + 1]
      let isFirst = place == 0 && statement.chain.continuesPrevious
      var relation = ReadRelation(
        formula: statement.formula, sign: sign.range, left: isFirst ? nil : left.extent, right: right.extent,
        content: .assertion(0))
      do throws(ReadingProblem) {
        var assertion = try self.assertion(left, sign, right)
        assertion.predecessor = place == 0 ? (isFirst ? predecessor : nil) : predecessor
        apply(statement.conditions, to: &assertion)
        relation.content = .assertion(notes.assertions.count)
        predecessor = notes.assertions.count
        notes.assertions.append(assertion)
      } catch {
        predecessor = nil
        if case .misfit(let a, let b) = error.kind {
          relation.content = .misfit(left: a, right: b)
        } else {
          relation.content = .unread(error)
        }
      }
      notes.relations.append(relation)
      readBraces(in: right, statement)
    }
    ends[number] = (predecessor, members[members.count - 1])
  }

  private mutating func readBraces(in nodes: [MathNode], _ statement: WrittenStatement) {
    for node in ChainReader.braces(in: nodes) {
      guard case .brace(let brace) = node.kind, let note = brace.note else { continue }
      var inner = note.nodes.withoutBlanks
      if inner.first?.relationName != nil { inner.removeFirst() }
      guard !inner.isEmpty, !inner.contains(where: { if case .text = $0.kind { true } else { false } }) else { continue }
      let sign = WrittenChain.Sign(name: "=", range: node.range.lowerBound..<node.range.lowerBound + 1)
      var relation = ReadRelation(
        formula: statement.formula, sign: sign.range, left: brace.body.nodes.extent, right: inner.extent, isBrace: true,
        content: .assertion(0))
      do throws(ReadingProblem) {
        let assertion = try self.assertion(brace.body.nodes, sign, inner)
        relation.content = .assertion(notes.assertions.count)
        notes.assertions.append(assertion)
      } catch {
        relation.content = .unread(error)
      }
      notes.relations.append(relation)
    }
  }

  // MARK: Relations

  private mutating func assertion(
    _ left: [MathNode], _ sign: WrittenChain.Sign, _ right: [MathNode]
  ) throws(ReadingProblem) -> Assertion {
    guard !left.isEmpty else { throw ReadingProblem(kind: .missing("the left side"), range: sign.range) }
    guard !right.isEmpty else { throw ReadingProblem(kind: .missing("the right side"), range: sign.range) }
    let a = try elaborator.tensor(left)
    let b = try elaborator.tensor(right)
    let range = min(left.extent.lowerBound, right.extent.lowerBound)..<right.extent.upperBound
    let (x, y) = try elaborator.matched(a, b, range)
    let tolerance = DecimalTolerance.tolerance(of: right) ?? DecimalTolerance.tolerance(of: left)
    switch sign.name {
    case "=", ":=", "::=", "equiv", "triangleq", "=:", "==", "gets", "doteq": break
    case "approx", "simeq", "cong": if tolerance == nil { throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range) }
    default: throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    var claim = Claim(left: x, relation: .equal, right: y, reason: .definition(x))
    claim.reason = reason(x, y, sign)
    if isUpdate(x, y) { claim.relation = .becomes }
    if claim.relation == .equal, case .symbol = elaborator.graph[x], x != y, isAssigned(x, y) {
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    return Assertion(claim, tolerance: tolerance)
  }

  /// What a relation may define: a symbol or a function on its left, or else on its right.
  private func reason(_ left: Expression, _ right: Expression, _ sign: WrittenChain.Sign) -> Reason {
    if sign.name == "=:" { return .definition(right) }
    if isName(left) { return .definition(left) }
    if isName(right) { return .definition(right) }
    return .definition(left)
  }

  private func isName(_ expression: Expression) -> Bool {
    switch elaborator.graph[expression] {
    case .symbol: return true
    case .call(let id, let arguments):
      guard elaborator.graph[id].order == 0, arguments.count == 1, let argument = arguments.first, case .symbol = elaborator.graph[argument] else {
        return false
      }
      return FunctionTable.record(named: elaborator.graph[id].name)?.definition == nil
    default: return false
    }
  }

  /// w ← w − η …, with whatever sign.
  private func isUpdate(_ left: Expression, _ right: Expression) -> Bool {
    guard case .symbol = elaborator.graph[left], left != right, elaborator.graph.contains(left, in: right) else {
      return false
    }
    return elaborator.graph.contains(in: right) { node in
      if case .symbol(let id, _) = elaborator.graph[node] { elaborator.graph[id] == NetworkSymbol.learningRate } else { false }
    }
  }

  /// Whether a symbol stands on both sides with different meanings: J = ΣJ/m + …, ΔW := ΔW + ….
  private func isAssigned(_ symbol: Expression, _ value: Expression) -> Bool {
    var found = false
    elaborator.graph.forEachNode(of: value) { node in
      if case .partial = elaborator.graph[node] { return false }
      if node == symbol { found = true }
      return !found
    }
    return found
  }

  /// i = j and i ≠ j restrict what the relation says.
  private mutating func apply(_ conditions: [WrittenChain], to assertion: inout Assertion) {
    for condition in conditions where condition.signs.count == 1 {
      guard let i = try? elaborator.indexExpression(condition.members[0].nodes),
        let k = try? elaborator.indexExpression(condition.members[1].nodes), case .index = elaborator.graph[i]
      else { continue }
      switch condition.signs[0].name {
      case "=":
        guard case .index = elaborator.graph[k] else { continue }
        assertion.claim.left = elaborator.graph.replace(i, by: k, in: assertion.claim.left)
        assertion.claim.right = elaborator.graph.replace(i, by: k, in: assertion.claim.right)
      case "ne":
        let equal = elaborator.graph.compare(i, .equal, k)
        let apart = elaborator.graph.not(equal)
        let bracket = elaborator.graph.bracket(apart)
        assertion.claim.left = elaborator.graph.multiply([bracket, assertion.claim.left])
        assertion.claim.right = elaborator.graph.multiply([bracket, assertion.claim.right])
      default: continue
      }
      assertion.claim.reason = .definition(assertion.claim.left)
    }
  }
}
