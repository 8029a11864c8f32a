import Expressions
import Networks

/// A list of claims with their reasons: the one thing the deriver, the printers, the reader and the checker exchange.
///
/// The claims stand in sections of rows, as a page of notes does; `claims` lists them one after another.
public struct Derivation: Sendable {
  /// The graph that every expression of the derivation is of.
  public var graph: ExpressionGraph
  /// The network that it is about.
  public var network: Network
  /// The sections, in the order of the page.
  public var sections: [Section]

  /// A derivation about `network` with expressions of `graph`.
  public init(graph: ExpressionGraph, network: Network, sections: [Section]) {
    self.graph = graph
    self.network = network
    self.sections = sections
  }

  /// Every claim with the place where it stands, in order.
  public var claims: [(place: ClaimPlace, claim: Claim)] {
    var result: [(place: ClaimPlace, claim: Claim)] = []
    for (section, content) in sections.enumerated() {
      for (row, line) in content.rows.enumerated() {
        // What a remark defines holds for the row it stands in.
        let remarks = line.remarks.enumerated().map { (line.statements.count + $0.offset, $0.element) }
        for (statement, chain) in remarks + line.statements.enumerated().map({ ($0.offset, $0.element) }) {
          for (step, claim) in chain.claims {
            let place = ClaimPlace(section: section, row: row, statement: statement, step: step)
            result.append((place, claim))
          }
        }
      }
    }
    return result
  }
}

/// Where a claim stands in a derivation; all counted from 0.
public struct ClaimPlace: Hashable, Sendable {
  public let section: Int
  public let row: Int
  /// The statement of the row; the remarks come behind the statements.
  public let statement: Int
  /// The step of the statement; steps first, the names under braces behind them.
  public let step: Int

  /// The place of step `step` of statement `statement` in row `row` of section `section`.
  public init(section: Int, row: Int, statement: Int, step: Int) {
    self.section = section
    self.row = row
    self.statement = statement
    self.step = step
  }
}

/// What a section of a derivation is about; the values of `--only`.
public enum Part: String, Sendable, CaseIterable {
  case forward, activation, loss, gradients, output, hidden, general, update
}

/// Rows under one heading.
public struct Section: Sendable {
  /// What it is about.
  public var part: Part
  /// The layer that the heading names; an integer expression.
  public var layer: Expression?
  /// The words of the heading, without the layer: "forward pass", "slope of the activation".
  public var title: String
  /// The rows.
  public var rows: [Row]
  /// How the rows are set.
  public var layout: Layout

  /// A section.
  public init(part: Part, layer: Expression? = nil, title: String, rows: [Row], layout: Layout = .rows) {
    self.part = part
    self.layer = layer
    self.title = title
    self.rows = rows
    self.layout = layout
  }
}

/// How the rows of a section are set.
public enum Layout: Hashable, Sendable {
  /// The statements of a row beside one another, a chain on one line.
  case rows
  /// One step of a chain on a line, its reason behind it.
  case steps
}

/// Statements that stand on one line, with the ranges of their free indices behind them.
public struct Row: Sendable {
  /// The statements, from left to right.
  public var statements: [Statement]
  /// The free indices whose ranges are shown, in order.
  public var shownRanges: [Expression]
  /// Further equations that are only pointed out: n_3 = 3, a_j^1 = x_j. They are claims as well.
  public var remarks: [Statement]

  /// A row.
  public init(_ statements: [Statement], shownRanges: [Expression] = [], remarks: [Statement] = []) {
    self.statements = statements
    self.shownRanges = shownRanges
    self.remarks = remarks
  }
}

/// A chain head = a = b = …: each step is one claim about its predecessor.
public struct Statement: Sendable {
  /// What the chain begins with.
  public var head: Expression
  /// What follows.
  public var steps: [Step]

  /// The chain that begins with `head`.
  public init(_ head: Expression, _ steps: [Step]) {
    self.head = head
    self.steps = steps
  }

  /// The claims that the chain makes, in the order of reading: one for each step, and behind it one for each name under a
  /// brace in it. Steps are numbered first, then the names.
  public var claims: [(number: Int, claim: Claim)] {
    var result: [(number: Int, claim: Claim)] = []
    var predecessor = head
    var names = steps.count
    for (number, step) in steps.enumerated() {
      let claim = Claim(left: predecessor, relation: step.relation, right: step.expression, reason: step.reason)
      result.append((number, claim))
      predecessor = step.expression
      for name in step.names {
        result.append((names, Claim(left: name.term, relation: .equal, right: name.name, reason: name.reason)))
        names += 1
      }
    }
    return result
  }
}

/// One link of a chain.
public struct Step: Sendable {
  /// How it follows from its predecessor.
  public var relation: Relation
  /// The new member of the chain.
  public var expression: Expression
  /// Why.
  public var reason: Reason
  /// Subexpressions that carry a name under a brace.
  public var names: [NamedTerm]

  /// The link = `expression` of a chain.
  public init(_ expression: Expression, _ reason: Reason, names: [NamedTerm] = []) {
    self.init(.equal, expression, reason, names: names)
  }

  /// A link of a chain.
  public init(_ relation: Relation, _ expression: Expression, _ reason: Reason, names: [NamedTerm] = []) {
    self.relation = relation
    self.expression = expression
    self.reason = reason
    self.names = names
  }
}

/// A subexpression with its name or value under a brace.
public struct NamedTerm: Sendable {
  /// The subexpression, as it stands in the step.
  public var term: Expression
  /// What stands under the brace.
  public var name: Expression
  /// Why they are equal.
  public var reason: Reason

  /// `term`, called `name` under a brace.
  public init(_ term: Expression, _ name: Expression, _ reason: Reason) {
    self.term = term
    self.name = name
    self.reason = reason
  }
}

/// What a claim says of its two sides.
public enum Relation: String, Sendable, CaseIterable {
  case equal
  /// The left side takes the value of the right side: an update.
  case becomes
}

/// One relation between two expressions with its reason. It holds if it holds for all values of its free indices.
public struct Claim: Sendable {
  public var left: Expression
  public var relation: Relation
  public var right: Expression
  public var reason: Reason

  /// A claim.
  public init(left: Expression, relation: Relation, right: Expression, reason: Reason) {
    self.left = left
    self.relation = relation
    self.right = right
    self.reason = reason
  }
}
