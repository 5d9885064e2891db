import Glibc
import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText
import QuothTime

/// Puts statements and events together from what was read before.
struct StatementBuilder {
  let sources: StatementReader.Sources
  let tree: ClauseTree
  private let holders: Holders
  private let modality: ModalityReader
  private let cues: CueReader
  private let tense: TenseClass
  private let parties: Parties
  private let numbers: CountReader
  /// What tells of political events, by token.
  private let typed: [Int: TypedTrigger]
  private let lexicon: EventLexicon
  private var index: EntityIndex
  /// Whether a token is part of an expression of time.
  private let isTimed: [Bool]
  private var drafts: [Draft] = []
  /// Events that no statement rests on.
  private var acts: [Event] = []
  /// The clause, or the head of a nominal content, of each finished statement.
  private(set) var order: [Int] = []

  private struct Draft {
    var statement: Statement
    /// Head token.
    var head: Int
    /// Index of its clause; nil for a phrase.
    var clause: Int?
    var events: [Event]
  }

  private var words: Words { sources.words }
  private var syntax: Syntax { sources.syntax }

  init(
    _ sources: StatementReader.Sources, certainty: CertaintyLexicon, events: EventLexicon
  ) {
    self.sources = sources
    tree = ClauseTree(words: sources.words, syntax: sources.syntax)
    holders = Holders(sources.attributions, words: sources.words)
    modality = ModalityReader(
      words: sources.words, syntax: sources.syntax, tree: tree, lexicon: certainty)
    cues = CueReader(
      words: sources.words, syntax: sources.syntax, lexicon: certainty, modality: modality)
    tense = TenseClass(words: sources.words, syntax: sources.syntax)
    parties = Parties(
      words: sources.words, syntax: sources.syntax, tree: tree, isFrame: holders.isFrame)
    numbers = CountReader(words: sources.words, syntax: sources.syntax)
    typed = EventTyper(
      sources, tree: tree, holders: holders, modality: modality, parties: parties, lexicon: events
    ).triggers()
    lexicon = events
    var isTimed = [Bool](repeating: false, count: sources.words.text.tokens.count)
    for expression in sources.times {
      for token in sources.words.text.tokens(overlapping: expression.span) { isTimed[token] = true }
    }
    self.isTimed = isTimed
    index = EntityIndex(sources.entities, words: sources.words, tree: tree)
  }

  // MARK: Clauses

  /// A statement for each clause that is not the frame of a saying.
  mutating func readClauses() {
    for (number, clause) in tree.clauses.enumerated() where !holders.isFrame[clause.head] {
      let tokens = trimmed((conditions(of: number).flatMap(ownTokens) + ownTokens(number)).sorted())
      guard !tokens.isEmpty else { continue }
      let all = Array(Set(trimmed(sharedTokens(number)) + tokens)).sorted()
      guard isWorthSaying(clause, tokens, all) else { continue }
      add(
        head: clause.head, tokens: all, layer: holders.innermost[clause.head], clause: number)
    }
  }

  /// The words of a clause that are its holder's. Those who speak are among them where their saying is another
  /// clause's: *Ek, citing the army, resigned*.
  private func ownTokens(_ number: Int) -> [Int] {
    let clause = tree.clauses[number]
    let layer = holders.innermost[clause.head]
    let subjects = Set(syntax.dependents(of: clause.head, .nsubj, .csubj).flatMap(tree.phrase))
    return clause.tokens.filter { token in
      guard holders.innermost[token] == layer else { return false }
      return !holders.isFrame[token] || subjects.contains(token)
        || holders.isSource(token)
          && !holders.cues(ofSource: token).contains {
            tree.owner[$0] == number
          }
    }
  }

  /// The words of a subject or noun that a clause shares with another one.
  private func sharedTokens(_ number: Int) -> [Int] {
    let clause = tree.clauses[number]
    let layer = holders.innermost[clause.head]
    return clause.shared.filter {
      holders.innermost[$0] == layer && (!holders.isFrame[$0] || holders.isSource($0))
    }
  }

  /// The conditions that a clause is told under.
  private func conditions(of number: Int) -> [Int] {
    tree.conditions.conditions(of: tree.clauses[number].head).compactMap { tree.owner[$0] }
      .filter { $0 != number }
  }

