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

  /// A slug is a subject and a name, such as `report.empty`; the sources give it in a `slug:` argument,
  /// in a `slug` property or in a case of one.
  @Test func `every error and warning of the sources is explained, and no other`() throws {
    var written: Set<String> = []
    for path in Repository.files(under: "Sources", suffix: ".swift") {
      let code = try Repository.text(path)
      let slugs = code.matches(
        of: /(?:case [^":]*:|slug: String \{|slug:)\s*"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/)
      written.formUnion(slugs.map { String($0.1) })
    }
    try #require(written.count > 50, "\(written.sorted())")
    let subjects = Set(written.map { $0.prefix { $0 != "." } })
    // Whatever else looks like a slug is one that is written in a way not known here.
    for path in Repository.files(under: "Sources", suffix: ".swift") {
      let literals = try Repository.text(path).matches(of: /"(([a-z]+)\.[a-z]+(?:-[a-z]+)+)"/)
      for literal in literals where subjects.contains(literal.2) {
        #expect(written.contains(String(literal.1)), "\(path): \(literal.1)")
      }
    }
    let page = try Repository.text("Documentation/Errors.md")
    let explained = page.matches(of: /`(([a-z]+)\.[a-z]+(?:-[a-z]+)*)`/)
      .filter { subjects.contains($0.2) }
      .map { String($0.1) }
    #expect(written.subtracting(explained).sorted() == [])
    #expect(Set(explained).subtracting(written).sorted() == [])
  }

  @Test func `make has every target that the pages name, and the pages name every target`() throws {
    let help = try Program.shell("make --no-print-directory help")
    let targets = Set(help.output.matches(of: /make ([a-z]+)/).map { String($0.1) })
    try #require(targets.isSuperset(of: ["demo", "test", "install", "dist", "fuzz"]), "\(targets)")
    let text = try Documentation.text()
    let named = Set(text.matches(of: /(?:`|\n    |\$ |sudo )make ([a-z]+)/).map { String($0.1) })
    #expect(named.subtracting(targets).sorted() == [])
    #expect(targets.subtracting(named).sorted() == [])
  }
}
