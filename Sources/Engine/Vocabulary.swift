import QuothKernels

/// The WordPiece vocabulary: pieces and their numbers.
public struct Vocabulary: Sendable {
  /// Number of pieces.
  public let count: Int
  public let unknown: Int32
  /// [CLS], first in a window.
  public let start: Int32
  /// [SEP], last in a window.
  public let end: Int32
  public init(path: String) throws(EngineError) { 
    let f = try MappedFile(opening: path)
    count = f.bytes(at: 0, count: f.count)!.split(separator: 10).count
    unknown = 100; start = 101; end = 102
  }
}
