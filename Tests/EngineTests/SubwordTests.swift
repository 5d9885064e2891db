import QuothKernels
import QuothSystem
import Testing

@testable import QuothEngine

@Suite struct SubwordTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary(path: "\(Shipped.model)/vocab.txt") }

  private func subwords(_ text: String) -> [Vocabulary.Subword] {
    let bytes = Array(text.utf8)
    return vocabulary.subwords(of: bytes, in: 0..<bytes.count)
  }

  @Test func `ten thousand lines are cut as the original tokenizer cuts them`() throws {
    let file = try MappedFile(path: "\(Shipped.root)/Tests/Fixtures/Engine/subwords.bin")
    let count = Int(try #require(file.number(at: 0, size: 4)))
    #expect(count == 10_000)
    var place = 4
    var different: [String] = []
    for _ in 0..<count {
      let size = Int(try #require(file.number(at: place, size: 2)))
      let line = try #require(file.text(at: place + 2, size: size))
      let expected = try #require(file.number(at: place + 2 + size, size: 4))
      place += 2 + size + 4
      if digest(subwords(line).map(\.id)) != UInt32(expected) { different.append(line) }
    }
    #expect(
      different.isEmpty,
      "\(different.count) lines, first \(different.first?.debugDescription ?? "")")
  }

  /// FNV-1a, 32 bits, over the ids as four little-endian bytes each; twin of `subwords.py`.
  private func digest(_ ids: [Int32]) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for id in ids {
      for shift in [0, 8, 16, 24] {
        value = (value ^ UInt32(truncatingIfNeeded: id >> shift) & 0xFF) &* 0x0100_0193
      }
    }
    return value
  }

  @Test func `pieces keep their bytes in the source`() {
    let text = "Søren’s “Saltport”"
    let bytes = Array(text.utf8)
    let words = subwords(text).map { String(decoding: bytes[$0.span], as: UTF8.self) }
    #expect(words.joined() == "Søren’s“Saltport”")
  }

  @Test func `punctuation is a unit of its own and a word's pieces share one`() {
    let units = subwords("Saltport, Norland").map(\.unit)
    #expect(units.first == 0)
    #expect(Set(units) == [0, 1, 2])
    #expect(units == units.sorted())
  }

  @Test func `bytes that are no UTF-8 are passed over`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x20, 0xE2, 0x80]
    let subwords = vocabulary.subwords(of: bytes, in: 0..<bytes.count)
    #expect(subwords.map(\.span) == [0..<1])
  }
}
