import Checking
import Derivations
import Expressions
import LaTeX
import Networks

/// What is said on standard error about a result, unless `--quiet`: all English of it.
enum Notice {
  /// A role is written with another letter because the architecture needs its own.
  static func moved(role: String, from: String, to: String) -> String {
    let isPlural = role.hasSuffix("s") && !role.hasSuffix("ss")
    return "note: \(from) is a letter of the architecture; \(role) \(isPlural ? "are" : "is") written \(to)"
  }

  /// How many of the claims are proved, and what an opaque function may be.
  static func proofs(_ verdicts: [Verdict], of network: Network) -> String {
    let proved = verdicts.count { $0 == .proved }
    let unproved = verdicts.count { if case .unproved = $0 { true } else { false } }
    let names = network.activations.compactMap { if case .opaque(let name) = $0 { name } else { nil } }
    var text = "proved: \(proved) \(proved == 1 ? "claim" : "claims")"
    if unproved > 0 { text += ", \(unproved) not proved" }
    let distinct = names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] }
    if !distinct.isEmpty { text += ", for every smooth \(distinct.joined(separator: ", "))" }
    return text
  }

  /// Where a cross-check found something wrong: the claims that fail, the first of them in the derivation first; if every
  /// claim holds by itself, the gradients that disagree.
  static func offenders(_ report: CrossCheckReport, in derivation: Derivation, _ notation: Notation) -> [String] {
    let claims = Dictionary(uniqueKeysWithValues: derivation.claims.map { ($0.place, $0.claim) })
    let printer = TextExpressionPrinter(derivation.graph, notation)
    let failures = report.failures.prefix(mostOffenders).map { failure in
      var line = "  \(derivation.sections[failure.place.section].title)"
      if let claim = claims[failure.place] {
        let sign = claim.relation == .equal ? "=" : "←"
        let sides = [claim.left, claim.right]
        line += ": \(printer.text(claim.left, in: sides)) \(sign) \(printer.text(claim.right, in: sides))"
      }
      return line + " fails at \(failure)"
    }
    if !failures.isEmpty { return Array(failures) }
    return report.routes.compactMap { result in
      result.failure.map { "  \(result.route) disagrees with the formulas: \($0)" }
    }
  }

  private static let mostOffenders = 5
}
