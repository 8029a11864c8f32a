import Derivations
import Expressions

/// Derivatives by what nothing is computed from.
///
/// Such a derivative is 0, and what is said of it is seldom meant: the notes write the variable in another way elsewhere, or
/// a definition that mentions it could not be read.
extension Judge {
  /// A derivative in `claim` of something that is not computed from any quantity of the family that it is differentiated
  /// by, as people write its two parts; nil where there is none.
  func independentDerivative(in claim: Claim) -> (value: Expression, variable: Expression)? {
    for side in [claim.left, claim.right] {
      var found: (value: Expression, variable: Expression)?
      kernel.graph.forEachNode(of: side) { node in
        guard found == nil, case .partial(let value, let variable) = kernel.graph[node] else { return found == nil }
        if case .symbol = kernel.graph[variable], !mayReach(variable, from: value) { found = (value, variable) }
        return found == nil
      }
      if let found { return found }
    }
    return nil
  }

  /// Why a claim with such a derivative is left open; nil where it has none.
  func independence(of claim: Claim) -> String? {
    guard let (value, variable) = independentDerivative(in: claim) else { return nil }
    let printer = TextPrinter(kernel.graph)
    return "nothing says how \(printer.text(value)) depends on \(printer.text(variable))"
  }

  /// Why a claim is left open that differentiates what no line says how to compute, by something else; nil where it does
  /// not.
  ///
  /// L beside J = 1/m Σ_i L(a^{(i)}, y^{(i)}) is not the L of one sample that the sum is over: that its derivative is 0 is
  /// said by nobody, and refutes nothing.
  func unknownDerivative(in claim: Claim) -> String? {
    for side in [claim.left, claim.right] {
      var found: (value: Expression, variable: Expression)?
      kernel.graph.forEachNode(of: side) { node in
        guard found == nil, case .partial(let value, let variable) = kernel.graph[node] else { return found == nil }
        guard case .symbol(let id, _) = kernel.graph[variable], !isMember(value, of: kernel.graph[id]) else {
          return true
        }
        if isLeaf(value) || !mayReach(variable, from: value, anyMember: true) { found = (value, variable) }
        return found == nil
      }
      guard let (value, variable) = found else { continue }
      let printer = TextPrinter(kernel.graph)
      return "nothing says how \(printer.text(value)) depends on \(printer.text(variable))"
    }
    return nil
  }

  /// Whether an expression is a symbol that nothing is known of: no definition of its family has as many subscripts.
  func isLeaf(_ expression: Expression) -> Bool {
    guard case .symbol(let id, let subscripts) = kernel.graph[expression], !isOpen(kernel.graph[id]) else {
      return false
    }
    return !definitions.contains { definition in
      if case .symbol(id, let own) = kernel.graph[definition.head] { own.count == subscripts.count } else { false }
    }
  }

  /// Whether `value` may be computed from `variable`, or from members of its family that are written in the same way: as
  /// far as the definitions tell.
  private func mayReach(_ variable: Expression, from value: Expression, anyMember: Bool = false) -> Bool {
    var seen: Set<Family> = []
    var open = [value]
    var isReached = false
    while !isReached, let next = open.popLast() {
      kernel.graph.forEachNode(of: next) { node in
        switch kernel.graph[node] {
        case .symbol(let id, _):
          if isWrittenAlike(node, variable) || anyMember && haveOneShape(node, variable) { isReached = true }
          guard seen.insert(kernel.graph[id]).inserted else { return true }
          for definition in definitions where isMember(definition.head, of: kernel.graph[id]) {
            open.append(definition.value)
          }
          for quantity in background.openQuantities where isMember(quantity.symbol, of: kernel.graph[id]) {
            if anyMember { open += quantity.arguments } else { isReached = true }
          }
        case .partial: isReached = true
        default: break
        }
        return !isReached
      }
    }
    return isReached
  }

  /// Whether two symbols may be the same member of a family: as many subscripts, and no two numbers that differ.
  func isWrittenAlike(_ a: Expression, _ b: Expression) -> Bool {
    guard case .symbol(let own, let left) = kernel.graph[a], case .symbol(let other, let right) = kernel.graph[b],
      own == other, left.count == right.count
    else { return false }
    return zip(left, right).allSatisfy { x, y in
      guard let p = kernel.graph.numberValue(x), let q = kernel.graph.numberValue(y) else { return true }
      return p == q
    }
  }

  /// Whether two symbols are of one family, with as many subscripts.
  private func haveOneShape(_ a: Expression, _ b: Expression) -> Bool {
    guard case .symbol(let own, let left) = kernel.graph[a], case .symbol(let other, let right) = kernel.graph[b] else {
      return false
    }
    return own == other && left.count == right.count
  }

  /// Whether not everything is known of what a quantity depends on.
  private func isOpen(_ family: Family) -> Bool {
    background.openQuantities.contains { isMember($0.symbol, of: family) }
  }

  private func isMember(_ symbol: Expression, of family: Family) -> Bool {
    if case .symbol(let id, _) = kernel.graph[symbol] { kernel.graph[id] == family } else { false }
  }
}
