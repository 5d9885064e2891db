import QuothAnnotation
import QuothReport
import QuothStatement
import QuothText

/// What a report has people hold to be so, and how they stand to each other.
///
/// Total: relations to statements that are not there count for nothing.
struct Claims: Sendable {
  let index: ReadingIndex
  /// In text order.
  let all: [Claim]
  let disputes: [Dispute]
  /// Attributions in which somebody declines to say.
  let refusals: [Refusal]
  /// Claims that others of another camp hold too, or confirm.
  let confirmed: Set<Int>
  /// For each claim, who says the same, who confirms it, where it is corrected or walked back.
  let notes: [Int: [Note]]

  /// Somebody would not say.
  struct Refusal: Sendable {
    var holder: Claim.Holder
    var spans: [Span]
    /// The claim that it was about.
    var about: Int?
  }

  /// What another claim does to one: a word and the claim.
  struct Note: Sendable, Hashable {
    var word: String
    var claim: Int
  }

  init(_ index: ReadingIndex) {
    self.index = index
    let all = Self.claims(index)
    self.all = all
    var claimOf: [Statement.ID: Int] = [:]
    for (number, claim) in all.enumerated() {
      if let statement = claim.statement { claimOf[statement] = number }
    }
    // What is said of a detail is said of the claim that it is told with.
    let statements = index.reading.statements
    for statement in statements where claimOf[statement.id] == nil {
      var host = statement.host
      for _ in statements {
        guard let id = host, statements.indices.contains(id), claimOf[id] == nil else { break }
        host = statements[id].host
      }
      claimOf[statement.id] = host.flatMap { claimOf[$0] }
    }
    refusals = Self.refusals(index, all, claimOf)
    disputes = Self.disputes(index, all, claimOf)
    (notes, confirmed) = Self.notes(index, all, claimOf)
  }

  /// Claims that belong to no dispute, by source in the order of the text; the report's own come last.
  var bySource: [(holder: Claim.Holder, claims: [Int])] {
    let disputed = Set(disputes.flatMap { $0.voices.map(\.claim) })
    var order: [Claim.Holder] = []
    var groups: [Claim.Holder: [Int]] = [:]
    for (number, claim) in all.enumerated() where !disputed.contains(number) {
      if groups[claim.holder] == nil { order.append(claim.holder) }
      groups[claim.holder, default: []].append(number)
    }
    // The report speaks last.
    let others = order.filter { $0 != .report }
    return (others + order.filter { $0 == .report }).map { ($0, groups[$0] ?? []) }
  }

  func statement(_ claim: Claim) -> Statement? {
    claim.statement.map { index.reading.statements[$0] }
  }

  func attribution(_ claim: Claim) -> Attribution? {
    claim.attribution.map { index.reading.attributions[$0] }
  }

  // MARK: Who claims what

  private static func claims(_ index: ReadingIndex) -> [Claim] {
    let reading = index.reading
    var claims: [Claim] = []
    var isTold = [Bool](repeating: false, count: reading.attributions.count)
    let answered = Set(
      reading.relations.filter { Self.isAnswer($0.type) }
        .flatMap { [$0.to, $0.from].compactMap(\.self) })
    for statement in reading.statements {
      if statement.host != nil, !answered.contains(statement.id) { continue }
      let claim = Claim(statement, in: index)
      guard let attribution = claim.attribution else {
        if isNews(statement, in: reading) { claims.append(claim) }
        continue
      }
      isTold[attribution] = true
      if reading.attributions[attribution].act != .decline { claims.append(claim) }
    }
    // An attribution is told, too, by what stands within it.
    for attribution in reading.attributions.indices where isTold[attribution] {
      for layer in index.layers(attribution) { isTold[layer] = true }
    }
    for (number, attribution) in reading.attributions.enumerated()
    where !isTold[number] && attribution.act != .decline && !attribution.content.isEmpty {
      claims.append(
        Claim(
          attribution: number, holder: index.holder(of: number), spans: attribution.content))
    }
    // Of those that share a subject, what comes first is said first.
    return claims.enumerated().sorted { one, other in
      let (a, b) = (one.element.spans, other.element.spans)
      return (a.first?.start ?? 0, a.last?.end ?? 0, one.offset)
        < (b.first?.start ?? 0, b.last?.end ?? 0, other.offset)
    }.map(\.element)
  }

