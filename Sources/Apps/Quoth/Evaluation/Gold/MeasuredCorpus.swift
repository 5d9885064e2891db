/// What was measured on: a corpus, or the part of it that counts.
public struct MeasuredCorpus: Hashable, Sendable {
  /// Such as `gum`.
  public var name: String
  /// Articles, documents or pages that were scored.
  public var documents: Int
  /// Of the files that were read: `sha256:` and a digest in hexadecimal (Evaluation/README.md).
  public var fingerprint: String

  public init(name: String, documents: Int, fingerprint: String) {
    self.name = name
    self.documents = documents
    self.fingerprint = fingerprint
  }
}
