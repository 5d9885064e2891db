import Foundation
import Testing

/// The real program with what people give it by mistake: each is named, with a slug and what to do,
/// and the exit status is 2.
@Suite struct FailureTests {
  private let scratch: Scratch
  private static let report =
    "SALTPORT — \"We will rebuild the bridge,\" Mayor Ana Ruiz said on Tuesday.\n"

  init() throws {
    scratch = try Scratch()
    try scratch.write("good.txt", Self.report)
  }

  private func run(_ words: [String], input: URL? = nil) throws -> Run {
    try Run(words, input: input, in: scratch.folder)
  }

  /// One line, the file's name, the slug, and a sentence on what to do next.
  private func expect(
    _ run: Run, names name: String, slug: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == 2, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    #expect(run.errorLines.count == 1, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(
      run.errors.hasPrefix("quoth: \(name)"), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.hasSuffix(" (\(slug))\n"), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(
      run.errors.split(separator: ". ").count > 1, "\(run.errors)", sourceLocation: sourceLocation)
  }

  @Test func `a file that cannot be read as a report is named with what to do`() throws {
    defer { scratch.remove() }
    try scratch.write("empty.txt", "")
    try scratch.write("blank.txt", " \n\n")
    try scratch.write("noise.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 * 7 % 23) })
    try scratch.write("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 64))
    try scratch.write(
      "list.html", "<html><body><ul><li><a href=1>One</a><li><a href=2>Two</a></ul></body></html>")
    try scratch.write("cut.html", "<!DOCTYPE html><html><head><title>Bridge</tit")
    try scratch.write(
      "french.txt",
      "Le maire a déclaré mardi que le pont serait reconstruit avant la fin de l’année. « Nous le "
        + "ferons », a-t-il dit aux journalistes réunis devant la mairie.\n")
    try scratch.write(
      "german.txt",
      "Der Bürgermeister sagte am Dienstag, die Brücke werde bis Ende des Jahres wieder aufgebaut. "
        + "„Wir schaffen das“, sagte er vor Journalisten im Rathaus der Stadt.\n")
    let slugs = [
      ("lost.txt", "input.missing"), ("good.txt/x", "input.missing"),
      ("empty.txt", "report.empty"), ("blank.txt", "report.empty"),
      ("noise.txt", "report.binary"), ("photo.jpg", "report.binary"),
      ("list.html", "report.no-article"), ("cut.html", "report.no-article"),
      ("french.txt", "report.not-english"), ("german.txt", "report.not-english"),
      ("lost*.txt", "input.nothing-found"), ("ftp://host.example/a", "fetch.not-web-address"),
    ]
    for (name, slug) in slugs {
      expect(try run(["read", name]), names: name, slug: slug)
    }
    expect(try run(["read", ""]), names: "“”", slug: "input.missing")
    #expect(try run(["read", "--force", "german.txt"]).status < 2)
  }

  @Test func `a file over the limit is refused before it is read`() throws {
    defer { scratch.remove() }
    let made = try Run(shell: "truncate -s 200M huge.txt", in: scratch.folder)
    try #require(made.status == 0)
    expect(try run(["read", "huge.txt"]), names: "huge.txt: has 209 MB", slug: "input.too-large")
    let huge = scratch.folder.appending(path: "huge.txt")
    expect(
      try run(["read", "-"], input: huge), names: "standard input: has", slug: "input.too-large")
  }

  @Test func `a file and a folder that may not be read are named, and the others are read`() throws
  {
    defer { scratch.remove() }
    try scratch.write("reports/a.txt", Self.report)
    try scratch.write("reports/closed/b.txt", Self.report)
    try scratch.write("reports/c.txt", Self.report)
    // Root may read everything, so the program runs as nobody then; both need the way to it open.
    let line = """
      chmod 000 reports/closed reports/c.txt
      if [ "$(id -u)" -eq 0 ]; then
        cp "$(command -v quoth)" ./program && chmod 755 . program
        setpriv --reuid=65534 --regid=65534 --clear-groups ./program read reports
      else quoth read reports; fi
      status=$?
      chmod 755 reports/closed
      exit $status
      """
    let run = try Run(
      shell: line,
      environment: [
        "QUOTH_DATA": URL(filePath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent().path
      ], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errorLines.count == 2, "\(run.errors)")
    #expect(run.errors.contains("reports/closed: cannot be read (Permission denied). Check"))
    #expect(run.errors.contains("reports/c.txt: cannot be read (Permission denied). Check"))
  }

  @Test func `one bad report is named and the others go on in order`() throws {
    defer { scratch.remove() }
    try scratch.write("other.txt", Self.report.replacing("Ruiz", with: "Brandt"))
    let run = try run(["read", "good.txt", "lost.txt", "other.txt", "--jobs", "2"])
    #expect(run.status == 2)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("Ruiz") == true && lines.last?.contains("Brandt") == true)
    #expect(run.errorLines.count == 1)
  }

  @Test func `status 1 says that nothing was found`() throws {
    defer { scratch.remove() }
    try scratch.write("none.txt", "The port was closed on Tuesday.\n")
    let run = try run(["read", "--format", "brief", "none.txt"])
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(run.output.contains("no attribution found"))
  }

  @Test func `fifty reports come out in the order they went in, with any number of jobs`() throws {
    defer { scratch.remove() }
    for number in 10..<60 {
      try scratch.write(
        "many/\(number).txt",
        String(repeating: "Nobody came. ", count: (number * 37) % 50)
          + "\"We counted \(number),\" Ana Ruiz said.\n")
    }
    let one = try run(["read", "--jobs", "1", "many"])
    let four = try run(["read", "--jobs", "4", "many"])
    #expect(one.status == 0 && one.errors.isEmpty, "progress is for terminals: \(one.errors)")
    #expect(one.output == four.output)
    let files = one.output.split(separator: "\n").compactMap {
      $0.firstMatch(of: /"file":"many\/([0-9]+).txt"/).map { String($0.1) }
    }
    #expect(files == (10..<60).map(String.init))
  }

  @Test func `what cannot be written is said before anything is read`() throws {
    defer { scratch.remove() }
    try scratch.write("pages/keep", "")
    expect(
      try run(["read", "-o", "no/such/page.json", "good.txt"]), names: "no/such/page.json",
      slug: "output.failed")
    expect(try run(["read", "-o", "pages", "good.txt"]), names: "pages", slug: "output.failed")
    expect(
      try run(["read", "-f", "html", "-o", "none", "good.txt", "good.txt"]), names: "none",
      slug: "command.no-folder")
    expect(
      try run(["read", "-f", "html", "good.txt", "good.txt"]), names: "2 pages",
      slug: "command.many-pages")
    // One report into a folder is a page in it.
    #expect(try run(["read", "-f", "html", "-o", "pages", "good.txt"]).status == 0)
    let page = scratch.folder.appending(path: "pages/good.html")
    #expect(FileManager.default.fileExists(atPath: page.path))
    let full = try Run(shell: "quoth read good.txt >/dev/full", in: scratch.folder)
    expect(full, names: "standard output", slug: "output.failed")
  }

  @Test func `a reader of the pipe who leaves is no failure`() throws {
    defer { scratch.remove() }
    let run = try Run(
      shell: "{ quoth read -f brief good.txt good.txt; echo status $? >&2; } | true",
      in: scratch.folder)
    #expect(run.errors == "status 0\n")
  }

  @Test func `colours and progress are for terminals, and NO_COLOR takes the colours`() throws {
    defer { scratch.remove() }
    let plain = try run(["read", "-f", "brief", "good.txt"])
    #expect(!plain.output.contains("\u{1B}"))
    let has = try Run(shell: "command -v script").status == 0
    guard has else { return }
    let inTerminal = "script -qec 'stty cols 60; quoth read good.txt good.txt' /dev/null"
    let coloured = try Run(
      shell: inTerminal, environment: ["NO_COLOR": "", "TERM": "xterm"], in: scratch.folder)
    #expect(coloured.output.contains("\u{1B}[1m"))
    let without = try Run(
      shell: inTerminal, environment: ["NO_COLOR": "1", "TERM": "xterm"], in: scratch.folder)
    #expect(!without.output.contains("\u{1B}[1m"))
    for line in without.output.split(whereSeparator: \.isNewline)
    where !line.contains("\u{1B}[K") {
      #expect(line.count <= 60, "\(line)")
    }
  }

  @Test func `a choice that is not there is answered with those that are`() throws {
    defer { scratch.remove() }
    let shell = try run(["completions", "tcsh"])
    #expect(shell.status == 2 && shell.errors.contains("bash, zsh, fish"))
    let command = try run(["frobnicate"])
    #expect(
      command.status == 2
        && command.errors.contains("read, add, ask, claims,")
        && command.errors.contains("remove, ledger, eval, bench, model, completions"))
  }

  @Test(arguments: ["text", "attribution", "extraction"])
  func `a folder without answers is told from one that is not there`(measure: String) throws {
    defer { scratch.remove() }
    try scratch.write("corpus/README", "")
    expect(try run(["eval", measure, "corpus"]), names: "corpus", slug: "evaluation.no-gold")
    expect(try run(["eval", measure, "lost"]), names: "lost", slug: "input.missing")
  }

  @Test func `a warning stands once in the record`() throws {
    defer { scratch.remove() }
    try scratch.write("bad.txt", Array(Self.report.utf8) + [0xFF] + Array(Self.report.utf8))
    let run = try run(["read", "bad.txt"])
    #expect(run.output.matches(of: /report\.invalid-bytes/).count == 1)
  }
}
