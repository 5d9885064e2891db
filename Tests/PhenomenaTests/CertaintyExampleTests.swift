import Quoth
import QuothReport
import QuothStatement
import Testing

/// Each line of `Lexicons/certainty` grades its own example as it says.
@Suite struct `Examples of the lexicon of certainty` {
  private static let reader = Result { try Reader() }

  /// Label and example of each line of a file.
  private static func rows(_ name: String) throws -> [(label: String, example: String)] {
    try lexiconRows("certainty/" + name).map { ($0[0], $0[2]) }
  }

  private static func read(_ example: String) throws -> Reading {
    try reader.get().read(
      Document(bytes: Array((example + "\n").utf8), file: "example.txt", mediaType: "text/plain"))
  }

  @Test func `what embeds a clause does to it what its line says`() throws {
    let statuses: [String: Set<Event.Status>] = [
      "fact": [.happened, .ongoing], "same": [.happened], "not": [.denied], "deny": [.denied],
      "doubt": [.denied], "exclude": [.denied], "probable": [.possible], "possible": [.possible],
      "planned": [.planned], "open": [.planned],
    ]
    for (label, example) in try Self.rows("embedding.tsv") {
      let events = try Self.read(example).events
      let embedded = try #require(events.max { $0.trigger < $1.trigger }, "\(example)")
      #expect(statuses[label]?.contains(embedded.status) == true, "\(example) \(embedded.status)")
    }
  }

  @Test func `an adverb grades its clause as its line says`() throws {
    let codes = [
      "possible": "PS+", "probable": "PR+", "certain": "CT+", "doubt": "PR-", "hearsay": "CT+",
      "negative": "CT-",
    ]
    for (label, example) in try Self.rows("adverbs.tsv") {
      let statement = try #require(try Self.read(example).statements.last, "\(example)")
      #expect(statement.certainty.code == codes[label], "\(example)")
    }
  }
}
