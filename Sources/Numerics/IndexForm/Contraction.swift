/// Sums of products over nests of loops: out[o] = Σ_s a[o, s]·b[o, s].
///
/// The innermost loop decides the speed. Where a summed loop runs contiguously through both operands it goes inside, as a
/// scalar product with four partial sums; else, where an outer loop runs contiguously through the result, that one goes
/// inside, and multiples of rows are added up. Nothing but the result is stored.
struct Contraction {
  let nest: UnsafeBufferPointer<IndexProgram.Loop>
  /// How many of the last loops are summed over.
  let summed: Int
  let lanes: Int

  private func count(_ loop: IndexProgram.Loop) -> Int { loop.isLane ? lanes : loop.count }

  private var firstSummed: Int { nest.count - summed }

  /// The loop that goes inside.
  private func innermost(usesB: Bool) -> Int {
    let inner = nest.count - 1
    for place in (firstSummed..<nest.count).reversed() where nest[place].a == 1 && (!usesB || nest[place].b == 1) {
      return place
    }
    for place in (0..<firstSummed).reversed() where nest[place].out == 1 && count(nest[place]) >= 4 {
      if nest[place].a <= 1, !usesB || nest[place].b <= 1 { return place }
    }
    return inner
  }

  /// out = Σ a.
  func sum<Element: Scalar>(_ out: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>) {
    clear(out)
    let inner = innermost(usesB: false)
    let isSummed = inner >= firstSummed
    walk(0, skipping: inner, out, a, a) { out, a, _ in
      let loop = nest[inner]
      if isSummed {
        out[0] = out[0] + Self.total(Row(a, stride: loop.a), count(loop))
      } else {
        for place in 0..<count(loop) { out[place &* loop.out] = out[place &* loop.out] + a[place &* loop.a] }
      }
    }
  }

  /// out = Σ a·b.
  func sum<Element: Scalar>(
    _ out: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>
  ) {
    clear(out)
    let inner = innermost(usesB: true)
    let isSummed = inner >= firstSummed
    walk(0, skipping: inner, out, a, b) { out, a, b in
      let loop = nest[inner]
      if isSummed {
        out[0] = out[0] + scalarProduct(Row(a, stride: loop.a), Row(b, stride: loop.b), count(loop))
      } else if loop.out == 1, loop.b == 0 {
        addMultiple(out, Row(a, stride: loop.a), b[0], count(loop))
      } else if loop.out == 1, loop.a == 0 {
        addMultiple(out, Row(b, stride: loop.b), a[0], count(loop))
      } else {
        for place in 0..<count(loop) {
          out[place &* loop.out] = out[place &* loop.out] + a[place &* loop.a] * b[place &* loop.b]
        }
      }
    }
  }

  /// Sets the elements of the result to 0; the result is dense.
  private func clear<Element: Scalar>(_ out: UnsafeMutablePointer<Element>) {
    let elements = nest[..<firstSummed].reduce(1) { $0 * count($1) }
    for place in 0..<elements { out[place] = Element(0) }
  }

  /// All loops but `inner`, from `depth` on.
  private func walk<Element: Scalar>(
    _ depth: Int, skipping inner: Int, _ out: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>,
    _ b: UnsafePointer<Element>,
    _ body: (UnsafeMutablePointer<Element>, UnsafePointer<Element>, UnsafePointer<Element>) -> Void
  ) {
    if depth == nest.count { return body(out, a, b) }
    if depth == inner { return walk(depth + 1, skipping: inner, out, a, b, body) }
    let loop = nest[depth]
    for step in 0..<count(loop) {
      walk(depth + 1, skipping: inner, out + step &* loop.out, a + step &* loop.a, b + step &* loop.b, body)
    }
  }

  private static func total<Element: Scalar>(_ a: Row<Element>, _ count: Int) -> Element {
    var sum = Element(0)
    for place in 0..<count { sum = sum + a[place] }
    return sum
  }
}

/// Σ a·b along two rows, in four partial sums that do not wait for one another.
@inline(__always)
func scalarProduct<Element: Scalar>(_ a: Row<Element>, _ b: Row<Element>, _ count: Int) -> Element {
  if a.stride == 1, b.stride == 1 { return scalarProduct(a.start, b.start, count) }
  var sum = Element(0)
  for place in 0..<count { sum = sum + a[place] * b[place] }
  return sum
}

/// Σ a·b of two contiguous rows.
@inline(__always)
func scalarProduct<Element: Scalar>(_ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, _ count: Int) -> Element {
  var first = Element(0)
  var second = Element(0)
  var third = Element(0)
  var fourth = Element(0)
  var place = 0
  while place &+ 4 <= count {
    first = first + a[place] * b[place]
    second = second + a[place &+ 1] * b[place &+ 1]
    third = third + a[place &+ 2] * b[place &+ 2]
    fourth = fourth + a[place &+ 3] * b[place &+ 3]
    place = place &+ 4
  }
  while place < count {
    first = first + a[place] * b[place]
    place = place &+ 1
  }
  return (first + second) + (third + fourth)
}

/// out += factor·a.
@inline(__always)
func addMultiple<Element: Scalar>(
  _ out: UnsafeMutablePointer<Element>, _ a: Row<Element>, _ factor: Element, _ count: Int
) {
  if a.stride == 1 {
    for place in 0..<count { out[place] = out[place] + a.start[place] * factor }
  } else {
    for place in 0..<count { out[place] = out[place] + a[place] * factor }
  }
}
