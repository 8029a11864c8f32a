import Calculus
import Expressions

/// `derive equal A B`, `derive equal 'A == B'`.
enum EqualCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let operands = arguments.operands
    // One operand may hold both sides.
    if operands.count != 1 { _ = try arguments.operands(count: 2) }
    if operands.count == 2 {
      return try LineProtocol.run(operands.joined(separator: " == "), of: .equal, console) { _ throws(ProblemError) in
        try answer(operands[0], operands[1])
      }
    }
    if operands[0] != "-", sides(of: operands[0]).count < 2 { _ = try arguments.operands(count: 2) }
    return try LineProtocol.run(operands[0], of: .equal, console) { text throws(ProblemError) in
      let sides = sides(of: text)
      guard sides.count > 1 else { throw ProblemError.sidesMissing }
      guard sides.count == 2 else { throw ProblemError.tooManySides(column: sides[2].column) }
      return try answer(sides[0].text, sides[1].text, secondColumn: sides[1].column)
    }
  }

  /// Whether the two expressions are equal. Columns of errors in the second count from `secondColumn`.
  private static func answer(
    _ left: String, _ right: String, secondColumn: Int = 1
  ) throws(ProblemError) -> LineProtocol.Answer {
    var graph = ExpressionGraph()
    let a = try graph.read(left)
    let b: Expression
    do {
      b = try graph.read(right)
    } catch {
      throw error.moved(by: secondColumn - 1)
    }
    switch graph.decideEquality(a, b) {
    case .equal: return ("equal", Command.Status.good)
    case .notEqual(let witness): return ("not equal: " + description(of: witness), Command.Status.wrong)
    case .undecided(let reason): return ("undecided: " + reason, Command.Status.undecided)
    }
  }

  /// `at x = 0.5: 1.25 and 3`.
  private static func description(of witness: Witness) -> String {
    let values = witness.values.map { "\($0.symbol) = \(number($0.value))" }.joined(separator: ", ")
    return (values.isEmpty ? "" : "at \(values): ") + "\(number(witness.left)) and \(number(witness.right))"
  }

  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The parts of `text` between `==` outside brackets, and the columns where they begin.
  static func sides(of text: String) -> [(text: String, column: Int)] {
    let scalars = Array(text.unicodeScalars)
    var result: [(text: String, column: Int)] = []
    var depth = 0
    var start = 0
    var position = 0
    func take(to end: Int) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      result.append((String(view), start + 1))
    }
    while position < scalars.count {
      switch scalars[position] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "=" where depth <= 0 && position + 1 < scalars.count && scalars[position + 1] == "=":
        take(to: position)
        position += 1
        start = position + 1
      default: break
      }
      position += 1
    }
    take(to: scalars.count)
    return result
  }
}

extension ProblemError {
  /// The same with every column increased: the text stands further right in a line.
  fileprivate func moved(by columns: Int) -> ProblemError {
    guard case .malformed(let error) = self else { return self }
    var problem = error.problem
    if case .unclosed(let bracket, let column) = problem { problem = .unclosed(bracket, column: column + columns) }
    return .malformed(TextError(column: error.column + columns, problem: problem))
  }
}
