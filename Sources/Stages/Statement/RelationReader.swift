import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText
import QuothTime

/// How the statements of a report stand to each other: who denies, confirms and corrects what, what is
/// a condition or cause of what, and which statement *such claims* means.
struct RelationReader {
  private let sources: StatementReader.Sources
  private let tree: ClauseTree
  private let statements: [Statement]
  private let events: [Event]
  /// Head token of each statement.
  private let heads: [Int]
  /// Lemmas of the content words of each statement, those that tell a time left out.
  private let content: [Set<String>]
  /// Words of names of each, those told with it among them: *chose Rey while others chose Berg*.
  private let names: [Set<String>]

  init(
    sources: StatementReader.Sources, tree: ClauseTree, found: StatementReader.Found,
    origins heads: [Int]
  ) {
    self.sources = sources
    self.tree = tree
    self.heads = heads
    statements = found.statements
    events = found.events
    let timed = Set(sources.words.tokens(of: sources.times.map(\.span)))
    content = found.statements.map { statement in
      Set(
        sources.words.tokens(of: statement.spans).compactMap { token in
          guard !timed.contains(token), let word = sources.syntax.words[token],
            [.noun, .properNoun, .verb, .number, .adjective].contains(word.part)
          else { return nil }
          return word.lemma.lowercased()
        })
    }
    names = found.statements.map { statement in
      Set(
        sources.words.tokens(of: statement.wording).filter {
          sources.syntax.words[$0]?.part == .properNoun
        }.map { sources.words.lower[$0] })
    }
  }

  private var words: Words { sources.words }
  private var syntax: Syntax { sources.syntax }

  func relations() -> [StatementRelation] {
    var found: [StatementRelation] = []
    for statement in statements {
      found += withinSentence(statement)
      found += answering(statement)
      found += declining(statement)
      found += correcting(statement)
      found += revising(statement)
    }
    found += walkingBack()
    found += conflicting()
    return found.reduce(into: []) { kept, relation in
      if !kept.contains(where: {
        $0.type == relation.type && $0.from == relation.from && $0.to == relation.to
      }) {
        kept.append(relation)
      }
    }
  }

  // MARK: Condition, cause, contrast

  private static let marks: [String: StatementRelation.Kind] = [
    "if": .condition, "unless": .condition, "because": .cause, "since": .cause,
    "although": .contrast,
    "though": .contrast, "whereas": .contrast, "while": .contrast, "despite": .contrast,
  ]

  private func withinSentence(_ statement: Statement) -> [StatementRelation] {
    let head = heads[statement.id]
    guard let word = syntax.words[head] else { return [] }
    if let consequence = tree.conditions.consequences[head],
      let other = heads.firstIndex(of: consequence)
    {
      let mark = syntax.dependents(of: head, .mark).first
      return [relation(.condition, statement.id, other, at: mark ?? head)]
    }
    if word.relation == .advcl, let governor = word.head,
      let other = heads.firstIndex(of: governor),
      let mark = syntax.dependents(of: head, .mark, .advmod).first(where: {
        Self.marks[words.lower[$0]] != nil
      }), let type = Self.marks[words.lower[mark]], isCausal(mark, head)
    {
      return [relation(type, statement.id, other, at: mark)]
    }
    if word.relation == .conj, let first = word.head, let other = heads.firstIndex(of: first),
      let but = syntax.dependents(of: head, .cc).first(where: { words.lower[$0] == "but" })
    {
      return [relation(.contrast, statement.id, other, at: but)]
    }
    return []
  }

  /// *Since* is a cause unless it tells a time: *since the river rose*.
  private func isCausal(_ mark: Int, _ head: Int) -> Bool {
    words.lower[mark] != "since" || syntax.words[head]?.tag != "VBD"
  }

  // MARK: Denying, confirming, referring back

  private func answering(_ statement: Statement) -> [StatementRelation] {
    guard let id = statement.attribution else { return [] }
    let attribution = sources.attributions[id]
    let type: StatementRelation.Kind? =
      switch attribution.act {
      case .deny: denial(attribution)
      case .confirm: .confirms
      case .doubt: .disputes
      case .decline: .declinesComment
      default: nil
      }
    if type == nil, let accusation = accusation(flatlyDeniedBy: statement) {
      return [
        StatementRelation(
          type: .denies, from: statement.id, to: accusation, evidence: statement.spans)
      ]
    }
    let evidence = attribution.cue
    if let reference = reference(in: statement) {
      guard let meant = meant(by: reference, before: statement) else { return [] }
      var found = [
        StatementRelation(
          type: .anaphora, from: statement.id, to: meant, evidence: [words.span(reference)])
      ]
      if let type {
        found.append(
          StatementRelation(type: type, from: statement.id, to: meant, evidence: evidence))
      }
      return found
    }
    guard let type, let other = answered(by: statement, type) else { return [] }
    return [StatementRelation(type: type, from: statement.id, to: other, evidence: evidence)]
  }

