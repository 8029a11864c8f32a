// swift-tools-version: 6.0
import PackageDescription

// Modules depend downwards only; the lists below stand in the order of the layers, lowest first.
// `Checking` never depends on `Deriving` (the judge shares no code with the accused) and `Numerics` never on `Calculus`
// (the numeric witness knows no symbolic differentiation).
// The modules that compute are optimized in debug builds as well: the tests run for a third of the time.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
// What one module offers is compiled into those that use it.
let shared: [SwiftSetting] = [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

let package = Package(
  name: "derive",
  products: [
    .executable(name: "derive", targets: ["derive"]),
    .library(name: "Expressions", targets: ["Expressions"]),
    .library(name: "Calculus", targets: ["Calculus"]),
    .library(name: "Backpropagation", targets: ["Networks", "Derivations", "Deriving", "Checking", "LaTeX"]),
  ],
  targets: [
    .target(name: "Expressions", swiftSettings: optimized + shared),
    .target(name: "Networks", dependencies: ["Expressions"], swiftSettings: shared),
    .target(name: "Numerics", dependencies: ["Networks", "Expressions"], swiftSettings: shared),
    .target(name: "Calculus", dependencies: ["Expressions"], swiftSettings: optimized + shared),
    .target(name: "Derivations", dependencies: ["Networks", "Expressions"], swiftSettings: shared),
    .target(name: "LaTeX", dependencies: ["Derivations", "Networks", "Expressions"], swiftSettings: shared),
    .target(name: "Deriving", dependencies: ["Derivations", "Calculus", "Networks", "Expressions"]),
    .target(
      name: "Checking", dependencies: ["Derivations", "Calculus", "Numerics", "Networks", "Expressions"],
      swiftSettings: optimized + shared),
    .target(name: "Reading", dependencies: ["LaTeX", "Derivations", "Networks", "Expressions"], swiftSettings: shared),
    .target(
      name: "Proofreading",
      dependencies: ["Reading", "Checking", "LaTeX", "Derivations", "Calculus", "Networks", "Expressions"]),
    .executableTarget(
      name: "derive",
      dependencies: [
        "Proofreading", "Reading", "Checking", "Deriving", "LaTeX", "Derivations", "Calculus", "Numerics", "Networks",
        "Expressions",
      ]),
    // The sources' notes as they are, for the tests of reading and of checking them.
    .target(name: "SourceNotes", path: "Tests/SourceNotes"),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions"]),
    .testTarget(name: "NetworksTests", dependencies: ["Networks"]),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics"]),
    .testTarget(name: "CalculusTests", dependencies: ["Calculus"]),
    .testTarget(name: "LaTeXTests", dependencies: ["LaTeX"]),
    .testTarget(name: "DerivingTests", dependencies: ["Deriving", "Checking", "LaTeX"]),
    .testTarget(name: "CheckingTests", dependencies: ["Checking", "Deriving"]),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Deriving", "Checking", "SourceNotes"]),
    .testTarget(
      name: "ProofreadingTests", dependencies: ["SourceNotes", "Proofreading", "Reading", "Deriving", "Checking"]),
    .testTarget(name: "DeriveCommandTests", dependencies: ["derive", "Proofreading"]),
  ],
  swiftLanguageModes: [.v6]
)
