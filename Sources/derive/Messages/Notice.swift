/// What is said on standard error about a result, unless `--quiet`: all English of it.
enum Notice {
  /// A role is written with another letter because the architecture needs its own.
  static func moved(role: String, from: String, to: String) -> String {
    "note: \(from) is a letter of the architecture; \(role) is written \(to)"
  }
}
