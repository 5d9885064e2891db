import QuothStatement
import Foundation
import Quoth
import QuothReport
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
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
      .standardized
    let text = try String(
      contentsOf: root.appending(path: "Lexicons/events/" + name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let fields = $0.split(separator: "\t").map(String.init)
      return Row(type: fields[0], mode: fields[1] == "-" ? nil : fields[1], example: fields[5])
    }
  }

  /// Types and modes of the events in an example between two sentences without any, by the lexicon alone.
  private static func events(_ example: String) throws -> [(type: String, mode: String?)] {
    let reader = try reader.get()
    let text = "The week was cold. \(example) The river froze at night.\n"
    let report = try reader.report(
      Document(bytes: Array(text.utf8), file: "example.txt", mediaType: "text/plain"))
    let words = Words(Text(report))
    var heads = try reader.heads(words)
    heads.events = []
    return try reader.read(words, heads).events.compactMap { event in
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
