/// The memory that an `IndexProgram` runs in. Kept by whoever runs a program again and again, for running allocates
/// nothing; not to be shared between threads.
final class IndexMachine<Element: Scalar> {
  let program: IndexProgram
  private let functions: [ScalarFunction]
  /// Where the constants, the registers and the inputs begin.
  private let bases: UnsafeMutablePointer<UnsafeMutablePointer<Element>>

  /// Memory for `program`, with the functions behind its slots.
  init(_ program: IndexProgram, functions: [ScalarFunction]) {
    self.program = program
    self.functions = functions
    let baseCount = IndexProgram.Place.firstInput + program.inputs.count
    let constants = UnsafeMutablePointer<Element>.allocate(capacity: max(program.constants.count, 1))
    for (place, value) in program.constants.enumerated() { (constants + place).initialize(to: Element(value)) }
    let registers = UnsafeMutablePointer<Element>.allocate(capacity: max(program.registerCount, 1))
    registers.initialize(repeating: Element(0), count: program.registerCount)
    bases = .allocate(capacity: baseCount)
    bases.initialize(repeating: registers, count: baseCount)
    bases[IndexProgram.Place.constants] = constants
  }

  deinit {
    let constants = bases[IndexProgram.Place.constants]
    let registers = bases[IndexProgram.Place.registers]
    constants.deinitialize(count: program.constants.count)
    registers.deinitialize(count: program.registerCount)
    constants.deallocate()
    registers.deallocate()
    bases.deallocate()
  }

  /// Sets where input `input` begins. The memory must outlive the runs; it is only read.
  @inline(__always) func bind(_ input: Int, to start: UnsafePointer<Element>) {
    bases[IndexProgram.Place.firstInput + input] = UnsafeMutablePointer(mutating: start)
  }

  /// Where output `output` begins after a run; valid until the next run.
  @inline(__always) func output(_ output: Int) -> UnsafePointer<Element> {
    UnsafePointer(start(program.outputs[output].place))
  }

  @inline(__always) private func start(_ place: IndexProgram.Place) -> UnsafeMutablePointer<Element> {
    bases[place.base] + place.offset
  }

  /// Binds the arrays, one for each input, and runs.
  func run(on arrays: [IndexedArray<Element>]) {
    bindAndRun(arrays[...])
  }

  private func bindAndRun(_ arrays: ArraySlice<IndexedArray<Element>>) {
    guard let array = arrays.first else { return run() }
    array.storage.withUnsafeBufferPointer { storage in
      if let start = storage.baseAddress { bind(arrays.startIndex, to: start + array.offset) }
      bindAndRun(arrays.dropFirst())
    }
  }

  /// The outputs as arrays of their own.
  func results() -> [IndexedArray<Element>] {
    program.outputs.map { output in
      let count = output.ranges.reduce(1) { $0 * $1.count }
      let values = Array(UnsafeBufferPointer(start: UnsafePointer(start(output.place)), count: count))
      return IndexedArray(values, ranges: output.ranges)
    }
  }

  // MARK: Running

  /// Runs the program on what is bound. `lanes` is the number of elements in use of a scalar function's lane axis.
  func run(lanes: Int = 0) {
    program.loops.withUnsafeBufferPointer { loops in
      for instruction in program.instructions {
        execute(instruction, UnsafeBufferPointer(rebasing: loops[instruction.nest]), lanes)
      }
    }
  }

  private func execute(
    _ instruction: IndexProgram.Instruction, _ nest: UnsafeBufferPointer<IndexProgram.Loop>, _ lanes: Int
  ) {
    let out = bases[IndexProgram.Place.registers] + instruction.out
    let a = UnsafePointer(start(instruction.a))
    let b = UnsafePointer(start(instruction.b))
    switch instruction.operation {
    case .elementwise(let operation):
      sweep(operation, nest, lanes, out, a, b, UnsafePointer(start(instruction.c)))
    case .call(let function, let order):
      sweep(.copy, nest, lanes, out, a, a, a)
      let count = nest.reduce(1) { $0 * ($1.isLane ? lanes : $1.count) }
      Element.apply(functions[function], order: order, to: UnsafeMutableBufferPointer(start: out, count: count))
    case .contract(let summed, let operands):
      let contraction = Contraction(nest: nest, summed: summed, lanes: lanes)
      if operands == 1 { contraction.sum(out, a) } else { contraction.sum(out, a, b) }
    }
  }

  /// Goes through all loops but the innermost, and along rows in that.
  private func sweep(
    _ operation: ElementwiseOperation, _ nest: UnsafeBufferPointer<IndexProgram.Loop>, _ lanes: Int,
    _ out: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>,
    _ c: UnsafePointer<Element>
  ) {
    guard let loop = nest.first else {
      return operation.apply(out, Row(a, stride: 0), Row(b, stride: 0), Row(c, stride: 0), count: 1)
    }
    let count = loop.isLane ? lanes : loop.count
    if nest.count == 1 {
      return operation.apply(
        out, Row(a, stride: loop.a), Row(b, stride: loop.b), Row(c, stride: loop.c), count: count)
    }
    let inner = UnsafeBufferPointer(rebasing: nest.dropFirst())
    for step in 0..<count {
      sweep(
        operation, inner, lanes, out + step * loop.out, a + step * loop.a, b + step * loop.b, c + step * loop.c)
    }
  }
}
