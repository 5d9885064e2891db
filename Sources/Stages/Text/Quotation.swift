public import QuothReport

/// Words between quotation marks.
///
/// Scare quotes, titles and nicknames are quotations here too: this says where the marks are, not
/// that somebody speaks.
public struct Quotation: Sendable, Hashable {
  /// From the opening mark to the closing mark, both included.
  public var span: Span
  /// What stands between the marks.
  public var inner: Span
  public var level: Level
  /// Whether a closing mark was found. A quotation without one runs to the end of its block, as
  /// each paragraph but the last of a longer quotation does.
  public var isClosed: Bool

  public init(span: Span, inner: Span, level: Level, isClosed: Bool) {
    self.span = span
    self.inner = inner
    self.level = level
    self.isClosed = isClosed
  }

  /// Which marks were used.
  public enum Level: UInt8, Sendable, Hashable {
    /// `"…"`, `“…”`, `„…“`, `«…»`, and the doubled single marks.
    case double
    /// `'…'`, `‘…’`, `‚…‘`, `‹…›`: inner quotations, and in British usage outer ones.
    case single
  }
}
