import Expressions

/// All losses by name. A new one is one more entry: its gradient, its numeric slope and its tests come from the definition.
public enum LossTable {
  /// The losses, in the order in which they are listed.
  public static let records: [LossRecord] = [
    LossRecord("mse", aliases: ["squared-error", "rss"], definition: "1/2*sum(k, (y[k] - a[k])^2)"),
    LossRecord("mse-mean", definition: "1/n*sum(k, (y[k] - a[k])^2)"),
    LossRecord("mae", aliases: ["l1"], definition: "1/n*sum(k, abs(y[k] - a[k]))"),
    LossRecord(
      "huber",
      definition: "sum(k, where(abs(y[k] - a[k]) <= d, (y[k] - a[k])^2/2, d*(abs(y[k] - a[k]) - d/2)))",
      parameters: [("d", 1)]),
    LossRecord("log-cosh", aliases: ["logcosh"], definition: "sum(k, log(cosh(a[k] - y[k])))"),
    LossRecord(
      "binary-cross-entropy", aliases: ["bce"],
      definition: "-sum(k, y[k]*log(a[k]) + (1 - y[k])*log(1 - a[k]))", targetDomain: .openUnitInterval,
      outputDomain: .openUnitInterval, fittingActivations: ["sigmoid", "softmax"]),
    LossRecord(
      "cross-entropy", aliases: ["ce"], definition: "-sum(k, y[k]*log(a[k]))", targetDomain: .simplex,
      outputDomain: .openUnitInterval, fittingActivations: ["softmax", "sigmoid"]),
    LossRecord(
      "kl", aliases: ["kullback-leibler"], definition: "sum(k, y[k]*log(y[k]/a[k]))", targetDomain: .simplex,
      outputDomain: .openUnitInterval, fittingActivations: ["softmax", "sigmoid"]),
    LossRecord(
      "hinge", definition: "sum(k, where(y[k]*a[k] < 1, 1 - y[k]*a[k], 0))", targetDomain: .signs),
    LossRecord(
      "poisson", definition: "sum(k, a[k] - y[k]*log(a[k]))", targetDomain: .nonNegative,
      outputDomain: .positive, fittingActivations: ["exp", "softplus"]),
  ]

  /// The record of a loss by its canonical name or an alias; an underscore counts as a hyphen.
  public static func record(named name: String) -> LossRecord? {
    let hyphenated = String(name.map { $0 == "_" ? "-" : $0 })
    return records.first { $0.name == hyphenated || $0.aliases.contains(hyphenated) }
  }

  /// Every name and alias, in the order of the table.
  public static let names: [String] = records.flatMap { [$0.name] + $0.aliases }
}
