/// The tokens that a call of a macro is replaced by, with the ranges that they get.
struct Expansion {
  /// What is put in the place of a parameter.
  struct Argument {
    /// The tokens.
    var tokens: [MathToken]
    /// Where they stand, with their braces; nil for the value of an argument that was left out.
    var range: Range<Int>?

    /// An argument that was written.
    init(tokens: [MathToken], range: Range<Int>) {
      self.tokens = tokens
      self.range = range
    }

    /// The value of an argument that was left out.
    init(value: [MathToken.Kind]) {
      tokens = value.map { MathToken($0, 0..<0) }
      range = nil
    }
  }

  /// The tokens, with ranges that never go backwards.
  private(set) var tokens: [MathToken] = []

  /// The body of `macro` with `arguments` in their places; `call` is the range of the macro's name.
  init(call: Range<Int>, macro: MathMacro, arguments: [Argument]) {
    let written = arguments.compactMap(\.range)
    let whole = written.reduce(call) {
      min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
    }
    let followsCall = zip([call] + written, written).allSatisfy { $0.upperBound <= $1.lowerBound }
    if macro.isOrdered && followsCall {
      fillInOrder(macro, arguments, whole)
    } else {
      fill(macro, arguments, whole)
    }
  }

  /// Everything has the range of the call.
  private mutating func fill(_ macro: MathMacro, _ arguments: [Argument], _ whole: Range<Int>) {
    for kind in macro.body {
      if case .parameter(let number, level: 1) = kind {
        guard number <= arguments.count else { continue }
        tokens += arguments[number - 1].tokens.map { MathToken($0.kind, whole) }
      } else {
        tokens.append(MathToken(lowered(kind), whole))
      }
    }
  }

  /// The arguments keep their ranges; what stands around them has the gaps.
  private mutating func fillInOrder(_ macro: MathMacro, _ arguments: [Argument], _ whole: Range<Int>) {
    var lower = whole.lowerBound
    var gapStart = 0
    for kind in macro.body {
      guard case .parameter(let number, level: 1) = kind else {
        tokens.append(MathToken(lowered(kind), lower..<whole.upperBound))
        continue
      }
      guard number <= arguments.count else { continue }
      let argument = arguments[number - 1]
      guard let first = argument.tokens.first, let last = argument.tokens.last, argument.range != nil else {
        tokens += argument.tokens.map { MathToken($0.kind, lower..<whole.upperBound) }
        continue
      }
      for place in gapStart..<tokens.count { tokens[place].range = lower..<first.range.lowerBound }
      tokens += argument.tokens
      gapStart = tokens.count
      lower = last.range.upperBound
    }
  }

  /// `##1` is the `#1` of a macro that is defined within this one.
  private func lowered(_ kind: MathToken.Kind) -> MathToken.Kind {
    guard case .parameter(let number, let level) = kind, level > 1 else { return kind }
    return .parameter(number, level: level - 1)
  }
}
