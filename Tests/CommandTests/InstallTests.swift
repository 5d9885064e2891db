import Foundation
import Testing

/// What `make install` and `make dist` put in place, with the program that these tests were built with.
///
/// `make dist` goes on to check the archive it made with `Tools/check-dist.sh`.
@Suite struct InstallTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let installed = [
    "bin/quoth", "share/quoth/Models/english/weights.bin", "share/quoth/Models/english/card.md",
    "share/quoth/Lexicons/attribution/verbs.tsv", "share/quoth/Lexicons/actors/people.tsv",
    "share/quoth/Lexicons/places/places.bin",
    "share/quoth/Evaluation/floors.json",
    "share/quoth/Evaluation/splits/gum.txt", "share/man/man1/quoth.1",
    "share/bash-completion/completions/quoth", "share/zsh/site-functions/_quoth",
    "share/fish/vendor_completions.d/quoth.fish",
  ]

  /// Reads a report with what was put below a folder, from another one, with an empty environment.
  private func expectReading(below prefix: URL, in scratch: Scratch) throws {
    for file in Self.installed {
      #expect(FileManager.default.fileExists(atPath: prefix.appending(path: file).path), "\(file)")
    }
    try scratch.write(
      "elsewhere/report.txt", "\"We will rebuild the bridge,\" Mayor Ana Ruiz said on Tuesday.\n")
    let elsewhere = scratch.folder.appending(path: "elsewhere")
    let program = prefix.appending(path: "bin/quoth").path
    let read = try Run(shell: "env -i '\(program)' read report.txt", in: elsewhere)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("Mayor Ana Ruiz"))
    // Links are followed, as a temporary folder may be one.
    let model = try Run(
      shell: "realpath \"$(env -i '\(program)' model | sed -n 's/^folder *//p')\" '\(prefix.path)'",
      in: elsewhere)
    let paths = model.output.split(separator: "\n")
    #expect(paths.count == 2 && paths.first == "\(paths.last ?? "")/share/quoth/Models/english")
  }

  @Test func `an installed program finds its model and reads a report from another folder`() throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try Run(
      shell: "Tools/install.sh '\(Run.program.path)' '\(scratch.folder.path)/stage' /opt/quoth",
      in: Self.root)
    try #require(run.status == 0, "\(run.errors)")
    try expectReading(below: scratch.folder.appending(path: "stage/opt/quoth"), in: scratch)
  }

  @Test func `an archive is the same each time and reads a report where it is unpacked`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let pack = "Tools/dist.sh '\(Run.program.path)' '\(scratch.folder.path)"
    let run = try Run(
      shell: "\(pack)/one' && \(pack)/two' && cd '\(scratch.folder.path)' && cmp one/* two/* "
        + "&& mkdir unpacked && tar xzf one/*.tar.gz -C unpacked --strip-components=1",
      in: Self.root)
    try #require(run.status == 0, "\(run.errors)")
    let unpacked = scratch.folder.appending(path: "unpacked")
    for file in ["LICENSE", "NOTICE", "README"] {
      #expect(FileManager.default.fileExists(atPath: unpacked.appending(path: file).path))
    }
    try expectReading(below: unpacked, in: scratch)
  }
}
