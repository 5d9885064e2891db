import Testing

@testable import QuothAnnotation
@testable import QuothSyntax
import QuothReport
import QuothTestSupport
import QuothText
import QuothTime

@Suite struct `Extent of a content` {
  private func trimmed(_ marked: String) -> String {
    let marked = MarkedText(marked)
    let passage = Passage(marked.text)
    return ContentExtent(passage: passage).trimmed([marked.span(1, 2)]).map(passage.words)
      .joined(separator: " | ")
  }

  @Test func `leading "that" is left out`() {
    #expect(trimmed("He said 1️⃣that the bridge was shut.2️⃣") == "the bridge was shut")
    #expect(trimmed("They said 1️⃣that was likely2️⃣.") == "that was likely")
    #expect(trimmed("He said 1️⃣thatched roofs burn2️⃣.") == "thatched roofs burn")
  }

  @Test func `a comma inside the closing mark stays`() {
    #expect(trimmed("1️⃣“We will stay,”2️⃣ she said.") == "“We will stay,”")
    #expect(trimmed("1️⃣\"We will stay,\",2️⃣ she said.") == "\"We will stay,\"")
  }

  @Test func `a mark left outside is taken in when its partner stands inside`() {
    #expect(trimmed("“1️⃣We will stay,”2️⃣ she said.") == "“We will stay,”")
    #expect(trimmed("1️⃣“We will stay2️⃣,” she said.") == "“We will stay,”")
  }

  @Test func `the full stop of an abbreviation stays`() {
    #expect(trimmed("He blamed 1️⃣the U.S.2️⃣ for it.") == "the U.S.")
    #expect(trimmed("He blamed 1️⃣the army.2️⃣") == "the army")
  }

  @Test func `punctuation alone is no content`() {
    #expect(trimmed("He said: 1️⃣ — …2️⃣ ") == "")
  }
}

@Suite struct `When things are said` {
  private func said(_ sentence: String, on published: String? = "2026-03-04") throws -> Time? {
    let words = Words(text(sentence))
    let times = try shippedTimes().expressions(in: words.text, published: published)
    return SaidWhen(words: words, times: times).time(in: 0..<words.lower.count)
  }

  @Test func `a day, an hour or a month can be that of a saying`() throws {
    #expect(try said("she said on Tuesday")?.value == "2026-03-03")
    #expect(try said("she will announce on Friday")?.value == "2026-03-06")
    #expect(try said("he wrote on 3 March 2025 that")?.value == "2025-03-03")
    #expect(try said("he wrote last month that")?.value == "2026-02")
    #expect(try said("she said at 9 p.m. on Tuesday")?.value == "2026-03-03T21:00")
    #expect(try said("she said on Tuesday")?.basis == .tense)
  }

  @Test func `a year is that of a saying only where it stands alone`() throws {
    #expect(try said("he wrote in 2019 that")?.value == "2019")
    #expect(try said("he wrote in a 2019 report that") == nil)
  }

  @Test
  func `a length of time, or a time without a place in the calendar, is not that of a saying`()
    throws
  {
    #expect(try said("he said for three days that") == nil)
    #expect(try said("she has recently said that") == nil)
    #expect(try said("he says daily that") == nil)
  }

  @Test func `no publication date leaves the weekday open`() throws {
    let time = try said("she said on Tuesday", on: nil)
    #expect(time?.value == "XXXX-WXX-2")
    #expect(time?.begin == nil)
  }
}

@Suite struct `Words of saying` {
  private let lexicon: Lexicon

  init() throws { lexicon = try shippedLexicon() }

  @Test func `every example of a verb or noun shows its act`() throws {
    for (file, act, example) in try examples(["attribution/verbs.tsv", "attribution/nouns.tsv"]) {
      let words = Words(text(example))
      let acts = words.text.tokens.map {
        ActReader(words: words, lexicon: lexicon).act(of: [$0.span])
      }
      #expect(acts.contains { $0.rawValue == act }, "\(file): \(example)")
    }
  }

