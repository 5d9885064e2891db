public import QuothReport
public import QuothText

/// The words of a report's running text, folded so that a copy has the same ones as its original.
///
/// Body paragraphs alone count: a headline, a deck, a caption, a credit and the dateline are what an
/// outlet changes first. Marks are left out; letter case, quotation marks, British and American
/// spelling, contractions and small numerals are made one.
///
/// All words are kept, and those that say nothing about who copied whom are marked: what stands within
/// quotation marks, since several outlets quote one statement, and paragraphs in which the house asks
/// its readers to subscribe.
public struct RunningWords: Sendable {
  public let words: [Word]
  /// For each body paragraph, its words as indices into ``words``; none is empty.
  public let paragraphs: [Range<Int>]

  /// The outlet, by its name or else the host of the address; nil when neither is known.
  let house: String?

  /// One word and where it stands.
  public struct Word: Sendable, Hashable {
    /// Equal for words that are folded to the same letters.
    public var key: UInt64
    public var span: Span
    /// Whether the report tells it in its own voice.
    public var isTold: Bool
  }

  /// - Complexity: O(n) in bytes of the text.
  public init(_ text: Text) {
    let bytes = Array(text.report.text.utf8)
    var folding = WordFolding()
    var words: [Word] = []
    var paragraphs: [Range<Int>] = []
    words.reserveCapacity(text.tokens.count)
    var quotations = text.quotations[...]
    var quotedEnd = 0
    for block in text.blocks {
      let first = words.count
      for sentence in text.sentences[block] where sentence.role == .body {
        for token in text.tokens[sentence.tokens] {
          while let next = quotations.first, next.inner.start <= token.span.start {
            quotedEnd = max(quotedEnd, next.inner.end)
            quotations.removeFirst()
          }
          guard let key = folding.key(of: token, in: bytes) else { continue }
          words.append(Word(key: key, span: token.span, isTold: token.span.start >= quotedEnd))
        }
      }
      guard first < words.count else { continue }
      paragraphs.append(first..<words.count)
      if StandingWords.ask(words[first...]) {
        for word in first..<words.count { words[word].isTold = false }
      }
    }
    self.words = words
    self.paragraphs = paragraphs
    house =
      text.report.publisher.map { Wording.folded($0.value) }
      ?? text.report.url.flatMap { Self.host(of: $0.value) }
  }

  private static func host(of address: String) -> String? {
    guard let mark = address.firstRange(of: "://") else { return nil }
    return String(address[mark.upperBound...].prefix { $0 != "/" })
  }

  /// How many words the report tells in its own voice.
  public var toldCount: Int { words.count(where: \.isTold) }
}

/// What houses print under many reports.
enum StandingWords {
  /// Whether a paragraph asks the reader to subscribe: it says *you* or *us* outside quotation marks, and a
  /// word of such invitations.
  static func ask(_ words: ArraySlice<RunningWords.Word>) -> Bool {
    let told = words.lazy.filter(\.isTold)
    return told.contains { invitations.contains($0.key) }
      && told.contains { persons.contains($0.key) }
  }

  private static let persons = keys("you your us our")
  private static let invitations = keys("subscribe unsubscribe newsletter newsletters inbox click")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordFolding.key($0.utf8) })
  }
}
