import Glibc

/// Files, folders and standard input, read whole.
public enum Files {
  /// The size up to which a report is read, in bytes, unless the caller says otherwise.
  public static let defaultLimit = 64_000_000

  /// The bytes of a file.
  ///
  /// A regular file over the limit is refused by its size before any of it is read; a pipe or device
  /// is read no further than the limit.
  ///
  /// - Throws: ``FileError`` when the file is missing, unreadable, a folder or too large.
  /// - Complexity: O(n) in bytes.
  public static func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    let descriptor = try descriptor(of: path)
    defer { _ = close(descriptor) }
    return try read(descriptor, path: path, limit: limit)
  }

  /// A descriptor of a file, pipe or device to read from, which the caller closes.
  ///
  /// - Parameter name: what errors call it; the path unless given.
  /// - Throws: ``FileError`` when it is missing, unreadable or a folder.
  public static func descriptor(of path: String, name: String? = nil) throws(FileError) -> Int32 {
    let name = name ?? path
    guard !path.utf8.contains(0) else { throw .missing(path: name) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: name, code: errno) }
    guard !isFolder(path) else {
      _ = close(descriptor)
      throw .isFolder(path: name)
    }
    return descriptor
  }

  /// All of standard input; errors name it `-`.
  ///
  /// - Throws: ``FileError`` as ``read(_:limit:)`` does.
  public static func readStandardInput(limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, path: "-", limit: limit)
  }

  private static func read(
    _ descriptor: Int32, path: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
    var bytes: [UInt8] = []
    var piece = 1 << 16
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(path: path)
    case S_IFREG:
      let size = Int(status.st_size)
      guard size <= limit else { throw .tooLarge(path: path, size: size, limit: limit) }
      bytes.reserveCapacity(size)
      piece = min(max(size + 1, 1 << 12), 1 << 20)
    default: break
    }
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileError(path: path, code: errno)
      }
      guard bytes.count + count <= limit else {
        throw .tooLarge(path: path, size: nil, limit: limit)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Whether a folder stands at the path; links are followed.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything stands at the path; links are followed.
  public static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The files below a folder, at any depth, ordered by the bytes of their paths within each folder.
  ///
  /// Names that begin with a full stop are left out. Linked files are listed; linked folders are not
  /// entered, so a link to a folder above cannot go round in a circle.
  ///
  /// - Parameter passedOver: called with the error of a folder inside it that cannot be listed; the
  ///   others are.
  /// - Throws: ``FileError`` when the folder itself cannot be listed.
  public static func list(
    _ folder: String, passedOver: (FileError) -> Void = { _ in }
  ) throws(FileError) -> [String] {
    let names = try entries(of: folder)
    let prefix = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    var found: [String] = []
    for name in names {
      let path = prefix + name
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        do throws(FileError) {
          found += try list(path, passedOver: passedOver)
        } catch {
          passedOver(error)
        }
      case S_IFREG: found.append(path)
      case S_IFLNK where !isFolder(path) && exists(path): found.append(path)
      default: break
      }
    }
    return found
  }

  private static func entries(of folder: String) throws(FileError) -> [String] {
    guard let handle = unsafe opendir(folder) else { throw FileError(path: folder, code: errno) }
    defer { _ = unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
        unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths a shell pattern such as `reports/*.txt` stands for, in sorted order; empty when none.
  ///
  /// Source: POSIX.1-2017, `glob()`.
  public static func matching(_ pattern: String) -> [String] {
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    guard unsafe glob(pattern, 0, nil, &result) == 0 else { return [] }
    return unsafe (0..<Int(result.gl_pathc)).compactMap { index in
      unsafe result.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }
}