  /// What a plain negative answers of what its speaker is accused of: *"I have never paid a musician," the rival
  /// replied*.
  private func accusation(flatlyDeniedBy statement: Statement) -> Statement.ID? {
    guard statement.certainty == Certainty(.certain, isNegative: true),
      statement.timeClass.isOfFacts, let lemma = predicate(of: statement)
    else { return nil }
    let here = sentence(of: statement)
    return statements.last { other in
      guard let id = other.attribution, id != statement.attribution,
        sources.attributions[id].act == .accuse
      else { return false }
      return other.id < statement.id && other.holder != statement.holder
        && !other.certainty.isNegative && here - sentence(of: other) <= Self.reach
        && predicate(of: other) == lemma
    }?.id
  }

  private func answered(
    by statement: Statement, _ type: StatementRelation.Kind
  ) -> Statement.ID? {
    switch type {
    case .declinesComment: asked(of: statement)
    case .confirms: same(as: statement, least: 0.5) ?? samePredicate(as: statement)
    case .denies:
      same(as: statement, least: 0.4) ?? samePredicate(as: statement)
        ?? accusation(answeredBy: statement)
    default: same(as: statement, least: 0.4)
    }
  }

  /// *The army confirmed that it had fired*: of few words, what another holder said nearby with the same verb.
  private func samePredicate(as statement: Statement) -> Statement.ID? {
    guard content[statement.id].count <= 2, let lemma = predicate(of: statement) else { return nil }
    let here = sentence(of: statement)
    return statements.last { other in
      other.spans[0].start < statement.spans[0].start && other.holder != statement.holder
        && other.attribution != statement.attribution
        && here - sentence(of: other) <= Self.reach && predicate(of: other) == lemma
    }?.id
  }

  /// The verb of a statement, unless it is one that fits everything.
  private func predicate(of statement: Statement) -> String? {
    guard let word = syntax.words[heads[statement.id]], word.part == .verb else { return nil }
    let lemma = word.lemma.lowercased()
    return ["be", "have", "do", "make", "take", "get", "go", "say", "come"].contains(lemma)
      ? nil : lemma
  }

  /// What somebody else says nearby of the one who denies.
  private func accusation(answeredBy statement: Statement) -> Statement.ID? {
    guard case .entities(let named) = statement.holder else { return nil }
    // The students' union answers for the students.
    let phrase = statement.attribution.map { sources.attributions[$0].source } ?? []
    let around = sources.entities.filter { entity in
      entity.mentions.contains { mention in phrase.contains { $0.contains(mention.span) } }
    }
    let names = Set(around.map { $0.name.lowercased() })
    let deniers =
      named + sources.entities.filter { names.contains($0.name.lowercased()) }.map(\.id)
    let here = sentence(of: statement)
    return statements.filter { other in
      other.attribution != nil && other.holder != statement.holder
        && abs(sentence(of: other) - here) <= Self.reach
        && other.events.contains { events[$0].actors.contains { deniers.contains($0) } }
    }.min { abs(sentence(of: $0) - here) < abs(sentence(of: $1) - here) }?.id
  }

  /// Sentences between an accusation and the denial that answers it.
  private static let reach = 4

  private func sentence(of statement: Statement) -> Int {
    words.sentence(at: statement.spans[0].start)
  }

  /// *Declined to comment*, *did not reply*: the statement that the one asked would not speak to.
  private func declining(_ statement: Statement) -> [StatementRelation] {
    let head = heads[statement.id]
    guard let lemma = syntax.words[head]?.lemma.lowercased() else { return [] }
    let speech: Set<String> = [
      "comment", "respond", "reply", "answer", "elaborate", "discuss", "say", "speak",
    ]
    let declines =
      ["decline", "refuse"].contains(lemma)
      && syntax.dependents(of: head, .xcomp).contains {
        speech.contains(syntax.words[$0]?.lemma.lowercased() ?? "")
      }
      || statement.certainty.isNegative
        && ["comment", "respond", "reply", "answer"].contains(lemma)
    guard declines, let about = asked(of: statement) else { return [] }
    return [relation(.declinesComment, statement.id, about, at: head)]
  }

