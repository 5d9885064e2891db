import Quoth
import QuothReport
import QuothStatement
import QuothSyntax
import QuothText
import Testing

/// Each line of `Lexicons/events` gives its own example the type and mode that it says.
@Suite struct `Examples of the lexicon of events` {
  private static let reader = Result { try Reader() }

  private struct Row {
    var type: String
    /// Nil where the line leaves it open.
    var mode: String?
    var example: String
  }

  private static func rows(_ name: String) throws -> [Row] {
    try lexiconRows("events/" + name).map {
      Row(type: $0[0], mode: $0[1] == "-" ? nil : $0[1], example: $0[5])
    }
  }

  /// Types and modes of the events in an example between two sentences without any, by the lexicon alone.
  private static func events(_ example: String) throws -> [(type: String, mode: String?)] {
    let reader = try reader.get()
    let text = "The week was cold. \(example) The river froze at night.\n"
    let report = try reader.report(
      Document(bytes: Array(text.utf8), file: "example.txt", mediaType: "text/plain"))
    var heads = try reader.heads(Words(Text(report)))
    heads.events = []
    return try reader.read(heads).events.compactMap { event in
      event.type.map { ($0.rawValue, event.mode) }
    }
  }

  @Test(arguments: ["verbs.tsv", "nouns.tsv"])
  func `a word tells of what its line says`(_ file: String) throws {
    for row in try Self.rows(file) {
      let events = try Self.events(row.example)
      #expect(
        events.contains { $0.type == row.type && (row.mode == nil || $0.mode == row.mode) },
        "\(row.example) \(row.type) \(row.mode ?? "-"), not \(events)")
    }
  }
}
