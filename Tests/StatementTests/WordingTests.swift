import QuothAnnotation
import QuothReport
@testable import QuothStatement
import QuothSyntax
import Testing

/// What is told together: statements with their hosts and wording.
@Suite struct `Wording of statements` {
  private func wording(_ statement: Statement, in report: ParsedReport) -> String {
    statement.wording.map { report.words.passage.words($0) }.joined(separator: " … ")
  }

  @Test func `a relative clause has its noun, and is told with the clause around it`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det mayor|NOUN|NN|3|nsubj closed|VERB|VBD|0|root|close the|DET|DT|5|det
      bridge|NOUN|NN|3|obj that|PRON|WDT|7|nsubj shook|VERB|VBD|5|acl:relcl|shake
      """)
    let found = try report.read().statements
    #expect(
      found.map(report.words(of:)) == ["The mayor closed the bridge", "the bridge that shook"])
    #expect(found.map(\.host) == [nil, 0])
    #expect(wording(found[0], in: report) == "The mayor closed the bridge that shook")
  }

  @Test func `a participle is told with its verb, whichever way the tree has it`() throws {
    for relation in ["advcl", "conj"] {
      let report = ParsedReport(
        """
        Shells|NOUN|NNS|2|nsubj|shell struck|VERB|VBD|0|root|strike the|DET|DT|4|det
        bridge|NOUN|NN|2|obj ,|PUNCT|,|6|punct killing|VERB|VBG|2|\(relation)|kill
        two|NUM|CD|8|nummod people|NOUN|NNS|6|obj
        """)
      let found = try report.read().statements
      #expect(found.map(\.host) == [nil, 0])
      #expect(wording(found[0], in: report) == "Shells struck the bridge , killing two people")
    }
  }

  @Test func `coordinated clauses are told apart`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det crew|NOUN|NN|3|nsubj sang|VERB|VBD|0|root|sing and|CCONJ|CC|5|cc
      rowed|VERB|VBD|3|conj|row home|ADV|RB|5|advmod
      """)
    #expect(try report.read().statements.map(\.host) == [nil, nil])
  }

  @Test func `what is less certain than the clause around it is told apart`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det ferry|NOUN|NN|3|nsubj sank|VERB|VBD|0|root|sink although|SCONJ|IN|7|mark
      it|PRON|PRP|7|nsubj may|AUX|MD|7|aux float|VERB|VB|3|advcl
      """)
    #expect(try report.read().statements.map(\.host) == [nil, nil])
  }

  @Test func `a content that begins with a phrase is told as one`() throws {
    let report = ParsedReport(
      """
      Ruiz|PROPN|NNP|2|nsubj criticised|VERB|VBD|0|root|criticise the|DET|DT|4|det
      plan|NOUN|NN|2|obj that|PRON|WDT|7|nsubj will|AUX|MD|7|aux fail|VERB|VB|4|acl:relcl
      """)
    let saying = report.attribution(
      source: "Ruiz", cue: "criticised", content: "the plan that will fail", by: 0)
    let found = try report.read([saying], entities: [report.entity(0, "Ruiz")]).statements
    #expect(found.map { wording($0, in: report) } == ["the plan that will fail"])
    #expect(found.map(\.isPhrase) == [true])
  }

  @Test func `who speaks in another clause may be the subject of this one`() throws {
    let report = ParsedReport(
      """
      Ek|PROPN|NNP|6|nsubj ,|PUNCT|,|3|punct citing|VERB|VBG|6|advcl|cite illness|NOUN|NN|3|obj
      ,|PUNCT|,|3|punct resigned|VERB|VBD|0|root|resign
      """)
    let saying = report.attribution(source: "Ek", cue: "citing", content: "illness", by: 0)
    let found = try report.read([saying], entities: [report.entity(0, "Ek")]).statements
    #expect(
      found.map(report.words(of:)).contains { $0.hasPrefix("Ek") && $0.hasSuffix("resigned") })
  }

  @Test func `a condition may stand beside the saying`() throws {
    let report = ParsedReport(
      """
      If|SCONJ|IN|4|mark the|DET|DT|3|det state|NOUN|NN|4|nsubj paid|VERB|VBD|7|ccomp|pay
      ,|PUNCT|,|4|punct he|PRON|PRP|7|nsubj said|VERB|VBD|0|root|say ,|PUNCT|,|7|punct
      fares|NOUN|NNS|11|nsubj|fare would|AUX|MD|11|aux fall|VERB|VB|7|ccomp
      """)
    let found = try report.read()
    let fall = try #require(found.statements.first { report.words(of: $0).hasSuffix("would fall") })
    #expect(fall.timeClass == .hypothetical)
    #expect(found.relations.map(\.type) == [.condition])
  }
}
