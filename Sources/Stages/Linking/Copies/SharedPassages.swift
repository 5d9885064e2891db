public import QuothReport

/// The passages that two reports share nearly word for word.
///
/// A passage is a run of words that stands in both, in which single words may have been changed, put
/// in or left out. Passages lie in the order of the second report, overlap in neither, and each holds
/// at least ``shortest`` words that are the same.
///
///     let shared = SharedPassages(original, copy)
///     shared.extent(of: .second)     // .whole
///     shared.reason(for: .second)    // "9 of 11 paragraphs, 8 of them word for word"
///
/// What stands within quotation marks is found like everything else and never counted: neither for how
/// much is shared nor for whether anything is.
///
/// Source: greedy tiling by hashed runs (Wise 1996, *YAP3*, doi:10.1145/236462.236525) with chains of
/// equal runs as in LZ77. Different: one pass from left to right, and tiles that stand near each other
/// in both texts are one passage.
public struct SharedPassages: Sendable {
  public let passages: [Passage]
  /// What of each report is shared.
  public let first: Share
  public let second: Share

  /// Whether one outlet may have published both.
  let mayBeOneHouse: Bool

  /// One of the two reports, in the order given.
  public enum Side: Sendable, Hashable { case first, second }

  /// The same words in both reports, at their places.
  public struct Passage: Sendable, Hashable {
    public var first: Span
    public var second: Span
    /// Words that are the same.
    public var words: Int
    /// Those of them told in the reporter's voice: outside quotation marks, five or more together.
    public var told: Int
    /// Whether at most a short paragraph follows in either report.
    public var closesBoth: Bool
  }

  /// How much of one report stands in the other.
  public struct Share: Sendable, Hashable {
    /// Words outside quotation marks within passages.
    public var words = 0
    /// All words outside quotation marks.
    public var of = 0
    /// Paragraphs that are shared but for a few words; and those shared word for word.
    public var paragraphs = 0
    public var verbatim = 0
    public var ofParagraphs = 0

    /// 0 to 1.
    public var ratio: Double { of == 0 ? 0 : Double(words) / Double(of) }
  }

  /// Words that are the same in the shortest passage.
  public static let shortest = 8
  private static let shortParagraph = 45

  /// - Complexity: O(n) in words of both, but for texts that repeat one run of words many times:
  ///   sixteen places are tried for each.
  public init(_ first: RunningWords, _ second: RunningWords) {
    let alignment = RunAlignment(first.words.map(\.key), second.words.map(\.key))
    var passages: [Passage] = []
    var inFirst = Cover(first)
    var inSecond = Cover(second)
    for chain in alignment.chains {
      guard chain.reduce(0, { $0 + $1.length }) >= Self.shortest, let head = chain.first,
        let tail = chain.last
      else { continue }
      let (left, right) = (
        head.first..<tail.first + tail.length, head.second..<tail.second + tail.length
      )
      inFirst.add(left, same: chain.map { $0.first..<$0.first + $0.length })
      inSecond.add(right, same: chain.map { $0.second..<$0.second + $0.length })
      passages.append(
        Passage(
          first: Self.span(left, first), second: Self.span(right, second),
          words: chain.reduce(0) { $0 + $1.length },
          told: chain.reduce(0) { $0 + Self.told(second.words[$1.second..<$1.second + $1.length]) },
          closesBoth: left.upperBound + Self.shortParagraph >= first.words.count
            && right.upperBound + Self.shortParagraph >= second.words.count))
    }
    self.passages = passages
    mayBeOneHouse = first.house == nil || second.house == nil || first.house == second.house
    self.first = inFirst.share
    self.second = inSecond.share
  }

  private static func span(_ words: Range<Int>, _ text: RunningWords) -> Span {
    Span(
      start: text.words[words.lowerBound].span.start, end: text.words[words.upperBound - 1].span.end
    )
  }

  /// Words outside quotation marks that stand five or more together: *she said on Monday* between two
  /// quotations is none.
  private static func told(_ words: ArraySlice<RunningWords.Word>) -> Int {
    words.split { !$0.isTold }.lazy.map(\.count).filter { $0 >= 5 }.reduce(0, +)
  }

  /// Which words of one report are shared.
  private struct Cover {
    let text: RunningWords
    private var isShared: [Bool]
    private var isSame: [Bool]

    init(_ text: RunningWords) {
      self.text = text
      isShared = Array(repeating: false, count: text.words.count)
      isSame = isShared
    }

    mutating func add(_ passage: Range<Int>, same: [Range<Int>]) {
      for word in passage { isShared[word] = true }
      for word in same.joined() { isSame[word] = true }
    }

    var share: Share {
      var share = Share()
      share.of = text.toldCount
      share.words = text.words.indices.count { isShared[$0] && text.words[$0].isTold }
      share.ofParagraphs = text.paragraphs.count
      for paragraph in text.paragraphs where paragraph.contains(where: { text.words[$0].isTold }) {
        let shared = paragraph.count { isShared[$0] }
        if shared * 10 >= paragraph.count * 8 { share.paragraphs += 1 }
        if paragraph.allSatisfy({ isSame[$0] }) { share.verbatim += 1 }
      }
      return share
    }
  }
}
