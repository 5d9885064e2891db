import Foundation

/// The program that was built together with these tests, run from the root of the repository.
enum Program {
  struct Outcome {
    var output: String
    var errors: String
    var status: Int32
  }

  /// Runs a command line as a shell would, with `quoth` found first.
  ///
  /// Output goes through files, so that no pipe can fill up and block.
  static func shell(_ line: String) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)

    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = Repository.root
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(products):\(environment["PATH"] ?? "")"
    environment["NO_COLOR"] = "1"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      status: process.terminationStatus)
  }

  /// The folder of the test bundle, where the build puts the program too.
  private static let products =
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
}
