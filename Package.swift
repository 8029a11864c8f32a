// swift-tools-version: 6.0
import PackageDescription

// Modules depend downwards only; the order of the list is the order of the layers, lowest first.
// `Checking` never depends on `Deriving` (the judge shares no code with the accused) and `Numerics`
// never on `Calculus` (the numeric witness knows no symbolic differentiation).
let package = Package(
  name: "derive",
  products: [
    .executable(name: "derive", targets: ["derive"]),
    .library(name: "Expressions", targets: ["Expressions"]),
  ],
  targets: [
    .target(name: "Expressions"),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions"]),
    .executableTarget(name: "derive", dependencies: ["Expressions"]),
  ],
  swiftLanguageModes: [.v6]
)
