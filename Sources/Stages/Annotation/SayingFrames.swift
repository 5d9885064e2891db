import QuothReport
import QuothSyntax
import QuothText

/// What the tree of a sentence says of its verbs of saying: whose they are, and what is said.
///
/// - A saying that the model has nothing of is added: *Shells struck the bridge, halting all traffic, the
///   ministry said*; *The ministry said that shells had struck*.
/// - A source taken from another sentence, or the subject of another verb of saying, yields to the verb's own
///   subject: *A guard said he had crossed, and an innkeeper said he had come in*.
/// - Who a participle or infinitive belongs to speaks by it, where the model has nobody.
/// - So are those within contents, quoted ones among them.
/// - What somebody denies, admits or rules out may be a gerund or a noun: *denied taking part*, *did not rule out a
///   strike*.
/// - What stands before a tag is said with all the clauses that it is joined to: *The valve broke, and the maker will
///   pay, she said*.
/// - Who is told something is no part of it: *told his friend* | *the boats were safe*.
/// - What a second verb of the same subject says is cut off: *denied that it had fired and accused
///   Norland of haste*.
struct SayingFrames {
  let clauses: Clauses
  let syntax: Syntax
  private var words: Words { clauses.words }

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts.map { withSubject(withoutHearer($0), among: drafts) }
    drafts = drafts.map { withFirstClause($0, among: drafts) }
    drafts = drafts.map { beforeNextSource($0, among: drafts) }.flatMap(divided)
    for sentence in clauses.bodies {
      for verb in sentence where isSaying(verb) {
        guard let found = saying(verb) else { continue }
        add(found, to: &drafts)
      }
    }
    return drafts
  }

  /// The drafts, with the sayings that the tree shows within contents: *"Trump says he'll win," she said*.
  func completedWithin(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts.map(withoutHearer)
    for sentence in clauses.bodies {
      for verb in sentence where isSaying(verb, isWithin: true) {
        let span = words.text.tokens[verb].span
        let around = drafts.indices.filter { drafts[$0].content.contains { $0.contains(span) } }
        guard let parent = around.min(by: { size(drafts[$0]) < size(drafts[$1]) }),
          !drafts.contains(where: { $0.cue.contains(where: span.overlaps) }),
          var found = saying(verb, isWithin: true),
          (found.source + found.content).allSatisfy({ part in
            drafts[parent].content.contains { $0.contains(part) }
          })
        else { continue }
        found.parent = parent
        drafts.append(found)
      }
    }
    return drafts
  }

  private func size(_ draft: Draft) -> Int { draft.content.map(\.count).reduce(0, +) }

  // MARK: A saying by grammar

  /// A verb of saying in an active main or tag clause, or in a content with a clause for what is said.
  private func isSaying(_ verb: Int, isWithin: Bool = false) -> Bool {
    guard let word = syntax.words[verb], word.part == .verb else { return false }
    if answered(by: verb) != nil { return isWithin || !clauses.isQuoted(verb..<verb + 1) }
    guard ["VBD", "VBZ", "VBP"].contains(word.tag), !isNegated(verb) else { return false }
    if isWithin { return isFinite(verb) && !syntax.dependents(of: verb, .ccomp).isEmpty }
    return clauses.lexicon.tags.contains(words.lower[verb])
      && [.root, .parataxis, .conj].contains(word.relation)
      && !clauses.isQuoted(verb..<verb + 1)
  }

  /// What somebody denies or admits having done, or rules out.
  private func answered(by verb: Int) -> Int? {
    let lemma = syntax.words[verb]?.lemma.lowercased() ?? ""
    if lemma == "rule", verb + 1 < words.lower.count, words.lower[verb + 1] == "out" {
      return syntax.dependents(of: verb, .xcomp, .ccomp, .obj).first { $0 > verb + 1 }
    }
    guard let act = clauses.lexicon.verbs[words.lower[verb]], [.deny, .confirm].contains(act) else {
      return nil
    }
    return syntax.dependents(of: verb, .xcomp, .ccomp, .advcl).first {
      syntax.words[$0]?.tag == "VBG" && $0 > verb && $0 - verb < 4
    }
  }

  /// A verb with its auxiliaries, its negation and its particle.
  private func cue(_ verb: Int) -> Range<Int> {
    guard answered(by: verb) != nil else { return verb..<verb + 1 }
    let beside = syntax.dependents(of: verb, .aux).filter { $0 < verb }
    let end = words.lower[verb + 1] == "out" ? verb + 2 : verb + 1
    return (beside.min() ?? verb)..<end
  }

  private func isNegated(_ verb: Int) -> Bool {
    syntax.dependents(of: verb, .advmod).contains {
      ["not", "n't", "n’t", "never"].contains(words.lower[$0])
    }
  }

  private func saying(_ verb: Int, isWithin: Bool = false) -> Draft? {
    guard let source = isWithin ? subject(around: verb) : subject(of: verb),
      let word = syntax.words[verb]
    else { return nil }
    let content: [Int]
    let answered = answered(by: verb)
    if let answered {
      content = phrase(answered)
    } else if let clause = syntax.dependents(of: verb, .ccomp).first {
      content = phrase(clause)
    } else if let clause = syntax.dependents(of: verb, .parataxis).first(where: { $0 < verb }) {
      content = phrase(clause)
    } else if word.relation == .parataxis, let governor = word.head, governor < source[0] {
      let tag = Set(syntax.subtree(verb))
      content = syntax.subtree(governor).filter { !tag.contains($0) && $0 < source[0] }
    } else {
      return nil
    }
    guard let first = content.first, let last = content.last,
      content.count > (answered == nil ? 2 : 1),
      content.count == last - first + 1, !content.contains(where: source.contains),
      isWithin || !clauses.isQuoted(first..<last + 1), let begin = source.first,
      let end = source.last
    else { return nil }
    return Draft(
      source: [words.span(begin..<end + 1)], cue: [words.span(cue(verb))],
      content: ContentExtent(passage: words.passage).trimmed([words.span(first..<last + 1)]),
      evidence: Self.evidence)
  }

  /// Less sure than what the model itself finds.
  private static let evidence = AttributionDecoder.Evidence(roles: 0.6, content: 0.9, source: 0.9)

  /// A clause without the conjunction *that*, and without the marks at its ends.
  private func phrase(_ clause: Int) -> [Int] {
    var tokens = syntax.subtree(clause)[...]
    while let first = tokens.first,
      words.lower[first] == "that" && syntax.words[first]?.relation == .mark || isMark(first)
    {
      tokens = tokens.dropFirst()
    }
    return Array(trimmed(tokens))
  }

  private func trimmed(_ tokens: ArraySlice<Int>) -> ArraySlice<Int> {
    var tokens = tokens
    while let first = tokens.first, isMark(first) { tokens = tokens.dropFirst() }
    while let last = tokens.last, isMark(last) { tokens = tokens.dropLast() }
    return tokens
  }

  private func isMark(_ token: Int) -> Bool { syntax.words[token]?.part == .punctuation }

  private func add(_ found: Draft, to drafts: inout [Draft]) {
    guard !found.content.isEmpty else { return }
    let frame = found.cue + found.source
    let isKnown = drafts.contains { draft in
      (draft.cue + draft.content).contains { $0.overlaps(found.cue[0]) }
        || (draft.source + draft.cue).contains(where: found.content[0].overlaps)
        || draft.content.contains { piece in (found.content + frame).contains { $0.overlaps(piece) }
        }
    }
    if !isKnown { drafts.append(found) }
  }

  // MARK: The subject

  /// The noun phrase that an active verb has for its subject, without clauses that hang on it; relative
  /// pronouns are none.
  private func subject(of verb: Int) -> [Int]? {
    let isPassive = syntax.dependents(of: verb, .aux, .nsubj, .csubj).contains {
      syntax.words[$0]?.subtype == "pass"
    }
    // Where the tree has two, the one that stands by the verb.
    guard !isPassive,
      let head = syntax.dependents(of: verb, .nsubj).min(by: { abs($0 - verb) < abs($1 - verb) }),
      !Clauses.relatives.contains(words.lower[head]),
      !["it", "there", "what", "this"].contains(words.lower[head])
    else { return nil }
    var tokens = syntax.subtree(head)[...]
    if let clause = syntax.dependents(of: head, .acl).first(where: { $0 > head }) {
      let inside = Set(syntax.subtree(clause))
      tokens = tokens.filter { !inside.contains($0) }[...]
    }
    tokens = trimmed(tokens)
    guard let first = tokens.first, let last = tokens.last, last - first + 1 == tokens.count,
      tokens.count <= 30, tokens.contains(head), syntax.words[last]?.tag != "PRP$"
    else { return nil }
    return Array(tokens)
  }

  private func withSubject(_ draft: Draft, among drafts: [Draft]) -> Draft {
    guard let verb = words.tokens(of: draft.cue).first(where: isFinite),
      let source = draft.source.isEmpty ? subject(around: verb) : subject(of: verb)
    else { return draft }
    let home = clauses.sentence(of: verb)
    let given = words.tokens(of: draft.source)
    let span = words.span(source[0]..<source[source.count - 1] + 1)
    guard !given.contains(where: home.contains) || isSubject(given, ofOther: verb, among: drafts),
      !given.contains(where: source.contains),
      !(draft.content + draft.cue).contains(where: span.overlaps)
    else { return draft }
    var draft = draft
    draft.source = [span]
    return draft
  }

  /// The subject of a verb, or of the one that a participle or infinitive belongs to: *She toured the plant, urging
  /// workers to leave*.
  private func subject(around verb: Int) -> [Int]? {
    var verb = verb
    for _ in 0..<4 {
      if let own = subject(of: verb) { return own }
      guard let word = syntax.words[verb], let governor = word.head,
        word.relation == .conj
          || ["VBG", "VB"].contains(word.tag) && [.advcl, .xcomp].contains(word.relation)
      else { return nil }
      verb = governor
    }
    return nil
  }

  /// Whether tokens hold the subject of a verb by which somebody else says something.
  private func isSubject(_ tokens: [Int], ofOther verb: Int, among drafts: [Draft]) -> Bool {
    tokens.contains { token in
      guard let word = syntax.words[token], word.relation == .nsubj, let other = word.head,
        other != verb
      else { return false }
      let span = words.text.tokens[other].span
      return drafts.contains { $0.cue.contains(where: span.overlaps) }
    }
  }

  /// A content without the next speaker at its end: *crossed on foot, and an innkeeper* | *said*.
  private func beforeNextSource(_ draft: Draft, among drafts: [Draft]) -> Draft {
    guard let last = draft.content.last, let cue = draft.cue.last, cue.end <= last.start,
      let next = drafts.compactMap({ other in
        other.cue.first.map { $0.start >= last.end } ?? false ? other.source.first : nil
      }).first(where: { last.contains($0) && $0.end == last.end }),
      !clauses.isQuoted(words.text.tokens(overlapping: next))
    else { return draft }
    var tokens = words.text.tokens(overlapping: Span(start: last.start, end: next.start))
    while let end = tokens.last, isMark(end) || syntax.words[end]?.relation == .cc {
      tokens = tokens.dropLast()
    }
    guard !tokens.isEmpty else { return draft }
    var draft = draft
    draft.content[draft.content.count - 1] = words.span(tokens)
    return draft
  }

  private func isFinite(_ token: Int) -> Bool {
    syntax.words[token].map { $0.part == .verb && clauses.lexicon.verbs[words.lower[token]] != nil }
      ?? false
  }

  private func withFirstClause(_ draft: Draft, among drafts: [Draft]) -> Draft {
    guard let tag = words.tokens(of: draft.cue).last(where: isFinite), draft.content.count == 1,
      let first = draft.content.first, let word = syntax.words[tag], word.relation == .parataxis,
      let main = word.head
    else { return draft }
    let content = words.text.tokens(overlapping: first)
    let tagged = Set(syntax.subtree(tag))
    let all = syntax.subtree(main).filter { !tagged.contains($0) && !isMark($0) }
    guard let start = all.first, start <= main, main < content.lowerBound,
      content.upperBound <= tag, clauses.sentence(of: tag).contains(start),
      syntax.dependents(of: main, .conj).contains(where: content.contains),
      !clauses.isQuoted(start..<content.upperBound)
    else { return draft }
    let before = words.span(start..<content.lowerBound)
    let isTaken = drafts.contains { other in
      (other.source + other.cue + other.content).contains(where: before.overlaps)
    }
    guard !isTaken else { return draft }
    var draft = draft
    draft.content = [words.span(start..<content.upperBound)]
    return draft
  }

  /// A content without those at its beginning to whom it is said.
  private func withoutHearer(_ original: Draft) -> Draft {
    guard let verb = words.tokens(of: original.cue).last(where: isFinite),
      Self.addressing.contains(syntax.words[verb]?.lemma.lowercased() ?? ""),
      let hearer = syntax.dependents(of: verb, .iobj, .obj).first(where: { $0 > verb }),
      syntax.dependents(of: verb, .ccomp).contains(where: { $0 > hearer }),
      let first = original.content.first
    else { return original }
    let tokens = words.text.tokens(overlapping: first)
    guard let last = syntax.subtree(hearer).last, (verb + 1...hearer).contains(tokens.lowerBound)
    else { return original }
    var draft = original
    let rest = last + 1 < tokens.upperBound ? [words.span(last + 1..<tokens.upperBound)] : []
    draft.content.replaceSubrange(
      0..<1, with: ContentExtent(passage: words.passage).trimmed(rest))
    return draft.content.isEmpty ? original : draft
  }

  /// Verbs whose object is to whom something is said.
  private static let addressing: Set<String> = [
    "tell", "warn", "ask", "assure", "inform", "remind", "advise", "notify", "promise", "persuade",
    "convince", "show", "teach", "reassure", "caution", "brief",
  ]

  // MARK: A second verb

  private func divided(_ draft: Draft) -> [Draft] {
    guard !draft.source.isEmpty, let cue = words.tokens(of: draft.cue).last(where: isFinite)
    else { return [draft] }
    let content = words.tokens(of: draft.content)
    guard
      let second = content.first(where: { token in
        token > cue && syntax.words[token]?.relation == .conj && syntax.words[token]?.head == cue
          && isFinite(token) && !clauses.isQuoted(token..<token + 1)
          && syntax.dependents(of: token, .nsubj).isEmpty
      }), let before = syntax.dependents(of: second, .cc).first, before < second,
      let last = content.last, second < last
    else { return [draft] }
    let extent = ContentExtent(passage: words.passage)
    func part(_ from: Int, _ to: Int) -> [Span] {
      extent.trimmed(
        draft.content.compactMap { piece in
          let tokens = words.text.tokens(overlapping: piece).clamped(to: from..<to)
          return tokens.isEmpty ? nil : words.span(tokens)
        })
    }
    var (first, other) = (draft, draft)
    first.content = part(0, before)
    other.cue = [words.span(second..<second + 1)]
    other.content = part(second + 1, last + 1)
    return first.content.isEmpty || other.content.isEmpty ? [draft] : [first] + divided(other)
  }
}
