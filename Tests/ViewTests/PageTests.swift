import Foundation
import QuothAnnotation
import QuothReport
import QuothTestSupport
import QuothStatement
import Testing

@testable import QuothView

@Suite struct PageTests {
  @Test func `the page of a report is the one that was looked at and approved`() throws {
    try Golden.expect(Page(Sample.kestrel.reading).html, matches: "kestrel/page.html")
  }

  @Test func `every element of a page is closed in order`() throws {
    for sample in [Sample.kestrel, .hostile, .crowded, .empty] {
      let elements = try #require(Markup(Page(sample.reading).html))
      #expect(elements.count > 10)
    }
  }

  @Test func `the words of the passages stand in the page in order, once`() throws {
    for sample in [Sample.kestrel, .crowded] {
      let elements = try #require(Markup(Page(sample.reading).html))
      let report = sample.reading.report
      let passages = report.blocks.map { block in
        String(decoding: Array(report.text.utf8)[block.span.range], as: UTF8.self)
      }
      #expect(elements.passages == passages)
    }
  }

  @Test func `nothing of a hostile report becomes markup`() throws {
    let page = try #require(Markup(Page(Sample.hostile.reading).html))
    let ours: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "header", "main", "div", "span", "section",
      "footer", "script", "p", "h1", "h2", "a", "b", "i", "sup", "ol", "ul", "li", "code",
      "fieldset", "legend", "label", "input",
    ]
    #expect(page.names.subtracting(ours) == [])
    #expect(page.scripts == 1)
    #expect(page.attributes.subtracting(Markup.ourAttributes) == [])
    #expect(page.addresses.allSatisfy { $0.hasPrefix("#") })
    let text = String(decoding: Page(Sample.hostile.reading).html, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func `every number leads to its note and every note back to its words`() throws {
    for sample in [Sample.kestrel, .crowded] {
      let page = try #require(Markup(Page(sample.reading).html))
      for number in 1...sample.reading.attributions.count {
        #expect(page.ids.contains("n\(number)") && page.ids.contains("r\(number)"))
      }
      for address in page.addresses { #expect(page.ids.contains(String(address.dropFirst()))) }
      #expect(Set(page.ids).count == page.ids.count)
    }
  }

  @Test func `every record with words has an anchor at them, and its line links back`() throws {
    let reading = Sample.kestrel.reading
    let page = try #require(Markup(Page(reading).html))
    for (letter, count) in [
      ("t", reading.statements.count), ("e", reading.entities.count), ("l", reading.places.count),
      ("x", reading.times.count), ("v", reading.events.count),
    ] {
      #expect(count > 0 && page.ids.contains("show-\(letter)"))
      for number in 1...count {
        #expect(page.ids.contains("\(letter)\(number)"), "\(letter)\(number)")
        #expect(page.ids.contains("list-\(letter)\(number)"))
        #expect(page.addresses.contains("#\(letter)\(number)"))
        #expect(page.addresses.contains("#list-\(letter)\(number)"))
      }
    }
  }

  @Test func `a layer without records has no box to tick`() throws {
    let page = try #require(Markup(Page(Sample.empty.reading).html))
    #expect(!page.ids.contains { $0.hasPrefix("show-") })
  }

  @Test func `marks that overlap are cut where one begins or ends`() {
    let block = Span(start: 10, end: 40)
    let marked = MarkedBlock(
      block,
      [
        .init(attribution: 0, part: .content, span: Span(start: 5, end: 25)),
        .init(attribution: 1, part: .content, span: Span(start: 20, end: 30)),
        .init(attribution: 1, part: .cue, span: Span(start: 35, end: 60)),
      ])
    #expect(
      marked.segments.map(\.span) == [
        Span(start: 10, end: 20), Span(start: 20, end: 25), Span(start: 25, end: 30),
        Span(start: 30, end: 35), Span(start: 35, end: 40),
      ])
    #expect(marked.segments.map { $0.marks.map(\.attribution) } == [[0], [0, 1], [1], [], [1]])
    #expect(marked.segments.map(\.opening) == [[0], [1], [], [], []])
    #expect(marked.segments.map(\.closing) == [[], [0], [1], [], []])
  }
}
