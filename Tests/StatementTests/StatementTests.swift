import QuothAnnotation
@testable import QuothStatement
import QuothSyntax
import QuothTime
import Testing

@Suite struct `Statements of a report` {
  /// *Brandt said the ferry sank.*
  private let saying = ParsedReport(
    """
    Brandt|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say the|DET|DT|4|det ferry|NOUN|NN|5|nsubj
    sank|VERB|VBD|2|ccomp|sink .|PUNCT|.|2|punct
    """)

  private func read(
    _ act: Attribution.Act = .state, by entity: Entity.ID? = 0
  ) throws -> StatementReader.Found {
    try saying.read(
      [
        saying.attribution(
          source: "Brandt", cue: "said", content: "the ferry sank", act: act, by: entity)
      ], entities: [saying.entity(0, "Brandt")])
  }

  @Test func `what is said is the speaker's, and the saying is no statement`() throws {
    let found = try read()
    let statement = try #require(found.statements.first)
    #expect(found.statements.count == 1)
    #expect(saying.words(of: statement) == "the ferry sank")
    #expect(statement.attribution == 0)
    #expect(statement.holder == .entities([0]))
    #expect(statement.chain == [.reporter, .entities([0])])
    #expect(statement.certainty.code == "CT+")
    #expect(statement.reporterCertainty.code == "Uu")
    #expect(found.events.map(\.lemma) == ["sink"])
  }

  @Test func `an act grades what is said`() throws {
    let codes = try [
      Attribution.Act.deny, .doubt, .believe, .speculate, .urge, .hope, .promise,
    ].map { try read($0).statements[0].certainty.code }
    #expect(codes == ["CT-", "PR-", "PR+", "PS+", "Uu", "Uu", "CT+"])
    #expect(try read(.urge).statements[0].timeClass == .normative)
    #expect(try read(.hope).statements[0].timeClass == .planned)
  }

  @Test func `where nobody is named nobody holds it`() throws {
    #expect(try read(by: nil).statements[0].holder == .nobody)
  }

