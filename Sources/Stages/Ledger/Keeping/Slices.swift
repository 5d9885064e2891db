import QuothReport

/// The words of a report by its spans, as one line.
struct Slices {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Runs of white space become one blank; an ellipsis stands where spans are parted.
  func line(_ spans: [Span]) -> String {
    spans.map { span in
      let end = min(span.end, bytes.count)
      return String(decoding: bytes[min(span.start, end)..<end], as: UTF8.self)
        .unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
        .joined(separator: " ")
    }.joined(separator: " … ")
  }
}
