#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders.
extension System {
  /// The content of the file at `path`.
  static func contents(of path: String) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      let more = try read(from: descriptor, upTo: 1 << 20)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// What stands at a path.
  enum Entry {
    case file, folder, linkToFolder
  }

  /// What stands at `path`; links are followed, but one to a folder is told apart, since it may lead in a circle.
  static func entry(at path: String) throws(SystemError) -> Entry {
    var followed = stat()
    guard stat(path, &followed) == 0 else { throw SystemError(number: errno) }
    guard followed.st_mode & S_IFMT == S_IFDIR else { return .file }
    var own = stat()
    return lstat(path, &own) == 0 && own.st_mode & S_IFMT == S_IFLNK ? .linkToFolder : .folder
  }

  /// The names in the folder at `path`, in the order of their bytes, hidden ones left out.
  static func names(inFolder path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError(number: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw SystemError(number: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