  @Test func `every example of a source is of its kind`() throws {
    for (_, kind, example) in try examples(["attribution/sources.tsv"]) {
      let words = Words(text(example))
      let source = SourceReader(words: words, lexicon: lexicon).sources([
        words.text.sentences[0].span
      ]).first
      let expected =
        ["title": "named_person", "document": "organisation", "media": "media"][kind] ?? kind
      if kind != "document" { #expect(source?.type.rawValue == expected, "\(example)") }
    }
  }

  @Test(arguments: [
    ("Ilse Brandt, a spokesperson for the ministry,", "named_person", "Ilse Brandt"),
    ("Foreign Minister Ivo Maric", "named_person", "Ivo Maric"),
    ("a ministry spokesperson", "unnamed_person", "a ministry spokesperson"),
    ("two officials", "unnamed_collective", "two officials"),
    ("Norland's transport ministry", "organisation", "Norland's transport ministry"),
    ("The Coastal News Agency", "media", "Coastal News Agency"),
    ("Kenya", "state", "Kenya"),
    ("she", "named_person", "she"),
    ("people familiar with the matter", "unnamed_collective", "people familiar with the matter"),
    ("analysts at Harbour Savings", "unnamed_collective", "analysts at Harbour Savings"),
    ("a friend of Ana Ruiz", "unnamed_person", "a friend of Ana Ruiz"),
    ("Norland exporters", "unnamed_collective", "Norland exporters"),
    ("Kenya's general staff", "organisation", "Kenya's general staff"),
    ("Kenya's radar", "organisation", "Kenya's radar"),
    ("the Norland State Department", "organisation", "Norland State Department"),
    ("Secretary of State Ana Ruiz", "named_person", "Ana Ruiz"),
    ("Una Berg of The Globe", "named_person", "Una Berg"),
    ("Minister of Education Una Berg", "named_person", "Una Berg"),
    ("University of Orm Students Association president Una Berg", "named_person", "Una Berg"),
    ("the car maker General Motors", "named_person", "General Motors"),
    ("an Orm parts supplier", "unnamed_person", "an Orm parts supplier"),
    ("clerks at several Harbour Stores", "unnamed_collective", "clerks at several Harbour Stores"),
    ("half of Berg's bondholders", "unnamed_collective", "half of Berg's bondholders"),
    ("Una Berg's administration", "organisation", "Una Berg's administration"),
    ("Harbour Advisers", "organisation", "Harbour Advisers"),
    ("Orm Democrats", "unnamed_collective", "Orm Democrats"),
    ("a top Una Berg adviser", "unnamed_person", "a top Una Berg adviser"),
    ("Herald Jerusalem editor Una Berg", "named_person", "Una Berg"),
    ("House Speaker Una Berg", "named_person", "Una Berg"),
    ("Berg, an Orm senator,", "named_person", "Berg"),
    ("the presumptive Orm nominee", "unnamed_person", "the presumptive Orm nominee"),
    ("Una El-Sand, editor at large at the Herald", "named_person", "Una El-Sand"),
    ("General Suleiman al-Amr", "named_person", "Suleiman al-Amr"),
    ("the mission's head, Teodor van Lanz", "named_person", "Teodor van Lanz"),
  ])
  func `a source is known by its nouns and names`(phrase: String, type: String, name: String) {
    let words = Words(text("Then, " + phrase))
    let span = Span(start: 6, end: words.passage.bytes.count)
    let source = SourceReader(words: words, lexicon: lexicon).sources([span]).first
    #expect(source?.type.rawValue == type)
    #expect(source?.name == name)
  }

  @Test(arguments: [
    ("Una Berg and Ove Lie", ["Una Berg", "Ove Lie"]),
    ("senators Una Berg, Ove Lie and Ana Ruiz, who met", ["Una Berg", "Ove Lie", "Ana Ruiz"]),
    ("Speaker Berg and Ms. Lie", ["Berg", "Lie"]),
    ("Kenya and the Harbour Council", ["Kenya", "Harbour Council"]),
    ("the Fish and Wildlife Service", ["Fish and Wildlife Service"]),
    ("Una Berg, Norland's minister", ["Una Berg"]),
    ("Una Berg and her brother", ["Una Berg"]),
  ])
  func `each name of a list is a source`(phrase: String, names: [String]) {
    let words = Words(text("Then, " + phrase))
    let span = Span(start: 6, end: words.passage.bytes.count)
    #expect(SourceReader(words: words, lexicon: lexicon).sources([span]).map(\.name) == names)
  }

  @Test func `one source of two sayings is one entity, two of the same words are two`() {
    var list = EntityList()
    let source = SourceReader.Source(
      type: .unnamedPerson, name: "a clerk", nameSpan: nil, mention: .nominal)
    let first = list.entity(for: source, at: Span(start: 0, end: 7))
    #expect(list.entity(for: source, at: Span(start: 0, end: 7)) == first)
    #expect(list.entity(for: source, at: Span(start: 40, end: 47)) != first)
  }

  @Test func `a name that has an army is a state`() {
    let words = Words(text("Norland denied it. Norland's army had left."))
    let source = SourceReader(words: words, lexicon: lexicon).sources([Span(start: 0, end: 7)])
      .first
    #expect(source?.type == .state)
  }

  @Test func `an entry without a word has no forms`() {
    for entry in ["-", ":", ""] { #expect(Inflection.forms(of: entry).isEmpty) }
  }

  @Test func `a malformed line is named`() {
    #expect(
      throws: LexiconError.wrongFields(
        file: "attribution/verbs.tsv", line: 2, expected: 3, found: 1)
    ) {
      try Lexicon { $0 == "attribution/verbs.tsv" ? Array("# note\nstate\n".utf8) : [] }
    }
    #expect(
      throws: LexiconError.unknownLabel(file: "attribution/verbs.tsv", line: 1, label: "chat")
    ) {
      try Lexicon { $0 == "attribution/verbs.tsv" ? Array("chat\tsay\tHe said so.\n".utf8) : [] }
    }
  }