  /// A participle that only describes a noun says nothing of its own unless it has something beside it.
  ///
  /// - Parameters:
  ///   - tokens: The clause's own.
  ///   - all: With those that it shares with another clause.
  private func isWorthSaying(_ clause: ClauseTree.Clause, _ tokens: [Int], _ all: [Int]) -> Bool {
    guard let word = syntax.words[clause.head] else { return false }
    if word.relation == .acl, word.subtype != "relcl" { return tokens.count > 2 }
    // *When asked about it*, of somebody who then speaks.
    if word.relation == .advcl, word.tag == "VBN", !tree.hasSubject(clause.head),
      ["ask", "press", "question"].contains(word.lemma.lowercased())
    {
      return false
    }
    // *It is false that*, *there is a chance that*: what follows is told, with this grade.
    if !syntax.dependents(of: clause.head, .expl).isEmpty || words.lower[tokens[0]] == "it",
      modality.effect(of: clause.head) != nil,
      syntax.dependents(of: clause.head, .ccomp, .csubj, .acl, .advcl).contains(where: {
        tree.owner[$0] != tree.owner[clause.head]
      })
    {
      return false
    }
    // *The general staff believes*, put into another's clause.
    if word.relation == .parataxis, tokens.count < 6, modality.effect(of: clause.head) != nil,
      syntax.dependents(of: clause.head, .obj, .ccomp, .xcomp).isEmpty
    {
      return false
    }
    return all.count > 1 || word.part == .verb && [.root, .parataxis].contains(word.relation)
  }

  /// Contents that hold no clause: *denied such claims*, *warned of floods*.
  mutating func readNominalContents() {
    let told = Set(drafts.compactMap(\.statement.attribution))
    for attribution in sources.attributions where !told.contains(attribution.id) {
      let tokens = words.tokens(of: attribution.content).filter {
        holders.innermost[$0] == attribution.id && !holders.isFrame[$0]
      }
      let heads = contentHeads(attribution)
      // *Urged drivers to be patient*: what they are urged to, rather than those who are.
      let predicate = heads.first { token in
        syntax.dependents(of: token, .mark).contains { words.lower[$0] == "to" }
      }
      guard let head = predicate ?? heads.first else { continue }
      add(head: head, tokens: trimmed(tokens), layer: attribution.id)
    }
  }

  /// Happenings that a noun phrase takes for granted: *Sudland's invasion of 2031*.
  mutating func readPresupposed() {
    for head in words.lower.indices where typed[head] != nil || isHappening(head) {
      guard isOwned(head), !drafts.contains(where: { $0.head == head }), !holders.isFrame[head]
      else { continue }
      let layer = holders.innermost[head]
      let tokens = trimmed(tree.phrase(head).filter { holders.innermost[$0] == layer })
      add(head: head, tokens: tokens, layer: layer, isPresupposed: true)
    }
  }

  /// Whether a noun tells whose it is: *Sudland's invasion*, *the Norland raid*.
  private func isOwned(_ token: Int) -> Bool {
    syntax.words[token]?.part == .noun
      && syntax.dependents(of: token, .nmod, .amod, .compound).contains {
        syntax.words[$0]?.subtype == "poss" || words.isCapitalised($0)
      }
  }

  /// Whether a noun tells of something happening, with who does it, to whom or when beside it: *the collapse of the
  /// talks*, *Monday's arrest*.
  private func isHappening(_ token: Int) -> Bool {
    guard let word = syntax.words[token], word.part == .noun, word.relation != .compound else {
      return false
    }
    let hasParty = syntax.dependents(of: token, .nmod).contains { owner in
      syntax.words[owner]?.subtype == "poss"
        || syntax.dependents(of: owner, .case).contains { ["of", "by"].contains(words.lower[$0]) }
    }
    return hasParty && lexicon.isHappening(word.lemma.lowercased())
  }

  /// What a noun tells of has happened unless its clause is of what is still to come.
  private func nominalClass(_ clause: Statement.TimeClass) -> Statement.TimeClass {
    clause.isOfFacts ? .pastFact : clause
  }

  // MARK: One statement

