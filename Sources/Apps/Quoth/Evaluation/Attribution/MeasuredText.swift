/// An article as the attribution measure reads it: its tokens, and which stand in quotation marks.
///
/// A token is a word, which keeps inner apostrophes, hyphens and full stops, or one mark. Offsets
/// are Unicode code points. These are the measure's own tokens, not the ones of ``QuothText``, so
/// that figures compare with those of other systems.
struct MeasuredText: Sendable {
  struct Token: Sendable {
    var range: Range<Int>
    /// Whether it holds a letter or a digit.
    var isWord: Bool
    /// Whether it begins within double quotation marks.
    var isQuoted: Bool
  }

  let tokens: [Token]
  /// Length in code points.
  let count: Int

  /// - Complexity: O(n) in code points.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let quoted = QuotationMask(scalars)
    var tokens: [Token] = []
    var start = 0
    while start < scalars.count {
      var end = start + 1
      var isWord = false
      if scalars[start].isWordCharacter {
        end = Self.endOfWord(scalars, from: start)
        isWord = scalars[start..<end].contains(where: \.isAlphanumeric)
      } else if scalars[start].isSpace {
        start = end
        continue
      }
      tokens.append(
        Token(range: start..<end, isWord: isWord, isQuoted: quoted.holds(start)))
      start = end
    }
    self.tokens = tokens
    self.count = scalars.count
  }

  /// The tokens that share a code point with one of `pieces`.
  ///
  /// - Complexity: O(k log n) for k pieces, and the tokens they cover.
  func tokens(in pieces: [Range<Int>]) -> TokenSet {
    TokenSet(
      pieces.flatMap { piece in
        let first = firstToken(endingAfter: piece.lowerBound)
        return tokens[first...].indices.prefix { tokens[$0].range.lowerBound < piece.upperBound }
      })
  }

  private func firstToken(endingAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Word characters, and an apostrophe, hyphen or full stop with a word character on both sides.
  private static func endOfWord(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if scalars[end].isWordCharacter {
        end += 1
      } else if end + 1 < scalars.count, scalars[end].joinsWords, scalars[end + 1].isWordCharacter {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}

extension Unicode.Scalar {
  /// A letter, or a character with a numeric value: Python's `str.isalnum`.
  var isAlphanumeric: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: properties.numericType != nil
    }
  }

  /// What `\w` matches in Python's `re`.
  var isWordCharacter: Bool { self == "_" || isAlphanumeric }

  fileprivate var joinsWords: Bool {
    self == "'" || self == "\u{2019}" || self == "." || self == "-"
  }

  /// What `\s` matches in Python's `re`.
  var isSpace: Bool {
    0x1C...0x1F ~= value || properties.isWhitespace
  }
}
