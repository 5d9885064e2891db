import QuothReport
import Testing

/// What holds for any bytes at all.
struct PlainPropertyTests {
  /// A small generator with a fixed seed, so that a failure happens again.
  ///
  /// Source: Vigna, SplitMix64.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Pieces that the rules look for, in any order and broken anywhere.
  private static let pieces: [[UInt8]] =
    [
      "By Ana Ruiz", "SALTPORT — ", "SALTPORT, Norland (AP) - ", "\n\n", "\r\n", "\n", "\r", " ", "\t", "FULL TEXT.",
      "(Reporting by Tom Ek)", "Photo: Ivo/CNA", "4 March 2026", "said", "; ", ". ", "“", "”", "—", "- ", "1. ", "# ",
      "**", "[a](b)", "![", "](", "> ", "```", "---\n", "title: x\n", "\u{2028}", "\u{FEFF}", "\u{A0}", "<p>", "<html>", "é", "😀",
      "the bridge was shut on Tuesday, the ministry said", "\\", "_", "|", "<!--", "-->", "(", ")", "'", "O’Ek",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x80], [0xED, 0xA0, 0x80]]

  @Test(arguments: [nil, "a.txt", "a.md", "a.html"])
  func `any bytes are a report with ordered blocks on whole characters, or an error`(file: String?) {
    var random = Generator(state: 7)
    for _ in 0..<1500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        bytes += Self.pieces.randomElement(using: &random) ?? []
        if Int.random(in: 0..<30, using: &random) == 0 { bytes.append(.random(in: 0...255, using: &random)) }
      }
      guard let report = try? Report(Document(bytes: bytes, file: file), id: "") else { continue }
      expectSound(report, bytes)
    }
  }

  private func expectSound(_ report: Report, _ source: [UInt8]) {
    let text = Array(report.text.utf8)
    var end = 0
    for block in report.blocks {
      let span = block.span
      #expect(span.start >= end && span.end <= text.count && !span.isEmpty, "\(source)")
      end = span.end
      #expect(text[span.start] & 0xC0 != 0x80, "\(source)")
      #expect(span.end == text.count || text[span.end] & 0xC0 != 0x80, "\(source)")
      #expect(text[span.start] > 0x20 && text[span.end - 1] > 0x20, "\(source)")
    }
    for span in [report.dateline?.span, report.dateline?.place].compactMap({ $0 }) {
      #expect(report.blocks.contains { $0.span.contains(span) }, "\(source)")
    }
  }
}
