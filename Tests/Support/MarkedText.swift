public import QuothReport

/// Text with numbered marks: spans are written in the words themselves.
///
///     let marked = MarkedText("1️⃣We will2️⃣ rebuild")
///     marked.text           // "We will rebuild"
///     marked.span(1, 2)     // 0..<7
public struct MarkedText: Sendable {
  public let text: String
  /// Byte offset of each mark in ``text``.
  public let marks: [Int: Int]

  /// Marks are the keycaps 0️⃣ to 9️⃣.
  public init(_ marked: String) {
    var text = ""
    var marks: [Int: Int] = [:]
    for character in marked {
      let scalars = Array(character.unicodeScalars)
      if scalars.count == 3, scalars[1].value == 0xFE0F, scalars[2].value == 0x20E3 {
        marks[Int(scalars[0].value) - 48] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.marks = marks
  }

  /// - Precondition: both marks stand in the text.
  public func span(_ from: Int, _ to: Int) -> Span {
    Span(start: marks[from]!, end: marks[to]!)
  }
}