  /// What somebody who would not speak was asked about: the last claim of another that speaks of him, or else
  /// the last one; no denial.
  private func asked(of statement: Statement) -> Statement.ID? {
    // *Confirmed the arrest but declined to give details*
    let own = statements.last {
      $0.spans[0].start < statement.spans[0].start && $0.holder == statement.holder
        && $0.attribution != nil && sentence(of: $0) == sentence(of: statement)
    }
    if let own { return own.id }
    let claims = statements.filter {
      $0.spans[0].start < statement.spans[0].start && $0.attribution != nil
        && $0.attribution != statement.attribution && !$0.certainty.isNegative
        && $0.holder != statement.holder
    }
    var asked = Set(statement.entities)
    if case .entities(let holders) = statement.holder { asked.formUnion(holders) }
    return (claims.last { !asked.isDisjoint(with: $0.entities) } ?? claims.last)?.id
  }

  private func denial(_ attribution: Attribution) -> StatementRelation.Kind {
    let cue = words.tokens(of: attribution.cue).map { syntax.words[$0]?.lemma.lowercased() ?? "" }
    if cue.contains("dispute") || cue.contains("challenge") || cue.contains("question") {
      return .disputes
    }
    if cue.contains("retract") || cue.contains("recant") || cue.contains("walk")
      || cue.contains("withdraw")
    {
      return .walksBack
    }
    return .denies
  }

  private static let claims: Set<String> = [
    "claim", "allegation", "accusation", "report", "charge", "suggestion", "assertion", "statement",
    "rumor", "rumour", "story", "account", "version", "figure",
  ]

  /// The tokens that only point back: *such claims*, *the allegation*, *it*, *that*, *so*.
  private func reference(in statement: Statement) -> Range<Int>? {
    let tokens = words.tokens(of: statement.spans)
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 5 else { return nil }
    if tokens.count == 1,
      ["it", "this", "that", "so", "them", "these", "those"].contains(words.lower[first])
    {
      return first..<last + 1
    }
    let head = heads[statement.id]
    guard let lemma = syntax.words[head]?.lemma.lowercased(), Self.claims.contains(lemma),
      syntax.dependents(of: head, .acl, .nmod).isEmpty,
      syntax.dependents(of: head, .det, .amod, .nmod).contains(where: {
        ["the", "such", "this", "that", "these", "those", "both", "all", "any"].contains(
          words.lower[$0])
      })
    else { return nil }
    return first..<last + 1
  }

  /// The statement that words of reference mean: what another source said last, and of that what is told as
  /// happening or having happened before plans.
  private func meant(by reference: Range<Int>, before statement: Statement) -> Statement.ID? {
    let earlier = statements.filter {
      $0.spans[0].start < statement.spans[0].start && $0.attribution != statement.attribution
        && self.reference(in: $0) == nil
    }
    let others = earlier.filter { $0.attribution != nil && $0.holder != statement.holder }
    guard let last = others.last else { return earlier.last?.id }
    let told = others.last {
      $0.attribution == last.attribution && [.pastFact, .ongoing].contains($0.timeClass)
    }
    return (told ?? last).id
  }

  /// The statement of another holder that says most nearly the same.
  private func same(as statement: Statement, least: Double) -> Statement.ID? {
    var best: (id: Statement.ID, share: Double)?
    let here = sentence(of: statement)
    for other in statements
    where other.id != statement.id && other.holder != statement.holder
      && other.attribution != statement.attribution
    {
      let isFar = abs(here - sentence(of: other)) > Self.farReach
      let share = overlap(statement.id, other.id)
      if share >= (isFar ? max(least, 0.8) : least), share > best?.share ?? 0 {
        best = (other.id, share)
      }
    }
    return best?.id
  }

  /// Sentences between two statements beyond which likeness has to be close.
  private static let farReach = 12

  /// The share of the content words of the shorter of two statements that the other one has.
  private func overlap(_ a: Statement.ID, _ b: Statement.ID) -> Double {
    let least = min(content[a].count, content[b].count)
    let shared = content[a].intersection(content[b])
    // Of two words one is too little, and names alone do not say the same.
    guard least > 1, shared.count > 1, !shared.isSubset(of: names[a]) else {
      return 0
    }
    return Double(shared.count) / Double(least)
  }