  /// Whether a relation is to a statement alone, not to all that it is told with.
  private static func isAnswer(_ relation: StatementRelation.Kind) -> Bool {
    [.denies, .disputes, .conflicts, .corrects, .walksBack].contains(relation)
  }

  /// Of what the report says in its own voice, a headline is on top already, and what is taken for
  /// granted in a noun phrase is said in passing.
  private static func isNews(_ statement: Statement, in reading: Reading) -> Bool {
    guard !statement.isPresupposed, let first = statement.spans.first else { return false }
    let sentence = reading.text.sentences(overlapping: first).first
    return sentence.map { reading.text.sentences[$0].role == .body } ?? true
  }

  // MARK: Disputes

  private static func disputes(
    _ index: ReadingIndex, _ all: [Claim], _ claimOf: [Statement.ID: Int]
  ) -> [Dispute] {
    var group = Array(all.indices)
    func root(_ claim: Int) -> Int {
      var claim = claim
      while group[claim] != claim { claim = group[claim] }
      return claim
    }
    var opposition: [Int: String] = [:]
    var references: Set<Int> = []
    var isDisputed = [Bool](repeating: false, count: all.count)
    for relation in index.reading.relations {
      guard let to = claimOf[relation.to], let from = relation.from.flatMap({ claimOf[$0] }),
        !isAsked(all[from], index)
      else { continue }
      switch relation.type {
      case .denies, .disputes, .conflicts:
        if relation.type == .denies { opposition[from] = "denies" }
        if relation.type == .disputes { opposition[from] = "disputes" }
        group[root(max(from, to))] = root(min(from, to))
        isDisputed[from] = true
        isDisputed[to] = true
      case .anaphora: references.insert(from)
      default: continue
      }
    }
    for (number, claim) in all.enumerated() where !isDisputed[number] {
      guard let attribution = claim.attribution,
        index.reading.attributions[attribution].act == .deny, !isAsked(claim, index),
        !isSomebody(claim, index)
      else { continue }
      opposition[number] = "denies"
      isDisputed[number] = true
    }
    // Who says the same belongs beside those who were denied.
    for relation in index.reading.relations
    where relation.type == .corroborates || relation.type == .confirms {
      guard let to = claimOf[relation.to], let from = relation.from.flatMap({ claimOf[$0] }),
        isDisputed[to] != isDisputed[from]
      else { continue }
      let (inside, outside) = isDisputed[to] ? (to, from) : (from, to)
      guard opposition[inside] == nil else { continue }
      group[outside] = root(inside)
      isDisputed[outside] = true
    }
    var members: [Int: [Int]] = [:]
    for claim in all.indices where isDisputed[claim] {
      members[root(claim), default: []].append(claim)
    }
    return members.values.sorted { $0[0] < $1[0] }.map { claims in
      let holding = claims.filter { opposition[$0] == nil }
      let head = holding.first { isBody(all[$0], index) } ?? holding.first ?? claims[0]
      let opposing = claims.filter { opposition[$0] != nil }
      return Dispute(
        head: head,
        voices: (holding + opposing).map {
          .init(claim: $0, opposition: opposition[$0], isReference: references.contains($0))
        })
    }
  }

  /// Whether it stands within a question: *asked whether Rey denied it*.
  private static func isAsked(_ claim: Claim, _ index: ReadingIndex) -> Bool {
    guard let attribution = claim.attribution else { return false }
    return index.layers(attribution).dropLast().contains {
      index.reading.attributions[$0].act == .ask
    }
  }

