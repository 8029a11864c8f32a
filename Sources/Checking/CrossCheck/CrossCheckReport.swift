import Derivations
import Expressions
import Networks
import Numerics

/// What a cross-check found.
public struct CrossCheckReport: Sendable {
  /// How it ended.
  public enum Outcome: Equatable, Sendable {
    /// Every gradient agrees by every route, and no claim failed.
    case agreed
    /// Something does not: see `failures` and the routes.
    case disagreed
    /// Nothing could be checked.
    case noValidDraw(NoValidDraw)
    /// The network has more weights and biases, or wider layers, than can be checked.
    case tooLarge(SizeLimit)
    /// Whatever was compared is 0 or lost in rounding errors.
    case inconclusive
    /// Nothing could be checked, because something has no numeric meaning.
    case undefined(EvaluationError)
  }

  /// How it ended.
  public internal(set) var outcome = Outcome.agreed
  /// The number of weights and biases, of the largest network that was tried.
  public internal(set) var gradients = 0
  /// The number of draws.
  public internal(set) var draws = 0
  /// The number of draws that were thrown away because they came too near to a kink, or had no finite loss.
  public internal(set) var redraws = 0
  /// The sizes that were tried: the widths of each, the input first.
  public internal(set) var sizes: [[Int]] = []
  /// How many gradients were compared by differences at each draw, if not all.
  public internal(set) var differencesPerDraw: Int?
  /// What each opaque function stood for, in turn: f = tanh, sin, softplus.
  public internal(set) var opaqueFunctions: [OpaqueFunction] = []
  /// Whether the derivation's own recursion gave every gradient; if not, the routes are compared with the backward pass.
  public internal(set) var recursionIsComplete = true
  /// How the other routes compare with the derivation's own recursion.
  public internal(set) var routes: [RouteResult] = []
  /// The number of weights and biases whose derivative no draw told from 0.
  public internal(set) var untested = 0
  /// The number of claims that were judged by themselves, both sides evaluated.
  public internal(set) var claimsJudged = 0
  /// The claims that were not, and why.
  public internal(set) var claimsNotJudged: [(place: ClaimPlace, reason: EvaluationError)] = []
  /// The claims that failed, in the order of the derivation; the first one is where to look.
  public internal(set) var failures: [ClaimFailure] = []

  /// The result of one route, if it was taken.
  public subscript(_ route: Route) -> RouteResult? { routes.first { $0.route == route } }
}

/// What an opaque function stood for.
public struct OpaqueFunction: Hashable, Sendable {
  /// Its name: `f`.
  public let name: String
  /// The functions, in the text grammar: `tanh(z)`.
  public let definitions: [String]
}

/// A way to the gradient that does not use the derivation's claims.
public enum Route: String, Sendable, CaseIterable {
  /// The loss written out in weights and inputs, differentiated directly.
  case expanded
  /// The concrete network's backward pass.
  case backward
  /// Central differences of the concrete loss.
  case differences
}

/// How one route compares.
public struct RouteResult: Sendable {
  /// Which.
  public let route: Route
  /// The number of comparisons.
  public internal(set) var comparisons = 0
  /// How many of them said nothing: of numbers that are too small or too noisy.
  public internal(set) var inconclusive = 0
  /// The worst error of the others, as a part of the largest gradient of its layer.
  public internal(set) var worstError = 0.0
  /// The worst of the gradients that disagree.
  public internal(set) var failure: GradientFailure?
}

/// A gradient that two routes disagree about.
public struct GradientFailure: Hashable, Sendable {
  /// `w` or `b`.
  public let family: String
  /// The layer of the weight or bias, as the architecture counts.
  public let layer: Int
  /// Its indices, from 1 (the incoming unit of a folded bias is 0).
  public let indices: [Int]
  /// The claim that the symbolic gradient is from; nil where the backward pass stood in for it.
  public let place: ClaimPlace?
  /// The symbolic gradient.
  public let expected: Double
  /// What the route says.
  public let found: Double
  /// By how much they differ, as a part of the largest gradient of the layer.
  public let error: Double
  /// The draw, from 0.
  public let draw: Int
}

/// A claim whose sides differ.
public struct ClaimFailure: Sendable {
  /// What differs.
  public enum Kind: Equatable, Sendable {
    /// The values of both sides.
    case values(left: Double, right: Double)
    /// The ranges of indices do not fit.
    case ranges(EvaluationError)
  }

  /// Where the claim stands.
  public let place: ClaimPlace
  /// The values of its indices, layers first; empty where ranges do not fit.
  public let indices: [(name: String, value: Int)]
  /// What differs.
  public let kind: Kind
  /// The widths of the network at hand.
  public let widths: [Int]
  /// The draw, from 0.
  public let draw: Int
}

/// Why there is no point at which a derivation could be checked.
public enum NoValidDraw: Equatable, Sendable {
  /// The outputs are one unit of softmax, which is always 1.
  case softmaxOfOneUnit
  /// An activation has no finite value at some unit, wherever it was tried; `domain` is where it has, if that is simple.
  case activationHasNoValue(Activation, domain: String?, attempts: Int)
  /// Pre-activations or losses were so large that rounding errors would hide everything.
  case numbersTooLarge(attempts: Int)
  /// The output layer's activation leaves the domain of the loss; these activations fit.
  case outputsLeaveDomain(Domain, suggestions: [String])
  /// The loss is not finite wherever it was tried.
  case lossIsNotFinite(attempts: Int)
  /// Every point came too near to a kink.
  case kinksEverywhere(attempts: Int)
}

/// What is too large to be checked.
public enum SizeLimit: Equatable, Sendable {
  /// The number of weights and biases, and the largest that is checked.
  case weights(Double, most: Int)
  /// The number of outputs or of units of softmax, each of which is differentiated with respect to each.
  case units(Int, most: Int)
}
