/// Constants, registers and instructions.
extension IndexCompiler {
  /// A number.
  mutating func constant(_ value: Double) -> Value { constants([value], over: []) }

  /// Numbers over axes, row-major.
  mutating func constants(_ values: [Double], over order: [Int]) -> Value {
    let place = IndexProgram.Place(base: IndexProgram.Place.constants, offset: program.constants.count)
    program.constants += values
    return Value(place: place, axes: order, strides: denseStrides(order))
  }

  /// The strides of a dense array over axes in this order, the last varying fastest.
  func denseStrides(_ order: [Int]) -> [Int] {
    var strides: [Int] = []
    var stride = 1
    for axis in order.reversed() {
      strides.append(stride)
      stride *= axes[axis].count
    }
    return strides.reversed()
  }

  /// All axes of `values`, ascending.
  func union(_ values: [Value]) -> [Int] {
    if values.allSatisfy({ $0.axes == values[0].axes }) { return values[0].axes }
    return Set(values.flatMap(\.axes)).sorted()
  }

  /// `operation` on every element of `a`.
  mutating func emit(_ operation: ElementwiseOperation, _ a: Value) -> Value {
    emit(.elementwise(operation), over: a.axes, a)
  }

  /// `operation` on every pair of elements.
  mutating func emit(_ operation: ElementwiseOperation, _ a: Value, _ b: Value) -> Value {
    emit(.elementwise(operation), over: union([a, b]), a, b)
  }

  /// An instruction whose result is an array over the axes in `order`; operands without one of them are repeated.
  mutating func emit(
    _ operation: IndexProgram.Operation, over order: [Int], _ a: Value, _ b: Value? = nil, _ c: Value? = nil
  ) -> Value {
    let result = register(over: order)
    appendInstruction(operation, result, loops(order, result, a, b ?? a, c ?? a), a, b ?? a, c ?? a)
    return result
  }

  /// The sum over the axes `summed` of the product of one or two operands.
  mutating func emitContraction(_ operands: [Value], over order: [Int], summed: [Int]) -> Value {
    let result = register(over: order)
    let a = operands[0]
    let b = operands.count > 1 ? operands[1] : a
    let outer = loops(order, result, a, b, a)
    let inner = loops(summed, result, a, b, a)
    let operation = IndexProgram.Operation.contract(summed: inner.count, operands: operands.count)
    appendInstruction(operation, result, outer + inner, a, b, a)
    return result
  }

  private mutating func register(over order: [Int]) -> Value {
    let place = IndexProgram.Place(base: IndexProgram.Place.registers, offset: program.registerCount)
    program.registerCount += max(size(order), 1)
    return Value(place: place, axes: order, strides: denseStrides(order))
  }

  private mutating func appendInstruction(
    _ operation: IndexProgram.Operation, _ result: Value, _ nest: [IndexProgram.Loop], _ a: Value, _ b: Value,
    _ c: Value
  ) {
    let start = program.loops.count
    program.loops += nest
    program.instructions.append(
      IndexProgram.Instruction(
        operation: operation, out: result.place.offset, a: a.place, b: b.place, c: c.place,
        nest: start..<program.loops.count))
  }

  /// The loops over `order`; neighbours that every operand runs through evenly become one.
  private func loops(_ order: [Int], _ out: Value, _ a: Value, _ b: Value, _ c: Value) -> [IndexProgram.Loop] {
    var result: [IndexProgram.Loop] = []
    for axis in order {
      let loop = IndexProgram.Loop(
        count: axes[axis].count, out: out.stride(along: axis), a: a.stride(along: axis), b: b.stride(along: axis),
        c: c.stride(along: axis), isLane: axes[axis].isLane)
      if let outer = result.last, outer.isFollowedEvenly(by: loop) {
        result[result.count - 1] = outer.merged(with: loop)
      } else {
        result.append(loop)
      }
    }
    return result
  }
}

extension IndexProgram.Loop {
  /// Whether this loop around `inner` is one long loop.
  func isFollowedEvenly(by inner: IndexProgram.Loop) -> Bool {
    !isLane && !inner.isLane && out == inner.out * inner.count && a == inner.a * inner.count
      && b == inner.b * inner.count && c == inner.c * inner.count
  }

  /// This loop and `inner` as one.
  func merged(with inner: IndexProgram.Loop) -> IndexProgram.Loop {
    IndexProgram.Loop(count: count * inner.count, out: inner.out, a: inner.a, b: inner.b, c: inner.c, isLane: false)
  }
}
