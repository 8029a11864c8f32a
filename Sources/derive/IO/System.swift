#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls to the operating system that the command needs, under names of our own.
enum System {
  /// Writes all of `bytes` to the file with that descriptor; interrupted and partial writes are taken up again.
  /// Returns 0, or the number of the error.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          waitUntilWritable(descriptor)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Reads at most `capacity` bytes; none at the end of the file.
  static func read(from descriptor: Int32, upTo capacity: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      while true {
        let result = systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
        if result >= 0 {
          count = result
          return
        }
        if errno == EAGAIN {
          waitUntilReadable(descriptor)
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw SystemError(number: failure) }
    return bytes
  }

  /// Whether the file with that descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Seconds on a clock that is never set back.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The value of a variable of the environment, if it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// From now on writing to a pipe that nobody reads is an error like any other, and no reason to be killed.
  static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.read(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func waitUntilWritable(_ descriptor: Int32) { wait(descriptor, Int16(POLLOUT)) }
  private static func waitUntilReadable(_ descriptor: Int32) { wait(descriptor, Int16(POLLIN)) }

  private static func wait(_ descriptor: Int32, _ events: Int16) {
    var watched = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&watched, 1, -1)
  }
}

/// A failure that the operating system reports.
struct SystemError: Error, Equatable {
  /// `errno`.
  let number: Int32

  /// Whether nobody reads the other end of the pipe any more.
  var isClosedPipe: Bool { number == EPIPE }

  /// The system's own words, beginning with a small letter like every other message.
  var description: String {
    let words = String(cString: strerror(number))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
