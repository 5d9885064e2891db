import QuothAnnotation
import QuothArchive
import QuothEngine
import QuothLedger
import QuothIntake
import QuothPlace
import QuothReport
import QuothSyntax
import QuothSystem
import QuothTime

/// What went wrong, in the shape that the terminal, JSON and the documentation share.
public struct QuothError: Error, Sendable, Hashable {
  /// Stable name, such as `report.binary` (Documentation/Errors.md).
  public var slug: String
  /// What, where, and what to do next.
  public var message: String

  public init(slug: String, message: String) {
    self.slug = slug
    self.message = message
  }

  init(_ error: ReportError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: EngineError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: AnnotationError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: LexiconError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: TimeGrammarError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: PlaceError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: SyntaxError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: LedgerError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: ArchiveError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: IntakeError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: FileError) { self.init(slug: error.slug, message: error.message) }
}
