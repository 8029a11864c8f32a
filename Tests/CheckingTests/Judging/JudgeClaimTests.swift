import Derivations
import Expressions
import Testing

@testable import Checking

/// Single claims, most of them about one small network.
@Suite("The judge on claims")
struct JudgeClaimTests {
  static let small = [
    ("z[i]", "sum(j, 1, 3, w[i,j]*x[j])"), ("a[i]", "sigmoid(z[i])"), ("L", "sum(i, 1, 2, (a[i] - y[i])^2)"),
  ]

  /// The judgements on definitions, given as texts, then claims in a chain each of its own.
  static func judgements(
    _ definitions: [(String, String)], _ claims: [(String, String)], chained: Bool = false,
    background: (inout ExpressionGraph) -> Background = { _ in Background() }
  ) throws -> [Judgement] {
    var graph = ExpressionGraph()
    let one = graph.number(1)
    let two = graph.number(2)
    let three = graph.number(3)
    let size = graph.symbol(Family("n", isCount: true))
    var context = TextParser.Context()
    context.bindings["n"] = size
    context.bindings["i"] = graph.index("i", from: one, to: two)
    context.bindings["j"] = graph.index("j", from: one, to: three)
    context.bindings["m"] = graph.index("m", from: one, to: size)
    func parse(_ text: String) throws -> Expression {
      try TextParser.parse(text, into: &graph, context: context)
    }
    var assertions: [Assertion] = []
    for (head, value) in definitions {
      let symbol = try parse(head)
      let expression = try parse(value)
      assertions.append(
        Assertion(Claim(left: symbol, relation: .equal, right: expression, reason: .definition(symbol))))
    }
    for (number, (left, right)) in claims.enumerated() {
      let u = try parse(left)
      let v = try parse(right)
      let before = chained && number > 0 ? assertions.count - 1 : nil
      assertions.append(
        Assertion(Claim(left: u, relation: .equal, right: v, reason: .rule(.chainRule)), predecessor: before))
    }
    let told = background(&graph)
    var judge = Judge(graph, background: told)
    return Array(judge.judge(assertions).dropFirst(definitions.count))
  }

  static func verdict(_ definitions: [(String, String)], _ left: String, _ right: String) throws -> String {
    name(try judgements(definitions, [(left, right)])[0].verdict)
  }

  static func name(_ verdict: Judgement.Verdict) -> String {
    switch verdict {
    case .definition: "definition"
    case .assumption: "assumption"
    case .proved: "proved"
    case .verified: "verified"
    case .refuted: "refuted"
    case .unread: "unread"
    }
  }

  @Test(
    "True claims are proved",
    arguments: [
      ("partial(L, a[i])", "2*(a[i] - y[i])"), ("partial(a[i], z[i])", "a[i]*(1 - a[i])"),
      ("partial(L, w[i,j])", "2*(a[i] - y[i])*a[i]*(1 - a[i])*x[j]"),
      ("partial(L, x[j])", "sum(i, 1, 2, partial(L, z[i])*w[i,j])"), ("partial(a[1], z[2])", "0"),
      ("partial(sigmoid(z[i]), a[i])", "1"),
      ("partial(sum(i, 1, 2, (sigmoid(z[i]) - y[i])^2), a[1])", "2*(a[1] - y[1])"),
      // Identities that a careless test fails.
      ("sigmoid(-t)", "1 - sigmoid(t)"), ("tanh(t)", "2*sigmoid(2*t) - 1"), ("exp(t + 1)", "exp(1)*exp(t)"),
      ("q/q", "1"), ("f'(q)*0", "0"),
      // Calculus of one variable.
      ("partial(sigmoid(t), t)", "sigmoid(t)*(1 - sigmoid(t))"), ("partial(tanh(t), t)", "1 - tanh(t)^2"),
      ("partial(t^2*exp(t), t)", "(t^2 + 2*t)*exp(t)"), ("partial(f(g(t)), t)", "f'(g(t))*g'(t)"),
      ("partial(partial(t^3, t), t)", "6*t"), ("partial(c*t + d, t)", "c"),
      ("sigmoid'(t)", "sigmoid(t)*(1 - sigmoid(t))"),
    ])
  func proved(_ claim: (String, String)) throws {
    #expect(try Self.verdict(Self.small, claim.0, claim.1) == "proved")
  }

