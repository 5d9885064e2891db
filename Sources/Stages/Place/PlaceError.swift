public import QuothSystem

/// Why the gazetteer cannot be opened.
public enum PlaceError: Error, Sendable, Hashable {
  case file(FileError)
  /// The file is not the gazetteer of this version of Quoth, or ends early.
  case notAGazetteer(path: String)

  /// Stable name (Documentation/Errors.md).
  public var slug: String {
    switch self {
    case .file(let error): error.slug
    case .notAGazetteer: "lexicon.not-a-gazetteer"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .file(let error): error.message
    case .notAGazetteer(let path):
      "\(path) is not the gazetteer of this version of Quoth; install program and lexicons of one release"
    }
  }
}
