import Testing

@Suite("Examples")
struct ExampleTests {
  /// One command of a `console` block and the output that the page shows under it.
  struct Example: Sendable, CustomTestStringConvertible {
    var page: String
    var command: String
    var shown: [String]

    var testDescription: String { "\(page): \(command)" }
  }

  @Test(arguments: try Self.examples())
  func `a command in the documentation prints what its page shows`(_ example: Example) throws {
    let outcome = try Program.shell(example.command)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = Self.lines(outcome.output)
    #expect(
      Self.agrees(example.shown[...], lines[...]),
      "\(example.page) shows other output than:\n\(lines.joined(separator: "\n"))")
  }

  @Test func `the first screen of the README shows a command and its output`() throws {
    let first = try #require(try Self.examples().first { $0.page == "README.md" })
    #expect(first.command.hasPrefix("quoth read "))
    #expect(first.shown.count > 3)
  }

  @Test func `no command is shown with its output where it is not run`() throws {
    let shown = try Documentation.pages.map { page in
      try Repository.text(page).split(separator: "\n").count { $0.hasPrefix("$ quoth ") }
    }
    let run = try Self.examples().count
    #expect(run > 0)
    #expect(shown.reduce(0, +) == run)
  }

  @Test func `an ellipsis alone on a line stands for any number of lines`() {
    #expect(Self.agrees(["a", "…", "d"], ["a", "b", "c", "d"]))
    #expect(Self.agrees(["a", "…"], ["a"]))
    #expect(!Self.agrees(["a", "…", "d"], ["a", "b"]))
    #expect(!Self.agrees(["a"], ["a", "b"]))
  }

  /// Commands that begin with `quoth` in the `console` blocks of every page.
  static func examples() throws -> [Example] {
    var examples: [Example] = []
    for page in Documentation.pages {
      var current: Example?
      var inside = false
      for line in try Repository.text(page).split(separator: "\n", omittingEmptySubsequences: false)
      {
        let opens = line.hasPrefix("```console")
        let command = inside && line.hasPrefix("$ ")
        if opens || command || line.hasPrefix("```") {
          if let current { examples.append(current) }
          current = nil
          inside = opens || command
          if command {
            current = Example(page: page, command: String(line.dropFirst(2)), shown: [])
          }
        } else if inside {
          current?.shown.append(trimmed(line))
        }
      }
    }
    return examples.filter { $0.command.hasPrefix("quoth ") }
  }

  /// Whether shown lines are the printed ones; `…` alone on a line stands for any lines.
  private static func agrees(_ shown: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    let rest = shown.dropFirst()
    if first.trimmingPrefix(while: \.isWhitespace) == "…" {
      return (printed.startIndex...printed.endIndex).contains { agrees(rest, printed[$0...]) }
    }
    return first == printed.first && agrees(rest, printed.dropFirst())
  }

  /// Lines without spaces at their end and without empty lines at the end of all.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}
