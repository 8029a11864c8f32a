import Expressions

/// Ground symbols: their definitions, their drawn values, and derivatives by them.
extension Interpreter {
  // MARK: Whole numbers

  /// The value of a subscript or a bound.
  func integer(_ place: Int, _ frame: Int) throws(EvaluationFault) -> Int {
    switch program.operations[place] {
    case .number(let value):
      guard let whole = Int(exactly: value) else { throw .unsupported("\(value) is used as a subscript or a bound") }
      return whole
    case .index(let slot): return slots[frame + slot]
    case .sum(let terms):
      var total = 0
      for term in terms {
        let (sum, overflow) = total.addingReportingOverflow(try integer(term, frame))
        if overflow { throw .tooMuch }
        total = sum
      }
      return total
    case .product(let factors):
      var result = 1
      for factor in factors {
        let (product, overflow) = result.multipliedReportingOverflow(by: try integer(factor, frame))
        if overflow { throw .tooMuch }
        result = product
      }
      return result
    case .symbol(let family, let subscripts): return try size(family, subscripts, frame)
    case .fault(let fault): throw fault
    default: throw .unsupported("a subscript or a bound is no whole number")
    }
  }

  private func size(_ family: Int, _ subscripts: [Int], _ frame: Int) throws(EvaluationFault) -> Int {
    var values: [Int] = []
    for place in subscripts { values.append(try integer(place, frame)) }
    let key = GroundKey(family: family, subscripts: values)
    if let known = sizes[key] { return known }
    guard program.families[family].isCount || program.depthSymbols.contains(family) else {
      throw .unsupported("\(name(family, values)) is used as a subscript or a bound")
    }
    // Below itself while it is looked up, so that a circle ends.
    sizes[key] = 1
    let ground = resolve(family, values)
    if case .defined(let number, let bound) = ground.kind {
      let frame = openFrame(0)
      slots.append(contentsOf: bound)
      defer { closeFrame(frame) }
      let definition = program.definitions[number]
      slots.append(contentsOf: repeatElement(0, count: max(0, definition.slotCount - bound.count)))
      sizes[key] = try integer(definition.value, frame)
    } else if program.depthSymbols.contains(family) {
      drawnSizes.append(key)
      sizes[key] = draw.depth(smallest: program.smallestDepth)
    } else {
      drawnSizes.append(key)
      // A width is numbered by its layer, other sizes one after the other.
      let letters = sizes.keys.filter { program.families[$0.family].isCount && $0.subscripts.isEmpty }.count
      sizes[key] = draw.size(values.first ?? letters)
    }
    return sizes[key] ?? 1
  }

  /// A symbol as a text: w[1,2,1].
  func name(_ family: Int, _ subscripts: [Int]) -> String {
    let name = program.families[family].name
    return subscripts.isEmpty ? name : "\(name)[\(subscripts.map(String.init).joined(separator: ","))]"
  }

  // MARK: Symbols

  func symbol(at place: Int, _ frame: Int, _ context: Int) throws(EvaluationFault) -> Perturbed {
    guard case .symbol(let family, let subscripts) = program.operations[place] else { return Perturbed(0) }
    if program.families[family].isCount || program.depthSymbols.contains(family) {
      return Perturbed(Double(try integer(place, frame)))
    }
    return try value(of: try ground(family, subscripts, frame), context)
  }

  /// The number of the symbol that stands there, its name resolved.
  func ground(_ family: Int, _ subscripts: [Int], _ frame: Int) throws(EvaluationFault) -> Int {
    var values: [Int] = []
    values.reserveCapacity(subscripts.count)
    for place in subscripts { values.append(try integer(place, frame)) }
    var number = self.number(family, values)
    noteRange(number)
    var steps = 0
    while let next = try alias(of: number) {
      number = next
      steps += 1
      if steps > 32 { throw .circular(name(family, values)) }
    }
    return number
  }