  // MARK: Corrections, conflicts

  /// *An earlier version said 12*, *later put the toll at 15*.
  private func correcting(_ statement: Statement) -> [StatementRelation] {
    let tokens = words.tokens(of: statement.spans)
    let sentence = self.sentence(of: statement)
    guard sentence < words.text.sentences.count else { return [] }
    let around = words.text.sentences[sentence].tokens
    if let version = earlierVersion(sayingOf: statement) {
      let right =
        statements.first {
          self.sentence(of: $0) == sentence && $0.spans[0].start > statement.spans[0].start
        } ?? statements.last { self.sentence(of: $0) < sentence && differs($0, statement) }
      return right.map { [relation(.corrects, $0.id, statement.id, at: version)] } ?? []
    }
    guard
      let sign = around.first(where: {
        ["corrected", "correction", "revised", "amended", "updated", "later"].contains(
          words.lower[$0])
      }), tokens.contains(where: { syntax.words[$0]?.part == .number })
    else { return [] }
    guard
      let other = statements.last(where: {
        $0.spans[0].start < words.text.sentences[sentence].span.start && differs($0, statement)
      })
    else { return [] }
    return [relation(.corrects, statement.id, other.id, at: sign)]
  }

  /// *Raised its estimate to 6.1 million*: what gives another number for the same, before or after it, by the one who
  /// revises or by a word that estimates.
  private func revising(_ statement: Statement) -> [StatementRelation] {
    let verb = heads[statement.id]
    guard let word = syntax.words[verb], word.part == .verb,
      Self.revisions.contains(word.lemma.lowercased()),
      syntax.dependents(of: verb, .obj, .nsubj).contains(where: isEstimate)
    else { return [] }
    let actors = statement.events.flatMap { events[$0].actors }
    let other = statements.filter { other in
      other.id != statement.id
        && abs(self.sentence(of: other) - self.sentence(of: statement)) <= Self.reach
        && differs(other, statement)
        && (isEstimate(heads[other.id])
          || other.events.contains { events[$0].actors.contains(where: actors.contains) })
    }.min { abs($0.id - statement.id) < abs($1.id - statement.id) }
    return other.map { [relation(.corrects, statement.id, $0.id, at: verb)] } ?? []
  }

  private func isEstimate(_ token: Int) -> Bool {
    Self.estimates.contains(syntax.words[token]?.lemma.lowercased() ?? "")
  }

  private static let revisions: Set<String> = [
    "raise", "lower", "cut", "revise", "increase", "reduce", "trim", "upgrade", "downgrade", "put",
    "rise", "fall", "climb", "grow",
  ]
  private static let estimates: Set<String> = [
    "estimate", "forecast", "projection", "project", "toll", "count", "tally", "predict", "expect",
    "number", "figure", "prediction",
  ]

  /// The word *version* of *an earlier version said that*, of what such a one said.
  private func earlierVersion(sayingOf statement: Statement) -> Int? {
    let source =
      statement.attribution.map { words.tokens(of: sources.attributions[$0].source) }
      ?? syntax.words[heads[statement.id]]?.head.map {
        syntax.dependents(of: $0, .nsubj).flatMap(syntax.subtree)
      } ?? []
    guard
      source.contains(where: {
        ["earlier", "previous", "original", "first"].contains(words.lower[$0])
      })
    else { return nil }
    return source.first { words.lower[$0] == "version" }
  }

  /// What a holder says against an earlier statement of the same holder: *would sell it*, then *would not*.
  private func walkingBack() -> [StatementRelation] {
    var found: [StatementRelation] = []
    for (position, later) in statements.enumerated() where later.attribution != nil {
      let earlier = statements[..<position].last { other in
        other.attribution != nil && other.attribution != later.attribution
          && other.holder == later.holder && other.holder != .nobody
          && other.certainty.degree != .none && later.certainty.degree != .none
          && other.certainty.isNegative != later.certainty.isNegative
          && headLemma(other) == headLemma(later) && overlap(other.id, later.id) >= 0.6
      }
      guard let earlier else { continue }
      found.append(
        StatementRelation(
          type: .walksBack, from: later.id, to: earlier.id, evidence: later.spans))
    }
    return found
  }

