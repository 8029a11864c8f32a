import Checking

/// Counterexamples as they are shown: what is put in, in as few words as it takes.
enum CounterexampleText {
  /// `i = 1: 4, not 2`.
  static func values(_ example: Counterexample) -> String {
    let indices = example.indices.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    let sides = "\(NumberText.short(example.left)), not \(NumberText.short(example.right))"
    return indices.isEmpty ? sides : "\(indices): \(sides)"
  }

  /// `f(z) = z, x = 1, all w = 1, y = (10, 11)`; empty where nothing is put in.
  static func instance(_ example: Counterexample) -> String {
    var parts = example.functions.filter { isOfNotes($0.name) }.map { function in
      "\(openLossNames[function.name] ?? function.name)(z) = \(function.value)"
    }
    if example.functions.contains(where: { openLossNames[$0.name] != nil }) {
      parts.insert("the loss F(Σ_k q_k G(a_k))", at: 0)
    }
    parts += example.sizes.filter { isOfNotes($0.name) }.map { "\(size($0.name)) = \($0.value)" }
    return (parts + groups(example.values.filter { isOfNotes($0.name) }).map(text)).joined(separator: ", ")
  }

  /// Whether a name is one of the notes, and not of what stands for a quantity that they leave open.
  private static func isOfNotes(_ name: String) -> Bool { !name.hasPrefix("·") }

  /// The two functions of a loss of which nothing is known but that it depends on all outputs.
  private static let openLossNames = ["lossF": "F", "lossG": "G"]

  /// The name of a size as people say it: n_2 for `n[2]`.
  static func size(_ name: String) -> String {
    let plain = plainSize(name)
    guard let bracket = plain.firstIndex(of: "["), plain.hasSuffix("]") else { return plain }
    let layer = plain[plain.index(after: bracket)...].dropLast()
    return plain[..<bracket] + "_" + (layer.count == 1 ? layer : "{\(layer)}")
  }

  /// The name of a size without what only tells it from other symbols: L for `L_`, which is called so beside the loss; a
  /// dimension that no letter of the notes tells is that of the array it belongs to, `#x#0` of x.
  static func plainSize(_ name: String) -> String {
    guard name.hasPrefix("#") else { return name.hasSuffix("_") ? String(name.dropLast()) : name }
    let pieces = name.dropFirst().split(separator: "#")
    guard pieces.count == 2, let slot = Int(pieces[1].prefix { $0.isNumber }) else {
      return pieces.joined(separator: " ")
    }
    return slot == 0 ? "length of \(pieces[0])" : "dimension \(slot + 1) of \(pieces[0])"
  }

  /// One instance that serves all `examples`; nil where they contradict one another, or where there are fewer than two.
  static func common(_ examples: [Counterexample]) -> Counterexample? {
    guard examples.count > 1, var union = examples.first else { return nil }
    for example in examples.dropFirst() {
      guard let sizes = merged(union.sizes, example.sizes), let values = merged(union.values, example.values),
        let functions = merged(union.functions, example.functions)
      else { return nil }
      union.sizes = sizes
      union.values = values
      union.functions = functions
    }
    return union
  }

  private static func merged<Value>(
    _ a: [Counterexample.Assignment<Value>], _ b: [Counterexample.Assignment<Value>]
  ) -> [Counterexample.Assignment<Value>]? {
    var result = a
    for assignment in b {
      guard let known = result.first(where: { $0.name == assignment.name }) else {
        result.append(assignment)
        continue
      }
      guard known.value == assignment.value else { return nil }
    }
    return result
  }

  // MARK: Members of one family

  private struct Group {
    var letter: String
    var members: [(subscripts: [Int], value: Double)]
  }

  /// The values by letters, in order of appearance; the members of each in the order of their subscripts.
  private static func groups(_ values: [Counterexample.Assignment<Double>]) -> [Group] {
    var result: [Group] = []
    for assignment in values {
      let (letter, subscripts) = parts(of: assignment.name)
      if let place = result.firstIndex(where: { $0.letter == letter }) {
        result[place].members.append((subscripts, assignment.value))
      } else {
        result.append(Group(letter: letter, members: [(subscripts, assignment.value)]))
      }
    }
    for place in result.indices {
      result[place].members.sort { $0.subscripts.lexicographicallyPrecedes($1.subscripts) }
    }
    return result
  }

  /// `w[1,2,1]` as w and 1, 2, 1.
  private static func parts(of name: String) -> (letter: String, subscripts: [Int]) {
    guard let bracket = name.firstIndex(of: "["), name.hasSuffix("]") else { return (name, []) }
    let inside = name[name.index(after: bracket)...].dropLast()
    return (String(name[..<bracket]), inside.split(separator: ",").map { Int($0.filter { $0 != " " }) ?? 0 })
  }

  private static func text(_ group: Group) -> String {
    let first = group.members[0]
    let value = NumberText.short(first.value)
    if group.members.count == 1 { return first.subscripts.isEmpty ? "\(group.letter) = \(value)" : member(group, 0) }
    if group.members.allSatisfy({ $0.value == first.value }) { return "all \(group.letter) = \(value)" }
    let isVector = group.members.enumerated().allSatisfy { $0.element.subscripts == [$0.offset + 1] }
    if isVector {
      return "\(group.letter) = (\(group.members.map { NumberText.short($0.value) }.joined(separator: ", ")))"
    }
    return group.members.indices.map { member(group, $0) }.joined(separator: ", ")
  }

  private static func member(_ group: Group, _ place: Int) -> String {
    let (subscripts, value) = group.members[place]
    return "\(group.letter)[\(subscripts.map(String.init).joined(separator: ","))] = \(NumberText.short(value))"
  }
}
