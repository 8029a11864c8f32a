import LaTeX
import Testing

struct JSONTests {
  @Test func escapesWhatMustBeEscaped() throws {
    let text = "quote \" backslash \\ feed \n tab \t return \r bell \u{7} ŷ → 𝒮"
    let written = JSONValue.object([("a", .string(text)), ("b", .array([.null, .bool(true), .integer(-3)]))]).text()
    let read = try JSONReader.read(written)
    #expect(read["a"]?.string == text)
    #expect(read["b"]?.elements == [.null, .bool(true), .number("-3")])
  }

  @Test func breaksLinesDownToADepth() {
    let value = JSONValue.object([("a", .array([.integer(1), .object([])])), ("b", .array([]))])
    #expect(value.text() == #"{"a": [1, {}], "b": []}"#)
    #expect(value.text(linesToDepth: 1) == "{\n  \"a\": [1, {}],\n  \"b\": []\n}")
  }

  @Test func hasNoNameForNumbersThatAreNone() {
    #expect(JSONValue.array([.number(.nan), .number(0.5), .number(.infinity)]).text() == "[null, 0.5, null]")
  }

  @Test func writesADerivation() throws {
    let derivation = SampleDerivation.squaredError()
    let read = try JSONReader.read(DerivationPrinter.print(derivation, format: .json))
    let statements = read["statements"]?.elements ?? []
    #expect(statements.count == derivation.claims.count)
    #expect(read["network"]?["architecture"]?.string == "1-4-3-2")
    for statement in statements {
      for name in ["section", "title", "latex", "lhs", "relation", "rhs", "reason", "text"] {
        #expect(statement[name]?.string?.isEmpty == false, "\(name)")
      }
    }
    #expect(statements[0]["text"]?.string == "z[2,i] = sum(j, 1, 1, w[1,i,j]*x[j]) + b[1,i]")
    #expect(statements[0]["ranges"]?.elements.first?["upper"]?.string == "4")
  }
}
