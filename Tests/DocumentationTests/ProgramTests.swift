import Foundation
import Testing

/// What the program offers, found by asking it, stands in the documentation.
@Suite("Program")
struct ProgramTests {
  @Test func `every command and flag that the help names is in the guide`() throws {
    let guide = try Repository.text("Documentation/Guide.md")
    let help = try Program.shell("quoth --help").output
    let commands = Self.commands(help)
    try #require(commands.contains("read"))
    var flags = Self.flags(help)
    for command in commands {
      #expect(guide.contains("quoth \(command)"), "Guide.md leaves out quoth \(command)")
      let help = try Program.shell("quoth \(command) --help")
      try #require(help.status == 0 && help.output.contains("--help"), "quoth \(command) --help")
      flags.formUnion(Self.flags(help.output))
    }
    try #require(commands.count >= 5 && flags.count >= 15, "\(commands) \(flags)")
    for flag in flags.sorted() {
      #expect(guide.contains("`\(flag)"), "Guide.md leaves out \(flag)")
    }
  }

  @Test func `every key of the record is in the page on JSON`() throws {
    let page = try Repository.text("Documentation/JSON.md")
    let output = try Program.shell("quoth read --format json Examples").output
    var keys: Set<String> = []
    for line in output.split(separator: "\n") {
      Self.collect(try JSONSerialization.jsonObject(with: Data(line.utf8)), into: &keys)
    }
    // The record with its attributions, entities and times, all there to be looked at.
    try #require(keys.isSuperset(of: ["attributions", "cue", "entities", "times", "said_when"]))
    try #require(keys.count > 40, "\(keys.sorted())")
    for key in keys.sorted() {
      #expect(page.contains("`\(key)`") || page.contains("\"\(key)\""), "JSON.md leaves out \(key)")
    }
  }

  @Test func `every attribution key that the page calls stable is written`() throws {
    let page = try Repository.text("Documentation/JSON.md")
    let output = try Program.shell("quoth read --format json Examples").output
    let section = page.split(separator: "\n## ").first { $0.hasPrefix("Attributions") }
    let rows = try #require(section).matches(of: /\n\| `([a-z_]+)` \|/)
    try #require(rows.count > 10)
    for row in rows {
      #expect(output.contains("\"\(row.1)\""), "nothing writes \(row.1)")
    }
  }

  /// Commands stand at two spaces from the margin under the line `Commands:`.
  private static func commands(_ help: String) -> [String] {
    guard let list = help.split(separator: "\nCommands:\n").last else { return [] }
    return list.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
      .compactMap { $0.firstMatch(of: /^  ([a-z]+)/).map { String($0.1) } }
  }

  private static func flags(_ help: String) -> Set<String> {
    Set(help.matches(of: /--[a-z]+(?:-[a-z]+)*/).map { String($0.0) })
  }

  private static func collect(_ value: Any, into keys: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, value) in object {
        keys.insert(key)
        collect(value, into: &keys)
      }
    } else if let list = value as? [Any] {
      for value in list { collect(value, into: &keys) }
    }
  }
}
