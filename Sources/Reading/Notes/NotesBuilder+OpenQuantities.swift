import Derivations
import Expressions
import Networks

/// Losses that no line defines: E in ∂E/∂w = ∂E/∂z · ∂z/∂w is any smooth function of what is computed last.
extension NotesBuilder {
  /// Tells the judge of what each quantity is a function that is differentiated and nowhere defined.
  ///
  /// Of everything that it is differentiated by, that is what none of the others is computed from. Where several are left,
  /// lines that could not be read may connect them: then the first with a definition counts, or else the first.
  mutating func takeOpenQuantities() {
    var survey = OpenQuantitySurvey(
      notes.assertions, notes.background.definitions, hasSteps: vocabulary.stepLetter != nil, in: &elaborator.graph)
    let applications = elaborator.openApplications.values.sorted {
      elaborator.graph.order($0.symbol, $1.symbol) < 0
    }
    for application in applications { survey.add(application.symbol, of: application.arguments, elaborator.graph) }
    let families = lossFamilies
    for quantity in survey.undefined(in: elaborator.graph) {
      // Of anything else a line that was not read may be the definition.
      guard case .symbol(let id, _) = elaborator.graph[quantity.symbol], families.contains(elaborator.graph[id]) else {
        continue
      }
      let last = quantity.variables.filter { survey.isLast($0, among: quantity.variables, elaborator.graph) }
      let defined = last.filter { survey.isDefined($0, elaborator.graph) }
      let arguments = (defined.isEmpty ? last : defined).prefix(1).map { atLastStep($0) }
      guard !arguments.isEmpty else { continue }
      notes.background.openQuantities.append(Background.OpenQuantity(quantity.symbol, of: arguments))
    }
    // What is differentiated most is what updates go down.
    let loss = elaborator.graph.symbol(NetworkSymbol.loss)
    if survey.isDifferentiated(NetworkSymbol.loss, elaborator.graph) { notes.background.loss = loss }
  }

  /// The h_T of h_t, where the loss is one of the last step.
  private mutating func atLastStep(_ argument: Expression) -> Expression {
    guard vocabulary.conventions.lossIsOfLastStep, case .symbol(let id, let subscripts) = elaborator.graph[argument],
      elaborator.graph[id].isLayered, let step = subscripts.first, case .index = elaborator.graph[step]
    else { return argument }
    let (family, others) = (elaborator.graph[id], Array(subscripts.dropFirst()))
    return elaborator.graph.symbol(family, [elaborator.depth()] + others)
  }
}

extension NotesBuilder {
  /// The families of letters that losses go by.
  var lossFamilies: Set<Family> {
    let losses = vocabulary.letters.filter { VocabularyReader.lossLetters.contains($0.key) || $0.value.role == .loss }
    let nameless = vocabulary.codeNames.isEmpty ? [] : [NetworkSymbol.loss]
    return Set(losses.map(\.value.family) + nameless)
  }
}

/// Which symbols are differentiated, by what, and what is computed from what.
private struct OpenQuantitySurvey {
  struct Quantity {
    var symbol: Expression
    var variables: [Expression]
  }

  private var quantities: [Quantity] = []
  /// A family with a number of subscripts.
  private struct Kind: Hashable {
    var family: FamilyID?
    var subscriptCount = 0

    init(_ symbol: Expression, _ graph: ExpressionGraph) {
      guard case .symbol(let id, let subscripts) = graph[symbol] else { return }
      (family, subscriptCount) = (id, subscripts.count)
    }
  }
  /// How often something is differentiated by symbols of each kind.
  private var uses: [Kind: Int] = [:]
  /// The families that are written with what they are functions of.
  private var applied: Set<Family> = []
  /// What the symbols of each family are said to be.
  private var values: [Family: [Expression]] = [:]

  /// Whether quantities have a value in each time step.
  private let hasSteps: Bool

  init(
    _ assertions: [Assertion], _ definitions: [Background.Definition], hasSteps: Bool, in graph: inout ExpressionGraph
  ) {
    self.hasSteps = hasSteps
    for definition in definitions {
      if case .symbol(let id, _) = graph[definition.head] { values[graph[id], default: []].append(definition.value) }
    }
    for assertion in assertions {
      for side in [assertion.claim.left, assertion.claim.right] { collect(side, &graph) }
      guard assertion.claim.relation == .equal, assertion.claim.left != assertion.claim.right else { continue }
      for (head, value) in [
        (assertion.claim.left, assertion.claim.right), (assertion.claim.right, assertion.claim.left),
      ] {
        if case .symbol(let id, _) = graph[head], case .definition(head) = assertion.claim.reason {
          values[graph[id], default: []].append(value)
        }
      }
    }
  }

