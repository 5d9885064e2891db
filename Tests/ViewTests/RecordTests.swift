import Foundation
import QuothAnnotation
import QuothPlace
import QuothReport
import QuothTestSupport
import Testing

import QuothStatement
@testable import QuothView

@Suite struct RecordTests {
  @Test func `the record of a report is the one that was read and approved`() throws {
    try Golden.expect(Record(Sample.kestrel.reading).json, matches: "kestrel/record.json")
  }

  @Test func `every span of a record slices the words beside it, in code points`() throws {
    for sample in [Sample.kestrel, .hostile, .crowded] {
      let object = try #require(Self.object(Record(sample.reading).json))
      let report = try #require(object["report"] as? [String: Any])
      let text = Array(try #require(report["text"] as? String).unicodeScalars)
      var count = 0
      Self.visit(object) { value in
        guard let start = value["start"] as? Int, let end = value["end"] as? Int,
          let words = value["text"] as? String
        else { return }
        count += 1
        #expect(String(String.UnicodeScalarView(text[start..<end])) == words)
      }
      #expect(count > 8)
    }
  }

  @Test func `keys stand in the order of the schema`() {
    let line = String(decoding: Record(Sample.kestrel.reading).json, as: UTF8.self)
    let keys = [
      "schema", "report", "sentences", "attributions", "statements", "events", "entities",
      "places", "times", "relations", "layers", "model", "warnings",
    ]
    var rest = line[...]
    for key in keys {
      let range = rest.range(of: "\"\(key)\":")
      #expect(range != nil, "\(key)")
      if let range { rest = rest[range.upperBound...] }
    }
  }

  @Test func `a place has its point, and a region null where a point would be false`() throws {
    var reading = Sample.kestrel.reading
    reading.places = [
      Place(
        id: 0, mentions: [Span(start: 102, end: 110)], name: "Saltport", geonames: 7,
        point: Point(latitude: 54.5, longitude: -3.25), country: "NOR", precision: .point),
      Place(id: 1, mentions: [], name: "Marrow Sea"),
    ]
    let object = try #require(Self.object(Record(reading).json))
    let places = try #require(object["places"] as? [[String: Any]])
    #expect(places[0]["id"] as? String == "l1")
    #expect(places[0]["lat"] as? Double == 54.5)
    #expect(places[0]["lon"] as? Double == -3.25)
    #expect(places[0]["precision"] as? String == "point")
    for key in ["geonames", "lat", "lon", "country", "precision"] {
      #expect(places[1][key] is NSNull, "\(key)")
    }
    let report = try #require(object["report"] as? [String: Any])
    #expect((report["dateline"] as? [String: Any])?["place"] as? String == "l1")
  }

  @Test func `a record is one line whatever the report holds`() {
    let json = Record(Sample.hostile.reading).json
    #expect(!json.contains { $0 < 0x20 })
    #expect(Self.object(json) != nil)
    let text = String(decoding: json, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `figures are written the same everywhere`() {
    let figures: [(Double, String)] = [
      (0.97, "0.97"), (1, "1"), (0, "0"), (0.12345, "0.1235"), (1.0 / 3, "0.3333"),
      (-2.5, "-2.5"), (.nan, "null"), (.infinity, "null"), (0.00001, "0"), (12.0506, "12.0506"),
    ]
    for (value, expected) in figures {
      var json = JSONWriter()
      json.number(value)
      #expect(json.text == expected)
    }
  }

  @Test func `code points are counted as a walk through the scalars counts them`() {
    let text = String(repeating: "a–港👩‍🚒e\u{301} ", count: 90)
    let bytes = Array(text.utf8)
    let index = CodePointIndex(bytes)
    var offset = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoint(at: offset) == number)
      #expect(index.offset(ofCodePoint: number, from: bytes.count / 2) == offset)
      offset += UTF8.width(scalar)
    }
    #expect(index.codePoint(at: bytes.count + 9) == text.unicodeScalars.count)
    #expect(CodePointIndex(Array("plain".utf8)).codePoint(at: 3) == 3)
  }

  // MARK: Web annotations

  @Test func `the annotations of a report are the ones that were read and approved`() throws {
    try Golden.expect(
      WebAnnotations(Sample.kestrel.reading).json, matches: "kestrel/annotations.json")
  }

  @Test func `a quote selector finds the words that its position selector names`() throws {
    for sample in [Sample.kestrel, .crowded] {
      let page = try #require(Self.object(WebAnnotations(sample.reading).json))
      let items = try #require(page["items"] as? [[String: Any]])
      #expect(items.count == sample.reading.attributions.count)
      let text = Array(sample.reading.report.text.unicodeScalars)
      var count = 0
      Self.visit(page) { value in
        guard let selectors = value["selector"] as? [[String: Any]],
          let start = selectors[0]["start"] as? Int, let end = selectors[0]["end"] as? Int,
          let exact = selectors[1]["exact"] as? String,
          let prefix = selectors[1]["prefix"] as? String,
          let suffix = selectors[1]["suffix"] as? String
        else { return }
        count += 1
        #expect(String(String.UnicodeScalarView(text[start..<end])) == exact)
        let before = text[..<start].suffix(32)
        #expect(String(String.UnicodeScalarView(before)) == prefix)
        let after = text[end...].prefix(32)
        #expect(String(String.UnicodeScalarView(after)) == suffix)
      }
      #expect(count >= items.count)
    }
  }

  // MARK: Reading back

  private static func object(_ json: [UInt8]) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
  }

  private static func visit(_ value: Any, _ body: ([String: Any]) -> Void) {
    if let object = value as? [String: Any] {
      body(object)
      for child in object.values { visit(child, body) }
    } else if let list = value as? [Any] {
      for child in list { visit(child, body) }
    }
  }
}
