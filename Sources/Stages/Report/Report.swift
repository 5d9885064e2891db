/// One news report: its text, what each passage of the text is, and where it came from.
///
/// `text` is what every ``Span`` of the record points into. For plain text it is the file's own
/// text (decoded, byte-order mark removed, line ends kept). For HTML it is the extracted article:
/// headline, deck, body paragraphs, captions and credit, separated by newlines.
/// ``blocks`` lie in text order, do not overlap, and hold all text that is worth reading.
public struct Report: Sendable {
  /// `sha256:` and the digest of the bytes that were read, in hexadecimal.
  public var id: String
  /// The path the report was read from, as the user gave it; `-` for standard input.
  public var file: String?
  /// The address it came from, or the canonical address it states.
  public var url: Stated<String>?
  public var publisher: Stated<String>?
  public var headline: Stated<String>?
  /// Authors, one name an element, without "By".
  public var byline: Stated<[String]>?
  /// Agencies and credit lines, such as `Reuters` or `With files from …`.
  public var credit: [String]
  /// Publication date or date and time, ISO 8601.
  public var published: Stated<String>?
  /// Time of the last update, ISO 8601.
  public var updated: Stated<String>?
  public var section: Stated<String>?
  /// BCP 47 tag, such as `en` or `en-GB`.
  public var language: Stated<String>?
  /// The place named at the head of the first body paragraph (`SALTPORT — …`).
  public var dateline: Dateline?
  public var text: String
  public var blocks: [Block]
  public var warnings: [Warning]

  public init(
    id: String, file: String? = nil, url: Stated<String>? = nil, publisher: Stated<String>? = nil,
    headline: Stated<String>? = nil, byline: Stated<[String]>? = nil, credit: [String] = [],
    published: Stated<String>? = nil, updated: Stated<String>? = nil,
    section: Stated<String>? = nil, language: Stated<String>? = nil, dateline: Dateline? = nil,
    text: String, blocks: [Block], warnings: [Warning] = []
  ) {
    self.id = id
    self.file = file
    self.url = url
    self.publisher = publisher
    self.headline = headline
    self.byline = byline
    self.credit = credit
    self.published = published
    self.updated = updated
    self.section = section
    self.language = language
    self.dateline = dateline
    self.text = text
    self.blocks = blocks
    self.warnings = warnings
  }
}

/// A value the report states about itself, and where it was found.
public struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
  public var value: Value
  public var basis: Basis

  public init(_ value: Value, from basis: Basis) {
    self.value = value
    self.basis = basis
  }
}

/// Where a fact about a report was found.
public enum Basis: String, Sendable, Hashable {
  /// Given by the user, on the command line or beside the text.
  case flag
  case jsonLD = "json-ld"
  case openGraph = "opengraph"
  case meta
  case microdata
  /// A `<time>` element.
  case time
  /// The address of the page.
  case address
  /// Visible words of the report.
  case text
}

/// The place, and sometimes the day, that stands before the first sentence of a report.
public struct Dateline: Sendable, Hashable {
  /// The whole dateline, up to and including its dash.
  public var span: Span
  /// The place name alone.
  public var place: Span

  public init(span: Span, place: Span) {
    self.span = span
    self.place = place
  }
}

/// A paragraph-sized passage of a report: one headline, one paragraph, one list item, one caption.
public struct Block: Sendable, Hashable {
  public var span: Span
  public var role: Role
  public var form: Form

  public init(span: Span, role: Role, form: Form = .paragraph) {
    self.span = span
    self.role = role
    self.form = form
  }

  /// What the passage is for; sentences take the role of their block.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case headline, deck, subhead, body, caption
    /// Bylines, agency credits, editor's lines: provenance, never claims.
    case credit

    /// Whether what the passage tells is told as the report's own: captions and credits go with the report.
    public var isClaimed: Bool { self != .credit && self != .caption }
  }

  /// How the passage is set.
  public enum Form: String, Sendable, Hashable {
    case paragraph, listItem, quotation
  }
}

/// Something the reader of a record should know about how it was read; never an error.
public struct Warning: Sendable, Hashable {
  /// Stable name, such as `report.invalid-bytes` (Documentation/Errors.md).
  public var slug: String
  public var message: String

  public init(slug: String, message: String) {
    self.slug = slug
    self.message = message
  }
}
