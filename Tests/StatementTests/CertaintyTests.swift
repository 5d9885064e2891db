import QuothAnnotation
@testable import QuothStatement
import Testing

@Suite struct `How sure a holder is` {
  private func only(_ written: String) throws -> Statement {
    let found = try ParsedReport(written).read().statements
    try #require(found.count == 1, "\(found.count) statements")
    return found[0]
  }

  @Test func `a plain past clause is certain and a fact of the past`() throws {
    let statement = try only(
      "The|DET|DT|2|det ferry|NOUN|NN|3|nsubj sank|VERB|VBD|0|root|sink .|PUNCT|.|3|punct")
    #expect(statement.certainty.code == "CT+")
    #expect(statement.reporterCertainty.code == "CT+")
    #expect(statement.timeClass == .pastFact)
    #expect(statement.holder == .reporter)
  }

  @Test func `negation turns the polarity`() throws {
    let statement = try only(
      "The|DET|DT|2|det ferry|NOUN|NN|5|nsubj did|AUX|VBD|5|aux not|PART|RB|5|advmod sink|VERB|VB|0|root"
    )
    #expect(statement.certainty.code == "CT-")
  }

  @Test func `nobody as a subject negates too`() throws {
    #expect(
      try only("Nobody|PRON|NN|2|nsubj drowned|VERB|VBD|0|root|drown").certainty.code == "CT-")
  }

  @Test func `not only denies nothing`() throws {
    let statement = try only(
      """
      They|PRON|PRP|5|nsubj did|AUX|VBD|5|aux not|PART|RB|5|advmod only|ADV|RB|5|advmod
      sing|VERB|VB|0|root
      """)
    #expect(statement.certainty.code == "CT+")
  }

  @Test(arguments: [("may", "PS+"), ("might", "PS+"), ("could", "PS+"), ("will", "CT+")])
  func `a modal verb grades its clause`(modal: String, code: String) throws {
    let statement = try only(
      "The|DET|DT|2|det ferry|NOUN|NN|4|nsubj \(modal)|AUX|MD|4|aux sink|VERB|VB|0|root")
    #expect(statement.certainty.code == code)
    #expect(statement.hedges.isEmpty == (modal == "will"))
  }

  @Test func `a strong word lifts a weak one by a step`() throws {
    let statement = try only(
      """
      Dairies|NOUN|NNS|4|nsubj could|AUX|MD|4|aux certainly|ADV|RB|4|advmod gain|VERB|VB|0|root
      """)
    #expect(statement.certainty.code == "PR+")
    #expect(statement.hedges.count == 1)
  }

  @Test func `what ought to be is no fact`() throws {
    let statement = try only(
      """
      No|DET|DT|2|det state|NOUN|NN|4|nsubj should|AUX|MD|4|aux send|VERB|VB|0|root ships|NOUN|NNS|4|obj
      """)
    #expect(statement.certainty.code == "Uu")
    #expect(statement.timeClass == .normative)
  }

  @Test func `unlikely tells of what it embeds`() throws {
    let statement = try only(
      """
      The|DET|DT|2|det ice|NOUN|NN|4|nsubj is|AUX|VBZ|4|cop|be unlikely|ADJ|JJ|0|root
      to|PART|TO|6|mark break|VERB|VB|4|xcomp
      """)
    #expect(statement.certainty.code == "PR-")
  }

  @Test func `what was tried did not thereby happen`() throws {
    let report = ParsedReport(
      """
      Rescuers|NOUN|NNS|2|nsubj tried|VERB|VBD|0|root|try to|PART|TO|4|mark free|VERB|VB|2|xcomp
      them|PRON|PRP|4|obj
      """)
    let found = try report.read()
    #expect(found.statements.map(\.certainty.code) == ["CT+"])
    #expect(found.events.map(\.lemma) == ["try", "free"])
    #expect(found.events.map(\.status) == [.happened, .planned])
  }

  @Test func `what was managed happened, and what failed did not`() throws {
    func status(_ verb: String, _ lemma: String) throws -> [Event.Status] {
      try ParsedReport(
        """
        Sisters|NOUN|NNS|2|nsubj \(verb)|VERB|VBD|0|root|\(lemma) to|PART|TO|4|mark loosen|VERB|VB|2|xcomp
        it|PRON|PRP|4|obj
        """
      ).read().events.map(\.status)
    }
    #expect(try status("managed", "manage").last == .happened)
    #expect(try status("failed", "fail").last == .denied)
  }

  @Test func `the head of certainty may doubt what no word grades`() throws {
    let report = ParsedReport("Sing|VERB|VBP|0|root songs|NOUN|NNS|1|obj")
    #expect(try report.read(certainty: [0: 3]).statements.map(\.certainty.code) == ["CT+"])
    #expect(try report.read(certainty: [0: 0]).statements.map(\.certainty.code) == ["Uu"])
    #expect(try report.read(certainty: [0: -3]).statements.map(\.certainty.code) == ["CT-"])
  }

  @Test func `every line of the lexicon is read`() throws {
    let lexicon = try Shipped.certainty()
    #expect(lexicon.effect(of: "tried", lemma: "tri", before: "to") == .open)
    #expect(lexicon.effect(of: "sought", lemma: "seek", before: "to") == .open)
    #expect(lexicon.effect(of: "ruled", lemma: "rule", before: "out") == .exclude)
    #expect(lexicon.effect(of: "ruled", lemma: "rule", before: "the") == nil)
    #expect(lexicon.grades["probably"] == .probable)
  }

  @Test func `a label that is not known is named with its line`() {
    #expect(
      throws: LexiconError.unknownLabel(file: "certainty/embedding.tsv", line: 1, label: "perhaps")
    ) {
      try CertaintyLexicon {
        $0 == "certainty/embedding.tsv" ? Array("perhaps\tseem\tIt seems so.\n".utf8) : []
      }
    }
  }
}
