#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs work that recurses as deep as its input nests.
///
/// Passes over expressions recurse, and derivatives nest deeper than what they are of. The stack that the system gives
/// the first thread, 8 MB, would limit them; address space costs nothing until it is touched.
package enum DeepStack {
  private static let bytes = 1 << 29

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// The result of `body`, run with a stack of half a gigabyte; with the usual one where that is not to be had.
  package static func run(_ body: @escaping () -> Int32) -> Int32 {
    var result: Int32 = 0
    run([{ result = body() }])
    return result
  }

  /// What `body` makes of 0, 1, …, `count` − 1, in that order. The calling thread works at it, and with it as many threads
  /// with deep stacks as there are processors that nothing else works at: `body` must not touch what is shared.
  package static func map<Result>(_ count: Int, _ body: @escaping (Int) -> Result) -> [Result] {
    let helpers = idleProcessors.take(atMost: count - 1)
    if helpers == 0 { return (0..<count).map(body) }
    let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer {
      results.deinitialize()
      results.deallocate()
    }
    let tickets = Tickets(count)
    let worker = { while let place = tickets.next() { results[place] = body(place) } }
    let helper = {
      worker()
      idleProcessors.give(1)
    }
    run(Array(repeating: helper, count: helpers), beside: worker)
    return results.compactMap { $0 }
  }

  /// The processors that no thread works at.
  private static let idleProcessors = Counter(max(0, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1))

  /// Runs every one of `bodies` on a thread of its own, and `own` on this one, and waits for all.
  private static func run(_ bodies: [() -> Void], beside own: () -> Void = {}) {
    #if canImport(Glibc)
      var threads: [pthread_t] = []
    #else
      var threads: [pthread_t?] = []
    #endif
    let works = bodies.map { Work($0) }
    for work in works {
      if let thread = start(work) { threads.append(thread) } else { work.body() }
    }
    own()
    for thread in threads { join(thread) }
    withExtendedLifetime(works) {}
  }

  #if canImport(Glibc)
    private static func join(_ thread: pthread_t) { pthread_join(thread, nil) }
  #else
    private static func join(_ thread: pthread_t?) {
      if let thread { pthread_join(thread, nil) }
    }
  #endif

  /// A thread with a deep stack that does `work`; nil where there is none to be had.
  private static func start(_ work: Work) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return nil }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passUnretained(work).toOpaque()
    return pthread_create(&thread, &attributes, deepStackMain, context) == 0 ? thread : nil
  }

  fileprivate static func execute(_ context: UnsafeMutableRawPointer) {
    let work = Unmanaged<Work>.fromOpaque(context).takeUnretainedValue()
    work.body()
  }
}

#if canImport(Darwin)
  private func deepStackMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    DeepStack.execute(context)
    return nil
  }
#else
  private func deepStackMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { DeepStack.execute(context) }
    return nil
  }
#endif
