import Glibc

/// The machine and the process: processors, environment, clocks, memory.
public enum Machine {
  /// Processors that are switched on; at least 1.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The folder that holds the running program; nil when the system does not tell.
  public static var programFolder: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe readlink("/proc/self/exe", &path, path.count)
    guard length > 0 else { return nil }
    let bytes = path[..<length].map { UInt8(bitPattern: $0) }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// The value of an environment variable; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Seconds on a clock that never goes back; only differences mean anything.
  public static var seconds: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of processor time, user and system, that this process has taken.
  public static var processorSeconds: Double { usage(of: RUSAGE_SELF.rawValue).seconds }

  /// Seconds of processor time, user and system, of the child processes that have ended.
  public static var childProcessorSeconds: Double { usage(of: RUSAGE_CHILDREN.rawValue).seconds }

  /// The most memory this process has held at once, in bytes.
  public static var peakMemory: Int { usage(of: RUSAGE_SELF.rawValue).peak }

  private static func usage(of whom: __rusage_who_t) -> (seconds: Double, peak: Int) {
    var usage = rusage()
    _ = unsafe getrusage(whom, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
  }

  /// The system's words for an error code: `Permission denied`.
  static func words(for code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    let words = unsafe buffer.withUnsafeMutableBufferPointer { room -> String? in
      guard let base = room.baseAddress, unsafe strerror_r(code, base, room.count) == 0
      else { return nil }
      return unsafe String(cString: base)
    }
    return words ?? "error \(code)"
  }
}

extension Machine {
  /// Seconds since 1970 by the machine's clock, which may go back.
  public static var secondsSince1970: Int { time(nil) }
}