  private func examples(_ files: [String]) throws -> [(
    file: String, label: String, example: String
  )] {
    try files.flatMap { file in
      try shippedLexiconFile(file).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        line in
        let fields = line.split(separator: "\t").map(String.init)
        return (file, fields[0], fields[fields.count - 1])
      }
    }
  }
}

@Suite struct `What stands beside a cue` {
  private let lexicon: Lexicon
  private let times: TimeReader

  init() throws {
    lexicon = try shippedLexicon()
    times = try shippedTimes()
  }

  /// Marks: 1-2 source, 3-4 cue, 5-6 content.
  private func details(_ marked: String, published: String? = "2026-03-04") -> (
    SayingDetails.Details, Passage
  ) {
    let marked = MarkedText(marked)
    let words = Words(text(marked.text))
    let draft = Draft(
      source: [marked.span(1, 2)], cue: [marked.span(3, 4)], content: [marked.span(5, 6)],
      evidence: .init(roles: 1, content: 1, source: 1))
    let times = times.expressions(in: words.text, published: published)
    let details = SayingDetails(words: words, lexicon: lexicon, drafts: [draft], times: times)
    return (details.details(of: 0), words.passage)
  }

  @Test func `hearer, channel and day are read from the frame`() {
    let (told, passage) = details("1️⃣Rey2️⃣ 3️⃣told4️⃣ the Harbour Herald on Tuesday 5️⃣the road was open6️⃣.")
    #expect(told.addressee.map(passage.words) == "the Harbour Herald")
    #expect(told.saidWhen?.value == "2026-03-03")
    let (stated, statement) = details("1️⃣The bank2️⃣ 3️⃣said4️⃣ in a written statement 5️⃣it was solvent6️⃣.")
    #expect(stated.venue.map(statement.words) == ["in a written statement"])
    let (given, interview) = details(
      "In an interview with the Herald, 1️⃣Rey2️⃣ 3️⃣said4️⃣ 5️⃣the road was open6️⃣.")
    #expect(given.venue.map(interview.words) == ["In an interview with the Herald"])
    #expect(given.addressee.map(interview.words) == "the Herald")
  }

  @Test func `a day within the content is not the day of saying`() {
    let (details, _) = details("1️⃣Rey2️⃣ 3️⃣said4️⃣ 5️⃣the road would open on Friday6️⃣.")
    #expect(details.saidWhen == nil)
  }

