import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothText
import QuothTime

/// The records of all layers, by the passage that their words stand in.
struct PageRecords: Sendable {
  /// For each block, what stands in it.
  private(set) var blocks: [[PageRecord]]
  /// Records that have words in some block, so that a link can lead to them.
  private(set) var anchored: Set<Key> = []

  struct Key: Hashable, Sendable {
    var layer: PageLayer
    var number: Int
  }

  /// - Complexity: O(n) in spans times the blocks each of them overlaps.
  init(_ claims: Claims) {
    let index = claims.index
    let reading = index.reading
    blocks = Array(repeating: [], count: reading.report.blocks.count)
    for (number, statement) in reading.statements.enumerated() {
      let label = claims.label(Claim(statement, in: index))
      add(.statement, number, statement.spans, in: reading.report) { _ in label }
    }
    for (number, entity) in reading.entities.enumerated() {
      var labels: [Span: String] = [:]
      for mention in entity.mentions {
        // Words that are not the name say whom they mean.
        let isNamed =
          mention.kind == .name || index.words.line(mention.span) == entity.name.singleLine
        labels[mention.span] = isNamed ? entity.type.rawValue : entity.name.singleLine
      }
      addEach(.entity, number, entity.mentions.map(\.span), in: reading.report) { labels[$0] ?? "" }
    }
    for (number, place) in reading.places.enumerated() {
      let label = [place.name.singleLine, place.country].compactMap(\.self).joined(separator: ", ")
      addEach(.place, number, place.mentions, in: reading.report) { _ in label }
    }
    for (number, time) in reading.times.enumerated() {
      let label = ShortTime(time, near: index.publicationYear)?.words ?? time.value
      add(.time, number, [time.span], in: reading.report) { _ in label }
    }
    for (number, event) in reading.events.enumerated() {
      let label = event.type?.rawValue ?? event.lemma
      add(.event, number, [event.trigger], in: reading.report) { _ in
        event.status == .happened ? label : "\(label), \(event.status.rawValue)"
      }
    }
  }

  func isAnchored(_ layer: PageLayer, _ number: Int) -> Bool {
    anchored.contains(Key(layer: layer, number: number))
  }

  /// Spans that are words of several things in turn, such as mentions: each has its label.
  private mutating func addEach(
    _ layer: PageLayer, _ number: Int, _ spans: [Span], in report: Report,
    label: (Span) -> String
  ) {
    for span in spans { add(layer, number, [span], in: report, label: label) }
  }

  /// Spans that are one thing in parts: the label stands behind the last.
  private mutating func add(
    _ layer: PageLayer, _ number: Int, _ spans: [Span], in report: Report,
    label: (Span) -> String
  ) {
    let key = Key(layer: layer, number: number)
    for (place, span) in spans.enumerated() where !span.isEmpty {
      for block in report.blocks.indices where report.blocks[block].span.overlaps(span) {
        let own = report.blocks[block].span
        let isFirst = anchored.insert(key).inserted
        blocks[block].append(
          PageRecord(
            layer: layer, number: number,
            span: Span(start: max(span.start, own.start), end: min(span.end, own.end)),
            label: label(span), isFirst: isFirst,
            isLast: place + 1 == spans.count && span.end <= own.end))
      }
    }
  }
}
