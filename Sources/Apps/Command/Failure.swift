import Quoth
import QuothLedger
import QuothSystem

/// What went wrong with one input, or with all of it, in the one shape that people and programs get.
struct Failure: Error, Hashable, Sendable {
  /// Stable name (Documentation/Errors.md).
  var slug: String
  /// What, where, and what to do next.
  var message: String
  /// The input it concerns, as given.
  var input: String?

  init(slug: String, message: String, input: String? = nil) {
    self.slug = slug
    self.message = message
    self.input = input
  }

  init(_ error: UsageError) { self.init(slug: error.slug, message: error.message) }
  init(_ error: OutputError, input: String? = nil) {
    self.init(slug: error.slug, message: error.message, input: input)
  }
  init(_ error: QuothError, input: String? = nil) {
    self.init(slug: error.slug, message: error.message, input: input)
  }
  init(_ error: LedgerError, input: String? = nil) {
    self.init(slug: error.slug, message: error.message, input: input)
  }
  init(_ error: FileError, input: String? = nil) {
    self.init(slug: error.slug, message: error.message, input: input)
  }
  init(_ error: EvaluationError, input: String? = nil) {
    self.init(slug: error.slug, message: error.message, input: input)
  }
}
