/// What is done to each element of one, two or three arrays.
enum ElementwiseOperation: Equatable, Sendable {
  // Of one operand.
  case copy, negate, reciprocal, square, sqrt, not
  case exp, log, sin, cos, tan, asin, acos, atan, sinh, cosh, erf, abs, sign
  case power(Double)
  // Of two.
  case add, subtract, multiply, divide, raise, less, lessOrEqual, equal, or, minimum, maximum
  // Of three: where the first is 1 the second, else the third.
  case select

  /// The primitive function of that name, if it is one of one argument.
  init?(primitive name: String) {
    switch name {
    case "exp": self = .exp
    case "log": self = .log
    case "sin": self = .sin
    case "cos": self = .cos
    case "tan": self = .tan
    case "asin": self = .asin
    case "acos": self = .acos
    case "atan": self = .atan
    case "sinh": self = .sinh
    case "cosh": self = .cosh
    case "erf": self = .erf
    case "abs": self = .abs
    case "sign": self = .sign
    default: return nil
    }
  }

  /// x to a constant power, the frequent ones by their own names.
  static func constantPower(_ exponent: Double) -> ElementwiseOperation {
    switch exponent {
    case 1: .copy
    case 2: .square
    case -1: .reciprocal
    case 0.5: .sqrt
    default: .power(exponent)
    }
  }
}

/// One row of elements of an operand: where it begins and how far apart its elements lie.
struct Row<Element: Scalar> {
  let start: UnsafePointer<Element>
  let stride: Int

  @inline(__always) init(_ start: UnsafePointer<Element>, stride: Int) {
    self.start = start
    self.stride = stride
  }

  @inline(__always) subscript(_ place: Int) -> Element { start[place &* stride] }
}

extension ElementwiseOperation {
  /// Does the operation along one row. `out` is contiguous; it must not overlap an operand other than itself.
  /// Never inlined: so many loops in one function with others overwhelm the optimiser.
  @inline(never) func apply<Element: Scalar>(
    _ out: UnsafeMutablePointer<Element>, _ a: Row<Element>, _ b: Row<Element>, _ c: Row<Element>, count: Int
  ) {
    switch self {
    case .copy: Self.map(out, a, count) { $0 }
    case .negate: Self.map(out, a, count) { -$0 }
    case .reciprocal: Self.map(out, a, count) { Element(1) / $0 }
    case .square: Self.map(out, a, count) { $0 * $0 }
    case .sqrt: Self.map(out, a, count) { Element.sqrt($0) }
    case .not: Self.map(out, a, count) { Element(1) - $0 }
    case .exp: Self.map(out, a, count) { Element.exp($0) }
    case .log: Self.map(out, a, count) { Element.log($0) }
    case .sin: Self.map(out, a, count) { Element.sin($0) }
    case .cos: Self.map(out, a, count) { Element.cos($0) }
    case .tan: Self.map(out, a, count) { Element.tan($0) }
    case .asin: Self.map(out, a, count) { Element.asin($0) }
    case .acos: Self.map(out, a, count) { Element.acos($0) }
    case .atan: Self.map(out, a, count) { Element.atan($0) }
    case .sinh: Self.map(out, a, count) { Element.sinh($0) }
    case .cosh: Self.map(out, a, count) { Element.cosh($0) }
    case .erf: Self.map(out, a, count) { Element.erf($0) }
    case .abs: Self.map(out, a, count) { Element.abs($0) }
    case .sign: Self.map(out, a, count) { Element.sign($0) }
    case .power(let exponent): Self.map(out, a, count) { Element.pow($0, exponent) }
    case .add: Self.map(out, a, b, count) { $0 + $1 }
    case .subtract: Self.map(out, a, b, count) { $0 - $1 }
    case .multiply: Self.map(out, a, b, count) { $0 * $1 }
    case .divide: Self.map(out, a, b, count) { $0 / $1 }
    case .raise: Self.map(out, a, b, count) { Element.pow($0, $1) }
    case .less: Self.map(out, a, b, count) { Element.less($0, $1) }
    case .lessOrEqual: Self.map(out, a, b, count) { Element.lessOrEqual($0, $1) }
    case .equal: Self.map(out, a, b, count) { Element.equal($0, $1) }
    case .or: Self.map(out, a, b, count) { Element.select($0, $0, $1) }
    case .minimum: Self.map(out, a, b, count) { Element.minimum($0, $1) }
    case .maximum: Self.map(out, a, b, count) { Element.maximum($0, $1) }
    case .select: for place in 0..<count { out[place] = Element.select(a[place], b[place], c[place]) }
    }
  }

  @inline(__always) private static func map<Element: Scalar>(
    _ out: UnsafeMutablePointer<Element>, _ a: Row<Element>, _ count: Int, _ transform: (Element) -> Element
  ) {
    if a.stride == 1 {
      for place in 0..<count { out[place] = transform(a.start[place]) }
    } else {
      for place in 0..<count { out[place] = transform(a[place]) }
    }
  }

  /// Rows that are contiguous, and single numbers, get loops of their own: those vectorise.
  @inline(__always) private static func map<Element: Scalar>(
    _ out: UnsafeMutablePointer<Element>, _ a: Row<Element>, _ b: Row<Element>, _ count: Int,
    _ combine: (Element, Element) -> Element
  ) {
    switch (a.stride, b.stride) {
    case (1, 1):
      for place in 0..<count { out[place] = combine(a.start[place], b.start[place]) }
    case (0, 1):
      let constant = a.start[0]
      for place in 0..<count { out[place] = combine(constant, b.start[place]) }
    case (1, 0):
      let constant = b.start[0]
      for place in 0..<count { out[place] = combine(a.start[place], constant) }
    default:
      for place in 0..<count { out[place] = combine(a[place], b[place]) }
    }
  }
}
