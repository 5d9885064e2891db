import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothTime

/// One report as rows of a table: what the tables of events, actors and answers share.
struct ReportRows: Sendable {
  let index: ReadingIndex
  let claims: Claims
  let places: Places
  let showsLines: Bool

  init(_ reading: Reading, showsLines: Bool) {
    index = ReadingIndex(reading)
    claims = Claims(index)
    places = Places(reading.report)
    self.showsLines = showsLines
  }

  var reading: Reading { index.reading }

  /// `¶3 L9`
  func reference(_ span: Span?) -> String {
    guard let span else { return "" }
    let paragraph = places.paragraph(span)
    guard showsLines else { return paragraph }
    return paragraph.isEmpty ? "L\(places.line(span))" : "\(paragraph) L\(places.line(span))"
  }

  func names(_ entities: [Entity.ID]) -> String {
    entities.filter(reading.entities.indices.contains)
      .map { reading.entities[$0].name.singleLine }.joined(separator: " and ")
  }

  func words(_ time: Time?) -> String? {
    time.flatMap { ShortTime($0, near: index.publicationYear)?.words }
  }

  func place(_ number: Int?) -> String? {
    number.flatMap {
      reading.places.indices.contains($0) ? reading.places[$0].name.singleLine : nil
    }
  }
}