  @Test(
    "False claims are refuted",
    arguments: [
      ("partial(L, a[i])", "a[i] - y[i]"), ("partial(a[i], z[i])", "z[i]*(1 - z[i])"),
      ("partial(z[i], x[j])", "w[j,i]"), ("partial(L, x[j])", "partial(L, z[1])*w[1,j]"), ("a[i]", "a[1]"),
      ("sqrt(t^2)", "t"), ("sum(k, 1, n, v[k])", "v[1] + v[2]"), ("n", "3"), ("a[3]", "sigmoid(z[3])"),
      ("z[i]", "sum(j, 1, 4, w[i,j]*x[j])"), ("z[i]", "sum(j, 1, 2, w[i,j]*x[j])"),
      ("(p + q)^2", "p^2 + q^2"), ("f'(q)", "f(q)"), ("partial(t^2, t)", "t"), ("f(q)", "g(q)"),
    ])
  func refuted(_ claim: (String, String)) throws {
    #expect(try Self.verdict(Self.small, claim.0, claim.1) == "refuted")
  }

  @Test(
    "What is not known is neither proved nor refuted",
    arguments: [
      ("partial(M, z[i])", "0"), ("partial(M, z[i])", "a[i]"), ("partial(L, q)", "0"), ("M", "L^2"),
      ("partial(q[i], z[i])", "f(z[i])"),
    ])
  func unread(_ claim: (String, String)) throws {
    #expect(try Self.verdict(Self.small, claim.0, claim.1) == "unread")
  }

  @Test("Logarithms are compared where they exist")
  func logarithms() throws {
    #expect(try Self.verdict([], "log(p*q)", "log(p) + log(q)") != "refuted")
    #expect(try Self.verdict([], "log(exp(p))", "p") == "proved")
  }

  @Test("Circular definitions prove nothing")
  func circular() throws {
    let circle = [("a[i]", "f(z[i])"), ("z[i]", "g(a[i])")]
    #expect(try Self.verdict(circle, "partial(a[i], z[i])", "f'(z[i])*g'(a[i])*f'(z[i])") != "proved")
    #expect(try Self.verdict([("a[i]", "a[i] + 1")], "0", "1") == "refuted")
    #expect(try Self.verdict([("a[i]", "f(z[i])"), ("a[i]", "g(z[i])")], "a[i]", "g(z[i])") == "refuted")
    // A definition that stands later is a definition all the same.
    let late = [("p", "q + 1"), ("q", "t^2")]
    #expect(try Self.verdict(late, "partial(p, t)", "2*t") == "proved")
  }

  @Test("One slip in a chain is reported once")
  func chains() throws {
    let judged = try Self.judgements(
      Self.small,
      [
        ("partial(L, a[i])", "2*(y[i] - a[i])"), ("2*(y[i] - a[i])", "2*y[i] - 2*a[i]"),
        ("2*y[i] - 2*a[i]", "2*a[i] - 2*y[i]"), ("2*a[i] - 2*y[i]", "2*(a[i] - y[i])"),
      ], chained: true)
    #expect(judged.map { Self.name($0.verdict) } == ["refuted", "proved", "proved", "proved"])
    #expect(judged.map(\.link) == [.none, .carried, .rightAgain, .none])
    let twice = try Self.judgements(
      [], [("(p + 1)^2", "p^2 + 1"), ("p^2 + 1", "p + 1")], chained: true)
    #expect(twice.map(\.link) == [.none, .wrongAgain])
  }

  @Test("A counterexample is small whole numbers")
  func counterexamples() throws {
    let definitions = [
      ("z[i]", "sum(j, 1, 3, w[i,j]*x[j])"), ("a[i]", "f(z[i])"), ("L", "sum(i, 1, 2, (a[i] - y[i])^2)/2"),
    ]
    let judged = try Self.judgements(definitions, [("partial(L, z[i])", "(y[i] - a[i])*f'(z[i])")])
    guard case .refuted(.values(let example)) = judged[0].verdict else {
      Issue.record("\(judged)")
      return
    }
    #expect(example.indices == [.init("i", 1)])
    #expect(example.functions == [.init("f", "z")])
    #expect((example.left, example.right) == (-7, 7))
    #expect(example.values.contains(.init("y[1]", 10)))
    let range = try Self.judgements(definitions, [("z[i]", "sum(j, 1, 4, w[i,j]*x[j])")])
    guard case .refuted(.outOfRange(_, 4, 3)) = range[0].verdict else {
      Issue.record("\(range)")
      return
    }
  }

