import QuothReport
import QuothTestSupport
import Testing

@testable import QuothView

@Suite struct ConllUTests {
  private func text(_ sample: Sample) -> String {
    String(decoding: ConllU(sample.reading).bytes, as: UTF8.self)
  }

  @Test func `the grammar of a report is the one that was read and approved`() throws {
    try Golden.expect(ConllU(Sample.contracted.reading).bytes, matches: "contracted.conllu")
  }

  @Test func `a word written as one and read as two has a line of its own`() {
    let text = text(.contracted)
    #expect(text.contains("2-3\tenvoy’s\t_\t_\t_\t_\t_\t_\t_\tstart_char=26|end_char=33\n"))
    #expect(text.contains("5-6\tdidn’t\t"))
    #expect(text.contains("\n7\tbite\tbite\tVERB\tVB\t_\t0\troot\t_\tstart_char=45"))
  }

  @Test func `the text of a sentence is its words joined as the last column says`() {
    let text = text(.contracted)
    #expect(text.contains("# text = The envoy’s cat didn’t bite.\n"))
    #expect(text.contains("|SpacesAfter=\\n\n"))
    #expect(text.contains("|SpaceAfter=No\n8\t."))
  }

  @Test
  func `every row has ten columns, every sentence one root, and what is not parsed is left out`() {
    let text = text(.contracted)
    #expect(!text.contains("Elm"))
    var roots = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(columns.count == 10, "\(line)")
      if columns[6] == "0" { roots += 1 }
    }
    #expect(roots == text.split(separator: "\n").count { $0.hasPrefix("# sent_id = ") })
    #expect(text.hasSuffix("\n\n"))
  }

  @Test func `a report without grammar has none to show`() {
    #expect(text(.kestrel).isEmpty)
  }
}
