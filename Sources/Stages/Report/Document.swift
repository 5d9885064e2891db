/// The bytes of one report and what is known of them from outside.
public struct Document: Sendable {
  public var bytes: [UInt8]
  /// The path the bytes were read from, as the user gave it; `-` for standard input.
  public var file: String?
  /// The address they were fetched from, after redirects.
  public var url: String?
  /// The media type the transport declared, such as `text/html`, without parameters.
  public var mediaType: String?
  /// The character encoding the transport declared.
  public var charset: String?
  /// The publication date the user gave, ISO 8601; it counts where the report states none.
  public var published: String?
  /// The title the user gave with a text that has no markup; it becomes the headline.
  public var title: String?
  /// When the bytes were fetched, ISO 8601; never taken for the publication date.
  public var retrieved: String?

  public init(
    bytes: [UInt8], file: String? = nil, url: String? = nil, mediaType: String? = nil,
    charset: String? = nil, published: String? = nil,
    title: String? = nil, retrieved: String? = nil
  ) {
    self.bytes = bytes
    self.file = file
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
    self.published = published
    self.title = title
    self.retrieved = retrieved
  }

  /// What messages call the document.
  var name: String { file.map { $0 == "-" ? "standard input" : $0 } ?? url ?? "the report" }
}
