/// One axis of an array: the values lower, lower + 1, … of its index, and how far apart their elements lie.
public struct ArrayAxis: Hashable, Sendable {
  /// The first value of the index: 1, or 0 where the bias is folded in.
  public let lower: Int
  /// The number of values.
  public let count: Int
  /// The distance of neighbours in storage.
  public let stride: Int

  /// An axis.
  public init(lower: Int = 1, count: Int, stride: Int) {
    self.lower = lower
    self.count = count
    self.stride = stride
  }

  /// The largest value of the index.
  public var upper: Int { lower + count - 1 }
}

/// An array over index ranges: a view into storage that may be shared with others. No axes: a single number.
public struct IndexedArray<Element: Scalar>: Sendable {
  /// The storage.
  public let storage: [Element]
  /// Where the element with the lowest indices stands in it.
  public let offset: Int
  /// The axes, in the order of the subscripts.
  public let axes: [ArrayAxis]

  /// A view into `storage`. Every index in range must lie inside.
  public init(_ storage: [Element], offset: Int = 0, axes: [ArrayAxis]) {
    self.storage = storage
    self.offset = offset
    self.axes = axes
    let last = axes.reduce(offset) { $0 + max($1.count - 1, 0) * $1.stride }
    precondition(axes.contains { $0.count == 0 } || storage.indices.contains(last), "the view leaves its storage")
  }

  /// A number, as an array without axes.
  public init(_ value: Element) { self.init([value], axes: []) }

  /// Row-major storage, the last index varying fastest.
  public init(_ storage: [Element], ranges: [ClosedRange<Int>]) {
    var stride = 1
    var axes: [ArrayAxis] = []
    for range in ranges.reversed() {
      axes.insert(ArrayAxis(lower: range.lowerBound, count: range.count, stride: stride), at: 0)
      stride *= range.count
    }
    self.init(storage, axes: axes)
  }

  /// The number of elements.
  public var count: Int { axes.reduce(1) { $0 * $1.count } }

  /// The element at these indices, one for each axis.
  public subscript(_ indices: Int...) -> Element { self[indices] }

  /// The element at these indices, one for each axis.
  public subscript(_ indices: [Int]) -> Element {
    precondition(indices.count == axes.count, "one index for each axis")
    var place = offset
    for (index, axis) in zip(indices, axes) {
      precondition(index >= axis.lower && index <= axis.upper, "index \(index) out of \(axis.lower)...\(axis.upper)")
      place += (index - axis.lower) * axis.stride
    }
    return storage[place]
  }

  /// The elements in row-major order. Free where they are stored so.
  public var elements: [Element] {
    var expected = 1
    let isDense = axes.reversed().allSatisfy { axis in
      defer { expected *= axis.count }
      return axis.stride == expected
    }
    if isDense, offset == 0, storage.count == expected { return storage }
    var result: [Element] = []
    result.reserveCapacity(count)
    func collect(_ axis: Int, _ place: Int) {
      if axis == axes.count { return result.append(storage[place]) }
      for step in 0..<axes[axis].count { collect(axis + 1, place + step * axes[axis].stride) }
    }
    collect(0, offset)
    return result
  }

  /// The indices of the element at `place` of `elements`.
  public func indices(at place: Int) -> [Int] {
    var rest = place
    var result: [Int] = []
    for axis in axes.reversed() {
      result.insert(axis.lower + rest % axis.count, at: 0)
      rest /= axis.count
    }
    return result
  }
}

/// Which array: a family of symbols, at a layer where it is layered.
public struct ArrayKey: Hashable, Sendable, CustomStringConvertible {
  /// The canonical name of the family.
  public let family: String
  /// The layer, nil for a family without layers.
  public let layer: Int?

  /// The members of a family, at a layer where it is layered.
  public init(_ family: String, layer: Int? = nil) {
    self.family = family
    self.layer = layer
  }

  /// `w[2]`.
  public var description: String { layer.map { "\(family)[\($0)]" } ?? family }
}