  private mutating func add(
    head: Int, tokens: [Int], layer: Attribution.ID?, clause: Int? = nil,
    isPresupposed: Bool = false
  ) {
    guard !tokens.isEmpty else { return }
    let layers = holders.layers(of: layer)
    let told = told(asserted(head), layer: layer, isPresupposed: isPresupposed)
    let isHearsay = layers.isEmpty && told.isHearsay
    let chain = layers.map { holders.holder(of: $0) }
    let last = chain.last ?? (isHearsay ? .nobody : .reporter)
    let takesOver = layers.allSatisfy { cues.isTakenOver($0) }
    let spans = Self.spans(tokens, in: words)
    let time = time(of: head, tokens: tokens)
    var timeClass =
      told.timeClass
      ?? (isPresupposed
        ? nominalClass(tense.timeClass(of: predicate(around: head))) : tense.timeClass(of: head))
    if timeClass == .ongoing, let time, let published = sources.published,
      isAhead(time, of: published)
    {
      timeClass = .planned
    }
    let events = events(head: head, tokens: tokens, layer: layer, told, timeClass, time)
    drafts.append(
      Draft(
        statement: Statement(
          id: 0, spans: spans, wording: clause.map { wording(of: $0) } ?? spans, host: nil,
          isPhrase: clause == nil && !isPresupposed, attribution: layer, holder: last,
          chain: [.reporter] + (isHearsay ? [.nobody] : chain), certainty: told.certainty,
          reporterCertainty: takesOver && !isHearsay ? told.certainty : .uncommitted,
          hedges: Self.spans(told.hedges, in: words), timeClass: timeClass, time: time,
          place: place(tokens), events: [], entities: index.entities(within: spans),
          isPresupposed: isPresupposed || told.isPresupposed,
          confidence: confidence(of: told.certainty, at: head, layers)),
        head: head, clause: clause, events: events))
  }

  /// The predicate of the clause that a token stands in.
  private func predicate(around token: Int) -> Int {
    tree.owner[token].map { tree.clauses[$0].head } ?? token
  }

  // MARK: What is told with what

  /// The clauses that are told with a clause: what hangs on it, and what is coordinated with that, as far as it is
  /// the same holder's.
  ///
  /// - Parameter apart: Clauses that are told by themselves, with all that follows them.
  private func followers(
    of number: Int, without apart: Set<Int> = [], isFollower: Bool = false
  ) -> [Int] {
    tree.children[number].filter { child in
      let clause = tree.clauses[child]
      let relation = syntax.words[clause.head]?.relation
      return holders.innermost[clause.head] == holders.innermost[tree.clauses[number].head]
        && !holders.isFrame[clause.head] && relation != .parataxis
        && (isFollower || relation != .conj || isLooseParticiple(clause.head))
        && !apart.contains(child)
    }.flatMap { [$0] + followers(of: $0, without: apart, isFollower: true) }
  }

  /// *Shells struck the bridge, killing two*, whichever way the tree has it.
  private func isLooseParticiple(_ token: Int) -> Bool {
    syntax.words[token]?.tag == "VBG" && !tree.hasSubject(token)
      && syntax.dependents(of: token, .aux, .cop).isEmpty
  }

  private func wording(of number: Int, without apart: Set<Int> = []) -> [Span] {
    let tokens = ([number] + followers(of: number, without: apart)).flatMap(ownTokens)
    return Self.spans(
      Array(Set(trimmed(sharedTokens(number)) + trimmed(tokens.sorted()))).sorted(), in: words)
  }

