import Foundation
import QuothSystem
import Testing

/// Files, folders, programs and clocks of the machine the test runs on.
struct SystemTests {
  /// A folder of its own for each test, gone with it.
  private final class Folder {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "quoth-system-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  @Test func `a file is read whole`() throws {
    let folder = try Folder()
    let text = String(repeating: "The bridge is shut.\n", count: 10_000)
    try folder.write("a.txt", text)
    #expect(try Files.read(folder.path + "/a.txt") == Array(text.utf8))
  }

  @Test func `a file over the limit is refused by its size`() throws {
    let folder = try Folder()
    try folder.write("a.txt", "123456")
    let path = folder.path + "/a.txt"
    #expect(throws: FileError.tooLarge(path: path, size: 6, limit: 5)) { try Files.read(path, limit: 5) }
    #expect(try Files.read(path, limit: 6).count == 6)
  }

  @Test func `an endless device is read no further than the limit`() {
    #expect(throws: FileError.tooLarge(path: "/dev/zero", size: nil, limit: 100_000)) {
      try Files.read("/dev/zero", limit: 100_000)
    }
  }

  @Test func `what cannot be read is named with its reason`() throws {
    let folder = try Folder()
    let missing = folder.path + "/none.txt"
    #expect(throws: FileError.missing(path: missing)) { try Files.read(missing) }
    #expect(throws: FileError.isFolder(path: folder.path)) { try Files.read(folder.path) }
    #expect(FileError.missing(path: missing).message.hasPrefix(missing + ": "))
  }

  @Test func `a folder lists its files at any depth in order, without hidden ones`() throws {
    let folder = try Folder()
    for name in ["b.txt", "a/2.txt", "a/1.txt", ".hidden", "c/.git/x"] { try folder.write(name, "x") }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/c/up", withDestinationPath: folder.path)
    #expect(try Files.list(folder.path) == ["/a/1.txt", "/a/2.txt", "/b.txt"].map { folder.path + $0 })
    #expect(throws: FileError.missing(path: folder.path + "/d")) { try Files.list(folder.path + "/d") }
  }

  @Test func `a pattern stands for the files it matches`() throws {
    let folder = try Folder()
    for name in ["b.txt", "a.txt", "a.md"] { try folder.write(name, "x") }
    #expect(Files.matching(folder.path + "/*.txt") == ["/a.txt", "/b.txt"].map { folder.path + $0 })
    #expect(Files.matching(folder.path + "/*.pdf").isEmpty)
  }

  @Test func `a program gets its input and gives its output`() throws {
    let input = [UInt8](repeating: 0x61, count: 300_000)
    #expect(try Program("cat", [], input: input).output() == input)
    #expect(try Program("sh", ["-c", "printf '%s' \"$1\"", "sh", "two words"]).output() == Array("two words".utf8))
  }

  @Test func `a program that fails tells its status and its words`() {
    #expect(throws: ProgramError.failed(name: "sh", status: 3, words: "no bridge\n")) {
      try Program("sh", ["-c", "echo no bridge >&2; exit 3"]).output()
    }
    #expect(throws: ProgramError.missing(name: "no-such-program-here")) {
      try Program("no-such-program-here", []).output()
    }
  }

  @Test func `a program that does not end or write too much is stopped`() {
    #expect(throws: ProgramError.timedOut(name: "sleep", limit: 0.2)) {
      try Program("sleep", ["600"], timeLimit: 0.2).output()
    }
    #expect(throws: ProgramError.tooMuchOutput(name: "cat", limit: 100_000)) {
      try Program("cat", ["/dev/zero"], outputLimit: 100_000).output()
    }
  }

  @Test func `clocks go forward`() {
    let start = (Machine.seconds, Machine.processorSeconds)
    var sum = 0.0
    for number in 0..<2_000_000 { sum += Double(number).squareRoot() }
    #expect(sum > 0)
    #expect(Machine.seconds > start.0)
    #expect(Machine.processorSeconds > start.1)
    #expect(Machine.peakMemory > 1_000_000)
    #expect(Machine.processorCount >= 1)
  }

  @Test func `an environment variable that is not set is nil`() {
    #expect(Machine.environment("PATH") != nil)
    #expect(Machine.environment("QUOTH_NO_SUCH_VARIABLE") == nil)
  }
}
