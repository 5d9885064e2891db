import Foundation
import Testing

/// The real program, without a model: what it says before it reads anything.
@Suite struct ProgramTests {
  @Test func `help, version and a bare name answer`() throws {
    let help = try Run(["--help"])
    #expect(help.status == 0 && help.output.contains("Commands:\n  read"))
    let version = try Run(["--version"])
    #expect(version.status == 0 && version.output.hasPrefix("quoth "))
    let bare = try Run([])
    #expect(bare.status == 2 && bare.output.contains("Usage:"))
  }

  @Test func `a wrong flag ends with status 2 and one line that says what to do`() throws {
    let run = try Run(["read", "--jbos", "3", "x.txt"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("--jobs") && run.errors.contains("(command.unknown-option)"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `with --json an error is one JSON object with slug and message`() throws {
    let run = try Run(["model", "--json", "--model", "no/such/folder"])
    #expect(run.status == 2)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    let error = try #require(object?["error"] as? [String: Any])
    #expect((error["slug"] as? String)?.isEmpty == false)
    #expect((error["message"] as? String)?.contains("no/such/folder") == true)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are printed`(shell: String) throws {
    let run = try Run(["completions", shell])
    #expect(run.status == 0 && run.output.contains("quoth"))
  }
}
