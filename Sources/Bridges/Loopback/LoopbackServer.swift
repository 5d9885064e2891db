import Dispatch
import Glibc

/// A web server on 127.0.0.1 that answers each path with fixed bytes, for tests of what fetches.
///
/// It answers one connection at a time and closes it; it stops with the value. The program is not
/// linked with it.
public final class LoopbackServer: Sendable {
  public let port: UInt16
  private let listener: Int32

  /// Starts on a free port.
  ///
  /// - Parameter answers: whole HTTP answers by path; any other path is answered with 404.
  /// - Returns: nil when the system gives no port.
  public init?(_ answers: [String: [UInt8]]) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(listener, generic, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, generic, &length) == 0
      }
    }
    guard isListening else {
      _ = close(listener)
      return nil
    }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    DispatchQueue(label: "loopback").async { Self.serve(listener, answers) }
  }

  deinit { _ = shutdown(listener, Int32(SHUT_RDWR)) }

  /// The address of a path that begins with a slash.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Answers until the listener is shut down, and then closes it.
  private static func serve(_ listener: Int32, _ answers: [String: [UInt8]]) {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
      guard connection >= 0 else { break }
      answer(connection, answers)
      _ = close(connection)
    }
    _ = close(listener)
  }

  private static func answer(_ connection: Int32, _ answers: [String: [UInt8]]) {
    var request = [UInt8](repeating: 0, count: 8192)
    let count = unsafe read(connection, &request, request.count)
    let line = String(decoding: request.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    let answer = line.count > 1 ? answers[String(line[1])] : nil
    var rest = (answer ?? missing)[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes { bytes in
        unsafe send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
    // Reading until the other side closes keeps bytes in flight from being thrown away.
    _ = shutdown(connection, Int32(SHUT_WR))
    while unsafe read(connection, &request, request.count) > 0 {}
  }

  private static let missing = Array(
    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
}
