import Expressions
import LaTeX
import Networks

/// What belongs together although it is written differently: capital and small letters, and the losses of samples.
extension VocabularyReader {
  /// A^{(l)} and a^{(l)}, where notes define one of them and use the other as well, are the same quantity; where both have
  /// defining equations the capital is the matrix of a whole batch.
  mutating func unifyLayeredCases() {
    let defined = Set(roles.definitions.flatMap { [$0.output.letter, $0.input.letter] })
    for role in [Vocabulary.Role.activation, .preactivation] {
      for letter in vocabulary.letters.filter({ $0.value.role == role }).keys.sorted() where letter.count == 1 {
        let other = letter.first?.isUppercase == true ? letter.lowercased() : letter.uppercased()
        guard isLayered(letter), isLayered(other), vocabulary.letters[other]?.role == nil,
          vocabulary.letters[letter]?.place == vocabulary.letters[other]?.place,
          !defined.contains(other)
        else { continue }
        assign(role, other)
      }
    }
  }

  /// a^{(1)} = Σ_i w_i^{(1)} x_i: one unit, whose definitions tell everything.
  var isSingleUnit: Bool {
    guard !hasArrays, let weight = vocabulary.letter(for: .weight), let pre = vocabulary.letter(for: .preactivation)
    else { return false }
    return survey[weight].count > 0 && survey[weight].subscriptCounts[1] == survey[weight].count
      && survey[pre].subscriptCounts[0] == survey[pre].count
      && !vocabulary.letters.contains { letter, reading in reading.role == .weight && letter != weight }
  }

  /// Whether t or d is compared with something: t − y, t log y; or numbered. In words that are set as formulas it is not.
  func isCompared(_ letter: String) -> Bool {
    if survey[letter].subscriptCounts[1, default: 0] > 0 || survey[letter].bold > 0 { return true }
    func visit(_ nodes: [MathNode]) -> Bool {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        if node.occurrence?.letter == letter {
          let before = place > 0 ? visible[place - 1].kind : nil
          let after = place + 1 < visible.count ? visible[place + 1] : nil
          if before == .operation("-") || after?.kind == .operation("-") || after?.isFunctionSign == true {
            return true
          }
        } else if node.occurrence == nil, visit(node.children) {
          return true
        }
      }
      return false
    }
    return statements.contains { $0.chain.members.contains { visit($0.nodes) } }
  }

  /// Which occurrences of the loss are of one sample, and whether that of all samples is another quantity.
  ///
  /// C_0 alone is the loss of the one sample that is considered, E_1 beside E_2 are parts. J(W, b; x, y) is of one sample
  /// where J(W, b) is said to be a sum of such, which is then of all of them.
  mutating func findLosses() {
    var numbers: Set<Int> = []
    var isOfData = false
    var isOfParameters = false
    var hasTotal = false
    func visit(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        guard let occurrence = node.occurrence else {
          visit(node.children)
          continue
        }
        guard vocabulary.letters[occurrence.letter]?.role == .loss else { continue }
        if occurrence.subscripts.count == 1, let number = LayerContent(occurrence.subscripts[0]), number.letter == nil {
          numbers.insert(number.offset)
        }
        guard let next = nodes[(place + 1)...].first(where: { !$0.isBlank }), case .fence(let fence) = next.kind else {
          continue
        }
        if vocabulary.mentionsData(fence.body) {
          isOfData = true
        } else if vocabulary.isLayeredNetwork || fence.body.mentionsParameters {
          isOfParameters = true
        }
      }
    }
    for statement in statements {
      (isOfData, isOfParameters) = (false, false)
      for member in statement.chain.members { visit(member.nodes) }
      if isOfData, isOfParameters, statement.chain.members.contains(where: { RoleReader.hasSum($0.nodes) }) {
        hasTotal = true
      }
    }
    vocabulary.lossNumbers = numbers
    findCounts()
    vocabulary.hasTotalLoss = hasTotal
  }
}

