/// What each paragraph of a plain text is for, told by its place, its length and its words.
struct PlainRoles {
  /// A paragraph and what was found out about it.
  struct Part {
    var paragraph: Paragraph
    /// nil for running text too long to be anything else.
    var passage: ShortPassage?
    var line: PlainLine?
    /// nil where the paragraph holds nothing worth reading.
    var role: Block.Role?
    /// Whether the whole paragraph was told by its words; a headline never is.
    var isSettled: Bool { line != nil }

    fileprivate init(_ paragraph: Paragraph, in bytes: [UInt8]) {
      self.paragraph = paragraph
      guard paragraph.span.count <= ShortPassage.limit else { return }
      let passage = ShortPassage(bytes[paragraph.span.range])
      self.passage = passage
      line = PlainLine(passage)
    }
  }

  private(set) var parts: [Part]
  private let bytes: [UInt8]

  /// - Complexity: O(n) in bytes.
  init(_ paragraphs: [Paragraph], in bytes: [UInt8]) {
    self.bytes = bytes
    parts = paragraphs.flatMap { TrailingCredit.split($0, in: bytes) }.map { Part($0, in: bytes) }
    settleLines()
    settleBody(from: settleHead())
  }

  // MARK: Lines told by their words

  private mutating func settleLines() {
    var isInRelated = false
    for index in parts.indices {
      switch parts[index].line {
      case .byline, .date, .credit: parts[index].role = .credit
      case .caption: parts[index].role = .caption
      case .label, .furniture: parts[index].role = nil
      case .furnitureHead: isInRelated = true
      case nil:
        // What follows the head of a list of other reports is their titles, up to the next sentence.
        guard isInRelated, let passage = parts[index].passage, !passage.endsSentence,
          passage.words.count <= 20
        else {
          isInRelated = false
          continue
        }
        parts[index].line = .furniture
      }
    }
  }

  // MARK: Head

  /// Gives headline and deck their roles, and tells where the body begins.
  private mutating func settleHead() -> Int {
    guard let first = parts.firstIndex(where: { !$0.isSettled }), isHeadline(first) else {
      return 0
    }
    parts[first].role = .headline
    var index = first + 1
    var isAbstract = false
    while index < parts.count {
      if case .label? = parts[index].line {
        isAbstract = parts[index].passage?.folded.contains("abstract") ?? false
      } else if !parts[index].isSettled {
        guard isAbstract || isDeck(index, headline: first) else { break }
        parts[index].role = .deck
      }
      index += 1
    }
    return index
  }

  /// Whether a paragraph that could be a headline is one.
  ///
  /// A line that does not end as a sentence is one when running text follows. One that does needs a
  /// second sign: capital initials throughout, a byline, day or dateline after it, or being much
  /// shorter than the paragraphs after it without the small words that sentences have.
  private func isHeadline(_ index: Int) -> Bool {
    if parts[index].paragraph.isHeading { return true }
    guard parts[index].paragraph.form == .paragraph, let passage = parts[index].passage,
      passage.words.count <= 32, let next = nextText(after: index), !hasDateline(index)
    else { return false }
    if passage.text.hasSuffix(";") { return true }
    if let last = passage.text.last, ":,—–-".contains(last) { return false }
    guard passage.endsSentence else {
      return passage.words.count >= 2 && passage.words.count <= 28 && isRunningText(after: index)
    }
    if passage.capitalShare >= 0.8, 3...20 ~= passage.words.count { return true }
    if parts[(index + 1)..<next].contains(where: {
      $0.line == .byline || $0.line == .date || $0.line == .label
    }) {
      return true
    }
    guard !passage.hasInnerSentenceEnd, isRunningText(after: index) else { return false }
    if hasDateline(next) { return true }
    return passage.words.count <= 16 && !HeadlineStyle.readsAsSentence(passage)
      && wordCount(next) >= passage.words.count * 3 / 2
  }

