@testable import QuothStatement
import QuothSyntax
import Testing

@Suite struct `Numbers and what they count` {
  private func counts(_ written: String) throws -> [String] {
    let report = ParsedReport(written)
    return try report.read().events.flatMap(\.numbers).map { count in
      let value = count.value.map { "\($0)" } ?? "–"
      return "\(report.words.passage.words(count.span)) = \(value) \(count.unit ?? "–")"
    }
  }

  @Test(arguments: [
    ("twelve", 12.0), ("12", 12), ("4,000", 4000), ("2.5m", 2_500_000), ("$3bn", 3_000_000_000),
    ("forty-two", 42),
  ])
  func `one word is a number`(word: String, value: Double) {
    #expect(NumeralReader.value(of: word) == value)
  }

  @Test(arguments: ["ferry", "second", "m", "twenty-ferry", "-"])
  func `other words are none`(word: String) {
    #expect(NumeralReader.value(of: word) == nil)
  }

  @Test func `both ends of a range count the noun behind them`() throws {
    let found = try counts(
      """
      Between|ADP|IN|2|case 4,000|NUM|CD|5|nummod and|CCONJ|CC|4|cc 5,000|NUM|CD|2|conj
      crabs|NOUN|NNS|6|nsubj|crab crossed|VERB|VBD|0|root|cross
      """)
    #expect(found == ["4,000 = 4000.0 crabs", "5,000 = 5000.0 crabs"])
  }

  @Test func `half a million is one number`() throws {
    let found = try counts(
      """
      It|PRON|PRP|2|nsubj sold|VERB|VBD|0|root|sell half|DET|DT|6|det a|DET|DT|5|det
      million|NUM|CD|6|nummod bottles|NOUN|NNS|2|obj|bottle
      """)
    #expect(found == ["half a million = 500000.0 bottles"])
  }

  @Test func `a share counts per cent, and a rate does not`() throws {
    func found(_ word: String) throws -> [String] {
      try counts(
        """
        They|PRON|PRP|2|nsubj sold|VERB|VBD|0|root|sell 50|NUM|CD|2|obj per|ADP|IN|5|case
        \(word)|NOUN|NN|3|nmod
        """)
    }
    #expect(try found("cent") == ["50 = 50.0 per cent"])
    #expect(try found("day").isEmpty)
  }

  @Test func `what is vague has no value`() throws {
    let found = try counts(
      """
      Dozens|NOUN|NNS|4|nsubj|dozen of|ADP|IN|3|case shops|NOUN|NNS|1|nmod|shop
      closed|VERB|VBD|0|root|close
      """)
    #expect(found == ["Dozens = – shops"])
  }

  @Test func `a number alone counts what was counted before it`() throws {
    let found = try counts(
      """
      Nine|NUM|CD|2|nummod people|NOUN|NNS|4|nsubj:pass were|AUX|VBD|4|aux:pass|be
      killed|VERB|VBN|0|root|kill and|CCONJ|CC|8|cc 31|NUM|CD|8|nsubj:pass
      were|AUX|VBD|8|aux:pass|be injured|VERB|VBN|4|conj|injure
      """)
    #expect(found == ["Nine = 9.0 people", "31 = 31.0 people"])
  }

  @Test func `numbers that name count nothing`() throws {
    let found = try counts(
      """
      Room|NOUN|NN|4|nsubj:pass 7|NUM|CD|1|nummod was|AUX|VBD|4|aux:pass|be
      locked|VERB|VBN|0|root|lock
      """)
    #expect(found.isEmpty)
  }

  @Test func `a noun that tells of something happening is an event that has happened`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det collapse|NOUN|NN|7|nsubj of|ADP|IN|5|case the|DET|DT|5|det
      talks|NOUN|NNS|2|nmod|talk has|AUX|VBZ|7|aux|have emptied|VERB|VBN|0|root|empty
      Norland|PROPN|NNP|7|obj
      """)
    let event = try #require(try report.read().events.first { $0.lemma == "collapse" })
    #expect(event.status == .happened)
  }

  @Test func `what a measure counts is counted by the number it is put at`() throws {
    func found(_ measure: String) throws -> [String] {
      try counts(
        """
        The|DET|DT|2|det \(measure) rose|VERB|VBD|0|root|rise to|ADP|IN|5|case 44|NUM|CD|3|obl
        """)
    }
    #expect(try found("toll|NOUN|NN|3|nsubj") == ["44 = 44.0 dead"])
    #expect(try found("river|NOUN|NN|3|nsubj").isEmpty)
  }

  @Test func `an adjective alone tells who is counted`() throws {
    let found = try counts(
      """
      Police|NOUN|NNS|2|nsubj counted|VERB|VBD|0|root|count 31|NUM|CD|2|obj injured|ADJ|JJ|3|amod
      """)
    #expect(found == ["31 = 31.0 injured"])
  }

  @Test func `those who came to harm are counted, and nobody did it`() throws {
    let report = ParsedReport(
      """
      Police|NOUN|NNS|2|nsubj spoke|VERB|VBD|0|root|speak of|ADP|IN|4|case 31|NUM|CD|2|obl
      injured|VERB|VBN|2|conj|injure
      """)
    let found = try report.read()
    #expect(found.statements.count == 1)
    let injured = try #require(found.events.first { $0.lemma == "injure" })
    #expect(injured.actors.isEmpty)
    #expect(injured.numbers.map(\.value) == [31])
    #expect(found.events.first { $0.lemma == "speak" }?.numbers.isEmpty == true)
  }

  @Test func `the figure may hang on what is counted`() throws {
    let found = try counts(
      """
      It|PRON|PRP|2|nsubj put|VERB|VBD|0|root|put the|DET|DT|4|det number|NOUN|NN|2|obj
      of|ADP|IN|6|mark injured|VERB|VBN|4|acl|injure at|ADP|IN|8|case 44|NUM|CD|6|obl
      """)
    #expect(found == ["44 = 44.0 injured"])
  }
}