  /// Gives statements the one that they are told with. Of *I think that it rained* the thought is what is told, in
  /// the words of both.
  private func findHosts(_ statements: inout [Statement], _ drafts: [Draft]) {
    var statementOf: [Int: Statement.ID] = [:]
    for (id, draft) in drafts.enumerated() {
      if let clause = draft.clause { statementOf[clause] = id }
    }
    /// The nearest statement around a clause, and the clause by which it hangs on it.
    func around(_ clause: Int) -> (host: Statement.ID, link: Int)? {
      guard let parent = tree.clauses[clause].parent else { return nil }
      let head = tree.clauses[clause].head
      if syntax.words[head]?.relation == .conj, !isLooseParticiple(head) { return around(parent) }
      guard followers(of: parent).contains(clause) else { return nil }
      return statementOf[parent].map { ($0, clause) } ?? around(parent)
    }
    for (id, draft) in drafts.enumerated() {
      if let clause = draft.clause {
        guard let (host, link) = around(clause),
          isTold(statements[id], with: statements[host], by: link)
        else { continue }
        statements[id].host = host
      } else if let host = tree.owner[draft.head].flatMap({ statementOf[$0] }),
        statements[host].attribution == statements[id].attribution
      {
        statements[id].host = host
      }
    }
    // What is told by itself is not told twice: *while fares may fall, sailors will not see it*.
    let apart = Set(statementOf.filter { statements[$0.value].host == nil }.keys)
    for (clause, id) in statementOf {
      statements[id].wording = wording(of: clause, without: apart)
    }
    tellWithPhrases(&statements, drafts)
    for (clause, id) in statementOf.sorted(by: { $0.key < $1.key })
    where modality.effect(of: tree.clauses[clause].head) != nil {
      let thought = tree.children[clause].first {
        syntax.words[tree.clauses[$0].head]?.relation == .ccomp
      }.flatMap { statementOf[$0] }
      guard let thought, statements[thought].host == id else { continue }
      statements[thought].wording = statements[id].wording
      statements[thought].host = statements[id].host
      statements[id].host = thought
    }
  }

  /// Whether nothing is lost when a statement is told in the words of another one that it hangs on by a clause: that
  /// clause has no subject of its own, or only tells of a word of the other one; the other one's own words hold it, or
  /// both are held alike. What is plainly so is plain in the words of a plan, too.
  private func isTold(_ statement: Statement, with host: Statement, by link: Int) -> Bool {
    let head = tree.clauses[link].head
    let isClosed =
      !tree.hasSubject(head) || [.ccomp, .csubj, .acl].contains(syntax.words[head]?.relation)
    let isSaid = statement.spans.allSatisfy { span in host.spans.contains { $0.contains(span) } }
    let isPlain = statement.certainty == Certainty(.certain) && statement.timeClass.isOfFacts
    return isClosed || isSaid || isPlain
      || statement.certainty == host.certainty
        && (statement.timeClass == host.timeClass
          || statement.timeClass.isOfFacts && host.timeClass.isOfFacts)
  }

  /// A content that begins with a phrase is told as one, whatever clauses hang on it: *criticised the plan to move
  /// the school, which parents oppose*.
  private func tellWithPhrases(_ statements: inout [Statement], _ drafts: [Draft]) {
    for attribution in sources.attributions {
      let own = drafts.indices.filter {
        statements[$0].attribution == attribution.id && drafts[$0].clause != nil
          && statements[$0].host == nil
      }
      guard let first = own.first,
        let head = contentHeads(attribution).first,
        tree.owner[head].map({ tree.clauses[$0].head != head || holders.isFrame[head] }) ?? true
      else { continue }
      let sentence = words.text.sentences[words.sentence(at: attribution.content[0].start)].tokens
      guard sentence.contains(drafts[first].head) else { continue }
      statements[first].wording = Self.spans(
        trimmed(
          words.tokens(of: attribution.content).filter {
            sentence.contains($0) && holders.innermost[$0] == attribution.id
          }), in: words)
      statements[first].isPhrase = true
      for other in own.dropFirst() where sentence.contains(drafts[other].head) {
        statements[other].host = first
      }
    }
  }

  /// The words of a content that hang on none of it.
  private func contentHeads(_ attribution: Attribution) -> [Int] {
    let tokens = words.tokens(of: attribution.content).filter {
      holders.innermost[$0] == attribution.id && !holders.isFrame[$0]
    }
    return tokens.filter { token in
      guard let word = syntax.words[token], word.part != .punctuation else { return false }
      return word.head.map { !tokens.contains($0) } ?? true
    }
  }

  /// What a clause asserts: *is unlikely to break* tells of the breaking.
  private func asserted(_ head: Int) -> Int {
    switch modality.effect(of: head) {
    case .probable, .possible, .doubt, .planned:
      syntax.dependents(of: head, .xcomp).first { modality.isInfinitive($0) } ?? head
    case .exclude where modality.negation(of: head) != nil:
      syntax.dependents(of: head, .xcomp, .ccomp, .obj).first ?? head
    default: head
    }
  }

