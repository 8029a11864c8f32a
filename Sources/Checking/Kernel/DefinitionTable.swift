import Calculus
import Derivations
import Expressions

/// The definitions that stand so far, in the order in which they came.
///
/// A definition's left side is a symbol whose subscripts are free indices (it holds for all their values in range) or
/// constants: z_i^l with l = 1…L, z_i^4, x_0. Later definitions of what is defined already are not taken: such a line is a
/// claim.
struct DefinitionTable {
  /// head = value for all values of the free indices among the head's subscripts.
  struct Entry {
    let family: Family
    let subscripts: [Expression]
    let value: Expression
    /// The families that the value mentions.
    let mentions: Set<Family>
    /// Whether the value is, or contains, a formal derivative: then it depends on more than it mentions.
    let holdsPartial: Bool
    /// Whether everything layered that the value mentions is known to be of the same layer or of one below.
    let leadsDown: Bool
  }

  /// How a definition meets a symbol.
  enum Match {
    /// It is about other members of the family, whatever the values of indices.
    case none
    /// It covers the symbol, which has this value.
    case covers(Expression)
    /// It may cover the symbol for some values of its indices; where it does, this is the value.
    case mayCover(Expression)
  }

  private(set) var entries: [Entry] = []
  /// The places of the entries about each family.
  private var places: [Family: [Int]] = [:]
  /// Definitions that were not taken, though the symbols are no variables: nothing is known of what depends on what by way
  /// of them.
  private(set) var refused: [Entry] = []

  /// Takes in `head = value`, unless the head is no symbol, some member of it is defined already, or the value depends on
  /// it.
  mutating func add(_ head: Expression, _ value: Expression, in graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let id, let subscripts) = graph[head] else { return false }
    if meets(head, in: &graph) { return false }
    // A symbol is not defined by itself, nor by way of others: every chain of definitions ends.
    for symbol in symbols(in: value, &graph) where depends(symbol, on: head, in: &graph) != false { return false }
    append(entry(graph[id], Array(subscripts), value, &graph))
    return true
  }

  private mutating func append(_ entry: Entry) {
    places[entry.family, default: []].append(entries.count)
    entries.append(entry)
  }

  /// The entries about the family, in order.
  func entries(of family: Family) -> [Entry] { (places[family] ?? []).map { entries[$0] } }

  /// The entries about the family of `symbol`.
  func entries(about symbol: Expression, in graph: ExpressionGraph) -> [Entry] {
    if case .symbol(let id, _) = graph[symbol] { entries(of: graph[id]) } else { [] }
  }

  /// Whether some definition is about `symbol`, or may be for some values of its indices.
  func meets(_ symbol: Expression, in graph: inout ExpressionGraph) -> Bool {
    for entry in entries(about: symbol, in: graph) {
      if case .none = match(entry, symbol, in: &graph) { continue }
      return true
    }
    return false
  }

  /// Takes in a definition that is known to be the first of its symbol and to lead in no circle.
  mutating func keep(_ head: Expression, _ value: Expression, in graph: inout ExpressionGraph) {
    guard case .symbol(let id, let subscripts) = graph[head] else { return }
    append(entry(graph[id], Array(subscripts), value, &graph))
  }

  /// Notes that some member of the head's family is defined in a way that was not taken.
  mutating func refuse(_ head: Expression, _ value: Expression, in graph: inout ExpressionGraph) {
    guard case .symbol(let id, let subscripts) = graph[head] else { return }
    refused.append(entry(graph[id], Array(subscripts), value, &graph))
  }

  private func entry(
    _ family: Family, _ subscripts: [Expression], _ value: Expression, _ graph: inout ExpressionGraph
  ) -> Entry {
    var mentions: Set<Family> = []
    var leadsDown = true
    for symbol in symbols(in: value, &graph) {
      guard case .symbol(let id, let inner) = graph[symbol] else { continue }
      mentions.insert(graph[id])
      guard family.isLayered, graph[id].isLayered, !graph[id].isCount, let own = subscripts.first,
        let other = inner.first
      else { continue }
      let difference = graph.constantDifference(own, other)
      if difference == nil || difference?.isNegative == true { leadsDown = false }
    }
    let holdsPartial = graph.holdsPartial(value)
    return Entry(
      family: family, subscripts: subscripts, value: value, mentions: mentions, holdsPartial: holdsPartial,
      leadsDown: leadsDown && !holdsPartial)
  }

  /// What `symbol` is by definition, nil if no definition is known to cover it.
  func value(of symbol: Expression, in graph: inout ExpressionGraph) -> Expression? {
    for entry in entries(about: symbol, in: graph) {
      if case .covers(let value) = match(entry, symbol, in: &graph) { return value }
    }
    return nil
  }

  /// How `entry` meets `symbol`.
  func match(_ entry: Entry, _ symbol: Expression, in graph: inout ExpressionGraph) -> Match {
    guard case .symbol(let id, let slice) = graph[symbol], graph[id] == entry.family,
      slice.count == entry.subscripts.count
    else { return .none }
    var bindings: [Expression: Expression] = [:]
    var isCertain = true
    for (pattern, actual) in zip(entry.subscripts, Array(slice)) {
      guard let (index, shift) = variable(of: pattern, in: &graph), bindings[index] == nil,
        case .index(let id) = graph[index]
      else {
        // A constant: the same, another, or the same for some values of an index.
        let delta = graph.kronecker(graph.replace(bindings, in: pattern), actual)
        if graph.numberValue(delta)?.isZero == true { return .none }
        if graph.numberValue(delta)?.isOne != true { isCertain = false }
        continue
      }
      // The range of a unit index depends on the layer, whose value is bound by now: the layer comes first.
      let range = graph[id]
      let lower = graph.replace(bindings, in: range.lower)
      let upper = graph.replace(bindings, in: range.upper)
      let value = graph.add([actual, graph.number(-shift)])
      bindings[index] = value
      if index == value || graph.isKnown(value, toLieFrom: lower, to: upper) { continue }
      if graph.isKnown(value, toLieOutside: lower, upper) { return .none }
      isCertain = false
    }
    let value = graph.replace(bindings, in: entry.value)
    return isCertain ? .covers(value) : .mayCover(value)
  }

  /// The index i of a subscript i or i + number, and the number.
  private func variable(
    of pattern: Expression, in graph: inout ExpressionGraph
  ) -> (index: Expression, shift: Rational)? {
    let indices = graph.freeIndices(of: pattern)
    guard indices.count == 1, let shift = graph.constantDifference(pattern, indices[0]) else { return nil }
    return (indices[0], shift)
  }
}
