import Foundation
public import Testing

/// Expected output kept in `Tests/Golden`.
///
/// `QUOTH_RECORD=1` writes what was made and fails that run, so that a new expectation is always
/// read before it counts.
public enum Golden {
  /// Compares with a kept file, byte by byte, and names the first line that differs.
  ///
  /// - Parameter path: Below `Tests/Golden`, such as `kestrel/brief.txt`.
  public static func expect(
    _ made: [UInt8], matches path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["QUOTH_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made).write(to: file)
      Issue.record("\(path) was written: read it, then run again", sourceLocation: sourceLocation)
      return
    }
    let kept = try Data(contentsOf: file)
    guard kept != Data(made) else { return }
    let expected = String(decoding: kept, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = String(decoding: made, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let number = zip(expected, lines).enumerated().first { $1.0 != $1.1 }?.offset
    let line = number ?? min(expected.count, lines.count)
    Issue.record(
      """
      \(path) differs at line \(line + 1):
      expected \(expected.indices.contains(line) ? expected[line] : "the end")
      made     \(lines.indices.contains(line) ? lines[line] : "the end")
      """, sourceLocation: sourceLocation)
  }

  /// `Tests/Golden`, found from where this file was compiled.
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden")
}
