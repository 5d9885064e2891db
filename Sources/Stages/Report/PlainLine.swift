/// The lines about a report that stand round its running text, told by their own words.
enum PlainLine {
  case byline
  /// A line whose matter is a date, perhaps with the paper's name: `Published 4 March 2026`.
  case date
  /// Who else wrote, edited or first published: `With files from the Coastal News Agency`.
  case credit
  case caption
  /// A heading of the archive it was copied from, such as `FULL TEXT.`
  case label
  /// An invitation to subscribe, share or read on.
  case furniture
  /// The head of a list of other reports.
  case furnitureHead

  /// - Returns: nil when the wording says nothing.
  init?(_ passage: ShortPassage) {
    guard !passage.words.isEmpty, passage.words.count <= 60 else { return nil }
    if Self.labels.contains(passage.folded.filter { $0 != "." && $0 != ":" }) {
      self = .label
    } else if Self.isByline(passage) {
      self = .byline
    } else if Self.isCaption(passage) {
      self = .caption
    } else if Self.isCredit(passage) {
      self = .credit
    } else if Self.isDate(passage) {
      self = .date
    } else {
      switch SetPhrases.verdict(on: Array(passage.text.utf8), wordCount: passage.words.count) {
      case .credit, .pictureCredit: self = .credit
      case .caption: self = .caption
      case .furniture: self = .furniture
      case .furnitureHead: self = .furnitureHead
      case nil: return nil
      }
    }
  }

  /// `By` and names, with what paper, place or day may follow; no sentence begins so.
  private static func isByline(_ passage: ShortPassage) -> Bool {
    guard passage.words.count <= 25, passage.words.count >= 2 else { return false }
    let leads = ["by ", "by: ", "byline: ", "written by ", "story by ", "author: "]
    guard passage.begins(with: leads) else { return false }
    return passage.words[1].first?.isUppercase ?? false && passage.isNominal
  }

  private static func isCaption(_ passage: ShortPassage) -> Bool {
    let leads = [
      "photo:", "photo by", "photos:", "photograph:", "photograph by", "image:", "image credit",
      "images:", "picture:",
      "pictured:", "caption:", "file photo", "photo credit", "photo courtesy",
    ]
    if passage.begins(with: leads) { return true }
    let signs = [
      "photo:", "photo by ", "photograph:", "photograph by ", "image:", "picture:", "(photo",
      "[photo",
      "ap photo", "photo/", "getty images", "handout via", "/afp", "/reuters", "/ap)",
    ]
    return passage.contains(anyOf: signs, inLast: 80) && !passage.contains(anyOf: [" said "])
  }

  private static func isCredit(_ passage: ShortPassage) -> Bool {
    let core = passage.text.drop { "—–―- ".contains($0) }
    let bare = core.filter { $0 != "." && $0 != ")" }
    if NewsAgencies.contains(bare) { return true }
    let leads = [
      "source: ", "© ", "copyright ", "editor's note", "editor’s note",
      "originally published", "first published",
    ]
    let folded = core.lowercased()
    if leads.contains(where: folded.hasPrefix) { return true }
    if SetPhrases.namesContributors(Array(core.utf8)) { return true }
    guard passage.words.count <= 30 else { return false }
    return passage.contains(anyOf: [
      "contributed reporting", "contributed to this", "contributed from",
    ]) || (folded.hasSuffix(" contributed.") || folded.hasSuffix(" contributed"))
      || core.startIndex > passage.text.startIndex && passage.words.count <= 8
        && !core.hasSuffix(":") && Masthead.leading(String(core)) != nil
  }

  private static func isDate(_ passage: ShortPassage) -> Bool {
    guard passage.words.count <= 16, !passage.endsSentence || passage.words.count <= 8 else {
      return false
    }
    return passage.isNominal && Timestamp(passage.text) != nil
  }

  private static let labels: Set<String> = [
    "abstract", "correction appended", "full text", "text", "summary", "body", "lead", "headline",
    "deck", "article",
    "[abstract]", "[full text]",
  ]
}