  /// How a predicate is put forward by its holder, the saying counted in.
  private func told(
    _ token: Int, layer: Attribution.ID?, isPresupposed: Bool = false
  ) -> Modality {
    let inner = modality.modality(
      of: token, isOurs: { holders.innermost[$0] == layer && !holders.isFrame[$0] },
      isWithin: layer != nil)
    // What is taken for granted is not graded by itself.
    guard let layer else { return isPresupposed ? inner : corrected(inner, at: token) }
    let attribution = sources.attributions[layer]
    return describes(token) && [.deny, .doubt].contains(attribution.act)
      ? inner : cues.through(attribution, inner)
  }

  /// Whether a clause only describes a noun, which nobody denies with the clause around it: *denied the charges
  /// made by his brother*.
  private func describes(_ token: Int) -> Bool {
    guard let word = syntax.words[token], word.relation == .acl else { return false }
    return word.subtype == "relcl" || ["VBN", "VBG"].contains(word.tag)
  }

  /// Where no word grades a clause, the head of certainty may still doubt it.
  private func corrected(_ modality: Modality, at token: Int) -> Modality {
    // It learned from what happens; of what is said to be something it knows less.
    guard modality.certainty == .certain, modality.timeClass == nil,
      syntax.dependents(of: token, .cop).isEmpty, let value = sources.certainty[token]
    else { return modality }
    var modality = modality
    if value < Self.negative {
      modality.certainty = Certainty(.certain, isNegative: true)
    } else if value < Self.open {
      modality.certainty = .uncommitted
    } else if value < Self.unlikely {
      modality.certainty = Certainty(.possible)
    } else if value < Self.unsure {
      modality.certainty = Certainty(.probable)
    }
    return modality
  }

  /// Values of the head of certainty below which a plain clause is not certain.
  private static let (negative, open, unlikely, unsure): (Float, Float, Float, Float) = (
    -1.5, 0.25, 1, 2
  )

  /// The probability that holder and certainty are right: of the attributions, and of the certainty by how far the
  /// head of certainty is from it.
  private func confidence(
    of certainty: Certainty, at head: Int, _ layers: [Attribution]
  ) -> Double {
    let told = layers.map(\.confidence).reduce(1, *)
    guard let value = sources.certainty[head] else { return told * Self.unread }
    let gap = Double(abs(value - Float(certainty.value)))
    return told / (1 + exp(Self.slope * gap - Self.offset))
  }

  /// Fitted on the training part of UW (`Documentation/Training.md`).
  private static let (slope, offset, unread) = (2.4, 1.9, 0.62)

  // MARK: When and where

  /// The time that belongs to a predicate: the expression whose nearest predicate it is.
  private func time(of head: Int, tokens: [Int]) -> Time? {
    let own = tree.owner[head]
    var best: TimeExpression?
    for expression in sources.times where expression.type != .set {
      guard let token = words.text.tokens(overlapping: expression.span).first,
        tokens.contains(token), tree.owner[token] == own || own == nil
      else { continue }
      if best.map({ rank(expression) > rank($0) }) ?? true { best = expression }
    }
    return best.map { stretch(from: $0) ?? Time($0) }
  }

  /// The stretch that two expressions bound, as an interval of ISO 8601: *from 2020 to 2028*, *between Monday and
  /// Friday*.
  private func stretch(from first: TimeExpression) -> Time? {
    let tokens = words.text.tokens(overlapping: first.span)
    guard let next = sources.times.first(where: { $0.span.start >= first.span.end }),
      let begin = first.begin, let end = next.end, begin.number <= end.number,
      first.type == next.type,
      words.text.tokens(overlapping: next.span).lowerBound == tokens.upperBound + 1
    else { return nil }
    let (opener, link) = (
      tokens.lowerBound > 0 ? words.lower[tokens.lowerBound - 1] : "",
      words.lower[tokens.upperBound]
    )
    guard
      opener == "from" && ["to", "until", "till", "through"].contains(link)
        || opener == "between" && link == "and" || ["-", "–", "—"].contains(link)
    else { return nil }
    return Time(
      value: "\(first.value)/\(next.value)", begin: begin.description, end: end.description,
      basis: first.basis, span: Span(start: first.span.start, end: next.span.end))
  }

