import QuothAnnotation
@testable import QuothStatement
import Testing

@Suite struct `Types of political events` {
  private func types(_ report: ParsedReport, _ attributions: [Attribution] = []) throws -> [String]
  {
    let found = try report.read(attributions)
    return found.events.compactMap { event in
      event.type.map { event.lemma + " " + $0.rawValue }
    }
  }

  @Test func `what is agreed to is not told as having happened`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det rebels|NOUN|NNS|3|nsubj|rebel agreed|VERB|VBD|0|root|agree to|PART|TO|5|mark
      release|VERB|VB|3|xcomp the|DET|DT|7|det hostages|NOUN|NNS|5|obj|hostage .|PUNCT|.|3|punct
      """)
    #expect(try types(report) == ["agree AGREE"])
    let event = try #require(try report.read().events.first { $0.type == .agree })
    let names = try report.read().entities
    #expect(event.actors.map { names[$0].name } == ["The rebels"])
    #expect(event.recipients.map { names[$0].name } == ["the hostages"])
  }

  @Test func `what somebody will do is agreed to or threatened, what they will not do refused`()
    throws
  {
    func told(_ modal: String, _ verb: String) -> ParsedReport {
      ParsedReport(
        """
        The|DET|DT|2|det government|NOUN|NN|5|nsubj will|AUX|MD|5|aux \(modal)
        \(verb)|VERB|VB|0|root the|DET|DT|7|det journalists|NOUN|NNS|5|obj|journalist .|PUNCT|.|5|punct
        """)
    }
    #expect(try types(told("soon|ADV|RB|5|advmod", "free")) == ["free AGREE"])
    #expect(try types(told("soon|ADV|RB|5|advmod", "arrest")) == ["arrest THREATEN"])
    #expect(try types(told("not|PART|RB|5|advmod", "free")) == ["free REJECT"])
    #expect(try types(told("not|PART|RB|5|advmod", "arrest")).isEmpty)
  }

  @Test func `a light verb leaves the telling to its noun`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det minister|NOUN|NN|3|nsubj held|VERB|VBD|0|root|hold talks|NOUN|NNS|3|obj|talk
      with|ADP|IN|7|case the|DET|DT|7|det rebels|NOUN|NNS|4|nmod|rebel .|PUNCT|.|3|punct
      """)
    #expect(try types(report) == ["talk CONSULT"])
  }

  @Test func `nobody of politics meets for coffee`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det aunt|NOUN|NN|3|nsubj met|VERB|VBD|0|root|meet the|DET|DT|5|det
      cook|NOUN|NN|3|obj .|PUNCT|.|3|punct
      """)
    #expect(try types(report).isEmpty)
  }

  @Test func `a cue that is a political act is an event of no statement, a plain saying is none`()
    throws
  {
    func report(_ cue: String) -> ParsedReport {
      ParsedReport(
        """
        The|DET|DT|2|det president|NOUN|NN|3|nsubj \(cue)|VERB|VBD|0|root that|SCONJ|IN|7|mark
        the|DET|DT|6|det road|NOUN|NN|7|nsubj closed|VERB|VBD|3|ccomp|close .|PUNCT|.|3|punct
        """)
    }
    func attribution(_ report: ParsedReport, _ cue: String) -> Attribution {
      report.attribution(source: "The president", cue: cue, content: "the road closed")
    }
    let agreed = report("pledged")
    let found = try agreed.read([attribution(agreed, "pledged")])
    let act = try #require(found.events.first { $0.type == .agree })
    #expect(!found.statements.contains { $0.events.contains(act.id) })
    let said = report("said")
    #expect(try types(said, [attribution(said, "said")]).isEmpty)
  }

  @Test func `what a thing is directed at is acted on`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det army|NOUN|NN|4|nsubj has|AUX|VBZ|4|aux|have lifted|VERB|VBN|0|root|lift
      its|PRON|PRP$|6|nmod:poss blockade|NOUN|NN|4|obj of|ADP|IN|9|case the|DET|DT|9|det
      rebels|NOUN|NNS|6|nmod|rebel .|PUNCT|.|4|punct
      """)
    let found = try report.read()
    let event = try #require(found.events.first { $0.type == .retreat })
    #expect(event.mode == "withdraw")
    #expect(event.contexts == ["military"])
    #expect(event.recipients.map { found.entities[$0].name } == ["the rebels"])
  }

  @Test func `the head decides where the lexicon has no word`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det army|NOUN|NN|3|nsubj flattened|VERB|VBD|0|root|flatten the|DET|DT|5|det
      camp|NOUN|NN|3|obj .|PUNCT|.|3|punct
      """)
    let head = FoundEvent(
      trigger: 2, type: .assault, actor: 1, recipient: 4, shares: [.assault: 0.9], confidence: 0.95)
    let found = try report.read(events: [head])
    #expect(found.events.map(\.type) == [.assault])
    #expect(try report.read().events.map(\.type) == [nil])
  }

  @Test func `an accident that kills is no assault`() throws {
    func report(_ cause: String) -> ParsedReport {
      ParsedReport(
        """
        Soldiers|NOUN|NNS|3|nsubj:pass|soldier were|AUX|VBD|3|aux:pass|be killed|VERB|VBN|0|root|kill
        in|ADP|IN|6|case the|DET|DT|6|det \(cause)|NOUN|NN|3|obl .|PUNCT|.|3|punct
        """)
    }
    #expect(try types(report("flood")).isEmpty)
    #expect(try types(report("attack")).contains("kill ASSAULT"))
  }
}
