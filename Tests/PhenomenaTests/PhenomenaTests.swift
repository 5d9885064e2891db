import Quoth
import QuothReport
import Testing

@Suite struct PhenomenaTests {
  @Test func `as many phenomena are read as before, or more`() throws {
    let reader = try Reader()
    let table = try PhenomenaTable(CaseFiles.all()) { phenomenon in
      try reader.read(
        Document(
          bytes: Array(phenomenon.text.utf8), file: phenomenon.name + ".txt",
          published: phenomenon.date))
    }
    print(table)
    let floor = try #require(try CaseFiles.floor())
    #expect(table.passed >= floor)
  }

  @Test func `the floor of the phenomena is written down`() throws {
    let floor = try CaseFiles.floor()
    #expect(floor != nil)
  }

  @Test func `every item has at least three reports and a look-alike`() throws {
    let files = try CaseFiles.all()
    let items = files.map(\.item)
    #expect(items == Array(1...50))
    for file in files {
      let lookAlikes = file.cases.count { $0.isLookAlike }
      #expect(file.cases.count - lookAlikes >= 3, "item \(file.item)")
      #expect(lookAlikes >= 1, "item \(file.item)")
    }
  }

  @Test func `every case is a report of several paragraphs`() throws {
    for phenomenon in try CaseFiles.all().flatMap(\.cases) {
      let paragraphs = phenomenon.text.split(separator: "\n")
      let words = phenomenon.text.split { $0.isWhitespace }
      #expect(paragraphs.count >= 4, "\(phenomenon.file), \(phenomenon.name)")
      #expect(80...220 ~= words.count, "\(phenomenon.file), \(phenomenon.name)")
    }
  }
}
