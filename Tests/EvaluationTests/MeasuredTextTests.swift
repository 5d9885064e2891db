import Testing

@testable import Quoth

struct MeasuredTextTests {
  private func words(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return MeasuredText(text).tokens.map { token in
      String(String.UnicodeScalarView(scalars[token.range]))
    }
  }

  @Test func `words keep inner apostrophes, hyphens and full stops`() {
    #expect(
      words("Saltport's U.S.-built ferry isn’t 3.5 m.") == [
        "Saltport's", "U.S", ".", "-", "built", "ferry", "isn’t", "3.5", "m", ".",
      ])
  }

  @Test func `every mark is a token of its own and white space is none`() {
    #expect(words("“No,”\u{A0}she\u{1F}said—…") == ["“", "No", ",", "”", "she", "said", "—", "…"])
  }

  @Test func `a joining mark needs a word character on both sides`() {
    #expect(
      words("dogs' 'tis a--b x. y") == ["dogs", "'", "'", "tis", "a", "-", "-", "b", "x", ".", "y"])
  }

  @Test func `letters and numbers of any script make words, combining marks do not`() {
    #expect(words("Łódź ½ ⑦ 東京 ٣ e\u{301}t") == ["Łódź", "½", "⑦", "東京", "٣", "e", "\u{301}", "t"])
    #expect(MeasuredText("_ __ a_ %").tokens.map(\.isWord) == [false, false, true, false])
  }

  @Test func `offsets count code points, not bytes or characters`() {
    #expect(MeasuredText("🚢👩‍🚀é x").tokens.last?.range == 6..<7)
  }

  @Test func `a piece holds the tokens it touches`() {
    let text = MeasuredText("the old bridge fell")
    #expect(text.tokens(in: [5..<9]).indices == [1, 2])
    #expect(text.tokens(in: [3..<4]).indices == [])
    #expect(text.tokens(in: [15..<19, 0..<1, 16..<17]).indices == [0, 3])
  }

  @Test(arguments: [
    ("a \"b c\" d", "b,c"),
    ("a “b” c “d", "b,d"),
    ("“b\nc”", "b"),
    ("``b'' c", "b"),
    ("«b» „c” d", "b,c"),
    ("b” c ''d", ""),
    ("“b \"c\" d” e", "b,d"),
  ])
  func `words within double quotation marks are quoted, to the end of the paragraph at most`(
    text: String, quoted: String
  ) {
    let scalars = Array(text.unicodeScalars)
    let found = MeasuredText(text).tokens.filter { $0.isQuoted && $0.isWord }.map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
    #expect(found.joined(separator: ",") == quoted)
  }
}
