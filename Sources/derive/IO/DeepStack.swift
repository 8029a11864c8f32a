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
enum DeepStack {
  private static let bytes = 1 << 29

  private final class Work {
    let body: () -> Int32
    var result: Int32 = 0
    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  /// The result of `body`, run with a stack of half a gigabyte; with the usual one where that is not to be had.
  static func run(_ body: @escaping () -> Int32) -> Int32 {
    let work = Work(body)
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return body() }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return body() }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passUnretained(work).toOpaque()
    guard pthread_create(&thread, &attributes, deepStackMain, context) == 0 else { return body() }
    #if canImport(Glibc)
      pthread_join(thread, nil)
    #else
      if let thread { pthread_join(thread, nil) }
    #endif
    return work.result
  }

  fileprivate static func execute(_ context: UnsafeMutableRawPointer) {
    let work = Unmanaged<Work>.fromOpaque(context).takeUnretainedValue()
    work.result = work.body()
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