  private func number(_ family: Int, _ subscripts: [Int]) -> Int {
    let key = GroundKey(family: family, subscripts: subscripts)
    if let known = groundNumbers[key] { return known }
    budget -= Self.symbolCost
    let ground = resolve(family, subscripts)
    let number = grounds.count
    grounds.append(ground)
    if case .drawn = ground.kind, !program.mentioned.contains(family) { unknowns.insert(number) }
    groundNumbers[key] = number
    return number
  }

  private func noteRange(_ number: Int) {
    guard definitionDepth == 0, let fault = grounds[number].fault else { return }
    if rangeFault.map({ $0.isDoubtful && !fault.isDoubtful }) ?? true { rangeFault = fault }
  }

  /// The symbol that this one is another name of.
  private func alias(of number: Int) throws(EvaluationFault) -> Int? {
    guard case .defined(let place, let bound) = grounds[number].kind else { return nil }
    let definition = program.definitions[place]
    guard definition.isAlias, case .symbol(let family, let subscripts) = program.operations[definition.value],
      !program.families[family].isCount
    else { return nil }
    let frame = openFrame(0)
    slots.append(contentsOf: bound)
    defer { closeFrame(frame) }
    var values: [Int] = []
    for place in subscripts { values.append(try integer(place, frame)) }
    return self.number(family, values)
  }

  /// Which definition covers the symbol.
  func resolve(_ family: Int, _ subscripts: [Int]) -> Ground {
    var result = Ground(family: family, subscripts: subscripts, kind: .drawn)
    var highest: RangeFault?
    for number in program.definitionsOfFamily[family] {
      switch match(program.definitions[number], subscripts) {
      case .covers(let bound):
        result.kind = .defined(definition: number, slots: bound)
        return result
      case .beyond(let place, let upper):
        let isLayer = place == 0 && program.families[family].isLayered
        let fault = RangeFault(
          family: family, subscripts: subscripts, place: place, upper: upper, isDoubtful: isLayer)
        // The largest range that the symbol has is the one it leaves.
        if highest.map({ $0.place < place || $0.place == place && $0.upper < upper }) ?? true { highest = fault }
      case .below(let place, let upper):
        result.below = RangeFault(family: family, subscripts: subscripts, place: place, upper: upper, isDoubtful: false)
      case .no: break
      }
    }
    if highest == nil, let (place, upper) = leafRange(family, subscripts) {
      highest = RangeFault(family: family, subscripts: subscripts, place: place, upper: upper, isDoubtful: true)
    }
    result.fault = highest
    return result
  }

  private func leafRange(_ family: Int, _ subscripts: [Int]) -> (place: Int, upper: Int)? {
    if subscripts.isEmpty || program.families[family].isCount { return nil }
    return leafRanges.violation(family, subscripts, isLayered: program.families[family].isLayered)
  }

  enum Match {
    case covers([Int])
    /// A subscript is greater than the last value of its index; everything before it fits.
    case beyond(place: Int, upper: Int)
    /// A subscript other than the layer is smaller than the first value of its index; everything before it fits.
    case below(place: Int, upper: Int)
    case no
  }

  /// How a definition meets a symbol with these subscripts.
  func match(_ definition: FormulaProgram.Definition, _ subscripts: [Int]) -> Match {
    guard definition.patterns.count == subscripts.count else { return .no }
    let frame = openFrame(definition.slotCount)
    defer { closeFrame(frame) }
    var beyond: (place: Int, upper: Int)?
    for (place, pattern) in definition.patterns.enumerated() {
      switch pattern {
      case .constant(let expected):
        guard let value = try? integer(expected, frame), value == subscripts[place] else { return .no }
      case .variable(let slot, let shift, let lower, let upper):
        let value = subscripts[place] &- shift
        slots[frame + slot] = value
        guard let first = try? integer(lower, frame), let last = try? integer(upper, frame) else { return .no }
        if value < first {
          let isLayer = place == 0 && program.families[definition.family].isLayered
          return isLayer || beyond != nil ? .no : .below(place: place, upper: last + shift)
        }
        if value > last, beyond == nil { beyond = (place, last &+ shift) }
        if value > last, place == 0, subscripts.count > 1 { return .beyond(place: place, upper: last &+ shift) }
      }
    }
    if let beyond { return .beyond(place: beyond.place, upper: beyond.upper) }
    return .covers(Array(slots[frame..<frame + definition.slotCount]))
  }

