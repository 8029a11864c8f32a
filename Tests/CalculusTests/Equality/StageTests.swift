import Expressions
import Testing

@testable import Calculus

/// The stages of deciding equality, one by one.
@Suite struct StageTests {
  @Test func fieldsAreFields() throws {
    var generator = SplitMix64(seed: 5)
    #expect(ResidueField.all.count == 40)
    #expect(ResidueField.all[0].prime == (1 << 61) - 1)
    for field in ResidueField.all {
      #expect(field.prime > 1 << 60)
      let a = UInt64.random(in: 1..<field.prime, using: &generator)
      let b = UInt64.random(in: 1..<field.prime, using: &generator)
      #expect(field.multiply(a, try #require(field.inverse(a))) == 1)
      #expect(field.power(a, field.prime - 1) == 1, "Fermat")
      #expect(field.multiply(field.add(a, b), b) == field.add(field.multiply(a, b), field.multiply(b, b)))
      let third = try #require(field.residue(of: Rational(-1, 3)))
      #expect(field.add(field.multiply(third, 3), 1) == 0)
    }
    let a = PrimeField(word: 1 << 60)
    #expect(try a * #require(a.inverse) == .one)
    #expect(PrimeField(fraction: Rational(1, 2)).map { $0 + $0 } == .one)
  }

  /// The zero test alone, on what normal forms decide as well.
  @Test func zeroTest() throws {
    for (line, isEqual) in [
      ("(x + y)^3 === x^3 + 3*x^2*y + 3*x*y^2 + y^3", true), ("(x + y)^3 === x^3 + y^3", false),
      ("exp(x + y)*exp(-x) === exp(y)", true), ("1/(1 + 1/x) === x/(x + 1)", true),
      ("f(x)*g(y) === f(y)*g(x)", false), ("sqrt(x)^4 === x^2", true),
      // A multiple of the first prime: no coefficient bound, no proof.
      ("x*2305843009213693951 === 0", false),
    ] {
      let (graph, a, b) = try pair(line)
      var normaliser = Normaliser(graph: graph)
      #expect(ZeroTest.showsEqual(a, b, &normaliser) == isEqual, "\(line)")
    }
  }

  @Test func errorBoundsHold() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let exact = Rational(Int.random(in: -50...50, using: &generator), Int.random(in: 1...17, using: &generator))
      let rough = SampleValue(value: exact.doubleValue, error: abs(exact.doubleValue) * 0x1p-52)
      let sum = rough + rough * rough
      let truth = (exact + exact * exact).doubleValue
      #expect(abs(sum.value - truth) <= sum.error + abs(truth) * 0x1p-52)
    }
    #expect(SampleValue.power(SampleValue(-8), SampleValue(Rational(1, 3))) == nil)
    #expect(SampleValue.power(SampleValue(0), SampleValue(-1)) == nil)
    #expect(SampleValue.power(SampleValue(9), SampleValue(Rational(-1, 2)))?.exact == Rational(1, 3))
  }

  @Test func derivativesOfSmoothFunctions() {
    let function = SmoothFunction(seed: 3, arity: 1)
    for order in 0..<4 {
      let step = 1e-5
      let ends = [0.7 - step, 0.7 + step].map { value in
        function.value(at: [SampleValue(value: value, error: 0)], order: order).value
      }
      let slope = function.value(at: [SampleValue(value: 0.7, error: 0)], order: order + 1).value
      #expect(abs((ends[1] - ends[0]) / (2 * step) - slope) < 1e-8)
    }
  }

  @Test func witnessesAreWholeNumbersWherePossible() throws {
    for line in ["x*y === x + y", "f(x) === x", "sum(k, 1, n, x[k]) === n*x[1]", "exp(x) === 1 + x"] {
      var (graph, a, b) = try pair(line)
      guard case .notEqual(let witness) = graph.decideEquality(a, b) else {
        Issue.record("\(line)")
        continue
      }
      #expect(witness.values.allSatisfy { $0.value == $0.value.rounded() && abs($0.value) <= 5 }, "\(witness)")
    }
  }

  @Test func theSameAnswerTwice() throws {
    for line in EqualityTables.notEqual {
      var answers: [String] = []
      for _ in 0..<2 {
        var (graph, a, b) = try pair(line)
        answers.append("\(graph.decideEquality(a, b))")
      }
      #expect(answers[0] == answers[1])
    }
  }

  /// The same sum under all orders of its three indices and of its factors.
  @Test func labellingsOfSums() throws {
    let bodies = ["w[P,Q]*v[Q,R]*u[R,P]*a[P]", "a[P]*u[R,P]*v[Q,R]*w[P,Q]", "v[Q,R]*w[P,Q]*a[P]*u[R,P]"]
    let orders = ["PQR", "PRQ", "QPR", "QRP", "RPQ", "RQP"]
    var graph = ExpressionGraph()
    var forms: Set<Expression> = []
    for body in bodies {
      for order in orders {
        var text = body
        for name in order.reversed() { text = "sum(\(name), 1, n, \(text))" }
        let expression = try TextParser.parse(text, into: &graph)
        forms.insert(graph.normalise(expression))
      }
    }
    #expect(forms.count == 1)
  }

  /// Indices that may be exchanged, and sums that only look alike: a triangle twice is no hexagon.
  @Test func symmetricSums() throws {
    let triangle = "sum(i, sum(j, sum(k, w[i,j]*w[j,k]*w[k,i])))"
    let hexagon =
      "sum(i, sum(j, sum(k, sum(l, sum(m, sum(o, w[i,j]*w[j,k]*w[k,l]*w[l,m]*w[m,o]*w[o,i]))))))"
    for (line, isEqual) in [
      ("\(triangle)^2 === \(triangle)*sum(a, sum(b, sum(c, w[c,a]*w[a,b]*w[b,c])))", true),
      ("\(triangle)^2 === \(hexagon)", false),
      (
        "\(hexagon) === sum(o, sum(m, sum(l, sum(k, sum(j, sum(i, w[k,l]*w[i,j]*w[o,i]*w[m,o]*w[l,m]*w[j,k]))))))", true
      ),
    ] {
      var (graph, a, b) = try pair(line)
      switch graph.decideEquality(a, b) {
      case .equal: #expect(isEqual, "\(line)")
      case .notEqual: #expect(!isEqual, "\(line)")
      case .undecided(let reason): Issue.record("\(line): \(reason)")
      }
    }
  }
}
