import LaTeX

/// Finds the function that the whole network is, f(x) of L(f(x), y) or of f(x) − y, and writes it as the prediction ŷ.
///
/// It is a function that is applied to the inputs and the parameters only, never has a prime, and is compared with a target.
struct NetworkOutput: UniformNotationMark {
  /// The letter of the function; nil if there is none.
  private var letter: String?

  private static let functions: Set<String> = ["f", "F", "h", "o", "\\hat{f}"]
  private static let targets: Set<String> = ["y", "t", "Y", "T"]
  private static let arguments: Set<String> = ["x", "X", "\\theta", "w", "W", "b", "\\Theta"]

  /// The function in these formulas.
  init(_ formulas: [MathFormula]) {
    var compared: Set<String> = []
    var other: Set<String> = []
    for formula in formulas { Self.collect(formula.nodes, &compared, &other) }
    letter = compared.subtracting(other).sorted().first
  }

  /// Collects the functions that are compared with targets, and those that are more than what a network computes.
  private static func collect(_ nodes: [MathNode], _ compared: inout Set<String>, _ other: inout Set<String>) {
    let visible = nodes.withoutBlanks
    for (place, node) in visible.enumerated() {
      if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, functions.contains(name) {
        other.insert(name)
      }
      guard let name = node.symbolName else {
        collect(node.children, &compared, &other)
        continue
      }
      guard functions.contains(name) else { continue }
      guard place + 1 < visible.count, isApplied(to: visible[place + 1]) else {
        other.insert(name)
        continue
      }
      if isCompared(visible, place) { compared.insert(name) }
    }
  }

  /// (x), (x; θ), and (x)_i.
  private static func isApplied(to node: MathNode) -> Bool {
    var fenced = node
    if case .scripts(let scripts) = node.kind, let base = scripts.base, scripts.primes.isEmpty { fenced = base }
    guard case .fence(let fence) = fenced.kind, fence.open.name == "(" else { return false }
    let items = fence.body.withoutBlanks.filter { !$0.isPunctuation }
    let names = items.compactMap(\.symbolName)
    return names.count == items.count && names.allSatisfy(arguments.contains)
      && names.contains { $0.lowercased() == "x" }
  }

  /// Whether f(x), at `place`, stands beside a target between commas, or is subtracted from one.
  private static func isCompared(_ nodes: [MathNode], _ place: Int) -> Bool {
    func isTarget(_ place: Int) -> Bool {
      nodes.indices.contains(place) && nodes[place].occurrence.map { targets.contains($0.letter) } == true
    }
    func sign(_ place: Int) -> Bool {
      guard nodes.indices.contains(place) else { return false }
      return nodes[place].kind == .punctuation(",") || nodes[place].kind == .operation("-")
    }
    return sign(place + 2) && isTarget(place + 3) || sign(place - 1) && isTarget(place - 2)
  }

  /// `formula` with ŷ for f(x).
  func marked(_ formula: MathFormula) -> MathFormula {
    letter == nil ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var isArgument = false
    for (place, node) in nodes.enumerated() {
      if isArgument, !node.isBlank {
        isArgument = false
        continue
      }
      guard node.symbolName == letter, let next = nodes[(place + 1)...].first(where: { !$0.isBlank }),
        Self.isApplied(to: next)
      else {
        // The letters of a word are no quantities.
        result.append(node.symbolName == nil ? node.mappingRows { marked($0) } : node)
        continue
      }
      result.append(prediction(node, next))
      isArgument = true
    }
    return result
  }

  /// ŷ, with the scripts that hang on the brackets behind f.
  private func prediction(_ function: MathNode, _ arguments: MathNode) -> MathNode {
    let letter = MathNode(.letter("y"), function.range)
    let hat = MathNode(.accented(.hat, MathRow([letter], function.range)), function.range)
    let range = function.range.lowerBound..<arguments.range.upperBound
    guard case .scripts(var scripts) = arguments.kind else { return MathNode(hat.kind, range) }
    scripts.base = hat
    return MathNode(.scripts(scripts), range)
  }
}
