/// The environments of LaTeX that hold mathematics (amsmath 2.1, mathtools, breqn, IEEEtrantools and LaTeX itself).
struct MathEnvironment {
  /// The name with its star.
  let name: String
  /// Whether the environment makes a display by itself; others stand in a formula, such as `cases`.
  let isDisplay: Bool
  /// Whether the environment says more than how its lines are set, so that a formula of its own keeps `\begin`.
  let isPartOfFormula: Bool
  /// How many arguments in braces belong to `\begin`, not to the formula.
  let argumentCount: Int

  private static let displays: [String: Int] = [
    "equation": 0, "align": 0, "gather": 0, "multline": 0, "flalign": 0, "alignat": 1, "xalignat": 1, "xxalignat": 1,
    "eqnarray": 0, "displaymath": 0, "math": 0, "dmath": 0, "IEEEeqnarray": 1,
  ]
  private static let linesOfFormula: [String: Int] = [
    "aligned": 0, "gathered": 0, "split": 0, "multlined": 0, "alignedat": 1,
  ]
  private static let partsOfFormula: Set<String> = [
    "cases", "dcases", "rcases", "array", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix",
    "smallmatrix",
  ]

  /// The environment of a name, nil if it holds no mathematics.
  init?(_ name: String) {
    let base = name.hasSuffix("*") ? String(name.dropLast()) : name
    self.name = name
    isPartOfFormula = Self.partsOfFormula.contains(base)
    isDisplay = Self.displays[base] != nil
    guard let count = Self.displays[base] ?? Self.linesOfFormula[base] ?? (isPartOfFormula ? 0 : nil) else {
      return nil
    }
    argumentCount = count
  }
}
