import Derivations
import Networks
import Testing

@testable import derive

@Suite struct OptionTests {
  @Test(arguments: CommandRecord.Name.allCases) func helpNamesEveryOption(_ name: CommandRecord.Name) {
    let command = CommandTable.record(of: name)
    for help in [[name.rawValue, "--help"], [name.rawValue, "-h"], ["help", name.rawValue]] {
      let outcome = run(help.filter { !$0.isEmpty })
      #expect(outcome.status == 0)
      #expect(outcome.error == "")
      for option in command.options { #expect(outcome.output.contains(option.typed)) }
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
  }

  @Test func helpWinsOverErrors() {
    #expect(run(["--arch", "1-0", "--nonsense", "--help"]).status == 0)
    #expect(run(["diff", "x*(", "--help"]).status == 0)
  }

  @Test func version() {
    #expect(run(["--version"]).output == Help.version + "\n")
  }

  /// Every option's example and default is a value that the option takes.
  @Test func examplesAndDefaultsAreRead() throws {
    for option in CommandTable.record(of: .main).options where option.placeholder != nil {
      for value in [option.example, option.fallback].compactMap({ $0 }) {
        let layers = option.name == .arch ? [] : ["--arch", "1-4-3-2"]
        _ = try MainOptions(try Arguments(layers + [option.typed, value], of: CommandTable.record(of: .main)))
      }
    }
  }

  @Test func defaults() throws {
    let options = try MainOptions(try Arguments(["--arch", "1-4-3-2"], of: CommandTable.record(of: .main)))
    #expect(options.network.activations == [.opaque("f"), .opaque("f"), .opaque("f")])
    #expect(options.network.loss == .known("mse", parameters: []))
    #expect(options.network.bias == .vector)
    #expect(options.network.batch == .none)
    #expect(options.check != nil)
    #expect(!options.withSteps && !options.isQuiet)
  }

  @Test func allOptions() throws {
    let text =
      "--arch=N-K-2 --activation tanh,softmax --loss cross-entropy --bias folded --batch mean --only output,hidden "
      + "--layer 2,3 --steps --format json --form index --notation standard --draws 3 --seed 7 --tolerance 1e-4 --quiet"
    let arguments = text.split(separator: " ").map(String.init)
    let options = try MainOptions(try Arguments(arguments, of: CommandTable.record(of: .main)))
    #expect(options.network.architecture.text == "N-K-2")
    #expect(options.network.activations.map(\.text) == ["tanh", "softmax"])
    #expect(options.network.bias == .folded && options.network.batch == .mean)
    #expect(options.selection.parts == [.output, .hidden])
    #expect(options.selection.layers == ["2", "3"])
    #expect(options.check?.draws == 3 && options.check?.seed == 7 && options.check?.tolerance == 1e-4)
    #expect(options.withSteps && options.isQuiet && options.format == .json)
  }

  @Test func noCheck() throws {
    let options = try MainOptions(try Arguments(["--arch", "1-2", "--no-check"], of: CommandTable.record(of: .main)))
    #expect(options.check == nil)
  }

  static let operands: [([String], [String])] = [
    (["-x^2"], ["-x^2"]), (["--", "--x"], ["--x"]), (["--order", "2", "x"], ["x"]), (["x", "--order=2"], ["x"]),
    (["--", "--help"], ["--help"]), (["--", "-h"], ["-h"]), (["-"], ["-"]), (["--wrt", "-", "x"], ["x"]),
  ]

  @Test(arguments: operands) func whatIsNoOptionIsAnOperand(_ arguments: [String], _ expected: [String]) throws {
    #expect(try Arguments(arguments, of: CommandTable.record(of: .diff)).operands == expected)
  }

  @Test func tablesHaveNoDuplicates() {
    for name in CommandRecord.Name.allCases {
      let names = CommandTable.record(of: name).options.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }
}
