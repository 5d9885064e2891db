import Foundation
import Testing

@testable import QuothAnnotation
@testable import QuothSyntax
import QuothReport
import QuothText

/// The rules that stand beside the model, on drafts given by their words.
@Suite struct `Rules beside the model` {
  private let lexicon: Lexicon

  init() throws { lexicon = try shippedLexicon() }

  /// What the rules make of drafts, each written "source | cue | content, in parts divided by +".
  private func completed(_ words: String, _ drafts: String...) -> [String] {
    let text = text(words)
    let passage = Passage(words)
    func spans(_ written: some StringProtocol) -> [Span] {
      written.split(separator: " + ").map { part in
        let found = words.range(of: part.trimmingCharacters(in: .whitespaces))!
        let start = words.utf8.distance(from: words.startIndex, to: found.lowerBound)
        return Span(start: start, end: start + words[found].utf8.count)
      }
    }
    let given = drafts.map { draft in
      let parts = draft.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return Draft(
        source: spans(parts[0]), cue: spans(parts[1]), content: spans(parts[2]),
        evidence: .init(roles: 1, content: 1, source: 1))
    }
    let rules = DraftRules(
      words: Words(text), syntax: Syntax(words: text.tokens.map { _ in nil }, names: []),
      lexicon: lexicon, extent: ContentExtent(passage: passage))
    return rules.completed(given).map { draft in
      [draft.source, draft.cue, draft.content]
        .map { $0.map(passage.words).joined(separator: " + ") }.joined(separator: " | ")
    }
  }

  // MARK: Tags

  @Test(arguments: [
    (
      "The barge, the lock keeper conceded, had sunk overnight.",
      "the lock keeper | conceded | The barge + had sunk overnight"
    ),
    (
      "Four goats, according to the ranger, crossed the runway.",
      "the ranger | according to | Four goats + crossed the runway"
    ),
    (
      "The east pier, the port's surveyor, Una Berg, explained on Friday, rests on sand.",
      "the port's surveyor, Una Berg | explained | The east pier + rests on sand"
    ),
    (
      "The mill has been sold, two people in the town said.",
      "two people in the town | said | The mill has been sold"
    ),
    (
      "No ship will leave before dawn, warned Captain Ove Lie, whose crew was asleep.",
      "Captain Ove Lie, whose crew was asleep | warned | No ship will leave before dawn"
    ),
    (
      "The pump will cost 900 krone, shipping records reveal.",
      "shipping records | reveal | The pump will cost 900 krone"
    ),
  ])
  func `a saying set off by commas has the rest of the sentence for its content`(
    sentence: String, attribution: String
  ) {
    #expect(completed(sentence) == [attribution])
  }

  @Test(arguments: [
    "The boat, the Second Thought, had left the port on Monday.",
    "Her brother, a notary, had told nobody.",
    "The plan, announced on Friday, was dropped.",
    "The mayor, who was tired, said the road was open, and went home.",
  ])
  func `an apposition attributes nothing`(sentence: String) {
    #expect(completed(sentence).isEmpty)
  }

  @Test func `an "according to" that names nobody attributes nothing`() {
    #expect(completed("The mill was sold, according to, it seems, nobody.").isEmpty)
    #expect(completed("The mill was sold, according to").isEmpty)
    #expect(completed("According to, the mill was sold.").isEmpty)
  }

