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
    if vocabulary.isLayeredNetwork {
      let explicit = activationLines()
      notes.background.definitions = LayeredModel.definitions(&elaborator, explicit: explicit)
    }
    if vocabulary.isLayeredNetwork, !hasReadLoss {
      notes.background.definitions.append(lossOfDerivative ?? LayeredModel.loss(&elaborator))
    }
    if !vocabulary.isLayeredNetwork, !hasReadLoss { takeOutputs() }
    takeSizes()
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
    for (layer, width) in vocabulary.widths.sorted(by: { $0.key < $1.key }) {
      let number = elaborator.graph.number(layer)
      notes.background.sizes.append((elaborator.graph.symbol(NetworkSymbol.width, [number]), width))
    }
    if case .letter = vocabulary.depth {
      notes.background.depths = [elaborator.depth()]
      notes.background.smallestDepth = vocabulary.inputLayer + max(3, deepest)
    }
  }

  /// What a loss that no line defines is a function of: of what it is differentiated by, that which is computed last.
  private mutating func takeOutputs() {
    var variables: [Expression] = []
    var loss: Expression?
    var values: [Family: [Expression]] = [:]
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        elaborator.graph.forEachNode(of: side) { node in
          if case .partial(let u, let v) = elaborator.graph[node], case .symbol(let id, _) = elaborator.graph[u],
            elaborator.graph[id] == NetworkSymbol.loss, case .symbol = elaborator.graph[v]
          {
            loss = u
            if !variables.contains(v) { variables.append(v) }
          }
          return true
        }
      }
      if case .symbol(let id, _) = elaborator.graph[assertion.claim.left] {
        values[elaborator.graph[id], default: []].append(assertion.claim.right)
      }
    }
    guard let loss, let output = variables.first(where: { isLast($0, among: variables, values) }) else { return }
    notes.background.loss = loss
    notes.background.outputs = output
  }

  /// Whether none of the others is computed from a variable.
  private func isLast(_ variable: Expression, among all: [Expression], _ values: [Family: [Expression]]) -> Bool {
    guard case .symbol(let own, _) = elaborator.graph[variable] else { return false }
    let family = elaborator.graph[own]
    return !all.contains { other in
      guard case .symbol(let id, _) = elaborator.graph[other], elaborator.graph[id] != family else { return false }
      return leads(from: elaborator.graph[id], to: family, values)
    }
  }

  private func leads(from family: Family, to target: Family, _ values: [Family: [Expression]]) -> Bool {
    var seen: Set<Family> = [family]
    var pending = [family]
    while let next = pending.popLast() {
      for value in values[next, default: []] {
        var found = false
        elaborator.graph.forEachNode(of: value) { node in
          if case .partial = elaborator.graph[node] { return false }
          if case .symbol(let id, _) = elaborator.graph[node] {
            if elaborator.graph[id] == target { found = true }
            if seen.insert(elaborator.graph[id]).inserted { pending.append(elaborator.graph[id]) }
          }
          return true
        }
        if found { return true }
      }
    }
    return false
  }

  /// Sizes that are told by the numbers that stand as subscripts.
  private mutating func takeSizes() {
    for (dimension, size) in elaborator.graph.ordered(elaborator.largestSubscripts.keys).map({
      ($0, elaborator.largestSubscripts[$0] ?? 1)
    }) {
      guard case .symbol = elaborator.graph[dimension], elaborator.graph.freeIndices(of: dimension).isEmpty else {
        continue
      }
      notes.background.sizes.append((dimension, size))
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
            if let row, let content = LayerContent(row.nodes), content.letter == name {
              result = max(result, 1 - content.offset)
            }
          }
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return min(result, 4)
  }

  /// Whether a line that says what the loss is could be read.
  private var hasReadLoss: Bool {
    notes.assertions.contains { assertion in
      [(assertion.claim.left, assertion.claim.right), (assertion.claim.right, assertion.claim.left)].contains {
        head, value in
        guard case .symbol(let id, _) = elaborator.graph[head], elaborator.graph[id] == NetworkSymbol.loss else {
          return false
        }
        return head != value
          && !elaborator.graph.contains(in: value) { node in
            if case .partial = elaborator.graph[node] { true } else { false }
          }
      }
    }
  }

  /// Lines that say what the activations of one layer are, in terms of its pre-activations: a_j^2 = tanh(z_j^2), y_k = z_k^L.
  private mutating func activationLines() -> [Background.Definition] {
    notes.assertions.compactMap { assertion in
      guard assertion.claim.relation == .equal, case .symbol(let id, let slice) = elaborator.graph[assertion.claim.left]
      else {
        return nil
      }
      var subscripts = Array(slice)
      let family = elaborator.graph[id]
      if family == NetworkSymbol.prediction {
        subscripts.insert(elaborator.depth(), at: 0)
      } else if family != NetworkSymbol.activation {
        return nil
      }
      guard let layer = subscripts.first, elaborator.graph.freeIndices(of: layer).isEmpty,
        subscripts.dropFirst().allSatisfy({ if case .index = elaborator.graph[$0] { true } else { false } }),
        isOfPreactivations(assertion.claim.right, layer)
      else { return nil }
      let head = elaborator.graph.symbol(NetworkSymbol.activation, subscripts)
      return Background.Definition(head, assertion.claim.right)
    }
  }

  /// Whether a value is computed from the pre-activations of a layer alone, and not by the function of all layers.
  private func isOfPreactivations(_ value: Expression, _ layer: Expression) -> Bool {
    var isPure = true
    var mentions = false
    elaborator.graph.forEachNode(of: value) { node in
      switch elaborator.graph[node] {
      case .partial: isPure = false
      case .symbol(let id, let subscripts) where !elaborator.graph[id].isCount:
        if elaborator.graph[id] == NetworkSymbol.preactivation, subscripts.first == layer {
          mentions = true
        } else {
          isPure = false
        }
      default: break
      }
      return isPure
    }
    return isPure && mentions
  }

  /// The loss, where no line says what it is but one says what its derivative is of: ∂L/∂v = ∂/∂v [E].
  private var lossOfDerivative: Background.Definition? {
    for assertion in notes.assertions {
      guard case .partial(let loss, let v) = elaborator.graph[assertion.claim.left],
        case .symbol(let id, _) = elaborator.graph[loss], elaborator.graph[id] == NetworkSymbol.loss,
        case .partial(let value, v) = elaborator.graph[assertion.claim.right]
      else { continue }
      if case .symbol = elaborator.graph[value] { continue }
      guard elaborator.graph.freeIndices(of: value).isEmpty else { continue }
      return Background.Definition(loss, value)
    }
    return nil
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
    elaborator.headIndices = []
    if vocabulary.usesEinsteinConvention {
      let head = statement.previous.map { chainHead(of: $0) } ?? statement.chain.members.first?.nodes ?? []
      elaborator.headIndices = Self.indexLetters(head)
    }
  }

  /// What the chain begins with that a statement belongs to.
  private func chainHead(of number: Int) -> [MathNode] {
    var current = number
    while let previous = statements[current].previous, previous < current { current = previous }
    return statements[current].chain.members.first?.nodes ?? []
  }

  private static func indexLetters(_ nodes: [MathNode]) -> Set<String> {
    var result: Set<String> = []
    for node in nodes {
      if let occurrence = node.occurrence {
        for item in occurrence.subscripts { if let name = LayerContent(item)?.letter { result.insert(name) } }
      } else {
        result.formUnion(indexLetters(node.children))
      }
    }
    return result
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
        switch error.kind {
        case .misfit(let a, let b): relation.content = .misfit(left: a, right: b)
        case .givenValue: relation.content = .given
        default: relation.content = .unread(error)
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
      guard !inner.isEmpty, !inner.contains(where: { if case .text = $0.kind { true } else { false } }) else {
        continue
      }
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
    if isGiven(a, b) || isGiven(b, a) { throw ReadingProblem(kind: .givenValue, range: right.extent) }
    let range = min(left.extent.lowerBound, right.extent.lowerBound)..<right.extent.upperBound
    let (x, y) = try elaborator.matched(a, b, range)
    var tolerance = DecimalTolerance.tolerance(of: right) ?? DecimalTolerance.tolerance(of: left)
    if isClosed(a.body), isClosed(b.body) {
      let rounding = DecimalTolerance.rounding(in: left) + DecimalTolerance.rounding(in: right)
      if !rounding.isZero { tolerance = (tolerance ?? .zero) + rounding }
    }
    switch sign.name {
    case "=", ":=", "::=", "equiv", "triangleq", "=:", "==", "gets", "doteq": break
    case "approx", "simeq", "cong":
      if tolerance == nil { throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range) }
    default: throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    var claim = Claim(left: x, relation: .equal, right: y, reason: .definition(x))
    claim.reason = reason(x, y, sign)
    if isUpdate(x, y) { claim.relation = .becomes }
    if vocabulary.isLayeredNetwork, case .symbol(let id, _) = elaborator.graph[x],
      elaborator.graph[id] == NetworkSymbol.loss, !elaborator.graph.freeIndices(of: y).isEmpty
    {
      // The loss of one of many samples: not what everything is differentiated by.
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    if claim.relation == .equal, case .symbol = elaborator.graph[x], x != y, isAssigned(x, y) {
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    return Assertion(claim, tolerance: tolerance)
  }

  /// Whether a number is only said to be the value of something: it can be checked no more than the weights can. That a
  /// derivative is 0, 1 or 2 is a claim.
  private func isGiven(_ quantity: Tensor, _ value: Tensor) -> Bool {
    guard isClosed(value.body), !isClosed(quantity.body) else { return false }
    let holdsDerivative = elaborator.graph.contains(in: quantity.body) { node in
      switch elaborator.graph[node] {
      case .partial: true
      case .call(let id, _): elaborator.graph[id].order > 0
      default: false
      }
    }
    if case .summation = elaborator.graph[quantity.body] { return false }
    guard holdsDerivative, value.isScalar, let number = elaborator.graph.numberValue(value.body) else { return true }
    return !number.isInteger || number.magnitude > 2
  }

  /// Whether an expression is made of numbers alone.
  private func isClosed(_ body: Expression) -> Bool {
    !elaborator.graph.contains(in: body) { node in
      switch elaborator.graph[node] {
      case .symbol, .partial: true
      case .call(let id, _): FunctionTable.record(named: elaborator.graph[id].name) == nil
      default: false
      }
    }
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
      guard elaborator.graph[id].order == 0, arguments.count == 1, let argument = arguments.first,
        case .symbol = elaborator.graph[argument]
      else {
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
      if case .symbol(let id, _) = elaborator.graph[node] {
        elaborator.graph[id] == NetworkSymbol.learningRate
      } else {
        false
      }
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
