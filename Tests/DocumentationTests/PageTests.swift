import Testing

@Suite("Pages")
struct PageTests {
  @Test(arguments: Documentation.pages)
  func `every link in a page leads to a file`(_ page: String) throws {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for link in try Repository.text(page).matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/) {
      let target = folder + link.1
      #expect(Repository.exists(target), "\(page) links to \(link.1)")
    }
  }

  @Test func `the walk through the sources names every folder of them`() throws {
    let page = try Repository.text("Documentation/Architecture.md")
    let parts = ["Sources/Stages", "Sources/Bridges", "Sources/Apps"].flatMap(Repository.folders)
    try #require(!parts.isEmpty)
    for part in parts + ["Sources/Engine"] {
      let name = part.split(separator: "/")[1...].joined(separator: "/")
      #expect(page.contains("`\(name)`"), "Architecture.md leaves out \(name)")
    }
  }

  @Test func `every system package is among the dependencies`() throws {
    let page = try Repository.text("Documentation/Dependencies.md")
    let list = try Program.shell("Tools/packages.sh list").output
    let packages = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    try #require(!packages.isEmpty)
    for package in packages {
      #expect(page.contains("`\(package)`"), "Dependencies.md leaves out \(package)")
    }
  }

  /// A slug is a stage and a name, such as `report.empty`, written as a string in the sources.
  @Test func `every error and warning of the sources is explained, and no other`() throws {
    var written: Set<String> = []
    for path in Repository.files(under: "Sources", suffix: ".swift") {
      written.formUnion(Self.slugs(in: try Repository.text(path), quotedBy: "\""))
    }
    try #require(!written.isEmpty)
    let page = try Repository.text("Documentation/Errors.md")
    let explained = Self.slugs(in: page, quotedBy: "`")
    #expect(written.subtracting(explained).sorted() == [])
    #expect(explained.subtracting(written).sorted() == [])
  }

  /// Slugs that stand in `text` between two of `quote`.
  private static func slugs(in text: String, quotedBy quote: Character) -> Set<String> {
    let stages = ["report", "text", "engine", "model", "command", "fetch", "view"]
    let quoted = text.split(separator: "\n").flatMap { line in
      line.split(separator: quote, omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
    }
    return Set(
      quoted.filter { word in
        guard let match = word.wholeMatch(of: /([a-z]+)\.[a-z]+(-[a-z0-9]+)*/) else { return false }
        return stages.contains(String(match.1))
      }.map(String.init))
  }
}
