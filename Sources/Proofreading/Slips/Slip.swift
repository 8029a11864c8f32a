/// A usual slip of handwritten derivations, as an edit of what is written.
///
/// The same table serves both ways: an edit of a true formula is a mutant, an edit that makes a false one true is a repair.
/// Most kinds are their own inverse; lost and superfluous things are two kinds of edits of one slip.
public struct Slip: Sendable {
  /// What goes wrong.
  public enum Kind: String, Sendable, CaseIterable {
    case sign, slope, prime, argument, exchangedIndices, otherIndex, fixedIndex, transpose, layer, sum, bound, half
    case power, targetAndPrediction, complement, plusAndTimes, factor, term, letter, elementwise, order, function, digit
  }

  /// What goes wrong.
  public let kind: Kind
  /// How far-fetched its edits are: the smaller, the more usual the slip, and the smaller the edit.
  public let cost: Int
  /// The most edits of this kind for one side.
  public let limit: Int
  /// The edits of a side.
  let edits: @Sendable (Side) -> [Edit]
}

extension Slip {
  /// The usual slips, the most usual first.
  public static let table: [Slip] = [
    Slip(kind: .sign, cost: 10, limit: 30, edits: \.signEdits),
    Slip(kind: .prime, cost: 11, limit: 20, edits: \.primeEdits),
    Slip(kind: .bound, cost: 12, limit: 40, edits: \.boundEdits),
    Slip(kind: .exchangedIndices, cost: 12, limit: 20, edits: \.exchangedIndexEdits),
    Slip(kind: .targetAndPrediction, cost: 12, limit: 12, edits: \.exchangeEdits),
    Slip(kind: .fixedIndex, cost: 12, limit: 30, edits: \.fixedIndexEdits),
    Slip(kind: .half, cost: 13, limit: 30, edits: \.halfEdits),
    Slip(kind: .power, cost: 13, limit: 30, edits: \.powerEdits),
    Slip(kind: .argument, cost: 13, limit: 20, edits: \.argumentEdits),
    Slip(kind: .transpose, cost: 13, limit: 30, edits: \.transposeEdits),
    Slip(kind: .layer, cost: 14, limit: 60, edits: \.layerEdits),
    Slip(kind: .slope, cost: 15, limit: 50, edits: \.slopeEdits),
    Slip(kind: .complement, cost: 15, limit: 24, edits: \.complementEdits),
    Slip(kind: .elementwise, cost: 15, limit: 20, edits: \.elementwiseEdits),
    Slip(kind: .order, cost: 15, limit: 20, edits: \.orderEdits),
    Slip(kind: .sum, cost: 16, limit: 50, edits: \.sumEdits),
    Slip(kind: .otherIndex, cost: 16, limit: 60, edits: \.otherIndexEdits),
    Slip(kind: .plusAndTimes, cost: 17, limit: 24, edits: \.plusAndTimesEdits),
    Slip(kind: .factor, cost: 18, limit: 160, edits: \.factorEdits),
    Slip(kind: .function, cost: 18, limit: 20, edits: \.functionEdits),
    Slip(kind: .letter, cost: 19, limit: 30, edits: \.letterEdits),
    Slip(kind: .term, cost: 20, limit: 30, edits: \.termEdits),
    Slip(kind: .digit, cost: 20, limit: 40, edits: \.digitEdits),
  ]
}
