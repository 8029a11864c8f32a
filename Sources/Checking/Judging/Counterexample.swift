/// Numbers for which a claim fails.
public struct Counterexample: Sendable, Equatable {
  /// A name and its value, as text grammar writes names: `w[1,2,1]`, `n[2]`, `i`.
  public struct Assignment<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The name.
    public var name: String
    /// Its value.
    public var value: Value

    /// name = value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The sizes that the notes leave open.
  public var sizes: [Assignment<Int>]
  /// The free indices of the claim.
  public var indices: [Assignment<Int>]
  /// What is given from outside and has a part in the claim.
  public var values: [Assignment<Double>]
  /// What opaque functions are: `f` as `z`.
  public var functions: [Assignment<String>]
  /// The value of the left side.
  public var left: Double
  /// The value of the right side.
  public var right: Double

  /// Values of two sides that differ, for these numbers.
  public init(
    sizes: [Assignment<Int>] = [], indices: [Assignment<Int>] = [], values: [Assignment<Double>] = [],
    functions: [Assignment<String>] = [], left: Double, right: Double
  ) {
    self.sizes = sizes
    self.indices = indices
    self.values = values
    self.functions = functions
    self.left = left
    self.right = right
  }
}