  @Test("Derivatives by expressions")
  func byExpressions() throws {
    #expect(try Self.verdict([], "partial(exp(-t), -t)", "exp(-t)") == "proved")
    #expect(try Self.verdict([], "partial(exp(-t), -t)", "-exp(-t)") == "refuted")
    #expect(try Self.verdict([], "partial(t^2, p - q)", "0") == "unread")
  }

  @Test(
    "A loss without a definition is any function of the outputs",
    arguments: [
      ("partial(L, z[i])", "partial(L, a[i])*partial(a[i], z[i])", "proved"),
      ("partial(L, w[i,j])", "partial(L, a[i])*a[i]*(1 - a[i])*x[j]", "proved"),
      ("partial(L, x[j])", "sum(i, 1, 2, partial(L, z[i])*w[i,j])", "proved"),
      ("partial(L, z[i])", "partial(L, a[i])*partial(z[i], x[1])", "refuted"),
      ("partial(L, z[i])", "a[i] - y[i]", "refuted"), ("partial(L, a[i])", "a[i] - y[i]", "refuted"),
    ])
  func openLoss(_ claim: (String, String, String)) throws {
    let judged = try Self.judgements(Array(Self.small.prefix(2)), [(claim.0, claim.1)]) { graph in
      let one = graph.number(1)
      let two = graph.number(2)
      let i = graph.index("i", from: one, to: two)
      let loss = graph.symbol("L")
      let output = graph.symbol("a", [i])
      return Background(loss: loss, openQuantities: [.init(loss, of: [output])])
    }
    #expect(Self.name(judged[0].verdict) == claim.2)
  }

  @Test(
    "Updates go down the gradient",
    arguments: [
      ("w[i,j] - eta*partial(L, w[i,j])", "proved"), ("w[i,j] - c*partial(L, w[i,j])", "proved"),
      ("w[i,j] - 2*eta*(a[i] - y[i])*a[i]*(1 - a[i])*x[j]", "proved"),
      ("w[i,j] - eta/n*partial(L, w[i,j])", "proved"), ("w[i,j] - 2*eta*partial(L, w[i,j])", "proved"),
      ("w[i,j] - 0.5*partial(L, w[i,j])", "proved"),
      ("w[i,j] + eta*partial(L, w[i,j])", "refuted"), ("w[i,j] - partial(L, w[i,j])", "refuted"),
      ("w[i,j] - eta*partial(L, w[i,1])", "refuted"), ("w[i,j] - eta*(a[i] - y[i])*x[j]", "refuted"),
      ("-eta*partial(L, w[i,j])", "refuted"),
    ])
  func updates(_ update: (String, String)) throws {
    #expect(try Self.updateVerdict(update.0) == update.1)
  }

  static func updateVerdict(_ right: String) throws -> String {
    var graph = ExpressionGraph()
    let one = graph.number(1)
    let two = graph.number(2)
    let three = graph.number(3)
    var context = TextParser.Context()
    context.bindings["n"] = graph.symbol(Family("n", isCount: true))
    context.bindings["i"] = graph.index("i", from: one, to: two)
    context.bindings["j"] = graph.index("j", from: one, to: three)
    var assertions: [Assertion] = []
    for (head, value) in small {
      let symbol = try TextParser.parse(head, into: &graph, context: context)
      let expression = try TextParser.parse(value, into: &graph, context: context)
      assertions.append(
        Assertion(Claim(left: symbol, relation: .equal, right: expression, reason: .definition(symbol))))
    }
    let weight = try TextParser.parse("w[i,j]", into: &graph, context: context)
    let value = try TextParser.parse(right, into: &graph, context: context)
    assertions.append(Assertion(Claim(left: weight, relation: .becomes, right: value, reason: .gradientDescent)))
    var judge = Judge(graph, background: Background())
    return judge.judge(assertions).last.map { name($0.verdict) } ?? ""
  }

