/// How much of a report was taken over from another.
public enum CopyExtent: String, Sendable, Hashable {
  /// A reprint: at most its own headline and lede, cuts, and small edits.
  case whole
  /// A paragraph or more within a report of its own.
  case partial
}

extension SharedPassages {
  /// Share of the words in the reporter's voice from which a report is a whole copy.
  static let wholeShare = 0.5
  /// Words in the reporter's voice that are the same, in all and in the longest passage, from which a
  /// report holds something of another.
  static let least = 20
  static let leastPassage = 18
  /// Words in what a house prints under many reports, at most.
  static let longestStandingWords = 80

  /// Whether one of the reports is a copy of the other, and of how much; nil when it is none.
  ///
  /// The other report may be far longer: a brief that was cut from it is a whole copy.
  ///
  /// - Complexity: O(p) in passages.
  public func extent(of side: Side) -> CopyExtent? {
    guard isCopied else { return nil }
    return share(of: side).ratio >= Self.wholeShare ? .whole : .partial
  }

  /// Whether enough is shared that one must have it from the other, or both from a third.
  ///
  /// A short passage that closes two reports of one outlet is its standing words about itself or the
  /// author, unless it is most of one of them.
  var isCopied: Bool {
    let mayStand = mayBeOneHouse && max(first.ratio, second.ratio) < Self.wholeShare
    let counted = passages.filter {
      !mayStand || !$0.closesBoth || $0.words > Self.longestStandingWords
    }
    return counted.reduce(0) { $0 + $1.told } >= Self.least
      && counted.contains { $0.told >= Self.leastPassage }
  }

  func share(of side: Side) -> Share { side == .first ? first : second }

  /// What is shared, in words: *9 of 11 paragraphs, 8 of them word for word*.
  public func reason(for side: Side) -> String {
    let share = share(of: side)
    guard share.paragraphs > 0 else {
      let words = passages.reduce(0) { $0 + $1.words }
      return "\(words) words in \(passages.count) passage\(passages.count == 1 ? "" : "s")"
    }
    let paragraphs = "\(share.paragraphs) of \(share.ofParagraphs) paragraphs"
    return switch share.verbatim {
    case 0: paragraphs + ", with small edits"
    case share.paragraphs...: paragraphs + " word for word"
    default: paragraphs + ", \(share.verbatim) of them word for word"
    }
  }
}
