/// What a macro stands for.
struct MathMacro: Sendable, Equatable {
  /// How many arguments it takes, the optional one included.
  var parameterCount: Int
  /// The value of the first argument where it is left out, if it may be.
  var optional: [MathToken.Kind]?
  /// Whether a `*` behind the name is passed over (`\norm*{x}`).
  var takesStar = false
  /// Whether it is another name for the command that is its body, with the meaning that this had at the time (`\let`).
  var isAlias = false
  /// What is put in its place; `.parameter` stands for the arguments.
  var body: [MathToken.Kind]

  /// Whether the body uses its arguments once each and in their order; then what comes from the arguments can keep
  /// its own place in the source.
  var isOrdered: Bool {
    var last = 0
    for case .parameter(let number, level: 1) in body {
      guard number > last else { return false }
      last = number
    }
    return true
  }
}
