import Foundation
import QuothAnnotation
import QuothReport

@testable import Quoth

/// A small folder of gold in PolNeAR's layout, about invented people and places, and readings of it
/// that are wrong in known ways.
struct SampleCorpus {
  let folder: URL
  let articles: [String: MarkedArticle]

  /// Writes the gold to a new folder; ``remove()`` takes it away.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID().uuidString)")
    articles = Self.marked.mapValues { MarkedArticle($0) }
    for part in ["text", "attributions"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: part), withIntermediateDirectories: true)
    }
    for (name, article) in articles {
      try write(article.text, to: "text/\(name).txt")
      try write(article.standoff, to: "attributions/\(name)_a1.ann")
    }
    // A second annotator, an article without text, and files that are none.
    try write("T1\tContent 0 3\tx\nE1\tContent:T1\n", to: "attributions/bridge_b2.ann")
    try write("T1\tContent 0 3\tx\nE1\tContent:T1\n", to: "attributions/lost_a1.ann")
    try write("notes", to: "attributions/README")
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// What the product would give had it read the gold itself: without a leading "that", and with
  /// each later quotation of a content as a run-on of its own.
  func reading(of name: String) -> [Attribution] {
    var read: [Attribution] = []
    for gold in articles[name]!.attributions where !gold.content.isEmpty {
      for (index, span) in gold.content.enumerated() {
        read.append(
          Attribution(
            id: read.count, source: gold.source, cue: index == 0 ? gold.cue : [],
            content: [withoutThat(span, in: articles[name]!.text)], kind: .indirect,
            confidence: 0.9))
      }
    }
    return read
  }

  /// The same with every kind of mistake, one after the other.
  func flawedReading(of name: String, from first: Int) -> [Attribution] {
    let text = articles[name]!.text
    var read: [Attribution] = []
    for (index, attribution) in reading(of: name).enumerated() {
      var flawed = attribution
      flawed.id = index
      flawed.confidence = Double((index * 7 + first * 3) % 11) / 10
      switch (index + first) % 10 {
      case 0: break
      case 1: flawed.source = attribution.source.map { firstWord($0, of: text) }
      case 2: flawed.source = []
      case 3: flawed.content = attribution.content.map { half($0, of: text) }
      case 4: flawed.cue = attribution.source
      case 5: continue
      case 6:
        flawed.content = attribution.content.map { Span(start: $0.start, end: after($0, in: text)) }
      case 7: read.append(attribution)
      case 8: flawed.source = attribution.content
      default: flawed.parent = 0
      }
      read.append(flawed)
    }
    return read
  }

  private func withoutThat(_ span: Span, in text: String) -> Span {
    let words = Array(text.utf8)[span.range]
    return words.starts(with: "that ".utf8) ? Span(start: span.start + 5, end: span.end) : span
  }

  private func firstWord(_ span: Span, of text: String) -> Span {
    upToBlank(from: span.start, of: span, in: text)
  }

  private func half(_ span: Span, of text: String) -> Span {
    upToBlank(from: span.start + span.count / 2, of: span, in: text)
  }

  private func upToBlank(from start: Int, of span: Span, in text: String) -> Span {
    let bytes = Array(text.utf8)
    let end = (start..<span.end).first { bytes[$0] == UInt8(ascii: " ") }
    return Span(start: span.start, end: end ?? span.end)
  }

  /// One past the mark or letter that follows the span.
  private func after(_ span: Span, in text: String) -> Int {
    let rest = String(decoding: text.utf8.dropFirst(span.end), as: UTF8.self)
    return span.end + (rest.unicodeScalars.first.map { UTF8.width($0) } ?? 0)
  }

  private static let marked = [
    "bridge": """
    [S1 Coastal News Agency][C1 :] [T1 Bridge at Saltport to reopen]

    SALTPORT — [T2 “We will rebuild the bridge,”] [S2 Mayor Ilse Brandt] [C2 said] on Tuesday. [T2 “It starts today.”]

    [S3 She] [C3 added] [T3 that the state’s “old debts” would not stand in the way].

    [S4 Ivo Maric, who leads the opposition,] [C4 doubts] [T4 that, if the port stays shut, the money will come].

    [D Sign up for our harbour letter: editors say it is the best.]
    """,
    "ferry": """
    [C1 It is feared] [T1 that twelve people are missing] after the ferry 🚢 Łódka sank.

    [T2 "Nobody has given up hope,] [S2 a coast guard officer] [C2 told] the Harbour Herald. [T2 We search until dark."] [T3 ``The sea is calm''], [C3 according to] [S3 the Norland Met Office].

    [S4 Two sailors] [S4 and a cook] [C4 recalled] [T4 hearing a loud noise], [S4 they] [C4 said].

    [S5 The owner] [C5 declined to comment]. [S6 Sudland’s] [C6 claim] [T6 that the ship was overloaded] was [C7 called] [T7 “absurd”] by [S7 Minister Teo Valdivia].
    """,
    "talks": """
    [S1 Norland] [C1 wants] [T1 a truce]; [S2 Sudland] [C2 does not believe] [T2 in one].\r
    \r
    [T3 «No one will win»], [C3 wrote] [S3 Ana Ruiz] in a letter. [T4 “Not now. Not in 2027.5,] [S4 Ruiz] [C4 went on].\r
    \r
    [T4 “Not ever.”] [S5 Observers] [C5 expect] [T5 that the talks, which began on 3 March, will fail]. [D Photo: a table] [D Read more: what they said].\r
    """,
  ]
}
