import Expressions

/// Derivatives by dual numbers: a variable is pinned to itself plus an infinitesimal.
extension Interpreter {
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
  func noteMissing(_ variable: Int) {
    guard definitionDepth == 0, let fault = grounds[variable].below ?? grounds[variable].fault else { return }
    if fault.place == 0, program.families[fault.family].isLayered { return }
    if rangeFault.map(\.isDoubtful) ?? true {
      rangeFault = RangeFault(
        family: fault.family, subscripts: fault.subscripts, place: fault.place, upper: fault.upper, isDoubtful: false)
    }
  }

  func context(pinning variable: Int, in parent: Int) throws(EvaluationFault) -> Int {
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
  func checkIndependence(of u: Int, _ seen: BitSet, from variable: Int) throws(EvaluationFault) {
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

  func text(_ place: Int) -> String {
    if case .symbol(let family, _) = program.operations[place] { return program.families[family].name }
    return "this"
  }
}
