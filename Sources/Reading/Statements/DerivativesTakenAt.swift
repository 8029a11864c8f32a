import LaTeX

/// Derivatives with a bar and, below it, where they are taken: dC/dy |_{y_u} is dC/dy_u, and dσ/dz |_{z_2}, for a function σ,
/// is σ′(z_2).
enum DerivativesTakenAt {
  /// `nodes` with these in the usual form.
  static func read(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    for node in nodes {
      if let place = node.placeBelowBar, let last = result.lastIndex(where: { !$0.isBlank }),
        let taken = taken(result[last], at: place, node.range)
      {
        result.replaceSubrange(last..., with: taken)
      } else if let (inner, place) = node.barredFence, let taken = taken(inner, at: place, node.range) {
        result += taken
      } else {
        result.append(node)
      }
    }
    return result
  }

  /// The derivative of `node` at `place`.
  private static func taken(_ node: MathNode, at place: [MathNode], _ bar: Range<Int>) -> [MathNode]? {
    guard case .fraction(var fraction) = node.kind, let (above, below) = node.differentials, above.order == 1,
      below.order == 1, above.rest.count == 1, below.rest.count == 1, let variable = below.rest[0].symbolName,
      place.count == 1, let value = place[0].occurrence
    else { return nil }
    let range = node.range.lowerBound..<max(node.range.upperBound, bar.upperBound)
    if let function = above.rest[0].symbolName, functions.contains(function) {
      let prime = above.rest[0].range
      let primed = MathNode(.scripts(MathScripts(base: above.rest[0], primes: [prime])), node.range)
      let fence = MathFence(
        open: MathDelimiter("(", .open, bar.lowerBound..<bar.lowerBound), body: place,
        close: MathDelimiter(")", .close, bar.upperBound..<bar.upperBound))
      return [primed, MathNode(.fence(fence), bar)]
    }
    // Where y itself stands below the bar, with its index.
    guard value.letter == variable else { return nil }
    let sign = fraction.denominator.nodes.withoutBlanks.first { $0.isDifferentialSign }
    fraction.denominator.nodes = (sign.map { [$0] } ?? []) + place
    return [MathNode(.fraction(fraction), range)]
  }

  private static let functions: Set<String> = ["\\sigma", "f", "g", "\\phi", "\\varphi", "h", "\\theta"]
}

extension MathNode {
  /// y_u of |_{y_u}.
  fileprivate var placeBelowBar: [MathNode]? {
    guard case .scripts(let scripts) = kind, scripts.upper == nil, scripts.primes.isEmpty, let base = scripts.base,
      case .delimiter(let bar) = base.kind, ["|", "vert", "rvert"].contains(bar.name), let lower = scripts.lower
    else { return nil }
    return lower.nodes.withoutBlanks
  }

  /// The derivative and the place of \left. dC/dy \right|_{y_u}.
  fileprivate var barredFence: (inner: MathNode, place: [MathNode])? {
    guard case .scripts(let scripts) = kind, scripts.upper == nil, scripts.primes.isEmpty, let base = scripts.base,
      case .fence(let fence) = base.kind, fence.open.name.isEmpty, ["|", "vert", "rvert"].contains(fence.close.name),
      let lower = scripts.lower, fence.body.withoutBlanks.count == 1
    else { return nil }
    return (fence.body.withoutBlanks[0], lower.nodes.withoutBlanks)
  }
}
