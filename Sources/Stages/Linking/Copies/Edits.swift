public import QuothReport
public import QuothText

/// What was done to a report on its way to a copy, sentence by sentence.
///
/// Two sentences are one sentence before and after when they share at least two fifths of the words of
/// the longer one, however spelled; the headlines always are. Of two changes of order the one that
/// moves fewer sentences is told.
///
///     Edits(original, copy).all.map(\.kind)     // [.changed, .cut, .moved, .added]
///
/// Differences are of words as they are written, marks aside: a new spelling is one, a new comma is none.
public struct Edits: Sendable {
  /// In the order of the copy; what was cut stands where it had stood.
  public let all: [Edit]
  /// Sentences that stand in both, unchanged and in their place.
  public let kept: Int

  /// What happened to one sentence.
  public struct Edit: Sendable, Hashable {
    public var kind: Kind
    /// The sentence in the original; nil for one that was added.
    public var original: Span?
    /// The sentence in the copy; nil for one that was cut.
    public var copy: Span?
    /// Words of the original that are gone, in runs; of a sentence that stands in both.
    public var removed: [Span] = []
    /// Words of the copy that are new, in runs.
    public var inserted: [Span] = []
  }

  public enum Kind: String, Sendable, Hashable {
    case cut, added, changed
    /// It stands elsewhere; words of it may have changed as well.
    case moved
  }

  /// - Complexity: O(n) in words for what is the same, and within a sentence O(w · d) in its words and
  ///   differences.
  public init(_ original: Text, _ copy: Text) {
    let first = SentenceWords(original)
    let second = SentenceWords(copy)
    let partners = Self.partners(first, second)
    let inOrder = Self.longestRise(partners)
    var edits: [Edit] = []
    var kept = 0
    let isPaired = Set(partners.compactMap(\.self))
    var cuts = first.sentences.indices.filter { !isPaired.contains($0) }[...]
    for (index, sentence) in second.sentences.enumerated() {
      guard let partner = partners[index] else {
        edits.append(Edit(kind: .added, copy: sentence.span))
        continue
      }
      let isMoved = !inOrder.contains(index)
      while !isMoved, let cut = cuts.first, cut < partner {
        edits.append(Edit(kind: .cut, original: first.sentences[cut].span))
        cuts.removeFirst()
      }
      let edit = Self.edit(first.sentences[partner], sentence, isMoved: isMoved)
      if isMoved || !edit.removed.isEmpty || !edit.inserted.isEmpty {
        edits.append(edit)
      } else {
        kept += 1
      }
    }
    all = edits + cuts.map { Edit(kind: .cut, original: first.sentences[$0].span) }
    self.kept = kept
  }

  // MARK: Which sentence is which

  /// For each sentence of the copy, the sentence of the original that it was.
  private static func partners(_ first: SentenceWords, _ second: SentenceWords) -> [Int?] {
    var shared: [Pair: Int] = [:]
    for run in RunAlignment(first.keys, second.keys).chains.joined() {
      for offset in 0..<run.length {
        let pair = Pair(
          first: first.sentenceOf[run.first + offset],
          second: second.sentenceOf[run.second + offset])
        shared[pair, default: 0] += 1
      }
    }
    var partners = [Int?](repeating: nil, count: second.sentences.count)
    var isTaken = Set<Int>()
    func join(_ pair: Pair) {
      guard partners[pair.second] == nil, isTaken.insert(pair.first).inserted else { return }
      partners[pair.second] = pair.first
    }
    if let old = first.headline, let new = second.headline { join(Pair(first: old, second: new)) }
    let pairs = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (pair, count) in pairs {
      let longer = max(
        first.sentences[pair.first].words.count, second.sentences[pair.second].words.count)
      if count * 5 >= longer * 2 { join(pair) }
    }
    return partners
  }

  private struct Pair: Hashable, Comparable {
    var first: Int
    var second: Int

    static func < (left: Pair, right: Pair) -> Bool {
      (left.second, left.first) < (right.second, right.first)
    }
  }

  /// The places of a longest run of partners that rise.
  ///
  /// Source: patience sorting (Schensted 1961, doi:10.4153/CJM-1961-015-3).
  private static func longestRise(_ partners: [Int?]) -> Set<Int> {
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: partners.count)
    for (place, partner) in partners.enumerated() {
      guard let partner else { continue }
      let pile = tops.firstIndex { partners[$0] ?? 0 > partner } ?? tops.count
      before[place] = pile > 0 ? tops[pile - 1] : nil
      if pile < tops.count { tops[pile] = place } else { tops.append(place) }
    }
    return tops.last.map { Set(sequence(first: $0) { before[$0] }) } ?? []
  }

  // MARK: Words

  private static func edit(
    _ first: SentenceWords.Sentence, _ second: SentenceWords.Sentence, isMoved: Bool
  ) -> Edit {
    var edit = Edit(kind: isMoved ? .moved : .changed, original: first.span, copy: second.span)
    let difference = second.words.map(\.written).difference(from: first.words.map(\.written))
    edit.removed = runs(difference.removals, of: first.words)
    edit.inserted = runs(difference.insertions, of: second.words)
    return edit
  }

  /// The spans of changed words, those that stand side by side as one.
  private static func runs(
    _ changes: [CollectionDifference<[UInt8]>.Change], of words: [SentenceWords.Word]
  ) -> [Span] {
    var runs: [Range<Int>] = []
    for change in changes {
      let offset =
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
      if let last = runs.last, last.upperBound == offset {
        runs[runs.count - 1] = last.lowerBound..<offset + 1
      } else {
        runs.append(offset..<offset + 1)
      }
    }
    return runs.map {
      Span(start: words[$0.lowerBound].span.start, end: words[$0.upperBound - 1].span.end)
    }
  }
}

/// The words of all sentences that tell something, headlines among them.
private struct SentenceWords {
  struct Word {
    var span: Span
    /// As it stands, with plain apostrophes.
    var written: [UInt8]
  }

  struct Sentence {
    var span: Span
    var words: [Word] = []
  }

  private(set) var sentences: [Sentence] = []
  /// Of all words, folded.
  private(set) var keys: [UInt64] = []
  /// For each of ``keys``, its sentence.
  private(set) var sentenceOf: [Int] = []
  private(set) var headline: Int?

  init(_ text: Text) {
    let bytes = Array(text.report.text.utf8)
    var folding = WordFolding()
    for sentence in text.sentences where sentence.role != .credit && sentence.role != .caption {
      var own = Sentence(span: sentence.span)
      for token in text.tokens[sentence.tokens] {
        guard let key = folding.key(of: token, in: bytes) else { continue }
        keys.append(key)
        sentenceOf.append(sentences.count)
        own.words.append(Word(span: token.span, written: Self.written(bytes[token.span.range])))
      }
      guard !own.words.isEmpty else { continue }
      if sentence.role == .headline, headline == nil { headline = sentences.count }
      sentences.append(own)
    }
  }

  private static func written(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.contains(0xE2) else { return Array(word) }
    return Array(word.split(separator: [0xE2, 0x80, 0x99]).joined(separator: [UInt8(ascii: "'")]))
  }
}
