import QuothMarkup

/// One paragraph-sized run of words on a page, before it is known whether it belongs to the report.
struct Passage {
  /// What its element says it is.
  enum Kind: Equatable {
    case paragraph, listItem, quotation, caption, pictureCredit, tableCell
    case heading(level: Int)
  }

  /// The block element that holds it directly.
  var element: Int
  /// Its first text node.
  var firstText: Int
  var kind: Kind
  /// Words with single spaces, as UTF-8.
  var text: [UInt8]
  /// Bytes of ``text`` that stand inside links.
  var linkBytes: Int
  var wordCount: Int
  var commaCount: Int

  /// Part of the text that is link, 0 to 1.
  var linkDensity: Double { Double(linkBytes) / Double(max(text.count, 1)) }

  /// Whether it ends like a sentence: `.`, `!`, `?`, a colon or a closing quotation mark.
  var endsLikeSentence: Bool {
    guard let last = text.last else { return false }
    if ".!?:\"')".utf8.contains(last) { return true }
    // ” ’ … » in UTF-8.
    return text.suffix(3).elementsEqual("”".utf8) || text.suffix(3).elementsEqual("’".utf8)
      || text.suffix(3).elementsEqual("…".utf8) || text.suffix(2).elementsEqual("»".utf8)
  }

  /// Weight as evidence for running text: its length for prose, nothing for labels and link lists.
  var prose: Int {
    guard wordCount >= 8, linkDensity < 0.5 else { return 0 }
    if case .heading = kind { return 0 }
    if kind == .caption || kind == .pictureCredit { return 0 }
    guard endsLikeSentence || wordCount >= 25 else { return 0 }
    return Int(Double(min(text.count, 1000)) * (1 - linkDensity))
  }

  var string: String { String(decoding: text, as: UTF8.self) }
}
