import Testing

@testable import Checking
@testable import Proofreading

@Suite struct NumberTextTests {
  @Test(arguments: [
    (4.0, "4"), (-0.5, "-1/2"), (0.0, "0"), (1.0 / 3, "1/3"), (0.731_058_578, "0.731059"), (-12.345_678_9, "-12.3457"),
    (1e-9, "1e-9"), (2.5, "5/2"), (123_456_789.123, "123457000"), (.nan, "undefined"), (.infinity, "∞"),
  ]) func short(_ value: Double, _ text: String) { #expect(NumberText.short(value) == text) }

  @Test(arguments: [(3.2e-12, "3e-12"), (0.0, "0"), (9.9e-7, "1e-6"), (4e-16, "4e-16")])
  func rounded(_ value: Double, _ text: String) { #expect(NumberText.rounded(value) == text) }

  @Test(arguments: [
    ([("w[1,1,1]", 1.0), ("w[1,2,1]", 1.0), ("x", 3.0)], "all w = 1, x = 3"),
    ([("y[2]", 11.0), ("y[1]", 10.0)], "y = (10, 11)"), ([("b[2,1]", 1.0), ("b[2,2]", 0.0)], "b[2,1] = 1, b[2,2] = 0"),
    ([("y[3]", 2.0)], "y[3] = 2"), ([], ""),
  ]) func instances(_ values: [(String, Double)], _ text: String) {
    let example = Counterexample(
      sizes: [], indices: [], values: values.map { .init($0.0, $0.1) }, functions: [], left: 1, right: 2)
    #expect(CounterexampleText.instance(example) == text)
  }

  @Test func instancesThatContradictHaveNothingInCommon() {
    #expect(CounterexampleText.common([.example(1, 2), .example(1, 2, values: [("x", 2)])]) == nil)
    #expect(CounterexampleText.common([.example(1, 2), .example(1, 2, values: [("y", 2)])])?.values.count == 2)
  }
}