  /// Days and hours before stretches of time.
  private func rank(_ expression: TimeExpression) -> Int {
    switch expression.type {
    case .date, .time: expression.begin != nil ? 2 : 1
    default: 0
    }
  }

  private func isAhead(_ time: Time, of published: CalendarDay) -> Bool {
    guard let begin = time.begin.flatMap({ CalendarDay($0) }) else { return false }
    return begin.number > published.number
  }

  private func place(_ tokens: [Int]) -> Int? {
    let inside = sources.places.filter { tokens.contains($0.tokens.lowerBound) }
    let scene = inside.first { mention in
      let head = mention.tokens.last { token in
        syntax.words[token]?.head.map { !mention.tokens.contains($0) } ?? true
      }
      return head.map { head in
        syntax.dependents(of: head, .case).contains {
          ["in", "at", "near", "outside", "off", "on", "inside", "around", "across"].contains(
            words.lower[$0])
        }
      } ?? false
    }
    return scene?.place
  }

  // MARK: Events

  private mutating func events(
    head: Int, tokens: [Int], layer: Attribution.ID?, _ told: Modality,
    _ timeClass: Statement.TimeClass, _ time: Time?
  ) -> [Event] {
    let inside = Set(tokens)
    var triggers = [head]
    for token in tokens where token != head {
      guard let word = syntax.words[token] else { continue }
      let isVerb =
        word.part == .verb && [.xcomp, .conj, .advcl, .acl, .ccomp, .csubj].contains(word.relation)
      if isVerb || typed[token] != nil || isHappening(token)
        || CountReader.areCasualties(token, words, syntax)
      {
        triggers.append(token)
      }
    }
    let counts = numbers.counts(tokens.filter { !isTimed[$0] }, predicate: head)
    // *Spoke of 31 injured*, *two strikes*: what happens itself is counted.
    let counted = Set(triggers.filter { $0 != head }.map { words.lower[$0] })
    return triggers.sorted().compactMap { token in
      guard let word = syntax.words[token], inside.contains(token),
        [.verb, .noun, .adjective, .auxiliary].contains(word.part)
          || typed[token] != nil
      else { return nil }
      let own =
        token == head ? told : self.told(token, layer: layer, isPresupposed: isOwned(token))
      let around = word.part == .noun ? nominalClass(timeClass) : timeClass
      let ownClass = token == head ? timeClass : own.timeClass ?? around
      return event(
        token, word, status: Self.status(own, ownClass), time: time,
        numbers: counts.filter { count in
          token == head
            ? !counted.contains(count.unit ?? "") : count.unit == words.lower[token]
        })
    }
  }

  private mutating func event(
    _ token: Int, _ word: Word, status: Event.Status, time: Time?, numbers: [Event.Count]
  ) -> Event {
    let trigger = typed[token]
    let isSuffered = CountReader.areCasualties(token, words, syntax)
    let actors = isSuffered ? [] : trigger?.actors ?? parties.actors(of: token)
    let recipients = isSuffered ? [] : trigger?.recipients ?? parties.recipients(of: token)
    return Event(
      id: 0, trigger: words.text.tokens[token].span, lemma: word.lemma.lowercased(),
      type: trigger?.type, mode: trigger?.mode, contexts: trigger?.contexts ?? [],
      actors: entities(of: actors), recipients: entities(of: recipients), status: status,
      time: time, place: nil, numbers: numbers, confidence: trigger?.confidence ?? 0)
  }

  /// Political events that no statement rests on: cues such as *condemned* and *threatened*.
  mutating func readActsOfSaying() {
    let known = Set(drafts.flatMap(\.events).map(\.trigger))
    for token in typed.keys.sorted() where !known.contains(words.text.tokens[token].span) {
      guard let word = syntax.words[token] else { continue }
      let told = told(token, layer: holders.innermost[token])
      let clause = tree.owner[token].map { tree.clauses[$0].tokens } ?? [token]
      acts.append(
        event(
          token, word, status: Self.status(told, told.timeClass ?? tense.timeClass(of: token)),
          time: time(of: token, tokens: clause),
          numbers: numbers.counts(clause.filter { !isTimed[$0] }, predicate: token)))
    }
  }

