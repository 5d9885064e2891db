public import QuothLinking
public import QuothStatement

/// All that the ledger keeps of one report.
public struct Entry: Sendable {
  public var reading: Reading
  public var sketch: ReportSketch
  /// One a statement.
  public var statements: [StatementSketch]
  /// One a statement.
  public var voices: [Voice]
  public var copySketch: CopySketch
  /// The bytes the report was read from, packed, where they are not its text itself.
  public var original: Original?

  public struct Original: Sendable {
    public var bytes: [UInt8]
    public var mediaType: String?
    public var charset: String?

    public init(bytes: [UInt8], mediaType: String?, charset: String?) {
      self.bytes = bytes
      self.mediaType = mediaType
      self.charset = charset
    }
  }

  public init(
    reading: Reading, sketch: ReportSketch, statements: [StatementSketch], voices: [Voice],
    copySketch: CopySketch, original: Original? = nil
  ) {
    self.reading = reading
    self.sketch = sketch
    self.statements = statements
    self.voices = voices
    self.copySketch = copySketch
    self.original = original
  }
}
