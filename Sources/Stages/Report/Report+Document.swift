extension Report {
  /// Reads a document: HTML, Markdown or plain text, by its media type, its file name and its look.
  ///
  ///     try Report(Document(bytes: bytes, file: "bridge.txt"), id: "sha256:…").headline?.value
  ///
  /// - Parameter id: `sha256:` and the digest of the document's bytes.
  /// - Throws: ``ReportError`` when the bytes are empty, binary, in an unknown encoding, or a page
  ///   without an article.
  /// - Complexity: O(n) in bytes.
  public init(_ document: Document, id: String) throws(ReportError) {
    let decoding = try Decoding(document)
    switch DocumentType(document, text: decoding.text) {
    case .html:
      guard
        let page = Report(
          html: decoding.text, id: id, file: document.file, url: document.url,
          warnings: decoding.warnings)
      else { throw .noArticle(document: document.name) }
      self = page
    case .markdown:
      self = MarkdownReport(decoding.text).report
    case .plain:
      self = PlainReport(decoding.text, title: document.title).report
    }
    self.id = id
    file = document.file
    if url == nil { url = document.url.map { Stated($0, from: .address) } }
    if headline == nil { headline = document.title.map { Stated($0, from: .flag) } }
    if published == nil, let date = document.published { published = Stated(date, from: .flag) }
    warnings = decoding.warnings + warnings.filter { !decoding.warnings.contains($0) }
    if dateline == nil, let first = blocks.first(where: { $0.role == .body }) {
      dateline = Dateline(in: text, block: first.span)
    }
  }
}

/// How the text of a document is set.
enum DocumentType {
  case html, markdown, plain

  init(_ document: Document, text: String) {
    let head = Array(text.utf8.prefix(1024)).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    switch (document.mediaType?.lowercased(), Self.fileExtension(of: document.file)) {
    case ("text/html"?, _), ("application/xhtml+xml"?, _): self = .html
    case ("text/markdown"?, _): self = .markdown
    case (_, "html"?), (_, "htm"?), (_, "xhtml"?), (_, "shtml"?): self = .html
    case (_, "md"?), (_, "markdown"?): self = .markdown
    default: self = Self.beginsWithMarkup(head) ? .html : .plain
    }
  }

  private static func fileExtension(of file: String?) -> String? {
    guard let name = file?.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether the first thing in lower-case bytes is a tag that pages begin with, or a comment.
  private static func beginsWithMarkup(_ head: [UInt8]) -> Bool {
    let start = head.firstIndex { $0 > 0x20 } ?? head.count
    let openings = [
      "<!doctype", "<!--", "<?xml", "<html", "<head", "<body", "<title", "<meta", "<div",
      "<article",
      "<main", "<section", "<p>", "<p ", "<h1", "<script", "<style", "<link", "<base",
    ]
    return openings.contains { head[start...].starts(with: $0.utf8) }
  }
}
