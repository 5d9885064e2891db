import Testing

@testable import QuothEngine

struct WindowTests {
  /// A text of one subword a unit; each number is the units of a sentence, each list a paragraph.
  private func text(_ paragraphs: [[Int]]) -> EncodedText {
    var text = EncodedText(
      ids: [], features: [[]], units: [], paragraphs: [], sentences: [], rows: [])
    var sentence = 0
    for (number, paragraph) in paragraphs.enumerated() {
      for count in paragraph {
        for _ in 0..<count {
          text.units.append(text.ids.count)
          text.ids.append(7)
          text.paragraphs.append(number)
          text.sentences.append(sentence)
        }
        sentence += 1
      }
    }
    text.features = [[UInt8](repeating: 0, count: text.ids.count)]
    return text
  }

  @Test func `a text that fits is one window`() {
    let windows = text([[4], [3, 3]]).windows(limit: 10, overlap: 4)
    #expect(windows == [.init(read: 0..<10, kept: 0..<10)])
  }

  @Test func `a window ends before the paragraph that it cannot hold`() {
    let windows = text([[4], [4], [5], [3]]).windows(limit: 10, overlap: 4)
    #expect(windows.map(\.read) == [0..<8, 8..<16])
    #expect(windows.map(\.kept) == windows.map(\.read))
  }

  @Test func `even early in a window, when a window of its own holds the paragraph`() {
    let windows = text([[2], [9], [9]]).windows(limit: 10, overlap: 4)
    #expect(windows.map(\.read) == [0..<2, 2..<11, 11..<20])
  }

  @Test func `a paragraph longer than a window is cut where a sentence begins`() {
    let windows = text([[5, 4, 4, 5, 4]]).windows(limit: 12, overlap: 6)
    #expect(windows.map(\.read) == [0..<12, 6..<18, 12..<22])
    #expect(windows.map(\.kept) == [0..<9, 9..<13, 13..<22])
  }

  @Test func `a sentence longer than a window is cut in the middle of what is shared`() {
    let windows = text([[30]]).windows(limit: 12, overlap: 6)
    #expect(windows.map(\.kept) == [0..<9, 9..<15, 15..<21, 21..<30])
  }

  @Test func `windows hold everything once, whatever the paragraphs`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let paragraphs = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Int.random(in: 1...25, using: &random)
        }
      }
      let limit = Int.random(in: 2...30, using: &random)
      let overlap = Int.random(in: 0...30, using: &random)
      let text = text(paragraphs)
      var end = 0
      for window in text.windows(limit: limit, overlap: overlap) {
        #expect(window.read.count <= limit)
        #expect(window.kept.lowerBound == end)
        #expect(window.kept == window.kept.clamped(to: window.read) && !window.kept.isEmpty)
        end = window.kept.upperBound
      }
      #expect(end == text.ids.count, "\(paragraphs), \(limit), \(overlap)")
    }
  }
}
