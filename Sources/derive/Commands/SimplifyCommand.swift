import Calculus
import Expressions

/// `derive simplify EXPR [--format text|latex]`.
enum SimplifyCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Int32 {
    let operands = try arguments.operands(count: 1)
    let format = try arguments.choice(.format, as: ExpressionFormat.self)
    return try LineProtocol.run(operands[0], of: .simplify, console) { text throws(ProblemError) in
      var graph = ExpressionGraph()
      let expression = try graph.read(text)
      let simplified = graph.simplify(expression)
      if graph.isUndefined(simplified) { throw ProblemError.undefined }
      return (format.write(simplified, of: graph), Command.Status.good)
    }
  }
}
