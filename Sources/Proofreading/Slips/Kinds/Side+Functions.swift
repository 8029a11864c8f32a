import LaTeX

extension Side {
  /// f for f′ and f′ for f.
  var primeEdits: [Edit] {
    inventory.applications.compactMap { application in
      application.primes.isEmpty ? primed(application) : unprimed(application)
    }
  }

  private func primed(_ application: WrittenApplication) -> Edit? {
    if case .function(let name) = application.sign.nucleus.kind, Self.neverPrimed.contains(name) { return nil }
    let at = application.sign.nucleus.range.upperBound
    return edit(.prime, "the prime is missing", [.init(at..<at, "'")], mark: application.range)
  }

  private static let neverPrimed: Set<String> = ["exp", "log", "ln", "max", "min", "lim", "argmax", "argmin", "diag"]

  private func unprimed(_ application: WrittenApplication) -> Edit? {
    guard case .scripts(let scripts) = application.sign.kind, let base = scripts.base else { return nil }
    let areTicks = application.primes.allSatisfy { range in
      range.count == 1 && ["'", "\u{2032}", "\u{2019}"].contains(formula.source[range.lowerBound])
    }
    let reason = "the prime is superfluous"
    if areTicks {
      return edit(.prime, reason, application.primes.map { .init($0, "") }, mark: application.range)
    }
    // `f^\prime`: the superscript goes with its sign.
    guard scripts.lower == nil, scripts.upper == nil else { return nil }
    let range = base.range.upperBound..<application.sign.range.upperBound
    return edit(.prime, reason, [.init(range, "")], mark: application.range)
  }

  /// f′(a) for f′(z) and the reverse.
  var argumentEdits: [Edit] {
    inventory.applications.flatMap { application in
      SymbolInventory([application.argument]).symbols.flatMap { symbol in
        partners(of: symbol.key).map { partner in
          edit(
            .argument, "taken at \(name([symbol.base])), not \(plain(partner))", [.init(symbol.base.range, partner)],
            mark: application.range)
        }
      }
    }
  }

  /// a for z and z for a outside of functions.
  var letterEdits: [Edit] {
    let arguments = inventory.applications.map(\.argument.range)
    return symbols.filter { symbol in !arguments.contains { $0.contains(symbol.base.range.lowerBound) } }.flatMap {
      symbol in
      partners(of: symbol.key).map { partner in
        edit(
          .letter, "\(plain(partner)), not \(name([symbol.base]))", [.init(symbol.base.range, partner)],
          mark: symbol.node.range)
      }
    }
  }

  /// The letters that are before or behind this one in a = f(z), as they are spelled.
  private func partners(of key: String) -> [String] {
    var keys: [String] = []
    for pair in near.outputsAndInputs + notes.outputsAndInputs {
      if pair.input == key { keys.append(pair.output) }
      if pair.output == key { keys.append(pair.input) }
    }
    if keys.isEmpty, let usual = ["a": "z", "z": "a"][key] { keys.append(usual) }
    var seen: Set<String> = []
    return keys.compactMap { near.spellings[$0] ?? notes.spellings[$0] }.filter { seen.insert($0).inserted }
  }

  /// The piece as a sentence can say it.
  func plain(_ latex: String) -> String { MathParser.parse(latex).nodes.plainText ?? latex }

  /// Another function, the function lost.
  var functionEdits: [Edit] {
    var result: [Edit] = []
    for application in inventory.applications {
      let old = latex(application.sign)
      if case .function = application.sign.nucleus.kind {
        result.append(
          edit(
            .function, "\(name([application.sign])) is superfluous",
            [.init(application.sign.range.lowerBound..<application.argument.range.lowerBound, "")],
            mark: application.range))
        result += withoutFunction(application)
      }
      let signs = application.primes.isEmpty ? both(\.plainSigns) : both(\.primedSigns)
      for sign in signs where sign != old {
        result.append(
          edit(
            .function, "\(plain(sign)), not \(name([application.sign]))", [.init(application.sign.range, sign)],
            mark: application.range))
      }
    }
    return result + lostFunctions
  }

  /// u for log(u), where u needs no brackets.
  private func withoutFunction(_ application: WrittenApplication) -> [Edit] {
    guard case .fence(let fence) = application.argument.kind, let factors = ProductReader.factors(of: fence.body),
      factors.count == 1
    else { return [] }
    return [
      edit(
        .function, "\(name([application.sign])) is superfluous", [.init(application.range, latex(factors[0].range))],
        mark: application.range)
    ]
  }

  /// log(u) for u, where the notes take logarithms.
  private var lostFunctions: [Edit] {
    let logarithms = both(\.plainSigns).filter { [#"\log"#, #"\ln"#].contains($0) }
    return logarithms.prefix(1).flatMap { sign in
      valueTerms.flatMap(\.factors).compactMap { factor -> Edit? in
        guard factor.form == .symbol || factor.form == .fence else { return nil }
        let (start, end) = (factor.range.lowerBound, factor.range.upperBound)
        let brackets = factor.form == .fence ? ("", "") : ("(", ")")
        return edit(
          .function, "the logarithm is lost", [.init(start..<start, sign + brackets.0), .init(end..<end, brackets.1)],
          mark: factor.range)
      }
    }
  }
}
