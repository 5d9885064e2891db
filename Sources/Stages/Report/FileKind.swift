/// A format that is not text, known by its first bytes.
///
/// Source: the magic numbers of the formats' own specifications.
struct FileKind {
  /// With its article: `a PDF file`.
  let name: String

  init?(_ bytes: [UInt8]) {
    guard let kind = Self.kinds.first(where: { bytes.starts(with: $0.magic) }) else { return nil }
    name = kind.name
  }

  private static let kinds: [(magic: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ([0x1F, 0x8B], "gzip data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
    (Array("BZh".utf8) + Array("91AY".utf8), "bzip2 data"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3\0".utf8), "an SQLite file"),
    (Array("{\\rtf".utf8), "a rich-text document"),
  ]
}
