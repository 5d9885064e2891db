/// Which code points of an article stand within double quotation marks, the marks included.
///
/// Straight, curly, low and angle marks and the typewriter's pairs count. Paragraphs are lines; a
/// quotation that is not closed runs to the end of its paragraph, as quotations of several
/// paragraphs are set.
struct QuotationMask: Sendable {
  private var isInside: [Bool]

  /// - Complexity: O(n) in code points.
  init(_ scalars: [Unicode.Scalar]) {
    isInside = Array(repeating: false, count: scalars.count)
    var opened: Int?
    var index = 0
    while index < scalars.count {
      let mark = Self.mark(in: scalars, at: index)
      switch mark {
      case .paragraphEnd:
        if let start = opened { fill(start..<index) }
        opened = nil
      case .straight(let length):
        if let start = opened {
          fill(start..<index + length)
          opened = nil
        } else {
          opened = index
        }
      case .opening:
        opened = opened ?? index
      case .closing(let length):
        if let start = opened { fill(start..<index + length) }
        opened = nil
      case nil:
        break
      }
      index += mark?.length ?? 1
    }
    if let start = opened { fill(start..<scalars.count) }
  }

  /// Whether the code point at `offset` stands inside.
  func holds(_ offset: Int) -> Bool { isInside[offset] }

  private mutating func fill(_ range: Range<Int>) {
    for index in range { isInside[index] = true }
  }

  /// A mark that opens or closes a quotation, or ends the paragraph; lengths in code points.
  private enum Mark {
    case opening(length: Int)
    case closing(length: Int)
    case straight(length: Int)
    case paragraphEnd

    var length: Int {
      switch self {
      case .opening(let length), .closing(let length), .straight(let length): length
      case .paragraphEnd: 1
      }
    }
  }

  private static func mark(in scalars: [Unicode.Scalar], at index: Int) -> Mark? {
    switch scalars[index] {
    case "\n": .paragraphEnd
    case "\"": .straight(length: 1)
    case "\u{201C}", "\u{201E}", "\u{AB}": .opening(length: 1)
    case "\u{201D}", "\u{BB}": .closing(length: 1)
    case "`" where isDoubled(scalars, at: index): .opening(length: 2)
    case "'" where isDoubled(scalars, at: index): .closing(length: 2)
    default: nil
    }
  }

  private static func isDoubled(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    index + 1 < scalars.count && scalars[index + 1] == scalars[index]
  }
}