  @Test func `each of two tags in one sentence takes its own clause`() {
    #expect(
      completed(
        "Two bears, according to the ranger, crossed the yard, and one of them, he believes, was ill.",
        "the ranger | according to | Two bears + one of them", "he | believes | was ill")
        == [
          "the ranger | according to | Two bears + crossed the yard",
          "he | believes | one of them + was ill",
        ])
  }

  // MARK: Sources

  @Test func `a pronoun right before the verb is the source`() {
    #expect(
      completed(
        "Lund left early. She noted that the gate was open.", "Lund | noted | the gate was open")
        == ["She | noted | the gate was open"])
    #expect(
      completed("Lund was told the gate was open.", "| was told | the gate was open")
        == [" | was told | the gate was open"])
  }

  // MARK: Contents

  @Test func `a remark on what is known is the report's own`() {
    #expect(
      completed(
        "The wife said he had been freed, although it is not clear who paid.",
        "The wife | said | he had been freed, although it is not clear who paid")
        == ["The wife | said | he had been freed"])
    #expect(
      completed(
        "The wife said he had been freed, although nobody had paid.",
        "The wife | said | he had been freed, although nobody had paid")
        == ["The wife | said | he had been freed, although nobody had paid"])
  }

  @Test func `a clause in the present behind a dash is the report's own`() {
    #expect(
      completed(
        "A pilot said the boat had turned back because of fog — the log for that day shows clear air.",
        "A pilot | said | the boat had turned back because of fog — the log for that day shows clear air"
      )
        == ["A pilot | said | the boat had turned back because of fog"])
    #expect(
      completed(
        "A pilot said the boat had turned back — a third time — because of fog.",
        "A pilot | said | the boat had turned back — a third time — because of fog")
        == ["A pilot | said | the boat had turned back — a third time — because of fog"])
  }

  @Test func `what follows the closing mark of an announced quotation is not said`() {
    #expect(
      completed(
        "The cook said, \"Eat it while it is hot,\" and then she left.",
        "The cook | said | \"Eat it while it is hot,\" and then she left")
        == ["The cook | said | \"Eat it while it is hot,\""])
  }

  @Test func `a tense that cannot hang on "had" begins an act of its own`() {
    #expect(
      completed(
        "Holm admitted that he had sold the van and drove off in it.",
        "Holm | admitted | he had sold the van and drove off in it")
        == ["Holm | admitted | he had sold the van"])
    #expect(
      completed(
        "Holm admitted that he had sold the van and driven off in it.",
        "Holm | admitted | he had sold the van and driven off in it")
        == ["Holm | admitted | he had sold the van and driven off in it"])
  }

  @Test func `a caveat is no part of cue or content`() {
    #expect(
      completed(
        "Ek said without elaborating on how they knew that the fort fell.",
        "Ek | said without elaborating on | how they knew + the fort fell")
        == ["Ek | said without elaborating on | how they knew + the fort fell"])
    #expect(
      completed(
        "The fort fell, Ek said without elaborating on how they knew.",
        "Ek | said without elaborating on | The fort fell + how they knew")
        == ["Ek | said | The fort fell"])
  }

  @Test func `a content that is only "that" reaches to the end of its sentence`() {
    #expect(
      completed("The club charged that the gate had been open.", "The club | charged | that")
        == ["The club | charged | the gate had been open"])
  }

  @Test func `reported speech ends with its sentence, a quotation runs on`() {
    #expect(
      completed(
        "The mill burnt. Ek said the weir held. \"It is old.\"",
        "Ek | said | The mill + the weir held + \"It is old.\"")
        == ["Ek | said | the weir held + \"It is old.\""])
  }

  @Test func `a verb of saying right before reported speech is its cue`() {
    #expect(
      completed(
        "Ek said the mill burnt. The owner has argued that the weir held.",
        "Ek | said | the mill burnt + the weir held")
        == ["Ek | said | the mill burnt", "The owner | has argued | the weir held"])
  }

  @Test func `a pronoun and a verb behind a quotation are its own source and cue`() {
    #expect(
      completed(
        "\"It leaks,\" Ek added. \"Except upstairs,\" she finished, and left.",
        "Ek | added | \"It leaks,\" + \"Except upstairs,\"")
        == ["Ek | added | \"It leaks,\"", "she | finished | \"Except upstairs,\""])
  }

  @Test(arguments: [
    ("An old woman who keeps geese said so.", "who", "An old woman"),
    ("It was played to the judge, who asked for more.", "who", "the judge"),
    ("He met Una Berg, who said no.", "who", "Una Berg"),
    ("It rained, which surprised them.", "which", nil),
  ])
  func `a relative pronoun is named by its antecedent`(
    sentence: String, pronoun: String, name: String?
  ) {
    let words = Words(text(sentence))
    let clauses = Clauses(words: words, lexicon: lexicon)
    let token = words.lower.firstIndex(of: pronoun)!
    #expect(clauses.antecedent(of: token).map { words.passage.words(words.span($0)) } == name)
  }

  // MARK: Noun cues

  @Test func `the noun belongs to the cue`() {
    #expect(
      completed("Speculation grew that she had married.", "| grew | she had married")
        == [" | Speculation grew | she had married"])
    #expect(
      completed("The lawn grew so fast that she sold it.", "| grew | she sold it")
        == [" | grew | she sold it"])
  }

  @Test func `the body behind "by" is the source of a report`() {
    #expect(
      completed("A report by the Board of Ports that tugs lie idle for weeks has angered crews.")
        == ["the Board of Ports | report | tugs lie idle for weeks"])
    #expect(completed("A report by the Board of Ports that appeared on Monday is long.").isEmpty)
  }

  @Test func `what owns the noun is the source`() {
    #expect(
      completed(
        "Villagers' fears of a flood and the loss of the mill had grown.", "| fears of | a flood")
        == ["Villagers' | fears of | a flood and the loss of the mill"])
    #expect(
      completed("In May opposition claims of fraud were dropped.", "| claims of | fraud")
        == ["opposition | claims of | fraud"])
  }

  // MARK: Small constructions

  @Test func `a measure put at a number is attributed`() {
    #expect(
      completed("The harbour log puts the speed at nine knots.")
        == ["The harbour log | puts | the speed at nine knots"])
    #expect(completed("The storm puts the harvest at risk.").isEmpty)
  }

  @Test func `a picture in which somebody is identified is the source`() {
    #expect(
      completed("Also seen in photos from the fair were two ministers.")
        == ["photos from the fair | seen | two ministers"])
    #expect(completed("Also seen in the park were two ministers.").isEmpty)
  }

  @Test func `a participle of urging has the subject of its sentence for its source`() {
    #expect(
      completed("She toured the camp, urging families to boil their water.")
        == ["She | urging | to boil their water"])
    #expect(completed("She toured the camp, carrying water to families.").isEmpty)
  }

  @Test func `a verb before the speaker's name and a colon is the cue`() {
    #expect(
      completed("Explained Una Berg: \"It leaks.\"", "Explained Una Berg | : | \"It leaks.\"")
        == ["Una Berg | Explained | \"It leaks.\""])
  }

  @Test func `a relative clause of saying has its pronoun for its source`() {
    #expect(
      completed("Shells fell near the army's camp in Orm, which denies it fired.")
        == ["which | denies | it fired"])
    #expect(completed("The army, which denies visitors nothing, left.").isEmpty)
  }

  @Test func `a sentence may name the speaker of the quotation before it`() {
    #expect(
      completed("“Nobody eats a lock.” That was how Una Berg, who keeps it, summed it up.")
        == ["Una Berg, who keeps it | summed | “Nobody eats a lock.”"])
  }

  @Test func `a place before a title is no part of a name`() {
    #expect(
      completed(
        "At St. Olga's clinic Dr. Una Berg said it was late.",
        "Olga's clinic Dr. Una Berg | said | it was late")
        == ["Dr. Una Berg | said | it was late"])
    #expect(
      completed(
        "The clinic's Dr. Una Berg said it was late.",
        "The clinic's Dr. Una Berg | said | it was late")
        == ["The clinic's Dr. Una Berg | said | it was late"])
  }

  @Test func `an adverb before the verb is no part of the source`() {
    #expect(
      completed("The clinic later said it was late.", "The clinic later | said | it was late")
        == ["The clinic | said | it was late"])
  }

  // MARK: Coordination

  @Test func `a verb joined to another has its source`() {
    #expect(
      completed(
        "Bakers expect the quarrel to last and fear that flour will run out.",
        "Bakers | expect | the quarrel to last", "| fear | flour will run out")
        == [
          "Bakers | expect | the quarrel to last", "Bakers | fear | flour will run out",
        ])
  }

  @Test func `after a passive clause a past tense with an object goes on with the source's acts`() {
    #expect(
      completed(
        "The mayor admitted that two letters had been received but rejected the idea of a delay.",
        "The mayor | admitted | two letters had been received but rejected the idea of a delay")
        == [
          "The mayor | admitted | two letters had been received",
          "The mayor | rejected | the idea of a delay",
        ])
    let ambiguous = "The mayor | said | she was tired and wanted the day off"
    #expect(
      completed("The mayor said she was tired and wanted the day off.", ambiguous) == [ambiguous])
  }

  @Test func `a noun's clause stops at the verb whose subject the noun is`() {
    #expect(
      completed(
        "The claim that the town had shelled itself was withdrawn by the army.",
        "| claim | the town had shelled itself was withdrawn by the army")
        == [" | claim | the town had shelled itself"])
  }

  @Test func `the day of saying is no part of what is said`() {
    #expect(
      completed("He rejected the claim on Monday.", "He | rejected | the claim on Monday")
        == ["He | rejected | the claim"])
    #expect(
      completed("He said on Monday the tide was late.", "He | said | on Monday the tide was late")
        == ["He | said | the tide was late"])
    let kept = "He | said | the boat sank on Monday"
    #expect(completed("He said the boat sank on Monday.", kept) == [kept])
  }

  @Test func `a relative pronoun behind what is said is no part of it`() {
    #expect(
      completed(
        "He urged an inquiry by the board, which both towns wanted.",
        "He | urged | an inquiry by the board + which")
        == ["He | urged | an inquiry by the board"])
  }

  // MARK: No saying

  @Test(arguments: [
    (
      "If a guest were to complain that he snored, who would hear?",
      "a guest | were to complain | he snored"
    ),
    ("He had not said that the part was high.", "He | had not said | the part was high"),
    ("The agency said goodbye to its press.", "The agency | said | goodbye to its press"),
    (
      "Sand told ripe plums from sour ones by ear.",
      "Sand | told | ripe plums from sour ones by ear"
    ),
    ("The launch, known as \"Aunt Olga\", sank.", "| known as | \"Aunt Olga\""),
    ("Rey countered with a breakfast in Kell.", "Rey | countered with | a breakfast in Kell"),
    ("Nobody in Orm has disputed the figure.", "Nobody in Orm | has disputed | the figure"),
    ("The reply had been that it was late.", "The reply | had been | it was late"),
    (
      "A donor asked for anonymity to speak freely.",
      "A donor | asked for | anonymity to speak freely"
    ),
    ("Two officials asked not to be named.", "Two officials | asked | not to be named"),
    ("She had been told by a clerk that it rained.", "a clerk | had been told | She"),
    ("He spoke on condition that she left.", "He | spoke on condition | she left"),
  ])
  func `words that only look like a saying are none`(sentence: String, draft: String) {
    #expect(completed(sentence, draft).isEmpty)
  }

  @Test(arguments: [
    ("He did not say whether the part was high.", "He | did not say | whether the part was high"),
    ("The agency said profits had fallen.", "The agency | said | profits had fallen"),
    ("Sand told stories from the war.", "Sand | told | stories from the war"),
    ("He asked if the guests complained.", "He | asked | if the guests complained"),
  ])
  func `refusals, reports and stories stay`(sentence: String, draft: String) {
    #expect(completed(sentence, draft) == [draft])
  }

  @Test func `leaving drafts out keeps parents where they point`() {
    let evidence = AttributionDecoder.Evidence(roles: 1, content: 1, source: 1)
    func draft(_ at: Int, _ parent: Int?) -> Draft {
      Draft(
        source: [], cue: [], content: [Span(start: at, end: at + 1)], evidence: evidence,
        parent: parent)
    }
    let drafts = [draft(0, nil), draft(1, nil), draft(2, 1), draft(3, 0)]
    let kept = drafts.leavingOut { $0.content[0].start == 0 }
    #expect(kept.map(\.parent) == [nil, 0, nil])
  }
}
