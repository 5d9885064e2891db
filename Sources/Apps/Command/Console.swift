import QuothReport
import QuothSystem
import QuothView

/// Standard output and standard error, as good Unix tools use them.
struct Console: Sendable {
  /// Whether failures are written as JSON, one object a line.
  var writesJSONErrors = false

  /// Columns that are used where nobody tells.
  private static let defaultColumns = 100

  var outputIsTerminal: Bool { StandardStream.output.isTerminal }

  var columns: Int { StandardStream.output.columns ?? Self.defaultColumns }

  /// On a terminal that can show them, unless `NO_COLOR` forbids them (https://no-color.org).
  var isColoured: Bool {
    outputIsTerminal && (Machine.environment("NO_COLOR") ?? "").isEmpty
      && Machine.environment("TERM") != "dumb"
  }

  /// - Throws: ``OutputError/closed`` when nobody reads any more.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    try StandardStream.output.write(bytes)
  }

  func write(_ text: String) throws(OutputError) {
    try StandardStream.output.write(text)
  }

  /// Names what went wrong on standard error: `quoth: MESSAGE (SLUG)`, or
  /// `{"error":{"slug":…,"message":…,"input":…}}`.
  func report(_ failure: Failure) {
    note(line(for: failure))
  }

  func line(for failure: Failure) -> String {
    guard writesJSONErrors else { return "quoth: \(failure.message) (\(failure.slug))" }
    var json = JSONWriter()
    json.object { json in
      json.key("error")
      json.object { json in
        json.member("slug", failure.slug)
        json.member("message", failure.message)
        json.member("input", failure.input)
      }
    }
    return json.text
  }

  /// A line on standard error. When that is closed there is nobody left to tell.
  func note(_ line: String) {
    try? StandardStream.error.write(TerminalText.safe(line) + "\n")
  }
}
