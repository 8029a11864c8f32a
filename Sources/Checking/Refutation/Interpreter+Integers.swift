import Expressions

/// Whole numbers: subscripts, bounds, sizes.
extension Interpreter {
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

  func size(_ family: Int, _ subscripts: [Int], _ frame: Int) throws(EvaluationFault) -> Int {
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
}
