import Expressions

/// Values of options as what they stand for.
extension Arguments {
  /// One of the cases of `Choice` by its raw value.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: OptionRecord.Name, as type: Choice.Type
  ) throws(CommandError) -> Choice where Choice.RawValue == String {
    let text = self.text(name) ?? ""
    if let choice = Choice(rawValue: text) { return choice }
    throw unknownChoice(text, among: Choice.allCases.map(\.rawValue), of: name)
  }

  /// Cases of `Choice` separated by commas; nil where the option is not given.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: OptionRecord.Name, as type: Choice.Type
  ) throws(CommandError) -> [Choice]? where Choice.RawValue == String {
    guard let text = self.text(name) else { return nil }
    var result: [Choice] = []
    for word in words(text) {
      guard let choice = Choice(rawValue: word) else {
        throw unknownChoice(word, among: Choice.allCases.map(\.rawValue), of: name)
      }
      result.append(choice)
    }
    return result
  }

  /// One of `words`.
  func word(_ name: OptionRecord.Name, among words: [String]) throws(CommandError) -> String {
    let text = self.text(name) ?? ""
    if words.contains(text) { return text }
    throw unknownChoice(text, among: words, of: name)
  }

  /// A whole number in `range`.
  func integer(_ name: OptionRecord.Name, in range: ClosedRange<Int>) throws(CommandError) -> Int {
    let text = self.text(name) ?? ""
    if let value = Int(text), range.contains(value) { return value }
    throw fault(name, .notAWholeNumber(range))
  }

  /// A whole number that fits 64 bits without sign.
  func seed(_ name: OptionRecord.Name) throws(CommandError) -> UInt64 {
    if let value = UInt64(text(name) ?? "") { return value }
    throw fault(name, .notASeed)
  }

  /// A number above 0.
  func positiveNumber(_ name: OptionRecord.Name) throws(CommandError) -> Double {
    if let value = Double(text(name) ?? ""), value > 0, value.isFinite { return value }
    throw fault(name, .notAPositiveNumber)
  }

  /// The words between commas, without the blanks around them.
  func words(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      let trimmed = word.drop { $0 == " " }
      return String(trimmed.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// What is wrong with the value of the option `name`.
  func fault(_ name: OptionRecord.Name, _ fault: CommandError.ValueFault) -> CommandError {
    CommandError(.value(of: "--" + name.rawValue, text(name) ?? "", fault), in: command.name)
  }

  private func unknownChoice(_ word: String, among words: [String], of name: OptionRecord.Name) -> CommandError {
    let suggestion = NearMiss.suggestion(for: word, among: words)
    return fault(name, .unknownChoice(word, known: words, suggestion: suggestion))
  }
}

extension Arguments {
  /// The operands, which must be that many.
  func operands(count: Int) throws(CommandError) -> [String] {
    if operands.count < count { throw CommandError(.operandMissing(command), in: command.name) }
    if operands.count > count { throw CommandError(.unexpectedOperands(operands, command), in: command.name) }
    return operands
  }
}
