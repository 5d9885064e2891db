/// A report read from plain text.
///
/// The report's text is the text given. Paragraphs become blocks; headings of archives and invitations
/// to subscribe or read on are left out of them.
struct PlainReport {
  private(set) var report: Report

  /// - Complexity: O(n) in bytes.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(text, PlainRoles(Paragraphs(bytes).all, in: bytes))
  }

  /// A text that has a title: it stands before the text, unless the text begins with it.
  ///
  /// - Complexity: O(n) in bytes.
  init(_ text: String, title: String?) {
    guard let title = title.map(Wording.tidy), !title.isEmpty else {
      self.init(text)
      return
    }
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let isRepeated = Wording.folded(first) == Wording.folded(title)
    let text = isRepeated ? text : "\(title)\n\n\(text)"
    let bytes = Array(text.utf8)
    var paragraphs = Paragraphs(bytes).all
    if !paragraphs.isEmpty { paragraphs[0].isHeading = true }
    self.init(text, PlainRoles(paragraphs, in: bytes))
    report.headline = Stated(title, from: .flag)
  }

  /// - Parameter roles: of the paragraphs of `text`.
  init(_ text: String, _ roles: PlainRoles) {
    let blocks = roles.parts.compactMap { part in
      part.role.map { Block(span: part.paragraph.span, role: $0, form: part.paragraph.form) }
    }
    report = Report(id: "", text: text, blocks: blocks)
    report.headline = roles.parts.first { $0.role == .headline }?.passage
      .map { Stated(Self.withoutSemicolon($0.text), from: .text) }
    readDateline()
    for part in roles.parts { read(part) }
    if let warning = Truncation.warning(for: report) { report.warnings.append(warning) }
  }

  private static func withoutSemicolon(_ text: String) -> String {
    text.hasSuffix(";") ? String(text.dropLast()) : text
  }

  private mutating func readDateline() {
    guard let first = report.blocks.first(where: { $0.role == .body }) else { return }
    report.dateline = Dateline(in: report.text, block: first.span)
    let head = Array(
      report.text.utf8.dropFirst(first.span.start).prefix(first.span.count).prefix(160))
    guard let reader = DatelineReader(head) else { return }
    if let agency = reader.agency {
      report.credit.append(Wording.tidy(String(decoding: head[agency], as: UTF8.self)))
    }
    if let day = Timestamp(String(decoding: head[..<reader.end], as: UTF8.self)) {
      report.published = Stated(day.description, from: .text)
    }
  }

  /// Takes names, paper, day and credit from a line about the report.
  private mutating func read(_ part: PlainRoles.Part) {
    guard let passage = part.passage, let line = part.line else { return }
    switch line {
    case .byline:
      let byline = Byline(passage.text)
      if report.byline == nil, !byline.names.isEmpty {
        report.byline = Stated(byline.names, from: .text)
      }
      if let affiliation = byline.affiliation { readPublisher(affiliation) }
      readDate(passage)
    case .date: readDate(passage)
    case .credit:
      report.credit.append(passage.text)
      if passage.words.count <= 20 { readDate(passage) }
    case .caption, .label, .furniture, .furnitureHead: break
    }
  }

  private mutating func readPublisher(_ name: String) {
    if NewsAgencies.contains(name) {
      report.credit.append(name)
    } else if report.publisher == nil {
      report.publisher = Stated(name, from: .text)
    }
  }

  private mutating func readDate(_ passage: ShortPassage) {
    guard let day = Timestamp(passage.text) else { return }
    if let name = Masthead.leading(passage.text) { readPublisher(name) }
    if passage.begins(with: ["updated", "last updated", "modified", "last modified"]) {
      report.updated = report.updated ?? Stated(day.description, from: .text)
    } else if report.published == nil {
      report.published = Stated(day.description, from: .text)
    }
  }
}

/// Whether a report seems to be cut off.
enum Truncation {
  /// A warning when a plain report's last paragraph breaks off in the middle of a sentence.
  static func warning(for report: Report) -> Warning? {
    report.blocks.last.flatMap { breaksOff($0, in: report) ? warning : nil }
  }

  /// A warning when a page was begun and not ended, and its running text breaks off too.
  static func warning(for report: Report, from html: String) -> Warning? {
    guard let last = report.blocks.last(where: { $0.role == .body }), breaksOff(last, in: report)
    else { return nil }
    let page = html.lowercased()
    let isCut =
      (page.contains("<html") || page.contains("<body")) && !page.contains("</body")
      && !page.contains("</html")
    return isCut ? warning : nil
  }

  private static let warning = Warning(
    slug: "report.truncated",
    message: "The text ends in the middle of a sentence; the report may be cut off.")

  /// Only running text of twelve words and more counts, since lists and captions end as they like.
  private static func breaksOff(_ block: Block, in report: Report) -> Bool {
    guard block.role == .body, block.form == .paragraph else { return false }
    let bytes = Array(report.text.utf8.dropFirst(block.span.start).prefix(block.span.count))
    guard let end = bytes.last, bytes.count(where: { $0 == 0x20 }) >= 12 else { return false }
    return 0x61...0x7A ~= end || end == UInt8(ascii: ",") || end == UInt8(ascii: "-")
  }
}
