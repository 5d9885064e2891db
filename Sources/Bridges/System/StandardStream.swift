import Glibc

/// Standard output or standard error.
public enum StandardStream: Sendable {
  case output, error

  private var descriptor: Int32 {
    switch self {
    case .output: STDOUT_FILENO
    case .error: STDERR_FILENO
    }
  }

  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Width in columns; nil when the stream is no terminal or does not tell.
  public var columns: Int? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes all of the bytes.
  ///
  /// The first call sets the process to ignore `SIGPIPE`, so that a reader who has gone shows as an
  /// error here.
  ///
  /// - Throws: ``OutputError/closed`` when nobody reads any more, as after `| head`: the usual answer
  ///   is to stop without a word. ``OutputError/failed(code:)`` otherwise, as on a full disk.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    Self.ignoringBrokenPipes
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
      }
      if count >= 0 {
        start += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&ready, 1, -1)
      case EPIPE: throw .closed
      case let code: throw .failed(code: code)
      }
    }
  }

  /// Writes a string as UTF-8.
  ///
  /// - Throws: ``OutputError`` as ``write(_:)-([UInt8])`` does.
  public func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Set once for the process, at the first write.
  private static let ignoringBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}

/// Why bytes could not be written.
public enum OutputError: Error, Sendable, Hashable {
  /// The reader of the pipe has gone.
  case closed
  /// The system refused; `code` is its `errno`.
  case failed(code: Int32)
  /// The system refused to write the file at the path; `code` is its `errno`.
  case refused(path: String, code: Int32)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .closed: "output.closed"
    case .failed, .refused: "output.failed"
    }
  }

  /// What happened and what to do next.
  public var message: String {
    switch self {
    case .closed: "The output is no longer read by anyone."
    case .failed(let code):
      "standard output: cannot be written (\(Machine.words(for: code))). \(Self.advice(for: code))"
    case .refused(let path, let code):
      "\(path): cannot be written (\(Machine.words(for: code))). \(Self.advice(for: code))"
    }
  }

  private static func advice(for code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "Make room on the disk."
    case ENOENT, ENOTDIR: "Create its folder first."
    case EISDIR: "Name a file in this folder."
    case EACCES, EPERM, EROFS: "Check the permissions of its folder, or name another place."
    default: "Try another place."
    }
  }
}
