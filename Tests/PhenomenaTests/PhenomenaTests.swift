import Quoth
import QuothAnnotation
import Testing

/// Reads one case as a plain-text report. `nil` while there is no reader.
let readCase: (@Sendable (PhenomenonCase) throws -> Reading)? = nil

@Suite struct PhenomenaTests {
  @Test(.enabled(if: readCase != nil, "no reader yet"))
  func `as many phenomena are read as before, or more`() throws {
    let read = try #require(readCase)
    let table = try PhenomenaTable(CaseFiles.all(), read: read)
    print(table)
    let floor = try #require(try CaseFiles.floor())
    #expect(table.passed >= floor)
  }

  @Test func `the floor of the phenomena is written down`() throws {
    #expect(try CaseFiles.floor() != nil)
  }

  @Test func `every item has at least three reports and a look-alike`() throws {
    let files = try CaseFiles.all()
    #expect(files.map(\.item) == Array(1...28) + [46, 50])
    for file in files {
      let lookAlikes = file.cases.filter(\.isLookAlike).count
      #expect(lookAlikes >= 1, "item \(file.item)")
      #expect(file.cases.count - lookAlikes >= 3, "item \(file.item)")
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
