/// A change of a formula's source: what is replaced by what, and the slip that it makes or mends.
///
/// Ranges count the scalars of the formula. The replacements of one edit do not overlap, and stand in order.
public struct Edit: Sendable, Equatable {
  /// One piece of the source that gives way to another; an empty range is an insertion.
  public struct Replacement: Sendable, Equatable {
    /// The scalars that go.
    public var range: Range<Int>
    /// What stands there afterwards.
    public var text: String

    /// `text` for the scalars of `range`.
    public init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// What is replaced, in the order of the source.
  public var replacements: [Replacement]
  /// What is wrong where this edit makes a relation true, in a few words.
  public var reason: String
  /// The kind of slip.
  public var kind: Slip.Kind
  /// How far-fetched the edit is; the smallest is tried first.
  public var cost: Int
  /// What to point at in the source as it stands.
  public var mark: Range<Int>
  /// What to show of the source, as it stands after the edit; at least the mark.
  public var shown: Range<Int>

  /// An edit.
  public init(
    _ replacements: [Replacement], reason: String, kind: Slip.Kind, cost: Int, mark: Range<Int>,
    shown: Range<Int>? = nil
  ) {
    self.replacements = replacements.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    self.reason = reason
    self.kind = kind
    self.cost = cost
    self.mark = mark
    self.shown = shown ?? mark
  }
}

extension Edit {
  /// Whether both edits can be made at once.
  func isCompatible(with other: Edit) -> Bool {
    for mine in replacements {
      for theirs in other.replacements {
        if mine.range.lowerBound <= theirs.range.upperBound, theirs.range.lowerBound <= mine.range.upperBound {
          return false
        }
      }
    }
    return true
  }

  /// Both edits at once; they must be compatible.
  func joined(with other: Edit) -> Edit {
    let first = mark.lowerBound <= other.mark.lowerBound ? self : other
    let second = mark.lowerBound <= other.mark.lowerBound ? other : self
    let reason = first.reason == second.reason ? first.reason + ", twice" : first.reason + ", and " + second.reason
    return Edit(
      replacements + other.replacements, reason: reason, kind: first.kind,
      cost: cost + other.cost, mark: Edit.hull(mark, other.mark), shown: Edit.hull(shown, other.shown))
  }

  private static func hull(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }
}
