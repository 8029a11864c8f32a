/// The formulas of five people's notes, one a line, as they wrote them.
enum SourceFormulas {
  static let all = [first, second, third, fourth, fifth].flatMap { $0.split(separator: "\n").map(String.init) }
}
