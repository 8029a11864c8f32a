import Expressions

/// Ground symbols: their definitions, their drawn values, and derivatives by them.
extension Interpreter {

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

  func number(_ family: Int, _ subscripts: [Int]) -> Int {
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

  func noteRange(_ number: Int) {
    guard definitionDepth == 0, let fault = grounds[number].fault else { return }
    if rangeFault.map({ $0.isDoubtful && !fault.isDoubtful }) ?? true { rangeFault = fault }
  }

  /// The symbol that this one is another name of.
  func alias(of number: Int) throws(EvaluationFault) -> Int? {
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
    for number in program.definitions(of: family, first: subscripts.first) {
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

  func leafRange(_ family: Int, _ subscripts: [Int]) -> (place: Int, upper: Int)? {
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

  func value(
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
  func baseValue(of number: Int) throws(EvaluationFault) -> Perturbed {
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
  func drawn(_ family: Int, _ subscripts: [Int]) throws(EvaluationFault) -> Double {
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
}