  /// Takes in every ∂u/∂v of symbols, with the sums around it opened.
  private mutating func collect(_ expression: Expression, _ graph: inout ExpressionGraph) {
    switch graph[expression] {
    case .summation:
      if let opened = graph.open(expression) { collect(opened.body, &graph) }
    case .partial(let u, let v):
      guard case .symbol(let id, let subscripts) = graph[u], case .symbol = graph[v] else {
        collect(u, &graph)
        return
      }
      uses[Kind(v, graph), default: 0] += 1
      let isPlain = Array(subscripts).allSatisfy { if case .index = graph[$0] { true } else { false } }
      guard isPlain else { return }
      let place = quantities.firstIndex { quantity in
        if case .symbol(id, _) = graph[quantity.symbol] { true } else { false }
      }
      if let place {
        if !quantities[place].variables.contains(v), quantities[place].symbol == u {
          quantities[place].variables.append(v)
        }
      } else {
        quantities.append(Quantity(symbol: u, variables: [v]))
      }
    default:
      for child in graph.children(of: expression) { collect(child, &graph) }
    }
  }

  /// Takes in a quantity that is written with what it is a function of.
  mutating func add(_ symbol: Expression, of arguments: [Expression], _ graph: ExpressionGraph) {
    guard case .symbol(let id, _) = graph[symbol] else { return }
    quantities.removeAll { if case .symbol(id, _) = graph[$0.symbol] { true } else { false } }
    quantities.append(Quantity(symbol: symbol, variables: arguments))
    applied.insert(graph[id])
  }

  /// What is differentiated and has no definition: numbers, or numbers for each step, all of whose variables have the
  /// step's index where they have any that it has not.
  func undefined(in graph: ExpressionGraph) -> [Quantity] {
    quantities.filter { quantity in
      guard case .symbol(let id, let subscripts) = graph[quantity.symbol], !isKnown(graph[id], graph) else {
        return false
      }
      return subscripts.isEmpty || subscripts.count == 1 && graph[id].isLayered || applied.contains(graph[id])
    }
  }

  /// Whether some derivative is of this family.
  func isDifferentiated(_ family: Family, _ graph: ExpressionGraph) -> Bool {
    quantities.contains { quantity in
      if case .symbol(let id, _) = graph[quantity.symbol] { graph[id] == family } else { false }
    }
  }

  private func isKnown(_ family: Family, _ graph: ExpressionGraph) -> Bool {
    values[family, default: []].contains { value in
      !graph.holdsPartial(value)
    }
  }

  func isDefined(_ variable: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[variable] else { return false }
    return values[graph[id]] != nil
  }

  /// Whether none of the others is computed from a variable; of those of one family the one with indices for numbers
  /// stands for all.
  func isLast(_ variable: Expression, among all: [Expression], _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let own, _) = graph[variable] else { return false }
    let family = graph[own]
    let sameFamily = all.filter { if case .symbol(own, _) = graph[$0] { true } else { false } }
    if sameFamily.count > 1 {
      // What a schematic line, ∂L/∂B = ∂L/∂Z · ∂Z/∂B, leaves the indices out of is written less often.
      let most = sameFamily.filter { isGeneral($0, graph) }.map { uses(like: $0, graph) }.max() ?? 0
      let general = sameFamily.first { isGeneral($0, graph) && uses(like: $0, graph) == most }
      if let general, general != variable { return false }
    }
    return !all.contains { other in
      guard case .symbol(let id, _) = graph[other], graph[id] != family else { return false }
      return leads(from: graph[id], to: family, graph)
    }
  }

  private func uses(like variable: Expression, _ graph: ExpressionGraph) -> Int { uses[Kind(variable, graph)] ?? 0 }

  /// Whether every subscript is an index of its own.
  private func isGeneral(_ variable: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(_, let slice) = graph[variable] else { return false }
    let subscripts = Array(slice)
    return Set(subscripts).count == subscripts.count
      && subscripts.allSatisfy { if case .index = graph[$0] { true } else { false } }
  }

  private func leads(from family: Family, to target: Family, _ graph: ExpressionGraph) -> Bool {
    var seen: Set<Family> = [family]
    var pending = [family]
    while let next = pending.popLast() {
      for value in values[next, default: []] {
        var found = false
        graph.forEachNode(of: value) { node in
          if case .partial = graph[node] { return false }
          if case .symbol(let id, let subscripts) = graph[node] {
            // What is computed from the step before is computed from nothing of its own step.
            if hasSteps, graph[id].isLayered, let step = subscripts.first, case .add = graph[step] { return true }
            if graph[id] == target { found = true }
            if seen.insert(graph[id]).inserted { pending.append(graph[id]) }
          }
          return true
        }
        if found { return true }
      }
    }
    return false
  }
}
