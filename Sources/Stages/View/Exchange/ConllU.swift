import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothSyntax
import QuothText

/// The grammar of one report as CoNLL-U (Universal Dependencies 2).
///
/// Sentences that are not parsed, such as bylines and datelines, are left out. `start_char` and
/// `end_char` in MISC are code points into `report.text`, as in the record. What is written as one
/// word and read as several (*didn't*, *Ruiz's*) is a multiword token.
///
///     String(decoding: ConllU(reading).bytes, as: UTF8.self)
///
/// Source: https://universaldependencies.org/format.html
public struct ConllU: Sendable {
  private let reading: Reading
  private let words: Words
  private let points: CodePointIndex

  public init(_ reading: Reading) {
    self.reading = reading
    words = Words(reading.report.text)
    points = CodePointIndex(words.bytes)
  }

  /// UTF-8; an empty line ends each sentence.
  ///
  /// - Complexity: O(n) in tokens.
  public var bytes: [UInt8] {
    guard let syntax = reading.syntax else { return [] }
    var text = ""
    let prefix = String(reading.report.id.split(separator: ":").last?.prefix(12) ?? "report")
    var block: Int?
    for (number, sentence) in reading.text.sentences.enumerated()
    where sentence.tokens.contains(where: { syntax.words[$0] != nil }) {
      if block == nil {
        text += "# newdoc id = \(reading.report.id)\n"
        if let file = reading.report.file { text += "# file = \(file.singleLine)\n" }
      }
      if block != sentence.block { text += "# newpar id = \(prefix)-p\(sentence.block + 1)\n" }
      block = sentence.block
      text += "# sent_id = \(prefix)-s\(number + 1)\n# text = \(surface(sentence))\n"
      text += rows(sentence, syntax) + "\n"
    }
    return Array(text.utf8)
  }

  // MARK: A sentence

  /// The words as they are joined by the column MISC: one blank for whatever white space.
  private func surface(_ sentence: Sentence) -> String {
    var text = ""
    for token in sentence.tokens {
      text += words[span(token)]
      if !isJoined(token), token + 1 < sentence.tokens.upperBound { text += " " }
    }
    return text
  }

  private func rows(_ sentence: Sentence, _ syntax: Syntax) -> String {
    let root = sentence.tokens.first { token in syntax.words[token].map { $0.head == nil } ?? false
    }
    var rows = ""
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      let end = end(ofWordAt: token, in: sentence, syntax)
      let isOne = end == token + 1
      if !isOne {
        let whole = Span(start: span(token).start, end: span(end - 1).end)
        let range = "\(number(token, sentence))-\(number(end - 1, sentence))"
        rows += row(
          [range, words[whole]] + Array(repeating: "_", count: 7)
            + [misc(whole, after: end - 1, sentence)])
      }
      for part in token..<end {
        rows += row(
          [number(part, sentence), words[span(part)]]
            + columns(part, root: root ?? sentence.tokens.lowerBound, sentence, syntax)
            + ["_", isOne ? misc(span(part), after: part, sentence) : position(span(part))])
      }
      token = end
    }
    return rows
  }

  private func row(_ columns: [String]) -> String { columns.joined(separator: "\t") + "\n" }

  /// Lemma, part, tag, features, head and relation.
  private func columns(
    _ token: Int, root: Int, _ sentence: Sentence, _ syntax: Syntax
  ) -> [String] {
    guard let word = syntax.words[token] else {
      let isRoot = token == root
      return ["_", "X", "_", "_", isRoot ? "0" : number(root, sentence), isRoot ? "root" : "dep"]
    }
    let head: (number: String, relation: String)
    if token == root {
      head = ("0", "root")
    } else if let governor = word.head, sentence.tokens.contains(governor) {
      head = (number(governor, sentence), word.label)
    } else {
      head = (number(root, sentence), "dep")
    }
    return [
      field(word.lemma), word.part.rawValue, field(word.tag), field(word.features), head.number,
      head.relation,
    ]
  }

  private func field(_ value: String) -> String { value.isEmpty ? "_" : value.singleLine }

  private func number(_ token: Int, _ sentence: Sentence) -> String {
    String(token - sentence.tokens.lowerBound + 1)
  }

  // MARK: Surface words

  private func span(_ token: Int) -> Span { reading.text.tokens[token].span }

  /// Whether nothing stands between a token and the next one.
  private func isJoined(_ token: Int) -> Bool {
    token + 1 < reading.text.tokens.count && span(token).end == span(token + 1).start
  }

  /// One past the last token of the surface word that begins with a token.
  private func end(ofWordAt token: Int, in sentence: Sentence, _ syntax: Syntax) -> Int {
    var end = token + 1
    while end < sentence.tokens.upperBound, isJoined(end - 1), isClitic(end, syntax) { end += 1 }
    return end
  }

  /// Whether a token is written together with the letters before it: *n't*, *'s*, *not* of *cannot*.
  private func isClitic(_ token: Int, _ syntax: Syntax) -> Bool {
    guard let last = words[span(token - 1)].last, last.isLetter || last == "." else { return false }
    var rest = Substring(words[span(token)])
    if let mark = rest.first, mark == "'" || mark == "’" {
      rest = rest.dropFirst()
      return rest.isEmpty ? syntax.words[token]?.tag == "POS" : rest.allSatisfy(\.isLetter)
    }
    return last.isLetter && (rest.first?.isLetter ?? false)
  }

  // MARK: MISC

  private func position(_ span: Span) -> String {
    "start_char=\(points.codePoint(at: span.start))|end_char=\(points.codePoint(at: span.end))"
  }

  private func misc(_ span: Span, after token: Int, _ sentence: Sentence) -> String {
    let isLast = token + 1 == sentence.tokens.upperBound
    if isJoined(token) { return position(span) + "|SpaceAfter=No" }
    return position(span) + (isLast ? "" : gap(after: token))
  }

  /// White space other than one blank, as UDPipe writes it.
  private func gap(after token: Int) -> String {
    let gap = words[Span(start: span(token).end, end: span(token + 1).start)]
    guard gap != " " else { return "" }
    var escaped = ""
    for scalar in gap.unicodeScalars {
      switch scalar {
      case " ": escaped += "\\s"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped += "\\s"
      }
    }
    return "|SpacesAfter=" + escaped
  }
}
