import QuothReport

/// Finds the quotations of a block by its marks.
///
/// A double mark that says by its shape which way it faces is believed, with two exceptions that
/// other languages make: `“` closes what `„` opened, and `»` opens what `«` will close when nothing
/// is open. Straight double marks alternate when the block has an even number of them; otherwise
/// one faces the word it touches. A single mark opens only before a word and closes only after one;
/// anything else is an apostrophe. So is a single mark after an *s* when another one that can close
/// follows, and one that is never closed, unless it opens the block.
struct QuotationScanner {
  let bytes: [UInt8]

  /// The quotations of one block, in order of their opening marks.
  ///
  /// - Complexity: O(n) in bytes of the block.
  func quotations(in block: Range<Int>) -> [Quotation] {
    var marks: [(mark: Mark, range: Range<Int>)] = []
    var position = block.lowerBound
    while position < block.upperBound {
      if let mark = mark(at: position, in: block) {
        marks.append((mark, position..<position + mark.width))
        position += mark.width
      } else {
        position += 1
      }
    }
    guard !marks.isEmpty else { return [] }
    let straight = marks.lazy.filter { $0.mark.level == .double && $0.mark.face == .either }.count
    var state = State(block: block, alternates: straight.isMultiple(of: 2))
    for (mark, range) in marks {
      if mark.level == .double {
        readDouble(mark, at: range, into: &state)
      } else {
        readSingle(mark, at: range, into: &state)
      }
    }
    return state.finish()
  }

  // MARK: Marks

  /// A quotation mark as it stands in the text.
  private struct Mark {
    var level: Quotation.Level
    var face: Face
    var width: Int
  }

  /// Which way a mark faces by its shape.
  private enum Face {
    case opening, closing
    /// `"` and `'`.
    case either
    /// `“` and `‘`: closing when the open quotation began with the low mark `„` or `‚`.
    case high
    /// `„` and `‚`.
    case low
    /// `«`, `‹`: closing when the open quotation began with `»`.
    case leftGuillemet
    /// `»`, `›`.
    case rightGuillemet
  }

  /// The quotation mark that begins at `position`, if any.
  private func mark(at position: Int, in block: Range<Int>) -> Mark? {
    let first = bytes[position]
    if first < 0x80 {
      let isDoubled = position + 1 < block.upperBound && bytes[position + 1] == first
      let isTripled =
        isDoubled && position + 2 < block.upperBound && bytes[position + 2] == first
      switch first {
      case UInt8(ascii: "\""): return Mark(level: .double, face: .either, width: 1)
      case UInt8(ascii: "'"):
        let endsInner = isTripled && kind(before: position, in: block) != .space
        return isDoubled && !endsInner
          ? Mark(level: .double, face: .either, width: 2)
          : Mark(level: .single, face: .either, width: 1)
      case UInt8(ascii: "`"):
        return isDoubled
          ? Mark(level: .double, face: .opening, width: 2)
          : Mark(level: .single, face: .opening, width: 1)
      default: return nil
      }
    }
    guard first == 0xE2 || first == 0xC2 else { return nil }
    let scalar = Scalar(at: position, of: bytes, before: block.upperBound)
    let next = position + scalar.width
    let isDoubled =
      next < block.upperBound
      && Scalar(at: next, of: bytes, before: block.upperBound).value == scalar.value
    let width = scalar.width
    switch scalar.value {
    case Scalar.leftDouble: return Mark(level: .double, face: .high, width: width)
    case Scalar.rightDouble: return Mark(level: .double, face: .closing, width: width)
    case Scalar.lowDouble: return Mark(level: .double, face: .low, width: width)
    case Scalar.leftGuillemet: return Mark(level: .double, face: .leftGuillemet, width: width)
    case Scalar.rightGuillemet: return Mark(level: .double, face: .rightGuillemet, width: width)
    case Scalar.leftSingle:
      return Mark(
        level: isDoubled ? .double : .single, face: .high, width: isDoubled ? width * 2 : width)
    case Scalar.rightSingle:
      return Mark(
        level: isDoubled ? .double : .single, face: .closing, width: isDoubled ? width * 2 : width)
    case Scalar.lowSingle: return Mark(level: .single, face: .low, width: width)
    case Scalar.leftSingleGuillemet:
      return Mark(level: .single, face: .leftGuillemet, width: width)
    case Scalar.rightSingleGuillemet:
      return Mark(level: .single, face: .rightGuillemet, width: width)
    default: return nil
    }
  }

  // MARK: Opening and closing

  /// The quotations found so far and those that are open, outermost first.
  private struct State {
    let block: Range<Int>
    /// Whether straight double marks open and close by turns.
    let alternates: Bool
    var found: [Quotation] = []
    var open: [(index: Int, face: Face)] = []

    /// The face of the mark that opened the innermost open quotation of a level.
    func face(_ level: Quotation.Level) -> Face? {
      open.last { found[$0.index].level == level }?.face
    }

    mutating func begin(_ mark: Mark, _ range: Range<Int>) {
      open.append((found.count, mark.face))
      found.append(
        Quotation(
          span: Span(start: range.lowerBound, end: block.upperBound),
          inner: Span(start: range.upperBound, end: block.upperBound),
          level: mark.level, isClosed: false))
    }

