import Glibc

extension Files {
  /// Writes a file whole, over one that stands there.
  ///
  /// - Throws: ``OutputError/refused(path:code:)``; what was written by then stays.
  /// - Complexity: O(n) in bytes.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    guard !path.utf8.contains(0) else { throw .refused(path: path, code: ENOENT) }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .refused(path: path, code: errno) }
    defer { _ = close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw .refused(path: path, code: errno)
      }
    }
  }

  /// Makes the folders above a path that are not there.
  ///
  /// - Throws: ``OutputError/refused(path:code:)`` naming the folder that cannot be made.
  public static func makeFolder(above path: String) throws(OutputError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard !isFolder(folder) else { return }
    try makeFolder(above: folder)
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .refused(path: folder, code: errno)
    }
  }
}
