/// Where everything that opens in a formula is closed: braces, `\left`, `\begin`, and square brackets.
///
/// It is found before parsing, so that the parser never runs past the end of what it reads, and one missing brace
/// spoils no more than its own cell: what is never closed ends at the first `&` or `\\` that stands directly in it, else
/// where the thing around it ends. Linear in the number of tokens.
struct TokenMatching {
  private enum Kind {
    case brace, left
    case environment(String)
  }

  private struct Open {
    var kind: Kind
    var place: Int
    /// The first `&` or `\\` that stands directly in it.
    var boundary: Int?
    /// Places of `[` that wait for their `]`.
    var brackets: [Int] = []
    /// How many braces are open since the last environment began, this included.
    var braces = 0
  }

  /// For each token that opens: the place of the token that closes it, or where it ends otherwise.
  private(set) var ends: [Int]
  /// For each token that opens: whether it is closed.
  private(set) var isClosed: [Bool]

  private var stack: [Open] = []
  private var environments: [String: Int] = [:]
  private var environmentCount = 0
  private var outerBrackets: [Int] = []

  /// Finds the partners in `tokens`.
  init(_ tokens: [MathToken]) {
    ends = Array(repeating: tokens.count, count: tokens.count)
    isClosed = Array(repeating: false, count: tokens.count)
    var place = 0
    while place < tokens.count { place = handle(tokens, place) }
    while !stack.isEmpty { abandon(at: tokens.count) }
  }

  /// Notes the token at `place`; the place behind it.
  private mutating func handle(_ tokens: [MathToken], _ place: Int) -> Int {
    switch tokens[place].kind {
    case .openBrace: push(.brace, place)
    case .closeBrace: closeBrace(place)
    case .ampersand, .command("\\"), .command("cr"): noteBoundary(place)
    case .command("left"): push(.left, place)
    case .command("right"):
      if case .left? = stack.last?.kind { close(place) } else { noteBoundary(place) }
    case .command("begin"):
      guard let name = EnvironmentName(tokens, at: place) else { break }
      push(.environment(name.text), place)
      return name.end
    case .command("end"):
      guard let name = EnvironmentName(tokens, at: place) else { break }
      closeEnvironment(name.text, place)
      return name.end
    case .character("["): bracket { $0.append(place) }
    case .character("]"):
      var opener: Int?
      bracket { opener = $0.popLast() }
      if let opener {
        ends[opener] = place
        isClosed[opener] = true
      }
    default: break
    }
    return place + 1
  }

  private mutating func bracket(_ change: (inout [Int]) -> Void) {
    if stack.isEmpty { change(&outerBrackets) } else { change(&stack[stack.count - 1].brackets) }
  }

  private mutating func push(_ kind: Kind, _ place: Int) {
    var open = Open(kind: kind, place: place)
    switch kind {
    case .brace: open.braces = (stack.last?.braces ?? 0) + 1
    case .left: open.braces = stack.last?.braces ?? 0
    case .environment(let name):
      environments[name, default: 0] += 1
      environmentCount += 1
    }
    stack.append(open)
  }

  private mutating func closeBrace(_ place: Int) {
    guard let top = stack.last, top.braces > 0 else { return }
    while let top = stack.last {
      if case .brace = top.kind { return close(place) }
      abandon(at: place)
    }
  }

  private mutating func closeEnvironment(_ name: String, _ place: Int) {
    guard environmentCount > 0 else { return }
    let isOpen = environments[name, default: 0] > 0
    while let top = stack.last {
      if case .environment(let open) = top.kind, open == name || !isOpen { return close(place) }
      abandon(at: place)
    }
  }

  /// Closes what was opened last.
  private mutating func close(_ place: Int) {
    let open = pop()
    if let open {
      ends[open.place] = place
      isClosed[open.place] = true
    }
  }

  /// Gives up what was opened last.
  private mutating func abandon(at place: Int) {
    guard let open = pop() else { return }
    ends[open.place] = open.boundary ?? place
    if case .environment = open.kind { return }
    if let boundary = open.boundary { noteBoundary(boundary) }
  }

  private mutating func pop() -> Open? {
    guard let open = stack.popLast() else { return nil }
    if case .environment(let name) = open.kind {
      environments[name, default: 1] -= 1
      environmentCount -= 1
    }
    return open
  }

  private mutating func noteBoundary(_ place: Int) {
    guard let top = stack.indices.last else { return }
    if case .environment = stack[top].kind { return }
    stack[top].boundary = stack[top].boundary ?? place
  }
}

/// The name behind `\begin` or `\end`.
struct EnvironmentName {
  /// The name, with its star.
  let text: String
  /// The place behind the closing brace.
  let end: Int

  /// The name in braces behind the command at `place`; nil if none stands there.
  init?(_ tokens: [MathToken], at place: Int) {
    var next = place + 1
    while next < tokens.count, tokens[next].isTrivia { next += 1 }
    guard next < tokens.count, tokens[next].kind == .openBrace else { return nil }
    next += 1
    var text = ""
    while next < tokens.count, tokens[next].kind != .closeBrace {
      guard tokens[next].character != nil || tokens[next].isTrivia, text.utf8.count < 40 else { return nil }
      if !tokens[next].isTrivia { text += tokens[next].text }
      next += 1
    }
    guard next < tokens.count else { return nil }
    self.text = text
    end = next + 1
  }
}
