import QuothReport
import QuothTime

/// A document with the times that its annotators marked.
struct TimedDocument: Sendable, Hashable {
  var name: String
  /// When it was written, ISO 8601; `nil` where the corpus does not say.
  var published: String?
  var text = ""
  /// The paragraphs, as spans of ``text``.
  var paragraphs: [Span] = []
  /// In text order.
  var times: [Gold] = []

  /// A time as an annotator marked it.
  struct Gold: Sendable, Hashable {
    var span: Span
    /// TIMEX3 value, or the attribute `when` of TEI.
    var value: String
    /// Of a stretch of time in TEI: its first and last moment; `nil` where open.
    var from: String?
    var to: String?
  }

  /// Reads TimeML: `DCT`, and the `TIMEX3` of `TEXT`.
  ///
  /// - Complexity: O(n) in bytes.
  init(name: String, timeML: String) {
    self.name = name
    var isText = false
    var isCreation = false
    var open: (start: Int, value: String)?
    for event in InlineMarkup(timeML).events {
      switch event {
      case .open("DCT", _): isCreation = true
      case .close("DCT"): isCreation = false
      case .open("TEXT", _): isText = true
      case .close("TEXT"): isText = false
      case .open("TIMEX3", let attributes):
        if isCreation { published = attributes["value"] }
        if isText { open = (text.utf8.count, attributes["value"] ?? "") }
      case .close("TIMEX3"):
        if let opened = open, isText {
          let span = Span(start: opened.start, end: text.utf8.count)
          times.append(Gold(span: span, value: opened.value))
        }
        open = nil
      case .text(let words): if isText { text += words }
      default: break
      }
    }
    paragraphs = Self.paragraphs(of: text)
  }

  /// Reads a document of GUM: the text of the treebank, and the `date` elements of the XML, whose
  /// lines begin with a token.
  ///
  /// - Complexity: O(n) in bytes.
  init(treebank: TreebankDocument, xml: String) {
    name = treebank.name
    text = treebank.text
    paragraphs = treebank.paragraphs
    let bytes = Array(text.utf8)
    var position = 0
    var last = 0
    var open: [(start: Int?, attributes: [String: String])] = []
    for event in InlineMarkup(xml).events {
      switch event {
      case .open("text", let attributes): published = attributes["dateCreated"]
      case .open("date", let attributes): open.append((nil, attributes))
      case .close("date"):
        guard let (start, attributes) = open.popLast(), let start, start < last else { continue }
        times.append(
          Gold(
            span: Span(start: start, end: last), value: attributes["when"] ?? "",
            from: attributes["from"] ?? attributes["notBefore"],
            to: attributes["to"] ?? attributes["notAfter"]))
      case .text(let lines):
        for line in lines.split(separator: "\n") {
          guard let token = line.split(separator: "\t", maxSplits: 1).first,
            token.utf8.count < line.utf8.count,
            let start = Self.place(of: Array(token.utf8), in: bytes, from: position)
          else { continue }
          last = start + token.utf8.count
          position = last
          for index in open.indices where open[index].start == nil { open[index].start = start }
        }
      default: break
      }
    }
    times.sort { $0.span < $1.span }
  }

  /// Where a token stands: at the next word, or a little further on.
  private static func place(of token: [UInt8], in text: [UInt8], from position: Int) -> Int? {
    let last = min(position + 40, text.count - token.count)
    guard position <= last else { return nil }
    return (position...last).first { text[$0...].starts(with: token) }
  }

  /// What blank lines part.
  private static func paragraphs(of text: String) -> [Span] {
    let bytes = Array(text.utf8)
    var paragraphs: [Span] = []
    var start = 0
    for index in 0...bytes.count {
      let isBreak =
        index == bytes.count
        || bytes[index] == UInt8(ascii: "\n") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: "\n")
      guard isBreak else { continue }
      if index > start { paragraphs.append(Span(start: start, end: index)) }
      start = min(index + 1, bytes.count)
    }
    return paragraphs
  }

  /// The report that is read, in which all is running text.
  var report: Report {
    Report(
      id: name, text: text, blocks: paragraphs.map { Block(span: $0, role: .body) })
  }
}
