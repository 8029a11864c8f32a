import LaTeX

/// A chain of relations as it is written, a = b = c, before anything is known of its meaning.
///
/// A chain that begins with a sign (`= b`) has an empty first member: it goes on from the chain before it. One that ends
/// with a sign has an empty last member.
public struct WrittenChain: Sendable, Equatable {
  /// The nodes between two signs.
  public struct Member: Sendable, Equatable {
    /// The nodes, without the space around them.
    public var nodes: [MathNode]

    /// The scalars of the formula that they come from; nil for an empty member.
    public var range: Range<Int>? {
      guard let first = nodes.first, let last = nodes.last else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
  }

  /// A relation sign.
  public struct Sign: Sendable, Equatable {
    /// One name for all spellings: `=`, `:=`, `le`.
    public var name: String
    /// The scalars of the sign.
    public var range: Range<Int>
  }

  /// The members, one more than there are signs.
  public var members: [Member]
  /// The signs between them.
  public var signs: [Sign]
  /// Further values of the last member: 2, 3 in `i = 1, 2, 3`.
  public var list: [Member]
  /// What leads to the chain: `therefore`, `Rightarrow`, `because`; nil where nothing does.
  public var connective: Sign?

  /// Whether the chain goes on from the one before it.
  public var continuesPrevious: Bool { members[0].nodes.isEmpty && !signs.isEmpty }
  /// Whether the chain goes on in the next one.
  public var isOpen: Bool { members[members.count - 1].nodes.isEmpty && !signs.isEmpty }
  /// Whether something is said: a chain without a sign only names something.
  public var isRelation: Bool { !signs.isEmpty }

  /// Whether the chain tells the values of an index or a size: i = 1, …, n; l < L; k ∈ S. Such a chain restricts its
  /// neighbours instead of claiming something.
  public var isCondition: Bool {
    guard signs.count >= 1, !continuesPrevious else { return false }
    let subject = signs.count == 1 ? members[0] : members[1]
    guard subject.nodes.count == 1, case .letter = subject.nodes[0].kind else { return false }
    switch signs[0].name {
    case "=": return signs.count == 1 && (!list.isEmpty || members[1].nodes.contains { $0.isEllipsis })
    case "<", "le", ">", "ge", "in": return true
    default: return false
    }
  }
}

extension MathNode {
  /// Whether dots stand for what is left out.
  var isEllipsis: Bool { if case .ellipsis = kind { true } else { false } }
}
