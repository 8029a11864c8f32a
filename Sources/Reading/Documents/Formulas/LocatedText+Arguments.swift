extension LocatedText {
  /// The content of an environment without the arguments of its `\begin`, such as the `{2}` of `\begin{alignat}{2}`.
  func withoutArguments(of name: String) -> LocatedText {
    guard let environment = MathEnvironment(name), environment.argumentCount > 0 else { return self }
    var index = 0
    for _ in 0..<environment.argumentCount {
      while index < count, scalars[index].isSpace { index += 1 }
      guard index < count, scalars[index] == "{" else { break }
      var depth = 0
      repeat {
        depth += scalars[index] == "{" ? 1 : scalars[index] == "}" ? -1 : 0
        index += 1
      } while depth > 0 && index < count
    }
    return slice(index..<count)
  }
}
