import QuothDigest
import QuothTestSupport
import Quoth
import Testing

@testable import QuothCommand
@testable import QuothView

/// What is made from the description of the program names all of it.
@Suite struct DescriptionTests {
  private let program = ProgramDescription.program

  private var options: [OptionDescription] { program.tree.flatMap(\.command.options) }

  @Test func `every command has help with a usage line, its options and an example`() {
    for (path, command) in program.tree {
      let help = HelpPage(path: path, command: command).text
      #expect(help.contains("Usage:\n  \(path.joined(separator: " "))"))
      for option in command.options { #expect(help.contains("--\(option.name)")) }
      #expect(!command.examples.isEmpty)
      for line in help.split(separator: "\n") where !line.contains("quoth ") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test(arguments: Completions.Shell.allCases)
  func `completions know every command and option`(shell: Completions.Shell) {
    let script = Completions(program: program).script(for: shell)
    for command in program.subcommands { #expect(script.contains(command.name)) }
    for option in options {
      #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
      if case .choice(let words) = option.value {
        #expect(script.contains(words.joined(separator: " ")))
      }
    }
  }

  @Test func `the manual page in Documentation is the one the program describes`() throws {
    let page = ManualPage(program: program, version: Version.text, day: Version.day).text
    for option in options { #expect(page.contains("\\-\\-\(option.name)")) }
    try Golden.expect(Array(page.utf8), matches: "../../Documentation/man/quoth.1")
  }

  @Test func `the security policy of a page names its style and its script by digest`() {
    for (words, digest) in [
      (PageStyle.style.description, PageStyle.styleDigest.description),
      (PageStyle.script.description, PageStyle.scriptDigest.description),
    ] {
      #expect(digest == "sha256-" + base64(ofHexadecimal: Digest.sha256(Array(words.utf8))))
    }
  }

  private func base64(ofHexadecimal digits: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = digits.flatMap { digit in
      (0..<4).reversed().map { digit.hexDigitValue! >> $0 & 1 }
    }
    let sextets = stride(from: 0, to: bits.count, by: 6).map { start in
      (0..<6).reduce(0) { $0 * 2 + (start + $1 < bits.count ? bits[start + $1] : 0) }
    }
    let letters = String(sextets.map { alphabet[$0] })
    return letters + String(repeating: "=", count: (4 - letters.count % 4) % 4)
  }
}
