import Derivations
import Expressions
import Networks
import Testing

@testable import derive

@Suite struct ListTests {
  @Test func everythingIsListed() {
    let outcome = run(["list"])
    #expect(outcome.status == 0)
    var names = Activation.names + Activation.opaqueNames + LossTable.names + Arguments.notations.map(\.name)
    names += RuleName.allCases.map(\.rawValue) + ["latex", "markdown", "text", "json"]
    for name in names { #expect(outcome.output.contains(name), "\(name)") }
    for record in LossTable.records { #expect(outcome.output.contains(record.definition)) }
  }

  /// Two lines behind each name, both of them expressions: the definition, perhaps with parameters, and the derivative.
  @Test func definitionsAndDerivativesReadBack() throws {
    var graph = ExpressionGraph()
    let lines = run(["list"]).output.split(separator: "\n").filter { $0.hasPrefix("      ") }
    #expect(lines.count == 2 * (FunctionTable.records.count(where: \.isActivation) + 1 + LossTable.records.count))
    for line in lines where !line.contains("any smooth function") {
      var text = String(line.dropFirst(6))
      if let cut = text.firstRange(of: " unless given") { text = String(text[..<cut.lowerBound]) }
      if text.contains(" = "), let comma = text.lastIndex(of: ",") { text = String(text[..<comma]) }
      if text.hasPrefix("by z[k] of a[i]: ") { text = String(text.dropFirst(17)) }
      while text.contains(" = "), let comma = text.lastIndex(of: ",") { text = String(text[..<comma]) }
      #expect(throws: Never.self, "\(line)") { try TextParser.parse(text, into: &graph) }
    }
  }
}