extension VocabularyReader {
  /// The loss of notes that write no derivative of it: E = ½ Σ_k (t_k − y_k)², where a customary letter is said to be made of
  /// targets.
  var definedLoss: String? {
    let ambiguous: Set<String> = ["e", "c", "l", "H", "Q", "R", "\\xi", "\\ell"]
    let targets: Set<String> = ["y", "t", "d", "Y", "T", "D", "\\hat{y}", "y^*"]
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard let head = members.first, head.count == 1 || head.count == 2 && head[1].isRoundFence,
        let loss = head[0].occurrence?.letter,
        Self.lossLetters.contains(loss), !ambiguous.contains(loss), survey[loss].variables == 0
      else { continue }
      if members.dropFirst().contains(where: { !targets.isDisjoint(with: occurrences(in: $0).map(\.letter)) }) {
        return loss
      }
    }
    return nil
  }

  /// The letters that say how many samples there are: m of 1/m Σ_{i=1}^m J(w; x^{(i)}, y^{(i)}).
  fileprivate mutating func findCounts() {
    func visit(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName,
          let count = sum.upper.flatMap({ LayerContent($0.nodes)?.letter }),
          vocabulary.numbersLosses(name, in: Array(nodes[(place + 1)...])),
          let reading = vocabulary.letters[count], reading.role == nil, reading.rank == 0, !vocabulary.isDepth(count)
        {
          vocabulary.letters[count]?.family = Family("#" + count.plainName, isCount: true)
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
  }
}

extension Vocabulary {
  /// Whether `name` numbers samples whose losses stand in `nodes`: J(w; x^{(i)}, y^{(i)}), C_k.
  func numbersLosses(_ name: String, in nodes: [MathNode]) -> Bool {
    for (place, node) in nodes.enumerated() {
      guard let occurrence = node.occurrence else {
        if numbersLosses(name, in: node.children) { return true }
        continue
      }
      guard let letter = letters[occurrence.letter], letter.role == .loss else { continue }
      // ℒ^{(i)} beside the x^{(i)} of one unit carries the index itself.
      if !isLayeredNetwork, letter.isSampled { continue }
      if occurrence.isLabelled(name) { return true }
      if let next = nodes[(place + 1)...].first(where: { !$0.isBlank }), case .fence(let fence) = next.kind,
        fence.body.contains(where: { $0.occurrence?.isLabelled(name) == true })
      {
        return true
      }
    }
    return false
  }

  /// Whether inputs, targets or outputs stand among the arguments of a loss.
  func mentionsData(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      guard let occurrence = node.occurrence else { return mentionsData(node.children) }
      guard let role = letters[occurrence.letter]?.role else { return ["x", "y", "t"].contains(occurrence.letter) }
      return [.input, .target, .prediction, .activation, .preactivation].contains(role)
    }
  }

  /// What a loss with these arguments is called, nil for that of one sample.
  func totalLoss(_ occurrence: Occurrence, of arguments: MathNode?) -> Family? {
    guard hasTotalLoss, let arguments, case .fence(let fence) = arguments.kind, !mentionsData(fence.body),
      isLayeredNetwork || fence.body.mentionsParameters
    else { return nil }
    return Family(occurrence.letter.plainName + "_total")
  }
}

extension Occurrence {
  /// Whether a letter stands above it, or alone below it.
  fileprivate func isLabelled(_ name: String) -> Bool {
    if subscripts.count == 1, LayerContent(subscripts[0])?.letter == name { return true }
    switch superscript {
    case .bracketed(let nodes, _), .bare(let nodes): return LayerContent(nodes)?.letter == name
    case nil: return false
    }
  }
}

extension [MathNode] {
  /// Whether weights or biases stand among the arguments of a loss.
  fileprivate var mentionsParameters: Bool {
    contains { node in
      guard let occurrence = node.occurrence else { return node.children.mentionsParameters }
      return ["W", "w", "b", "\\theta", "\\Theta", "\\omega", "\\beta"].contains(occurrence.letter)
    }
  }
}
