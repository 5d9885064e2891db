import Glibc
import Synchronization

/// A web server on 127.0.0.1 that answers each path with fixed bytes and closes the connection.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: Int32

  /// - Parameter answers: whole HTTP answers by path; any other path is answered with 404.
  init?(_ answers: [String: [UInt8]]) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(listener, generic, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, generic, &length) == 0
      }
    }
    guard isBound else { return nil }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    serve(answers)
  }

  deinit { _ = shutdown(listener, Int32(SHUT_RDWR)); _ = close(listener) }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve(_ answers: [String: [UInt8]]) {
    let listener = listener
    Task.detached {
      while true {
        let connection = unsafe accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Self.answer(connection, answers)
        _ = close(connection)
      }
    }
  }

  private static func answer(_ connection: Int32, _ answers: [String: [UInt8]]) {
    var request = [UInt8](repeating: 0, count: 8192)
    let count = unsafe read(connection, &request, request.count)
    let line = String(decoding: request.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    let path = line.count > 1 ? String(line[1]) : ""
    let missing = Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    var rest = answers[path] ?? missing
    while !rest.isEmpty {
      let sent = unsafe send(connection, rest, rest.count, Int32(MSG_NOSIGNAL.rawValue))
      guard sent > 0 else { return }
      rest.removeFirst(sent)
    }
    // Reading until the other side closes keeps unread bytes from resetting the connection.
    _ = shutdown(connection, Int32(SHUT_WR))
    _ = unsafe read(connection, &request, request.count)
  }
}