  /// Pairs of different holders on one happening that differ in number or polarity, and that agree.
  private func conflicting() -> [StatementRelation] {
    var found: [StatementRelation] = []
    for (position, later) in statements.enumerated() {
      for earlier in statements[..<position]
      where earlier.holder != later.holder && earlier.attribution != later.attribution {
        guard isOneClaim(earlier, later) else { continue }
        if differs(earlier, later) {
          found.append(
            StatementRelation(
              type: .conflicts, from: later.id, to: earlier.id, evidence: later.spans))
        } else if earlier.certainty.degree != .none, later.certainty.degree != .none {
          let type: StatementRelation.Kind =
            earlier.certainty.isNegative == later.certainty.isNegative
            ? .corroborates
            : later.certainty.isNegative && later.attribution != nil ? .denies : .conflicts
          found.append(
            StatementRelation(type: type, from: later.id, to: earlier.id, evidence: later.spans))
        }
      }
    }
    return found
  }

  /// Whether two statements tell of one happening: most words of the shorter are in the other, its predicate and all
  /// its names among them, and it is not somebody else's doing.
  private func isOneClaim(_ a: Statement, _ b: Statement) -> Bool {
    guard min(content[a.id].count, content[b.id].count) > 2, overlap(a.id, b.id) >= 0.6,
      mayCoincide(a.time, b.time), haveOneSide(a, b, \.actors), haveOneSide(a, b, \.recipients)
    else { return false }
    let (shorter, longer) = content[a.id].count <= content[b.id].count ? (a, b) : (b, a)
    guard names[shorter.id].isSubset(of: names[longer.id]) else { return false }
    // Two words that they share are enough where nothing but a number is left: *nine people were killed*.
    let missing = content[shorter.id].subtracting(content[longer.id])
    guard
      content[shorter.id].count - missing.count > 2
        || missing.allSatisfy({ NumeralReader.value(of: $0) != nil })
    else { return false }
    return content[b.id].contains(headLemma(a)) || content[a.id].contains(headLemma(b))
  }

  private func headLemma(_ statement: Statement) -> String {
    syntax.words[heads[statement.id]]?.lemma.lowercased() ?? ""
  }

  /// Whether the same bearers of names do it, or have it done to them, as far as both statements name any.
  private func haveOneSide(
    _ a: Statement, _ b: Statement, _ side: KeyPath<Event, [Entity.ID]>
  ) -> Bool {
    func named(_ statement: Statement) -> [Entity.ID] {
      (statement.events.first.map { events[$0][keyPath: side] } ?? []).filter { id in
        sources.entities.indices.contains(id)
          && sources.entities[id].mentions.contains { $0.kind == .name }
      }
    }
    let (one, other) = (named(a), named(b))
    return one.isEmpty || other.isEmpty || one.contains(where: other.contains)
  }

  /// Whether what two statements tell of may lie at one time: what has no time of its own lies near the day of the
  /// report, *in March 32 people were killed* tells of something else.
  private func mayCoincide(_ a: Time?, _ b: Time?) -> Bool {
    if let a, let b {
      guard let (from, to) = days(a), let (other, end) = days(b) else { return a.value == b.value }
      return from <= end && other <= to
    }
    guard let time = a ?? b else { return true }
    guard let (from, to) = days(time), let published = sources.published?.number else {
      // Weekdays, days and hours.
      return time.value.contains("W") || time.value.count >= 10
    }
    return from - 10 <= published && published <= to + 10 && to - from <= 10
  }

  private func days(_ time: Time) -> (from: Int, to: Int)? {
    guard let from = time.begin.flatMap({ CalendarDay($0) }),
      let to = time.end.flatMap({ CalendarDay($0) })
    else { return nil }
    return (from.number, to.number)
  }

  /// Whether two statements count the same thing differently.
  private func differs(_ a: Statement, _ b: Statement) -> Bool {
    for one in a.events.flatMap({ events[$0].numbers }) {
      for other in b.events.flatMap({ events[$0].numbers })
      where one.unit != nil && one.unit == other.unit {
        if let value = one.value, let second = other.value, value != second { return true }
      }
    }
    return false
  }

  private func relation(
    _ type: StatementRelation.Kind, _ from: Statement.ID, _ to: Statement.ID, at token: Int
  ) -> StatementRelation {
    StatementRelation(
      type: type, from: from, to: to, evidence: [words.text.tokens[token].span])
  }
}
