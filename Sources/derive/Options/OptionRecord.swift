/// What is known of one option.
struct OptionRecord: Sendable {
  /// The options of all commands, as they are typed behind the two hyphens.
  enum Name: String, Sendable, CaseIterable {
    case arch, activation, loss, bias, batch, only, layer, steps, format, form, notation
    case draws, seed, tolerance
    case noCheck = "no-check"
    case wrt, order
    case macros, strict, all
    case noDirectives = "no-directives"
    case quiet, help, version
  }

  let name: Name
  /// What stands for the value in the help; nil for an option without one.
  let placeholder: String?
  /// A value to show as an example.
  let example: String
  /// What it does, in one line.
  let summary: String
  /// The value taken where the option is not given.
  let fallback: String?
  /// Whether it may be given several times.
  let isRepeatable: Bool

  /// An option with a value.
  init(
    _ name: Name, _ placeholder: String, example: String, _ summary: String, fallback: String? = nil,
    isRepeatable: Bool = false
  ) {
    self.name = name
    self.placeholder = placeholder
    self.example = example
    self.summary = summary
    self.fallback = fallback
    self.isRepeatable = isRepeatable
  }

  /// An option without value.
  init(flag name: Name, _ summary: String) {
    self.name = name
    self.summary = summary
    placeholder = nil
    example = ""
    fallback = nil
    isRepeatable = true
  }

  /// The same with a value for where it is not given.
  func with(fallback: String) -> OptionRecord {
    guard let placeholder else { return self }
    return OptionRecord(name, placeholder, example: example, summary, fallback: fallback, isRepeatable: isRepeatable)
  }

  /// The option as it is typed.
  var typed: String { "--" + name.rawValue }
}
