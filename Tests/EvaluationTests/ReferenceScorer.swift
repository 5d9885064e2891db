import Foundation

/// The scorer whose figures ours must equal, when it lies beside the checkout.
struct ReferenceScorer {
  var gold: String
  var predictions: String

  private static let script = URL(filePath: #filePath)
    .appending(path: "../../../../shared/tools/attribution_score.py").standardizedFileURL.path

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: script)
      && (try? run(["python3", "--version"])) != nil
  }

  /// What it prints with these options.
  func output(_ options: [String]) throws -> Data {
    try Self.run(["python3", "-B", Self.script, "--gold", gold, "--pred", predictions] + options)
  }

  private struct Failed: Error {}

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return printed
  }
}
