import Foundation

/// One run of the program that was built with these tests.
struct Run {
  let output: String
  let errors: String
  let status: Int32

  /// Errors, a line each.
  var errorLines: [Substring] { errors.split(separator: "\n") }

  /// - Parameters:
  ///   - input: the file that is standard input; nothing unless given.
  ///   - environment: added to the one of the tests.
  ///   - folder: the current folder.
  init(
    _ arguments: [String], input: URL? = nil, environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws {
    try self.init(
      Self.program, arguments, input: input, environment: environment, in: folder)
  }

  /// A line for `/bin/sh`, with `quoth` found first.
  init(shell line: String, environment: [String: String] = [:], in folder: URL? = nil) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let programs = Self.program.deletingLastPathComponent().path
    try self.init(
      URL(filePath: "/bin/sh"), ["-c", line], input: nil,
      environment: environment.merging(["PATH": "\(programs):\(path)"]) { own, _ in own },
      in: folder)
  }

  /// Where the build puts the program: beside the tests.
  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "quoth")

  /// Output goes through files, so that no pipe can fill up and block.
  private init(
    _ program: URL, _ arguments: [String], input: URL?, environment: [String: String],
    in folder: URL?
  ) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let output = try scratch.write("output", "")
    let errors = try scratch.write("errors", "")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    status = process.terminationStatus
  }
}

/// A folder of its own for one test.
struct Scratch {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Writes a file below the folder, and the folders to it.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Array(text.utf8)) }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
