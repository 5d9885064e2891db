/// Counts over the reports of MEANTIME.
public struct MeantimeScore: FiguredScore {
  /// Triggers of exactly the gold tokens.
  public private(set) var exactEvents = Count()
  /// Triggers that share a token with gold, paired one to one.
  public private(set) var events = Count()
  /// Heads that lie in a gold participant of the paired event, whatever the role.
  public private(set) var participants = Count()
  /// The same for each role.
  public private(set) var actors = Count()
  public private(set) var recipients = Count()
  /// Time expressions of exactly the gold tokens.
  public private(set) var exactTimes = Count()
  /// Time expressions that share a token with gold, paired one to one.
  public private(set) var times = Count()
  /// Those of them that have the gold value.
  public private(set) var timeValues = Count()
  /// Of the events that were found.
  private var certainty = ClassCounts<String>()
  private var polarity = ClassCounts<String>()
  public private(set) var coreference = CoreferenceScore()

  /// Nothing counted yet.
  public init() {}

  mutating func add(_ found: MeantimeEvaluation.Prediction, to gold: MeantimeDocument) {
    addEvents(found.events, to: gold)
    addTimes(found.times, to: gold)
    coreference += CoreferenceScore(
      gold: gold.entities, found: found.entities.map { $0.compactMap(gold.tokens) })
  }

  private mutating func addEvents(
    _ predicted: [MeantimeEvaluation.Event], to gold: MeantimeDocument
  ) {
    let found = predicted.compactMap { event in
      gold.tokens(event.trigger).map { (tokens: $0, event: event) }
    }
    exactEvents.add(found: found.map(\.tokens), gold: gold.events.map(\.tokens))
    let pairs = Self.pairs(gold: gold.events.map(\.tokens), found: found.map(\.tokens))
    events += Count(right: pairs.count, found: found.count, gold: gold.events.count)

    var eventOfGold: [Int: MeantimeEvaluation.Event] = [:]
    for pair in pairs { eventOfGold[pair.gold] = found[pair.predicted].event }
    for (index, event) in gold.events.enumerated() {
      let match = eventOfGold[index]
      let heads = Self.heads(match, in: gold)
      participants += Self.count(heads, event.participants) { _, _ in true }
      for (role, path) in [
        (MeantimeEvaluation.Role.actor, \MeantimeScore.actors), (.recipient, \.recipients),
      ] {
        self[keyPath: path] += Self.count(
          heads.filter { $0.role == role }, event.participants.filter { $0.role == role }
        ) { $0 == $1 }
      }
      guard let match else { continue }
      if let wanted = event.certainty {
        certainty.add(found: match.certainty?.meantimeCertainty, gold: wanted)
      }
      if let wanted = event.polarity {
        polarity.add(found: match.certainty?.meantimePolarity, gold: wanted)
      }
    }
    let paired = Set(pairs.map(\.predicted))
    for (index, event) in found.enumerated() where !paired.contains(index) {
      let heads = Self.heads(event.event, in: gold)
      participants.found += heads.count
      actors.found += heads.count { $0.role == .actor }
      recipients.found += heads.count { $0.role == .recipient }
    }
  }

  private mutating func addTimes(
    _ predicted: [MeantimeEvaluation.TimeExpression], to gold: MeantimeDocument
  ) {
    let found = predicted.compactMap { time in
      gold.tokens(time.span).map { (tokens: $0, value: time.value) }
    }
    exactTimes.add(found: found.map(\.tokens), gold: gold.times.map(\.tokens))
    let pairs = Self.pairs(gold: gold.times.map(\.tokens), found: found.map(\.tokens))
    times += Count(right: pairs.count, found: found.count, gold: gold.times.count)
    timeValues += Count(
      right: pairs.count { gold.times[$0.gold].value == found[$0.predicted].value },
      found: found.count, gold: gold.times.count)
  }

  /// The heads of an event's participants in the annotated part, as tokens.
  private static func heads(
    _ event: MeantimeEvaluation.Event?, in gold: MeantimeDocument
  ) -> [MeantimeDocument.Participant] {
    (event?.participants ?? []).compactMap { participant in
      gold.tokens(participant.head).map { .init(tokens: $0, role: participant.role) }
    }
  }

  /// Heads against the participants they lie in, one to one, the shortest participant first.
  private static func count(
    _ heads: [MeantimeDocument.Participant], _ gold: [MeantimeDocument.Participant],
    where agree: (MeantimeEvaluation.Role, MeantimeEvaluation.Role) -> Bool
  ) -> Count {
    let pairs = greedyPairing(gold: gold.count, predicted: heads.count, floor: 0) { left, right in
      agree(gold[left].role, heads[right].role)
        ? gold[left].tokens.intersectionOverUnion(heads[right].tokens) : 0
    }
    return Count(right: pairs.count, found: heads.count, gold: gold.count)
  }

  private static func pairs(gold: [TokenSet], found: [TokenSet]) -> [GoldPrediction] {
    greedyPairing(gold: gold.count, predicted: found.count, floor: 0) { left, right in
      gold[left].intersectionOverUnion(found[right])
    }
  }

  /// In percent: F1; and of certainty and polarity of the events found, the share that is right and
  /// the mean F1 of the classes.
  public var figures: [Figure] {
    [
      Figure("events", 100 * events.f1), Figure("events exact", 100 * exactEvents.f1),
      Figure("participants", 100 * participants.f1), Figure("actors", 100 * actors.f1),
      Figure("recipients", 100 * recipients.f1), Figure("times", 100 * times.f1),
      Figure("times exact", 100 * exactTimes.f1), Figure("time values", 100 * timeValues.f1),
      Figure("certainty", 100 * certainty.accuracy),
      Figure("certainty classes", 100 * certainty.macroF1),
      Figure("polarity", 100 * polarity.accuracy),
      Figure("polarity classes", 100 * polarity.macroF1),
    ] + coreference.figures(of: "coreference")
  }
}

extension FactualityClass {
  /// The word MEANTIME has for how sure it is.
  fileprivate var meantimeCertainty: String {
    switch self {
    case .certain, .certainlyNot: "CERTAIN"
    case .probable, .probablyNot: "PROBABLE"
    case .possible, .possiblyNot: "POSSIBLE"
    case .uncommitted: "UNDERSPECIFIED"
    }
  }

  /// The word MEANTIME has for its sign.
  fileprivate var meantimePolarity: String {
    switch self {
    case .certain, .probable, .possible: "POS"
    case .certainlyNot, .probablyNot, .possiblyNot: "NEG"
    case .uncommitted: "UNDERSPECIFIED"
    }
  }
}
