import QuothReport
import Testing

@testable import Quoth

@Suite struct TokenizedTextTests {
  @Test(arguments: [
    ("`` No , '' Ruiz 's aide said .", "\"No,\" Ruiz's aide said."),
    ("It ca n't cost $ 40 ( or 5 % ) , they 'll say", "It can't cost $40 (or 5%), they'll say"),
    ("\" Stop ! \" and \" go \"", "\"Stop!\" and \"go\""),
    ("the sailors ' boats and a ' small ' one", "the sailors' boats and a 'small' one"),
    ("HARBOUR - SALTPORT WINS", "HARBOUR - SALTPORT WINS"),
    ("-LRB- open -RRB-", "(open)"),
    ("and / or", "and/or"),
  ])
  func `blanks stand where written English has them`(tokens: String, text: String) {
    var set = TokenizedText()
    set.append(sentence: tokens.split(separator: " "))
    #expect(set.text == text)
  }

  @Test func `a hyphen joins words where the corpus parted them`() {
    var set = TokenizedText(joinsHyphens: true)
    set.append(sentence: ["Saltport", "-", "based", "crews", "left", "."])
    #expect(set.text == "Saltport-based crews left.")
  }

  @Test func `each token slices to its own words, each sentence is a line`() {
    var set = TokenizedText()
    set.append(sentence: ["Łódka", "'s", "crew", "slept", "."])
    set.append(sentence: [String]())
    set.append(sentence: ["Good", "!"])
    let bytes = Array(set.text.utf8)
    #expect(
      set.tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "Łódka", "'s", "crew", "slept", ".", "Good", "!",
      ])
    #expect(set.text == "Łódka's crew slept.\nGood!")
    #expect(set.sentences == [0..<5, 5..<7])
    #expect(set.blocks { $0 == 1 }.map(\.role) == [.body, .headline])
  }

  @Test func `a predicted span counts as the tokens it touches`() {
    let tokens = GoldTokens([
      Span(start: 0, end: 5), Span(start: 6, end: 9), Span(start: 9, end: 10),
    ])
    #expect(tokens[Span(start: 2, end: 7)] == 0..<2)
    #expect(tokens[Span(start: 5, end: 6)] == nil)
    #expect(tokens[Span(start: 9, end: 30)] == 2..<3)
    #expect(tokens[Span(start: 12, end: 13)] == nil)
  }
}
