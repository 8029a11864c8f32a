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
    /// The layers, all numbers, at which the value mentions a family; without those families for which that is not known
    /// for all values of the head's indices. Empty for a value that holds a derivative.
    let mentionedLayers: [Family: Set<Rational>]
    /// Whether the value is, or contains, a formal derivative: then it depends on more than it mentions.
    let holdsPartial: Bool
    /// The layered families that the value mentions at the layer of the head.
    let sameLayer: Set<Family>
    /// The functions that the value calls.
    let calls: Set<String>
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
  /// What is defined of each family.
  private var families: [Family: FamilyEntries] = [:]
  /// The places of the entries whose values mention each family.
  private var mentions: [Family: NumberedPlaces<Rational>] = [:]
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
    append(entry(graph[id], Array(subscripts), value, &graph), graph)
    return true
  }

  private mutating func append(_ entry: Entry, _ graph: ExpressionGraph) {
    let first = entry.subscripts.first.flatMap { graph.numberValue($0) }
    families[entry.family, default: FamilyEntries()].take(entry, entries.count, first)
    for family in entry.mentions {
      mentions[family, default: NumberedPlaces<Rational>()].take(entries.count, at: entry.mentionedLayers[family])
    }
    entries.append(entry)
  }

  /// Whether the family has a definition.
  func defines(_ family: Family) -> Bool { families[family] != nil }

  /// What the definitions of the family are together; nil where it has none.
  func definitions(of family: Family) -> FamilyEntries? { families[family] }

  /// The families that the definitions of `family` mention.
  func mentions(of family: Family) -> Set<Family> { families[family]?.mentions ?? [] }

  /// Whether all definitions of the family lead down.
  func leadsDown(_ family: Family) -> Bool { families[family]?.leadsDown ?? true }

  /// The entries that may be about `symbol`, in order: those of its family but for those that are known to be about other
  /// members by the number that is their first subscript.
  func entries(about symbol: Expression, in graph: ExpressionGraph) -> [Entry] {
    guard case .symbol(let id, let subscripts) = graph[symbol], let own = families[graph[id]] else { return [] }
    return own.places.at(subscripts.first.flatMap { graph.numberValue($0) }).map { entries[$0] }
  }

  /// The entries whose values mention a family, in order.
  func entries(mentioning family: Family) -> some Sequence<Entry> {
    (mentions[family]?.at(nil) ?? []).lazy.map { entries[$0] }
  }

  /// The entries whose values may mention a member of v's cut, in order.
  func entries(mentioning v: Expression, in graph: ExpressionGraph) -> [Entry] {
    guard case .symbol(let id, let subscripts) = graph[v], let own = mentions[graph[id]] else { return [] }
    return own.at(graph[id].isLayered ? subscripts.first.flatMap { graph.numberValue($0) } : nil).map { entries[$0] }
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
    append(entry(graph[id], Array(subscripts), value, &graph), graph)
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
    var sameLayer: Set<Family> = []
    var leadsDown = true
    var layers: [Family: Set<Rational>?] = [:]
    for symbol in symbols(in: value, &graph) {
      guard case .symbol(let id, let inner) = graph[symbol] else { continue }
      mentions.insert(graph[id])
      let layer = graph[id].isLayered ? inner.first.flatMap { graph.numberValue($0) } : nil
      if let layer, let known = layers[graph[id], default: []] {
        layers[graph[id]] = .some(known.union([layer]))
      } else {
        layers[graph[id]] = .some(nil)
      }
      guard family.isLayered, graph[id].isLayered, !graph[id].isCount, let own = subscripts.first,
        let other = inner.first
      else { continue }
      let difference = graph.constantDifference(own, other)
      if difference == nil || difference?.isNegative == true { leadsDown = false }
      if difference?.isZero == true { sameLayer.insert(graph[id]) }
    }
    var calls: Set<String> = []
    graph.forEachNode(of: value) { node in
      if case .call(let id, _) = graph[node] { calls.insert(graph[id].name) }
      return true
    }
    let holdsPartial = graph.holdsPartial(value)
    // Of a head at any layer it depends on the layer what its value mentions.
    let isOfAnyLayer = family.isLayered && subscripts.first.map { graph.numberValue($0) == nil } ?? false
    return Entry(
      family: family, subscripts: subscripts, value: value, mentions: mentions,
      mentionedLayers: isOfAnyLayer || holdsPartial ? [:] : layers.compactMapValues { $0 }, holdsPartial: holdsPartial,
      sameLayer: sameLayer, calls: calls, leadsDown: leadsDown && !holdsPartial)
  }

  /// What `symbol` is by definition, nil if no definition is known to cover it.
  func value(of symbol: Expression, in graph: inout ExpressionGraph) -> Expression? {
    for entry in entries(about: symbol, in: graph) {
      if case .covers(let value) = match(entry, symbol, in: &graph) { return value }
    }
    return nil
  }

  /// What `symbol` is where its definition covers it: that of h_3 by h_t for t = 1, …, T, if there are three steps.
  func possibleValue(of symbol: Expression, in graph: inout ExpressionGraph) -> Expression? {
    var values: [Expression] = []
    for entry in entries(about: symbol, in: graph) {
      switch match(entry, symbol, in: &graph) {
      case .covers(let value): return value
      case .mayCover(let value): values.append(value)
      case .none: continue
      }
    }
    return values.count == 1 ? values[0] : nil
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
