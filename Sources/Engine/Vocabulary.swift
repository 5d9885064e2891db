import QuothKernels
import QuothSystem

/// The WordPiece vocabulary of the encoder, and the cutting of text into its pieces.
///
/// Gives what BERT's own tokenizer gives for uncased models (Devlin et al. 2019, arXiv:1810.04805;
/// Wu et al. 2016, arXiv:1609.08144): clean, lower case, no accents, punctuation apart, then longest
/// match first. Every piece keeps its bytes in the source. One difference is meant: the words
/// `[SEP]`, `[MASK]` and the like in a report are words, not control tokens.
public struct Vocabulary: Sendable {
  /// Number of pieces.
  public let count: Int
  public let unknown: Int32
  /// [CLS], first in a window.
  public let start: Int32
  /// [SEP], last in a window.
  public let end: Int32

  private let heads: PieceTable
  private let tails: PieceTable

  /// A piece of a word of the text.
  public struct Subword: Equatable, Sendable {
    public var id: Int32
    /// Its bytes in the text; of a word with no piece, the whole word's.
    public var span: Range<Int>
    /// Number of its unit: a run between white space and punctuation, or one punctuation mark.
    public var unit: Int
  }

  /// Words longer than this, in scalars, are unknown.
  private static let longest = 100

  /// Reads a vocabulary, one piece a line.
  ///
  /// - Throws: ``EngineError`` when the file is missing or lacks `[UNK]`, `[CLS]` or `[SEP]`.
  /// - Complexity: O(n) in bytes of the file.
  public init(path: String) throws(EngineError) {
    let file = try MappedFile(opening: path)
    var heads = PieceTable()
    var tails = PieceTable()
    var special: [[UInt8]: Int32] = [:]
    var number: Int32 = 0
    for line in (file.bytes(at: 0, count: file.count) ?? []).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      if line.starts(with: [0x23, 0x23]), line.count > 2 {
        tails.insert(line.dropFirst(2), number)
      } else if !line.isEmpty {
        heads.insert(line, number)
        if line.first == 0x5B { special[Array(line)] = number }
      }
      if !line.isEmpty { number += 1 }
    }
    func token(_ name: String) throws(EngineError) -> Int32 {
      guard let number = special[Array(name.utf8)] else {
        throw .vocabulary(path: path, piece: name)
      }
      return number
    }
    count = Int(number)
    unknown = try token("[UNK]")
    start = try token("[CLS]")
    end = try token("[SEP]")
    self.heads = heads
    self.tails = tails
  }

  /// The pieces of a range of UTF-8 bytes, in order.
  ///
  /// - Complexity: O(n) in bytes for words the vocabulary holds, O(n · m) for words of m bytes that
  ///   it does not.
  public func subwords(of bytes: [UInt8], in range: Range<Int>) -> [Subword] {
    var reader = WordReader(bytes: bytes, range: range.clamped(to: 0..<bytes.count))
    var out: [Subword] = []
    out.reserveCapacity(range.count / 4)
    var unit = 0
    while reader.next() {
      append(reader.word, unit: unit, to: &out)
      unit += 1
    }
    return out
  }

  private func append(_ word: WordReader.Word, unit: Int, to out: inout [Subword]) {
    let whole = word.span
    guard word.scalars <= Self.longest else {
      out.append(Subword(id: unknown, span: whole, unit: unit))
      return
    }
    let before = out.count
    var from = 0
    while from < word.bytes.count {
      let table = from == 0 ? heads : tails
      guard let (id, length) = table.longest(of: word.bytes[from...]) else {
        out.removeSubrange(before...)
        out.append(Subword(id: unknown, span: whole, unit: unit))
        return
      }
      let to = from + length
      out.append(Subword(id: id, span: word.source(of: from..<to), unit: unit))
      from = to
    }
  }
}

/// Pieces by their bytes: open addressing over one pool.
private struct PieceTable: Sendable {
  private var pool: [UInt8] = []
  private var entries: [(start: Int32, length: Int32, id: Int32)] = []
  private var slots = [Int32](repeating: -1, count: 1 << 17)
  private var longestPiece = 0

  mutating func insert(_ piece: ArraySlice<UInt8>, _ id: Int32) {
    var slot = Self.hash(piece) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entries.count)
    entries.append((Int32(pool.count), Int32(piece.count), id))
    pool += piece
    longestPiece = max(longestPiece, piece.count)
  }

  /// The longest piece that the bytes begin with, and its length.
  func longest(of bytes: ArraySlice<UInt8>) -> (id: Int32, length: Int)? {
    var end = min(bytes.endIndex, bytes.startIndex + longestPiece)
    while end > bytes.startIndex {
      if let id = find(bytes[bytes.startIndex..<end]) { return (id, end - bytes.startIndex) }
      end -= 1
    }
    return nil
  }

  private func find(_ piece: ArraySlice<UInt8>) -> Int32? {
    var slot = Self.hash(piece) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if Int(entry.length) == piece.count {
        let start = Int(entry.start)
        var same = true
        for at in 0..<piece.count where pool[start + at] != piece[piece.startIndex + at] {
          same = false
          break
        }
        if same { return entry.id }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo).
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
