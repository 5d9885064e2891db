import QuothReport
import QuothText
import Testing

@Suite struct TokenTests {
  @Test func `words and punctuation are tokens of their own`() {
    #expect(tokens("The harbour, she said, is open.") == "The|harbour|,|she|said|,|is|open|.")
  }

  @Test(arguments: [
    ("didn't", "did|n't"), ("can’t", "ca|n’t"), ("Brandt's", "Brandt|'s"), ("we're", "we|'re"),
    ("I'd've", "I|'d|'ve"), ("WON'T", "WO|N'T"), ("cannot", "can|not"), ("Gonna", "Gon|na"),
    ("the workers' hall", "the|workers|'|hall"), ("it’ll", "it|’ll"),
  ])
  func `clitics and fused words are divided`(word: String, expected: String) {
    #expect(tokens(word) == expected)
  }

  @Test(arguments: ["O'Rourke", "d'Arc", "o'clock", "'em", "'cause"])
  func `an apostrophe that hides no clitic stays in its word`(word: String) {
    #expect(tokens("for \(word) again") == "for|\(word)|again")
  }

  @Test(arguments: ["'90s", "’74", "1960's"])
  func `decades keep their apostrophe`(decade: String) {
    #expect(tokens("in the \(decade) again") == "in|the|\(decade)|again")
  }

  @Test func `a clitic after a closing mark is a token`() {
    #expect(tokens("the \"Herald\"'s editor") == "the|\"|Herald|\"|'s|editor")
  }

  @Test(arguments: [
    ("a well-known 15-year plan", "a|well|-|known|15|-|year|plan"),
    ("the co-founder of a non-profit", "the|co-founder|of|a|non-profit"),
    ("pre- and post-war", "pre-|and|post-war"),
    ("U.S.-led talks", "U.S.|-|led|talks"),
    ("a 3-2 vote", "a|3|-|2|vote"),
    ("and/or", "and|/|or"),
  ])
  func `hyphens and slashes divide words, but not prefixes`(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    "U.S.", "p.m.", "D.C.", "Adm.", "Gov.", "Rep.", "Jan.", "Mr.", "Ph.D.", "e.g.", "Inc.",
  ])
  func `an abbreviation keeps its full stop`(word: String) {
    #expect(tokens("the \(word) Kim file") == "the|\(word)|Kim|file")
  }

  @Test(arguments: [
    ("No. 10 and no. 4", "No.|10|and|no.|4"), ("He said no. They left", "He|said|no|.|They|left"),
    ("She sat. They left", "She|sat|.|They|left"), ("On Sat. 4 May", "On|Sat.|4|May"),
    ("in Salem, Mass. today", "in|Salem|,|Mass.|today"), ("after mass. They", "after|mass|.|They"),
    ("about 12 lbs. of fish", "about|12|lbs.|of|fish"), ("fish, nets, etc.", "fish|,|nets|,|etc|."),
    ("fish, etc., are sold", "fish|,|etc.|,|are|sold"),
  ])
  func `a word that is also an abbreviation is one only in its place`(
    text: String, expected: String
  ) {
    #expect(tokens(text) == expected)
  }

  @Test func `initials keep their full stops and a last letter does not`() {
    #expect(tokens("J. K. Maric chose plan B.") == "J.|K.|Maric|chose|plan|B|.")
  }

  @Test(arguments: [
    "1,250", "3.14", "14:30", "9/11", "1/2", "2031-05-27", "555-0134", "20th", "1990s", ".5", "4A",
  ])
  func `a number is one token`(number: String) {
    let text = read("at \(number) or so")
    #expect(words(text.tokens[1].span, in: text.report.text) == number)
    #expect(text.tokens[1].kind == .number)
  }

  @Test(arguments: [
    ("$4.7bn", "$|4.7|bn"), ("US$30", "US$|30"), ("€5m", "€|5|m"), ("12%", "12|%"),
    ("5pm", "5|pm"), ("7:30 p.m. Tuesday", "7:30|p.m.|Tuesday"), ("35mm", "35|mm"),
    ("18,19 and 20", "18|,|19|and|20"), ("5:00-8:30", "5:00|-|8:30"),
  ])
  func `amounts are divided from signs and units`(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    "https://herald.example/a?b=c", "www.saltport.example", "desk@harbour-herald.example",
    "herald.com", "@IlseBrandt", "#Saltport", "report.pdf",
  ])
  func `an address is one token, without the full stop after it`(address: String) {
    let text = read("See \(address).")
    #expect(text.tokens.map { words($0.span, in: text.report.text) } == ["See", address, "."])
    #expect(text.tokens[1].kind == .address)
  }

  @Test(arguments: [
    ("Well... no", "Well|...|no"), ("Well … no", "Well|…|no"), ("Well . . . no", "Well|.|.|.|no"),
    ("Why?!", "Why|?!"), ("ships -- all of them", "ships|--|all|of|them"),
    ("ships—all", "ships|—|all"), ("(see [3])", "(|see|[|3|]|)"),
    ("``Go,'' he said", "``|Go|,|''|he|said"), ("“Go,” he said", "“|Go|,|”|he|said"),
    ("„Halt“", "„|Halt|“"), ("«Non»", "«|Non|»"),
  ])
  func `marks of every style are tokens`(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test func `the number of a list item keeps its full stop only at the start`() {
    #expect(tokens("1. Open the gate 2.") == "1.|Open|the|gate|2|.")
  }

  @Test func `capitals around an ampersand are one word`() {
    #expect(tokens("AT&T and Brandt & Sons") == "AT&T|and|Brandt|&|Sons")
  }

  @Test func `letters beyond ASCII stay in their words`() {
    #expect(tokens("Zoë’s café in Kraków") == "Zoë|’s|café|in|Kraków")
  }

  @Test func `white space of every kind parts words`() {
    #expect(
      tokens("one\u{A0}two\u{2009}three\u{3000}four\u{FEFF}\tfive\r\nsix")
        == "one|two|three|four|five|six")
  }

  @Test func `tokens tell what they are`() {
    let text = read("Ivo paid $ 20 .")
    #expect(text.tokens.map(\.kind) == [.word, .word, .symbol, .number, .punctuation])
  }
}