    /// Ends the innermost open quotation of a level, at a closing mark or, without one, where the
    /// next begins; those within it end there too.
    mutating func end(_ level: Quotation.Level, _ range: Range<Int>, isClosed: Bool) {
      while let last = open.popLast() {
        let isLevel = found[last.index].level == level
        let start = found[last.index].inner.start
        found[last.index].inner = Span(start: start, end: max(start, range.lowerBound))
        found[last.index].span.end =
          isLevel && isClosed ? range.upperBound : found[last.index].inner.end
        if isLevel {
          found[last.index].isClosed = isClosed
          return
        }
      }
    }

    func finish() -> [Quotation] {
      found.filter { $0.isClosed || $0.level == .double || $0.span.start == block.lowerBound }
    }
  }

  private func readDouble(_ mark: Mark, at range: Range<Int>, into state: inout State) {
    let open = state.face(.double)
    switch mark.face {
    case .opening, .low:
      if open == nil { state.begin(mark, range) }
    case .closing:
      if open != nil { state.end(.double, range, isClosed: true) }
    case .high:
      if open == .low {
        state.end(.double, range, isClosed: true)
      } else if open == nil {
        state.begin(mark, range)
      }
    case .leftGuillemet:
      if open == .rightGuillemet {
        state.end(.double, range, isClosed: true)
      } else if open == nil {
        state.begin(mark, range)
      }
    case .rightGuillemet:
      if open == .leftGuillemet {
        state.end(.double, range, isClosed: true)
      } else if open == nil {
        state.begin(mark, range)
      }
    case .either:
      if open == nil {
        if state.alternates || !closesByPlace(range, in: state.block) { state.begin(mark, range) }
      } else if state.alternates || !opensByPlace(range, in: state.block) {
        state.end(.double, range, isClosed: true)
      } else {
        state.end(.double, range, isClosed: false)
        state.begin(mark, range)
      }
    }
  }

  private func readSingle(_ mark: Mark, at range: Range<Int>, into state: inout State) {
    let innermost = state.open.last
    let isOpen = innermost.map { state.found[$0.index].level == .single } ?? false
    if isOpen, mark.face != .low, mark.face != .opening,
      closesByPlace(range, in: state.block), mark.face != .high || innermost?.face == .low,
      !isPossessive(range, in: state.block)
    {
      state.end(.single, range, isClosed: true)
    } else if mark.face != .closing, opensByPlace(range, in: state.block),
      !isClipped(after: range.upperBound, in: state.block)
    {
      if isOpen { state.end(.single, range, isClosed: false) }
      state.begin(mark, range)
    }
  }

  // MARK: Surroundings

  /// Whether a mark stands before a word and after none.
  private func opensByPlace(_ range: Range<Int>, in block: Range<Int>) -> Bool {
    let before = kind(before: range.lowerBound, in: block)
    return before != .letter && before != .digit && before != .period
      && kind(at: range.upperBound, in: block) != .space
  }

  /// Whether a mark stands after a word or its punctuation, and before none.
  private func closesByPlace(_ range: Range<Int>, in block: Range<Int>) -> Bool {
    let after = kind(at: range.upperBound, in: block)
    return after != .letter && after != .digit
      && kind(before: range.lowerBound, in: block) != .space
  }

  /// Whether a single mark ends a plural in the possessive: it stands between an *s* and a blank,
  /// and within the next three hundred bytes another mark can close before one opens.
  private func isPossessive(_ range: Range<Int>, in block: Range<Int>) -> Bool {
    guard range.lowerBound > block.lowerBound, bytes[range.lowerBound - 1] == UInt8(ascii: "s"),
      kind(at: range.upperBound, in: block) == .space
    else { return false }
    var position = range.upperBound
    let limit = min(block.upperBound, position + 300)
    while position < limit {
      if let mark = mark(at: position, in: block) {
        let next = position..<position + mark.width
        if mark.level == .single {
          if closesByPlace(next, in: block) { return true }
          if mark.face != .closing, opensByPlace(next, in: block) { return false }
        }
        position = next.upperBound
      } else {
        position += 1
      }
    }
    return false
  }

  /// Whether a word with its beginning left out, or a decade, stands at `position`: *'em*, *'90s*.
  private func isClipped(after position: Int, in block: Range<Int>) -> Bool {
    var end = position
    while end < block.upperBound, kind(at: end, in: block) == .letter {
      end += Scalar(at: end, of: bytes, before: block.upperBound).width
    }
    if end > position {
      return ClippedWord.table[bytes, position..<end] != nil
        || ContractedOpener.table[bytes, position..<end] != nil
    }
    while end < block.upperBound, kind(at: end, in: block) == .digit { end += 1 }
    return end == position + 2
  }

  /// The class of the character at `position`; white space at the end of the block.
  private func kind(at position: Int, in block: Range<Int>) -> CharacterClass {
    guard position < block.upperBound else { return .space }
    let kind = CharacterClass.ofByte[Int(bytes[position])]
    guard kind == .wide else { return kind }
    return CharacterClass.ofScalar(
      Scalar(at: position, of: bytes, before: block.upperBound).value)
  }

  /// The class of the character that ends at `position`; white space at the start of the block.
  private func kind(before position: Int, in block: Range<Int>) -> CharacterClass {
    var start = position - 1
    while start > block.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < block.lowerBound ? .space : kind(at: start, in: block)
  }
}