  @Test func `coordinated verbs are statements of their own and share their subject`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det crew|NOUN|NN|3|nsubj sang|VERB|VBD|0|root|sing and|CCONJ|CC|5|cc
      rowed|VERB|VBD|3|conj|row home|ADV|RB|5|advmod
      """)
    let found = try report.read()
    #expect(found.statements.map(report.words(of:)) == ["The crew sang", "The crew … rowed home"])
    #expect(
      found.events.map { $0.actors.map { found.entities[$0].name } } == [
        ["The crew"], ["The crew"],
      ])
  }

  @Test func `a passive has its agent as actor and its subject as recipient`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det ferry|NOUN|NN|4|nsubj:pass was|AUX|VBD|4|aux:pass|be
      hit|VERB|VBN|0|root by|ADP|IN|7|case a|DET|DT|7|det tug|NOUN|NN|4|obl:agent
      """)
    let found = try report.read()
    let event = try #require(found.events.first)
    #expect(event.recipients.map { found.entities[$0].name } == ["The ferry"])
    #expect(event.actors.map { found.entities[$0].name }.first?.hasSuffix("a tug") == true)
    #expect(event.status == .happened)
  }

  @Test func `a number counts the noun it stands with`() throws {
    let report = ParsedReport(
      "Twelve|NUM|CD|2|nummod sailors|NOUN|NNS|3|nsubj drowned|VERB|VBD|0|root|drown")
    let count = try #require(try report.read().events.first?.numbers.first)
    #expect(count.value == 12)
    #expect(count.unit == "sailors")
  }

  @Test func `millions behind a figure belong to it`() throws {
    let report = ParsedReport(
      """
      They|PRON|PRP|2|nsubj lost|VERB|VBD|0|root|lose 3.5|NUM|CD|4|compound million|NUM|CD|5|nummod
      krone|NOUN|NN|2|obj
      """)
    let counts = try report.read().events.flatMap(\.numbers)
    #expect(counts.map(\.value) == [3.5e6])
    #expect(counts.map(\.unit) == ["krone"])
  }

  @Test func `a condition is tied to what hangs on it`() throws {
    let report = ParsedReport(
      """
      If|SCONJ|IN|3|mark it|PRON|PRP|3|nsubj rains|VERB|VBZ|6|advcl|rain we|PRON|PRP|6|nsubj
      will|AUX|MD|6|aux stay|VERB|VB|0|root
      """)
    let found = try report.read()
    let condition = try #require(found.statements.first { report.words(of: $0) == "If it rains" })
    #expect(condition.certainty.code == "Uu")
    #expect(condition.timeClass == .hypothetical)
    #expect(found.relations.contains { $0.type == .condition && $0.from == condition.id })
  }

  @Test func `a denial of such claims denies what another said before`() throws {
    let report = ParsedReport(
      """
      Brandt|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say shells|NOUN|NNS|4|nsubj
      fell|VERB|VBD|2|ccomp|fall .|PUNCT|.|2|punct
      Maric|PROPN|NNP|2|nsubj denied|VERB|VBD|0|root|deny such|ADJ|JJ|4|amod
      claims|NOUN|NNS|2|obj|claim .|PUNCT|.|2|punct
      """)
    let found = try report.read(
      [
        report.attribution(source: "Brandt", cue: "said", content: "shells fell", by: 0),
        report.attribution(
          id: 1, source: "Maric", cue: "denied", content: "such claims", act: .deny, by: 1),
      ], entities: [report.entity(0, "Brandt"), report.entity(1, "Maric")])
    #expect(found.statements.map(report.words(of:)) == ["shells fell", "such claims"])
    #expect(Set(found.relations.map(\.type)) == [.anaphora, .denies])
    #expect(found.relations.allSatisfy { $0.from == 1 && $0.to == 0 })
  }

  @Test func `words without a verb say nothing`() throws {
    #expect(try ParsedReport("Potatoes|NOUN|NNS|0|root").read().statements.isEmpty)
  }

  @Test func `what is revised corrects what was given before`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|2|det ministry|NOUN|NN|3|nsubj forecast|VERB|VBD|0|root|forecast 50|NUM|CD|5|nummod
      tonnes|NOUN|NNS|3|obj|tonne .|PUNCT|.|3|punct
      It|PRON|PRP|2|nsubj raised|VERB|VBD|0|root|raise its|PRON|PRP$|4|nmod:poss estimate|NOUN|NN|2|obj
      to|ADP|IN|7|case 61|NUM|CD|7|nummod tonnes|NOUN|NNS|2|obl|tonne .|PUNCT|.|2|punct
      """)
    let found = try report.read()
    let correction = try #require(found.relations.first { $0.type == .corrects })
    let right = found.statements[try #require(correction.from)]
    #expect(report.words(of: right).contains("61 tonnes"))
    let corrected = found.statements[correction.to]
    #expect(report.words(of: corrected).contains("50 tonnes"))
  }

  @Test func `what somebody had done is granted with whose it was`() throws {
    let report = ParsedReport(
      """
      Its|PRON|PRP$|2|nmod:poss invasion|NOUN|NN|3|nsubj scattered|VERB|VBD|0|root|scatter
      the|DET|DT|5|det flock|NOUN|NN|3|obj .|PUNCT|.|3|punct
      """)
    let found = try report.read(certainty: [1: 1.2])
    let granted = try #require(found.statements.first { $0.isPresupposed })
    #expect(granted.certainty == .certain)
    #expect(found.events.first { $0.lemma == "invasion" }?.status == .happened)
  }

  @Test func `what is told by itself is not told twice`() throws {
    let report = ParsedReport(
      """
      While|SCONJ|IN|4|mark fares|NOUN|NNS|4|nsubj|fare may|AUX|MD|4|aux fall|VERB|VB|8|advcl ,|PUNCT|,|8|punct
      sailors|NOUN|NNS|8|nsubj|sailor will|AUX|MD|8|aux pay|VERB|VB|0|root .|PUNCT|.|8|punct
      """)
    let told = try report.read().statements.map { $0.wording.map(report.words.passage.words) }
    #expect(told == [["While fares may fall"], ["sailors will pay"]])
  }

  @Test(arguments: [
    ("From", "to", "2020/2028", "2028-12-31"), ("Between", "and", "2020/2028", "2028-12-31"),
    ("In", "and", "2020", "2020-12-31"),
  ])
  func `two expressions that bound a stretch are one time`(
    opener: String, link: String, value: String, end: String
  ) throws {
    let report = ParsedReport(
      """
      \(opener)|ADP|IN|2|case 2020|NUM|CD|7|obl \(link)|ADP|IN|4|case 2028|NUM|CD|2|nmod ,|PUNCT|,|7|punct
      wages|NOUN|NNS|7|nsubj|wage fell|VERB|VBD|0|root|fall .|PUNCT|.|7|punct
      """)
    let times = ["2020", "2028"].map { year in
      TimeExpression(
        span: report.span(year), type: .date, value: year,
        begin: CalendarDay("\(year)-01-01"), end: CalendarDay("\(year)-12-31"))
    }
    let time = try #require(try report.read(times: times).statements.first?.time)
    #expect(time.value == value)
    #expect(time.begin == "2020-01-01")
    #expect(time.end == end)
  }

  @Test func `whoever the tree leaves without a verb speaks in the clause beside him`() throws {
    let report = ParsedReport(
      """
      The|DET|DT|3|det loudest|ADJ|JJS|3|amod|loud voice|NOUN|NN|0|root ,|PUNCT|,|5|punct
      Stern|PROPN|NNP|3|appos ,|PUNCT|,|5|punct will|AUX|MD|8|aux sing|VERB|VB|3|parataxis .|PUNCT|.|3|punct
      """)
    let found = try report.read().statements.map { report.words(of: $0) }
    #expect(found.contains("The loudest voice , Stern , will sing"))
  }
}