  @Test func `limits on a saying are kept`() {
    let (silent, passage) = details("1️⃣Ek2️⃣ 3️⃣said4️⃣ 5️⃣the post fell6️⃣, without elaborating on losses.")
    #expect(silent.caveats.map(passage.words) == ["without elaborating on losses"])
    let (only, words) = details("1️⃣Maric2️⃣ 3️⃣confirmed4️⃣ only that 5️⃣the gate was shut6️⃣.")
    #expect(only.caveats.map(words.words) == ["confirmed only"])
    let (open, text) = details(
      "1️⃣Ek2️⃣ 3️⃣said4️⃣ 5️⃣ships sank6️⃣. The claim could not be independently verified.")
    #expect(open.caveats.map(text.words) == ["The claim could not be independently verified"])
  }
}

@Suite struct `Quotations that run on` {
  @Test func `a sentence without a cue gets an attribution of its own`() {
    let marked = MarkedText("1️⃣“We will stay,”2️⃣ 3️⃣she4️⃣ 5️⃣said6️⃣. 7️⃣“Nobody asked us.”8️⃣")
    let draft = Draft(
      source: [marked.span(3, 4)], cue: [marked.span(5, 6)],
      content: [marked.span(1, 2), marked.span(7, 8)],
      evidence: .init(roles: 1, content: 1, source: 1))
    let divided = RunOnQuotations(text: text(marked.text)).divided([draft])
    #expect(divided.map(\.content) == [[marked.span(1, 2)], [marked.span(7, 8)]])
    #expect(divided[1].cue.isEmpty)
    #expect(divided[1].source == draft.source)
    #expect(divided[1].continues == 0)
  }

  @Test func `what is said within a quotation that runs on stands in its own part`() {
    let marked = MarkedText(
      "1️⃣“We will stay,”2️⃣ 3️⃣she4️⃣ 5️⃣said6️⃣. 7️⃣“0️⃣Ove says it leaks8️⃣.”9️⃣")
    let outer = Draft(
      source: [marked.span(3, 4)], cue: [marked.span(5, 6)],
      content: [marked.span(1, 2), marked.span(7, 9)],
      evidence: .init(roles: 1, content: 1, source: 1))
    var inner = outer
    inner.content = [marked.span(0, 8)]
    inner.parent = 0
    let divided = RunOnQuotations(text: text(marked.text)).divided([outer, inner])
    #expect(divided.map(\.parent) == [nil, nil, 1])
  }

  @Test func `a content split round its cue stays one`() {
    let marked = MarkedText("1️⃣The ship2️⃣, 3️⃣he4️⃣ 5️⃣said6️⃣, 7️⃣had sailed8️⃣.")
    let draft = Draft(
      source: [marked.span(3, 4)], cue: [marked.span(5, 6)],
      content: [marked.span(1, 2), marked.span(7, 8)],
      evidence: .init(roles: 1, content: 1, source: 1))
    #expect(RunOnQuotations(text: text(marked.text)).divided([draft]) == [draft])
  }
}

@Suite struct `Ignorance` {
  @Test(arguments: [
    ("don't know", Attribution.Act.other), ("did not remember", .other), ("do not believe", .doubt),
  ])
  func `who does not know doubts nothing`(cue: String, act: Attribution.Act) throws {
    let words = Words(text(cue))
    let reader = ActReader(words: words, lexicon: try shippedLexicon())
    #expect(reader.act(of: [Span(start: 0, end: cue.utf8.count)]) == act)
  }
}

@Suite struct `Refusals` {
  @Test(arguments: [
    ("She declined 1️⃣to comment2️⃣.", Attribution.Act.decline),
    ("She refused 1️⃣to give any details2️⃣.", .decline),
    ("She refused 1️⃣to give way2️⃣.", .other), ("She refused 1️⃣to follow the law2️⃣.", .other),
  ])
  func `what somebody would not do is a refusal to speak only if it is to say something`(
    marked: String, act: Attribution.Act
  ) throws {
    let marked = MarkedText(marked)
    let words = Words(text(marked.text))
    let cue = words.text.tokens[1].span
    let draft = Draft(
      source: [], cue: [cue], content: [marked.span(1, 2)],
      evidence: .init(roles: 1, content: 1, source: 1))
    #expect(ActReader(words: words, lexicon: try shippedLexicon()).act(of: draft) == act)
  }
}
