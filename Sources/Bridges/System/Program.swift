import Glibc
import Synchronization

/// Another program, run to its end with its output kept.
public struct Program: Sendable {
  /// Found on the search path unless it holds a slash.
  public var name: String
  public var arguments: [String]
  /// What it finds on standard input.
  public var input: [UInt8]
  /// Seconds after which it is stopped.
  public var timeLimit: Double
  /// Bytes of output after which it is stopped.
  public var outputLimit: Int

  public init(
    _ name: String, _ arguments: [String], input: [UInt8] = [], timeLimit: Double = 60,
    outputLimit: Int = Files.defaultLimit
  ) {
    self.name = name
    self.arguments = arguments
    self.input = input
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// Runs it and waits for its end.
  ///
  /// - Returns: its standard output.
  /// - Throws: ``ProgramError`` when it is not installed, ends with a status other than 0, or goes
  ///   past a limit; it is then no longer running.
  public func output() throws(ProgramError) -> [UInt8] {
    let (process, output, errors) = try Self.starting.withLock {
      (_: inout Void) throws(ProgramError) in try start()
    }
    let gathered = gather(output: output, errors: errors)
    if gathered.failure != nil { _ = kill(process, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let failure = gathered.failure { throw failure }
    let hasExited = status & 0x7F == 0
    let code = hasExited ? status >> 8 & 0xFF : -(status & 0x7F)
    guard code == 0 else {
      throw .failed(
        name: name, status: code,
        words: String(decoding: gathered.errors.prefix(400), as: UTF8.self))
    }
    return gathered.output
  }

  /// One start at a time: a pipe is inherited by every process started before it is marked as ours.
  private static let starting = Mutex<Void>(())

  private func start() throws(ProgramError) -> (process: pid_t, output: Pipe, errors: Pipe) {
    guard let output = Pipe(), let errors = Pipe() else {
      throw .notStarted(name: name, code: errno)
    }
    guard let stored = UnnamedFile(input) else { throw .notStarted(name: name, code: errno) }
    let process = try spawn(input: stored, output: output, errors: errors)
    output.closeWriting()
    errors.closeWriting()
    return (process, output, errors)
  }

  private func spawn(input: UnnamedFile, output: Pipe, errors: Pipe) throws(ProgramError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)

    // A process that ignores SIGPIPE hands that on to its children unless told otherwise.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, name, &actions, &attributes, words, environ)
    guard code == 0 else {
      throw code == ENOENT ? .missing(name: name) : .notStarted(name: name, code: code)
    }
    return process
  }

  /// Reads both streams until they end or a limit is passed.
  private func gather(
    output: Pipe, errors: Pipe
  ) -> (output: [UInt8], errors: [UInt8], failure: ProgramError?) {
    var kept: (output: [UInt8], errors: [UInt8]) = ([], [])
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = Machine.seconds + timeLimit
    var streams = [
      pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
    ]
    while streams.contains(where: { $0.fd >= 0 }) {
      let left = deadline - Machine.seconds
      guard left > 0 else {
        return (kept.output, kept.errors, .timedOut(name: name, limit: timeLimit))
      }
      let wait = Int32(min(left * 1000 + 1, 1e9))
      guard unsafe poll(&streams, nfds_t(streams.count), wait) > 0 else { continue }
      for index in streams.indices where streams[index].fd >= 0 && streams[index].revents != 0 {
        let count = unsafe buffer.withUnsafeMutableBytes { room in
          unsafe read(streams[index].fd, room.baseAddress, room.count)
        }
        if count > 0 {
          if index == 0 {
            kept.output.append(contentsOf: buffer[..<count])
          } else if kept.errors.count < 4096 {
            kept.errors.append(contentsOf: buffer[..<count])
          }
        } else if count == 0 || errno != EINTR {
          streams[index].fd = -1
        }
      }
      guard kept.output.count <= outputLimit else {
        return (kept.output, kept.errors, .tooMuchOutput(name: name, limit: outputLimit))
      }
    }
    return (kept.output, kept.errors, nil)
  }
}

/// Why a program gave no usable output.
public enum ProgramError: Error, Sendable, Hashable {
  /// Not installed, or not on the search path.
  case missing(name: String)
  /// The system refused to start it; `code` is its `errno`.
  case notStarted(name: String, code: Int32)
  /// It ended with a status other than 0, or by a signal (then negative); `words` is the beginning of
  /// what it wrote to standard error.
  case failed(name: String, status: Int32, words: String)
  case timedOut(name: String, limit: Double)
  case tooMuchOutput(name: String, limit: Int)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .missing: "program.missing"
    case .notStarted: "program.not-started"
    case .failed: "program.failed"
    case .timedOut: "program.timed-out"
    case .tooMuchOutput: "program.too-much-output"
    }
  }

  /// What happened and what to do next.
  public var message: String {
    switch self {
    case .missing(let name): "The program \(name) is not installed."
    case .notStarted(let name, let code):
      "\(name) could not be started (\(Machine.words(for: code)))."
    case .failed(let name, let status, let words):
      "\(name) failed with status \(status): "
        + words.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .timedOut(let name, let limit): "\(name) was stopped after \(Int(limit)) seconds."
    case .tooMuchOutput(let name, let limit):
      "\(name) was stopped after \(limit / 1_000_000) MB of output."
    }
  }
}

/// Two ends of a pipe, closed with the value.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Closes this process's writing end, so that reading ends when the other process ends.
  func closeWriting() {
    _ = close(writing)
    writing = -1
  }

  deinit {
    _ = close(reading)
    if writing >= 0 { _ = close(writing) }
  }
}

/// Bytes in a file without a name, at whose start a reader stands; it is gone with the value.
///
/// A file, unlike a pipe, takes all of the bytes before anyone reads them.
@safe private final class UnnamedFile {
  private let stream: UnsafeMutablePointer<FILE>
  var descriptor: Int32 { unsafe fileno(stream) }

  /// nil when the system has no room for it; `errno` tells why.
  init?(_ bytes: [UInt8]) {
    guard let stream = unsafe tmpfile() else { return nil }
    unsafe self.stream = unsafe stream
    let count = unsafe fwrite(bytes, 1, bytes.count, stream)
    guard count == bytes.count, unsafe fflush(stream) == 0 else { return nil }
    unsafe rewind(stream)
    _ = unsafe fcntl(fileno(stream), F_SETFD, FD_CLOEXEC)
  }

  deinit { _ = unsafe fclose(stream) }
}
