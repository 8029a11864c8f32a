import Expressions
import LaTeX

/// Finds out whether I, \mathbf{I} or I_n is the identity matrix: W + I, XᵀX + λI, ∂y/∂x = I.
///
/// An input or a current may go by the same letter; so something has to tell: that I, or a number times I, is added to
/// matrices and to nothing else, while no line says what I is or differentiates by it.
struct IdentityMatrices {
  private let statements: [WrittenStatement]
  private var builder: NotesBuilder
  private let letter: String
  /// How often I stands beside matrices, and how often beside something else.
  private var votes = (matrices: 0, others: 0)

  private static let names = ["I", "\\mathbb{I}", "Id"]

  private init(_ letter: String, _ vocabulary: Vocabulary, _ statements: [WrittenStatement]) {
    self.letter = letter
    self.statements = statements
    builder = NotesBuilder(vocabulary, statements)
  }

  /// `vocabulary` with the letters that stand for identity matrices.
  static func taken(_ vocabulary: Vocabulary, _ statements: [WrittenStatement], _ survey: Survey) -> Vocabulary {
    var result = vocabulary
    for letter in names where isFree(letter, vocabulary, statements, survey) {
      guard vocabulary.hasArrays else {
        if statements.contains(where: { isAddedToSlopes(letter, $0) }) { result.identities.insert(letter) }
        continue
      }
      var search = IdentityMatrices(letter, vocabulary, statements)
      search.vote()
      if search.votes.matrices > 0, search.votes.others == 0 { result.identities.insert(letter) }
    }
    return result
  }

  /// Whether a letter may be the identity matrix: nothing hangs on it but its size or a transposition.
  private static func isFree(
    _ letter: String, _ vocabulary: Vocabulary, _ statements: [WrittenStatement], _ survey: Survey
  ) -> Bool {
    let usage = survey[letter]
    let indices: Set<String?> = ["i", "j", "k", "t", "l", "s", "p", "q"]
    guard usage.count > 0, usage.applications == 0, usage.primes == 0, usage.variables == 0,
      usage.differentiated == 0, usage.bare.isEmpty, usage.bracketed.isEmpty, !vocabulary.sizeLetters.contains(letter),
      usage.subscriptCounts.keys.allSatisfy({ $0 < 2 }), usage.single.keys.allSatisfy({ !indices.contains($0.letter) }),
      vocabulary.functions[letter] == nil, vocabulary.letters[letter]?.role == nil
    else { return false }
    return !statements.contains { statement in
      let head = statement.chain.members[0].nodes.withoutBlanks
      return head.count == 1 && head[0].occurrence?.letter == letter && !statement.chain.signs.isEmpty
    }
  }

  /// Whether a line of notes without arrays adds I to nothing but derivatives by what its head is differentiated by:
  /// ∂x_{l+1}/∂x_l = I + ∂F/∂x_l. Of numbers it is 1.
  private static func isAddedToSlopes(_ letter: String, _ statement: WrittenStatement) -> Bool {
    let members = statement.chain.members.map { $0.nodes.withoutBlanks }
    guard members[0].count == 1, let variable = members[0][0].differentials?.below.rest.first?.occurrence else {
      return false
    }
    return members.dropFirst().contains { member in
      let terms = member.split { node in
        if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
      }
      let others = terms.filter { !($0.count == 1 && $0.first?.occurrence?.letter == letter) }
      return others.count == terms.count - 1 && !others.isEmpty
        && others.allSatisfy { term in
          term.contains { $0.differentials?.below.rest.first?.occurrence?.letter == variable.letter }
        }
    }
  }

  private mutating func vote() {
    builder.unifyDimensions()
    for statement in statements {
      builder.prepareScope(statement)
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      for (member, next) in zip(members, members.dropFirst()) {
        if isMultiple(member) { count(next) }
        if isMultiple(next) { count(member) }
      }
      for member in members { visit(member) }
    }
  }

  /// What kind of thing stands beside I.
  private mutating func count(_ nodes: [MathNode]) {
    guard !nodes.contains(where: isIdentity), let tensor = try? builder.elaborator.tensor(nodes) else { return }
    // A row is repeated: I − 1pᵀ. An input is a column.
    if tensor.axes.count == 1, tensor.isRow { return }
    if tensor.axes.count == 2 { votes.matrices += 1 } else { votes.others += 1 }
  }

  /// Looks at the sums here, and at those within.
  private mutating func visit(_ nodes: [MathNode]) {
    let terms = nodes.withoutBlanks.split { node in
      if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
    }.map(Array.init)
    if terms.contains(where: isMultiple) {
      for term in terms where !isMultiple(term) { count(term) }
    }
    for node in nodes where node.occurrence == nil { visit(node.children) }
  }

  private func isIdentity(_ node: MathNode) -> Bool { node.occurrence?.letter == letter }

  /// I, λI, 2I: nothing but numbers beside I.
  private func isMultiple(_ term: [MathNode]) -> Bool {
    guard term.count(where: isIdentity) == 1 else { return false }
    let others = term.filter { !isIdentity($0) }
    guard !others.isEmpty else { return true }
    var elaborator = builder.elaborator
    return (try? elaborator.tensor(others))?.isScalar == true
  }
}

extension Elaborator {
  /// The identity matrix; how large it is what it stands beside tells.
  mutating func identityMatrix(_ node: MathNode) -> Tensor? {
    guard let occurrence = node.occurrence, vocabulary.identities.contains(occurrence.letter) else { return nil }
    guard vocabulary.hasArrays else { return Tensor(graph.number(1)) }
    let dimension = graph.symbol(Family("#identity#\(statement)#\(node.range.lowerBound)", isCount: true))
    let one = graph.number(1)
    let size = dimensions.root(dimension)
    let row = graph.freshIndex("i", from: one, to: size)
    let column = graph.freshIndex("j", from: one, to: size)
    return Tensor(axes: [row, column], body: graph.kroneckerDelta(row, column))
  }
}
