import QuothReport

/// One report of ECB+ with the events that are marked in its checked sentences.
///
/// Source: Cybulska and Vossen 2014, "Using a sledgehammer to crack a nut?"
struct ECBPlusDocument: Sendable {
  struct Mention: Sendable {
    var tokens: TokenSet
    /// The same for all mentions of one happening in the corpus, and for no other.
    var happening: String
  }

  /// `31/31_2ecb`.
  let name: String
  let text: TokenizedText
  /// Whether the first line is the address that the report was found at.
  private let hasAddress: Bool
  /// In text order.
  private(set) var mentions: [Mention] = []
  /// The tokens of the sentences whose coreference was checked.
  let checked: Set<Int>

  /// - Parameter sentences: the numbers of those that were checked.
  /// - Complexity: O(n) in bytes.
  init(xml: String, name: String, checked sentences: Set<Int>) {
    let document = CATDocument(xml: xml)
    self.name = name
    hasAddress = name.hasSuffix("plus")
    var text = TokenizedText(joinsHyphens: true)
    var start = 0
    while start < document.tokens.count {
      let sentence = document.tokens[start].sentence
      let words = document.tokens[start...].prefix { $0.sentence == sentence }
      text.append(sentence: words.map(\.word))
      start += words.count
    }
    self.text = text
    checked = Set(
      document.tokens.indices.filter { sentences.contains(document.tokens[$0].sentence) })
    var happenings: [String: String] = [:]
    for relation in document.relations {
      let id = relation.attributes["note"] ?? "\(name) \(relation.attributes["r_id"] ?? "")"
      for source in relation.sources { happenings[source] = id }
    }
    for id in document.order {
      guard let markable = document.markables[id], let first = markable.tokens.first,
        checked.contains(first), Self.isEvent(markable.kind)
      else { continue }
      mentions.append(
        Mention(
          tokens: TokenSet(markable.tokens), happening: happenings[id] ?? "\(name) mention \(id)"))
    }
    mentions.sort { $0.tokens < $1.tokens }
  }

  private static func isEvent(_ kind: String) -> Bool {
    kind.hasPrefix("ACTION_") || kind.hasPrefix("NEG_ACTION_")
  }

  /// The first run of tokens; few mentions have more.
  private func span(of tokens: TokenSet) -> Span {
    let run = tokens.runs[0].indices
    return Span(start: text.tokens[run[0]].start, end: text.tokens[run[run.count - 1]].end)
  }

  /// Each sentence a block, the first one the headline; the address is no part of the report.
  var article: MeasuredArticle {
    let headline = hasAddress ? 1 : 0
    return MeasuredArticle(
      id: name, text: text.text,
      blocks: Array(text.blocks { $0 == headline }.dropFirst(headline)),
      happenings: mentions.map { span(of: $0.tokens) })
  }
}