  private func isDeck(_ index: Int, headline: Int) -> Bool {
    guard parts[index].paragraph.form == .paragraph, !parts[index].paragraph.isHeading,
      let passage = parts[index].passage, passage.words.count <= 45, !hasDateline(index),
      let next = nextText(after: index)
    else { return false }
    let isFirst = index == headline + 1
    let isBelowHeadline = isFirst && !parts[index].paragraph.standsApart
    if isBelowHeadline, parts[headline].passage?.text.hasSuffix(";") ?? false { return true }
    let between = parts[(index + 1)..<next]
    if between.contains(where: { $0.line == .byline || $0.line == .date }) { return true }
    if hasDateline(next) { return true }
    if isBelowHeadline, parts[next].paragraph.standsApart { return true }
    return isFirst && !passage.endsSentence && passage.words.count >= 5
      && isRunningText(after: index)
      && !(passage.text.last.map { ":,".contains($0) } ?? false)
  }

  // MARK: Body

  private mutating func settleBody(from start: Int) {
    for index in start..<parts.count where !parts[index].isSettled && parts[index].role == nil {
      parts[index].role = isSubhead(index) ? .subhead : .body
    }
  }

  /// Whether a short line without a full stop stands before a paragraph of running text.
  private func isSubhead(_ index: Int) -> Bool {
    if parts[index].paragraph.isHeading { return true }
    guard parts[index].paragraph.form == .paragraph, let passage = parts[index].passage,
      passage.words.count <= 10, !passage.endsSentence, let last = passage.text.last,
      let first = passage.text.first,
      !",;:—–\"”’'".contains(last), first.isUppercase || first.isNumber || "\"“'‘".contains(first),
      let next = nextText(after: index), next == index + 1
    else { return false }
    return isRunning(next)
  }

  // MARK: What stands near

  private func nextText(after index: Int) -> Int? {
    parts[(index + 1)...].firstIndex { !$0.isSettled }
  }

  private func hasDateline(_ index: Int) -> Bool {
    DatelineReader(
      Array(bytes[parts[index].paragraph.span.range].prefix(DatelineReader.limit + 40))) != nil
  }

  /// Whether one of the next three texts is a sentence or more.
  private func isRunningText(after index: Int) -> Bool {
    parts[(index + 1)...].lazy.filter { !$0.isSettled }.prefix(3).contains {
      guard let passage = $0.passage else { return true }
      return passage.endsSentence && passage.words.count >= 6
    }
  }

  private func isRunning(_ index: Int) -> Bool {
    guard let passage = parts[index].passage else { return true }
    return passage.endsSentence && passage.words.count >= 8 || passage.words.count > 16
  }

  private func wordCount(_ index: Int) -> Int { parts[index].passage?.words.count ?? 100 }
}

/// How headlines are worded, where their marks do not tell.
enum HeadlineStyle {
  /// Whether a line has what running sentences have and headlines leave out: articles before nouns,
  /// a speech verb in the past, a day of the week with `on`.
  static func readsAsSentence(_ passage: ShortPassage) -> Bool {
    let words = passage.folded.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard let first = words.first else { return false }
    if openings.contains(String(first)) { return true }
    let articles = words.count { $0 == "the" || $0 == "a" || $0 == "an" }
    let isDated = zip(words, words.dropFirst()).contains { $0 == "on" && $1.hasSuffix("day") }
    return articles >= 2 || isDated || words.contains { pastSpeech.contains(String($0)) }
  }

  private static let openings: Set<String> = [
    "a", "an", "and", "at", "but", "he", "i", "in", "it", "on", "she", "the", "there", "they",
    "this", "we",
  ]
  private static let pastSpeech: Set<String> = [
    "said", "told", "announced", "added", "was", "were", "had", "has", "have",
  ]
}

/// A credit in parentheses at the end of a paragraph: `… on Tuesday. (Reporting by Tom Ek)`.
enum TrailingCredit {
  /// The paragraph, or its text and its credit as two.
  static func split(_ paragraph: Paragraph, in bytes: [UInt8]) -> [Paragraph] {
    let span = paragraph.span
    var end = span.end
    while end > span.start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > span.start, bytes[end - 1] == UInt8(ascii: ")"),
      let open = bytes[max(span.start, end - 400)..<end].lastIndex(of: UInt8(ascii: "(")),
      open > span.start,
      case .credit? = PlainLine(ShortPassage(bytes[open..<end]))
    else { return [paragraph] }
    var text = paragraph
    text.span = Blank.trimmed(span.start..<open, in: bytes)
    guard !text.span.isEmpty else { return [paragraph] }
    return [text, Paragraph(span: Span(start: open, end: span.end), standsApart: false)]
  }
}