  // MARK: Values

  /// The value of a symbol in a context.
  func value(of number: Int, _ context: Int) throws(EvaluationFault) -> Perturbed {
    let base = try baseValue(of: number)
    if !collectors.isEmpty {
      collectors[collectors.count - 1].insert(number)
      collectors[collectors.count - 1].formUnion(grounds[number].dependencies)
    }
    var context = context
    while context != 0 {
      if let known = contexts[context].values[number] { return known }
      if grounds[number].dependencies.contains(contexts[context].pin) { break }
      context = contexts[context].parent
    }
    guard context != 0, case .defined(let place, let bound) = grounds[number].kind else { return base }
    let result = try value(ofDefinition: place, bound, context)
    contexts[context].values[number] = result
    return result
  }

  private func value(
    ofDefinition place: Int, _ bound: [Int], _ context: Int
  ) throws(EvaluationFault) -> Perturbed {
    guard definitionDepth < Self.deepestNesting else { throw .tooMuch }
    definitionDepth += 1
    let frame = openFrame(0)
    slots.append(contentsOf: bound)
    defer {
      definitionDepth -= 1
      closeFrame(frame)
    }
    return try value(program.definitions[place].value, frame, context)
  }

  /// The value without pins; what it depends on is noted.
  private func baseValue(of number: Int) throws(EvaluationFault) -> Perturbed {
    switch grounds[number].state {
    case .done(let value): return value
    case .failed(let fault): throw fault
    case .inProgress: throw .circular(name(grounds[number].family, grounds[number].subscripts))
    case .unvisited: break
    }
    let result: Perturbed
    switch grounds[number].kind {
    case .drawn: result = Perturbed(try drawn(grounds[number].family, grounds[number].subscripts))
    case .defined(let place, let bound):
      grounds[number].state = .inProgress
      collectors.append(BitSet())
      let outer = level
      level = 0
      defer { level = outer }
      do {
        result = try value(ofDefinition: place, bound, 0)
      } catch {
        collectors.removeLast()
        // Running out of time is no property of the symbol.
        grounds[number].state = error == .tooMuch ? .unvisited : .failed(error)
        throw error
      }
      grounds[number].dependencies = collectors.removeLast()
    }
    guard result.isFinite else {
      grounds[number].state = .failed(.nonFinite)
      throw .nonFinite
    }
    grounds[number].state = .done(result)
    return result
  }

  /// A value from outside; where it is known what they add up to, as the part of that.
  private func drawn(_ family: Int, _ subscripts: [Int]) throws(EvaluationFault) -> Double {
    for normalisation in program.normalisations where normalisation.pattern.family == family {
      guard case .covers(let bound) = match(normalisation.pattern, subscripts) else { continue }
      let frame = openFrame(0)
      slots.append(contentsOf: bound)
      defer { closeFrame(frame) }
      let lower = try integer(normalisation.lower, frame)
      let upper = try integer(normalisation.upper, frame)
      let total = try value(normalisation.total, frame, 0).value
      guard upper &- lower < 10_000 else { throw .tooMuch }
      var sum = 0.0
      for index in lower...max(lower, upper) {
        var other = subscripts
        other[normalisation.place] = index &+ subscripts[normalisation.place] &- bound[normalisation.slot]
        sum += draw.value(program.families[family], other, .probability)
      }
      return draw.value(program.families[family], subscripts, .probability) / sum * total
    }
    let role: Draw.Role =
      program.probabilities.contains(family) ? .probability : program.positives.contains(family) ? .positive : .any
    let value = draw.value(program.families[family], subscripts, role)
    guard role == .any, draw.style == .random, !subscripts.isEmpty else { return value }
    // Sums of many terms must not saturate what they go into: variance 1/n for n terms, from some n on.
    let terms = leafRanges.widest(family, subscripts, isLayered: program.families[family].isLayered)
    return terms <= 8 ? value : value * (8 / Double(terms)).squareRoot()
  }

