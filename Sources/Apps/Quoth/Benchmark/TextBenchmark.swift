public import QuothSystem
import QuothText

/// How fast text is divided into tokens: on one thread, without sentences and quotations.
///
/// The text is read in pieces of about eight thousand bytes, the length of a news report, each from
/// a `String` to an array of tokens, as ``Text`` does for a report.
public struct TextBenchmark: Sendable, Hashable {
  /// Bytes of UTF-8 in one pass over the text.
  public var bytes: Int
  /// Tokens in one pass.
  public var tokens: Int
  /// The time of each pass, in the order they were made.
  public var times: [Duration]

  /// Reads a text some times over.
  ///
  /// - Parameters:
  ///   - passes: how often.
  ///   - clock: the time spent so far; by default the processor's, for this whole process.
  /// - Complexity: O(n) in bytes of the text, times `passes`.
  public init(
    _ text: String, passes: Int = 5, clock: () -> Duration = { .seconds(Machine.processorSeconds) }
  ) {
    let pieces = Self.pieces(of: text)
    bytes = text.utf8.count
    tokens = 0
    times = []
    for _ in 0..<passes {
      let start = clock()
      var count = 0
      for piece in pieces {
        var tokenizer = Tokenizer(piece)
        tokenizer.read(0..<piece.utf8.count)
        count += tokenizer.tokens.count
      }
      times.append(clock() - start)
      tokens = count
    }
  }

  /// Millions of bytes a second in the fastest pass, since other processes only ever slow one down;
  /// 0 without passes.
  public var megabytesPerSecond: Double {
    guard let fastest = times.min() else { return 0 }
    return Double(bytes) / 1e6 / (fastest / .seconds(1))
  }

  /// The lines of a text in order, gathered to reports.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      piece += Substring(line)
      piece += "\n"
      if piece.utf8.count > 8_000 {
        pieces.append(piece)
        piece = ""
      }
    }
    pieces.append(piece)
    return pieces
  }
}