  /// Whether it is people who are turned down, not what they say: *rejected the establishment*, *dismissed his critics*.
  private static func isSomebody(_ claim: Claim, _ index: ReadingIndex) -> Bool {
    guard let id = claim.statement, let first = claim.spans.first,
      index.reading.statements[id].isPhrase
    else { return false }
    let entities = index.reading.statements[id].entities
    return entities.filter(index.reading.entities.indices.contains).contains { id in
      let entity = index.reading.entities[id]
      return [.person, .group].contains(entity.type)
        && entity.mentions.contains { mention in
          guard 0...1 ~= mention.span.start - first.start, mention.span.end <= first.end else {
            return false
          }
          // Not of "Rey's claim" or "the clerks' plan", of which they are no more than a part.
          let rest = index.words.line(Span(start: mention.span.end, end: first.end))
          let next = rest.split(whereSeparator: { !$0.isLetter }).first
          return next.map { ["who", "whom", "that", "in", "of", "on", "at"].contains($0) } ?? true
        }
    }
  }

  private static func isBody(_ claim: Claim, _ index: ReadingIndex) -> Bool {
    guard let first = claim.spans.first else { return false }
    let text = index.reading.text
    return text.sentences(overlapping: first).first.map { text.sentences[$0].role == .body } ?? true
  }

  // MARK: Refusals

  private static func refusals(
    _ index: ReadingIndex, _ all: [Claim], _ claimOf: [Statement.ID: Int]
  ) -> [Refusal] {
    let reading = index.reading
    var found = reading.attributions.enumerated().filter { $0.element.act == .decline }.map {
      number, attribution in
      Refusal(
        holder: index.holder(of: number), spans: (attribution.cue + attribution.content).sorted())
    }
    for relation in reading.relations where relation.type == .declinesComment {
      let about = claimOf[relation.to]
      if let known = found.firstIndex(where: { refusal in
        refusal.spans.contains { span in relation.evidence.contains(where: span.overlaps) }
      }) {
        found[known].about = about
      } else if let from = relation.from.flatMap({ claimOf[$0] }) {
        found.append(Refusal(holder: all[from].holder, spans: all[from].spans, about: about))
      }
    }
    return found
  }

  // MARK: Who backs whom

  private static func notes(
    _ index: ReadingIndex, _ all: [Claim], _ claimOf: [Statement.ID: Int]
  ) -> ([Int: [Note]], Set<Int>) {
    var notes: [Int: [Note]] = [:]
    var confirmed: Set<Int> = []
    for relation in index.reading.relations {
      guard let to = claimOf[relation.to], let from = relation.from.flatMap({ claimOf[$0] }) else {
        continue
      }
      let word: String
      switch relation.type {
      case .confirms: word = "confirmed by"
      case .corroborates: word = "also"
      case .corrects: word = "corrected by"
      case .walksBack: word = "walked back by"
      default: continue
      }
      let note = Note(word: word, claim: from)
      guard to != from, notes[to]?.contains(note) != true else { continue }
      notes[to, default: []].append(note)
      let backs = relation.type == .confirms || relation.type == .corroborates
      // A headline only repeats.
      if backs, isBody(all[from], index), isBody(all[to], index),
        isIndependent(all[from], of: all[to], index)
      {
        confirmed.insert(to)
      }
    }
    return (notes, confirmed)
  }

  /// Whether two claims are of named sources of different states and bodies, none of them going
  /// through the other. Unnamed sources may be one and the same; a state's ministry and its army are.
  private static func isIndependent(
    _ claim: Claim, of other: Claim, _ index: ReadingIndex
  ) -> Bool {
    guard let one = claim.attribution, let two = other.attribution else { return false }
    let camps = [one, two].map { attribution in
      index.layers(attribution).reduce(into: Set<Camp>()) { camps, layer in
        for id in index.reading.attributions[layer].sourceEntities
        where index.reading.entities.indices.contains(id) {
          let entity = index.reading.entities[id]
          camps.insert(.entity(id))
          if let country = entity.country { camps.insert(.country(country)) }
          for body in entity.roles.compactMap(\.of) { camps.insert(.entity(body)) }
        }
      }
    }
    let isNamed = [one, two].allSatisfy { attribution in
      let source = index.sources[index.sourceOf[attribution]]
      return !source.isUnnamed && !source.isNobody
    }
    return isNamed && !camps[0].isEmpty && !camps[1].isEmpty && camps[0].isDisjoint(with: camps[1])
  }

  private enum Camp: Hashable {
    case entity(Entity.ID)
    case country(String)
  }
}