  private mutating func entities(of heads: [Int]) -> [Entity.ID] {
    var found: [Entity.ID] = []
    for head in heads where !isTimed[head] {
      if let id = index.entity(of: head), !found.contains(id) { found.append(id) }
    }
    return found
  }

  static func status(_ told: Modality, _ timeClass: Statement.TimeClass) -> Event.Status {
    if told.certainty.isNegative, told.certainty.degree >= .probable { return .denied }
    switch (told.certainty.degree, timeClass) {
    case (.none, .planned): return .planned
    case (.none, _): return .hypothetical
    case (_, .hypothetical), (_, .normative): return .hypothetical
    case (.possible, _): return .possible
    case (_, .planned): return .planned
    case (.probable, .pastFact), (.probable, .ongoing): return .possible
    case (.certain, .ongoing): return .ongoing
    case (.certain, .pastFact): return .happened
    }
  }

  // MARK: Finished

  /// Statements in text order, with the numbers of their events.
  mutating func finished() -> StatementReader.Found {
    let sorted = drafts.sorted {
      ($0.statement.spans[0].start, $0.head) < ($1.statement.spans[0].start, $1.head)
    }
    var events: [Event] = []
    var statements: [Statement] = []
    var byTrigger: [Span: Event.ID] = [:]
    for draft in sorted {
      var statement = draft.statement
      statement.id = statements.count
      for var event in draft.events {
        if let known = byTrigger[event.trigger] {
          statement.events.append(known)
          continue
        }
        event.id = events.count
        event.place = statement.place
        byTrigger[event.trigger] = event.id
        statement.events.append(event.id)
        events.append(event)
      }
      statements.append(statement)
    }
    findHosts(&statements, sorted)
    for var act in acts {
      act.id = events.count
      events.append(act)
    }
    order = sorted.map(\.head)
    return StatementReader.Found(
      statements: statements, events: events, relations: [], entities: index.entities)
  }

  /// Tokens without the marks, conjunctions and *that* at their edges; quotation marks stay.
  private func trimmed(_ tokens: [Int]) -> [Int] {
    var tokens = tokens[...]
    while let first = tokens.first, isEdge(first, atStart: true), !isPaired(first, in: tokens) {
      tokens = tokens.dropFirst()
    }
    while let last = tokens.last, isEdge(last, atStart: false), !isPaired(last, in: tokens) {
      tokens = tokens.dropLast()
    }
    return Array(tokens)
  }

  /// Whether the bracket that belongs to one is among the tokens: *[Ten] years*.
  private func isPaired(_ token: Int, in tokens: ArraySlice<Int>) -> Bool {
    func bracket(_ next: Int?) -> String { next.map { words.lower[$0] } ?? "" }
    let brackets: Set<String> = ["(", ")", "[", "]"]
    let others = tokens.filter { $0 != token && brackets.contains(words.lower[$0]) }
    return switch words.lower[token] {
    case "(": bracket(others.first) == ")"
    case "[": bracket(others.first) == "]"
    case ")": bracket(others.last) == "("
    case "]": bracket(others.last) == "["
    default: false
    }
  }

  private func isEdge(_ token: Int, atStart: Bool) -> Bool {
    guard let word = syntax.words[token] else { return true }
    if word.part == .punctuation || word.relation == .cc { return true }
    return atStart && word.relation == .mark && ["that", "and"].contains(words.lower[token])
  }

  /// Runs of tokens as spans; a comma between two runs does not divide them.
  private static func spans(_ tokens: [Int], in words: Words) -> [Span] {
    var runs: [Range<Int>] = []
    for token in tokens {
      if let last = runs.last,
        last.upperBound == token
          || last.upperBound + 1 == token && words.text.tokens[token - 1].kind == .punctuation
      {
        runs[runs.count - 1] = last.lowerBound..<token + 1
      } else {
        runs.append(token..<token + 1)
      }
    }
    return runs.map(words.span)
  }
}