  @Test("Assumptions: what adds up to 1, what is a number, and what cannot be met")
  func assumptions() throws {
    func verdict(_ left: String, _ right: String, under assumed: (String, String)) throws -> String {
      var graph = ExpressionGraph()
      var context = TextParser.Context()
      context.bindings["n"] = graph.symbol(Family("n", isCount: true))
      func parse(_ text: String) throws -> Expression {
        try TextParser.parse(text, into: &graph, context: context)
      }
      let claims = [
        Claim(left: try parse(assumed.0), relation: .equal, right: try parse(assumed.1), reason: .assumption),
        Claim(left: try parse(left), relation: .equal, right: try parse(right), reason: .underAssumption),
      ]
      var judge = Judge(graph, background: Background())
      let judged = judge.judge(claims.map { Assertion($0) })
      #expect(Self.name(judged[0].verdict) == "assumption")
      return Self.name(judged[1].verdict)
    }
    let total = ("sum(k, 1, n, y[k])", "1")
    #expect(try verdict("c*sum(k, 1, n, y[k])", "c", under: total) == "proved")
    #expect(try verdict("c*sum(k, 1, n, y[k])", "2*c", under: total) == "refuted")
    #expect(try verdict("p + 1", "3", under: ("p", "2")) != "refuted")
    #expect(try verdict("p", "q", under: ("p^3 + q", "2*q^3")) == "unread")
    #expect(try verdict("t + t", "3*t", under: ("p^3 + q", "2*q^3")) == "refuted")
  }

  @Test("Long chains of definitions, huge sizes and huge numbers end")
  func extremes() throws {
    let deep = (1...110).map { ("p\($0)", $0 == 1 ? "t" : "p\($0 - 1)*2") }
    #expect(try Self.verdict(deep, "partial(p110, t)", "3") == "refuted")
    let tooDeep = (1...400).map { ("p\($0)", $0 == 1 ? "t" : "sin(p\($0 - 1))") }
    #expect(try Self.verdict(tooDeep, "p400", "3") == "refuted")
    #expect(try Self.verdict([], "sum(k, 1, 10^18, v[k])", "3") == "unread")
    #expect(try Self.verdict([], "v[10^18 + 1]", "v[2]") == "refuted")
    #expect(try Self.verdict([], "sum(k, 10^18*n*10^18, 3, v[k])", "1") == "unread")
  }

  @Test("Numbers are held to the digits shown")
  func decimals() throws {
    func verdict(_ left: String, _ right: String, _ tolerance: Rational) throws -> String {
      var graph = ExpressionGraph()
      let u = try TextParser.parse(left, into: &graph)
      let v = try TextParser.parse(right, into: &graph)
      var judge = Judge(graph, background: Background())
      let claim = Claim(left: u, relation: .equal, right: v, reason: .rule(.chainRule))
      return judge.judge([Assertion(claim, tolerance: tolerance)]).map { Self.name($0.verdict) }[0]
    }
    let half = Rational(1, 20_000)
    #expect(try verdict("0.15*0.05 + 0.2*0.1 + 0.35", "0.3775", half) == "proved")
    #expect(try verdict("1/(1 + exp(-0.3775))", "0.5933", half) == "verified")
    #expect(try verdict("1/(1 + exp(-0.3775))", "0.5934", half) == "refuted")
  }

  @Test("What repeats the background introduces its symbol once")
  func repeated() throws {
    func background(_ graph: inout ExpressionGraph) -> Background {
      let a = graph.symbol("u")
      let b = graph.symbol("t")
      let square = graph.power(b, 2)
      return Background(definitions: [.init(a, square)])
    }
    var graph = ExpressionGraph()
    let told = background(&graph)
    let u = graph.symbol("u")
    let square = told.definitions[0].value
    let claim = Claim(left: u, relation: .equal, right: square, reason: .definition(u))
    let wrong = Claim(left: u, relation: .equal, right: graph.number(1), reason: .definition(u))
    var judge = Judge(graph, background: told)
    let verdicts = judge.judge([Assertion(claim), Assertion(claim), Assertion(wrong)])
    #expect(verdicts.map { Self.name($0.verdict) } == ["definition", "proved", "refuted"])
  }
}