  // MARK: Derivatives

  func partial(_ u: Int, _ v: Int, _ frame: Int, _ context: Int) throws(EvaluationFault) -> Perturbed {
    guard case .symbol(let family, let subscripts) = program.operations[v], !program.families[family].isCount else {
      throw .unsupported("it differentiates by a size")
    }
    guard level < Perturbed.mostLevels else {
      throw .unsupported("it has derivatives of higher order than \(Perturbed.mostLevels)")
    }
    let variable = try ground(family, subscripts, frame)
    let inner = try self.context(pinning: variable, in: context)
    let own = level
    level += 1
    collectors.append(BitSet())
    let result: Perturbed
    do {
      defer { level = own }
      result = try value(u, frame, inner)
    } catch {
      collectors.removeLast()
      throw error
    }
    let seen = collectors.removeLast()
    if !collectors.isEmpty { collectors[collectors.count - 1].formUnion(seen) }
    if !seen.contains(variable) {
      // Nobody differentiates by what is no variable: the sum over j from 0 of ∂L/∂z_j has a term too many.
      noteMissing(variable)
      try checkIndependence(of: u, seen, from: variable)
    }
    return result.slope(own)
  }

  /// Notes a variable that has no place in its family, the layer apart.
  private func noteMissing(_ variable: Int) {
    guard definitionDepth == 0, let fault = grounds[variable].below ?? grounds[variable].fault else { return }
    if fault.place == 0, program.families[fault.family].isLayered { return }
    if rangeFault.map(\.isDoubtful) ?? true {
      rangeFault = RangeFault(
        family: fault.family, subscripts: fault.subscripts, place: fault.place, upper: fault.upper, isDoubtful: false)
    }
  }

  private func context(pinning variable: Int, in parent: Int) throws(EvaluationFault) -> Int {
    let key = ContextKey(parent: parent, pin: variable, level: level)
    if let known = contextNumbers[key] { return known }
    let value = try self.value(of: variable, parent)
    var outer = parent
    while outer != 0 {
      let pin = contexts[outer].pin
      if pin != variable, grounds[pin].dependencies.contains(variable) {
        throw .unsupported("it differentiates by what stands upstream of another variable of differentiation")
      }
      outer = contexts[outer].parent
    }
    contexts.append(Context(parent: parent, pin: variable, values: [variable: value.seeded(level)]))
    contextNumbers[key] = contexts.count - 1
    return contexts.count - 1
  }

  /// A derivative is 0 only if it is known what everything in it depends on.
  private func checkIndependence(of u: Int, _ seen: BitSet, from variable: Int) throws(EvaluationFault) {
    let v = grounds[variable]
    // Numbers depend on nothing.
    if seen.isEmpty { return }
    // Members of one unknown family are variables of their own.
    let unknown = seen.intersection(unknowns).members.first { grounds[$0].family != v.family }
    if let unknown {
      throw .unknownDependence(
        name(grounds[unknown].family, grounds[unknown].subscripts), on: name(v.family, v.subscripts))
    }
    guard unknowns.contains(variable), !seen.members.contains(where: { grounds[$0].family == v.family }) else { return }
    throw .unknownDependence(text(u), on: name(v.family, v.subscripts))
  }

  private func text(_ place: Int) -> String {
    if case .symbol(let family, _) = program.operations[place] { return program.families[family].name }
    return "this"
  }
}
