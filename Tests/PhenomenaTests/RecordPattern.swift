/// What a line of a case demands of the lists of the record.
enum RecordDemand: Sendable {
  /// Some item matches.
  case exists(RecordPattern)
  /// No item matches, and the record reads such items at all.
  case missing(RecordPattern)
  /// Whether mentions belong to one entity, or each to another; each stands at any of its passages.
  case entities(same: Bool, [[Passage]])
}

/// What a line of a case says of one item of a list of the record; what it leaves out may be
/// anything.
struct RecordPattern: Sendable {
  var list: List
  /// Where the item stands: at any of these.
  var words: [Passage] = []
  var fields: [Field] = []

  /// A list of the record, by its key.
  enum List: String, Sendable, CaseIterable {
    case statements, events, entities, places, times, relations

    /// What a line of a case calls one item.
    var noun: String {
      switch self {
      case .statements: "statement"
      case .events: "event"
      case .entities: "entity"
      case .places: "place"
      case .times: "time"
      case .relations: "relation"
      }
    }

    var keys: Set<Key> {
      switch self {
      case .statements:
        [
          .has, .lacks, .holder, .chain, .certainty, .reporterCertainty, .hedges, .class, .time,
          .begin, .end, .place,
        ]
      case .events:
        [
          .lemma, .type, .mode, .context, .status, .actors, .recipients, .number, .value, .unit,
          .time, .begin, .end, .place,
        ]
      case .entities: [.type, .role, .of, .country, .link, .metonym, .kind, .gender]
      case .places: [.name, .country, .precision]
      case .times: [.type, .value, .mod]
      case .relations: [.type, .from, .to]
      }
    }

    /// The values that a key may have here; `nil` where any may stand.
    func vocabulary(of key: Key) -> Set<String>? {
      switch (self, key) {
      case (_, .certainty), (_, .reporterCertainty): Vocabulary.certainties
      case (_, .class): Vocabulary.classes
      case (.events, .type): Vocabulary.eventTypes
      case (.entities, .type): Vocabulary.entityTypes
      case (.times, .type): Vocabulary.timeTypes
      case (.relations, .type): Vocabulary.relationTypes
      case (_, .mode): Vocabulary.modes
      case (_, .context): Vocabulary.contexts
      case (_, .status): Vocabulary.statuses
      case (_, .metonym): ["true", "false"]
      case (_, .kind): ["name", "nominal", "pronoun", "adjective"]
      case (_, .gender): ["female", "male"]
      case (_, .precision): ["point", "admin1", "country"]
      case (_, .holder), (_, .chain): ["reporter"]
      default: nil
      }
    }
  }

  /// What a field is called, in the record wherever it is there too.
  enum Key: String, Sendable {
    case has, lacks, holder, chain, certainty, hedges, `class`, time, begin, end, place
    case reporterCertainty = "reporter_certainty"
    case lemma, type, mode, context, status, actors, recipients, number, value, unit
    case role, of, country, link, metonym, kind, gender
    case name, precision, mod, from, to
  }

  struct Field: Sendable {
    var key: Key
    var value: Value
  }

  enum Value: Sendable {
    case absent
    case present
    /// Any of these.
    case values([String])
    /// Any of these, each of one or more parts in the order of the line.
    case passages([[Passage]])
  }
}

/// The closed vocabularies of the record (Documentation/JSON.md).
private enum Vocabulary {
  static let certainties: Set = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
  static let classes: Set = ["past_fact", "ongoing", "planned", "hypothetical", "normative"]
  static let statuses: Set = [
    "happened", "ongoing", "planned", "possible", "hypothetical", "denied",
  ]
  static let entityTypes: Set = [
    "person", "organisation", "state", "place", "group", "product", "other",
  ]
  static let timeTypes: Set = ["DATE", "TIME", "DURATION", "SET"]
  static let relationTypes: Set = [
    "denies", "disputes", "corrects", "walks_back", "confirms", "declines_comment", "corroborates",
    "conflicts", "condition", "cause", "contrast", "anaphora",
  ]

  /// PLOVER's events; modes and contexts as its conversion table of 2021 spells them.
  static let eventTypes: Set = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]
  static let modes: Set = [
    "phone", "visit", "third-party", "release", "return", "ease", "access", "disarm", "ceasefire",
    "withdraw", "investigate", "assist", "change", "yield", "meet", "disapprove", "allege",
    "relations", "restrict", "ban", "political", "expel", "violence", "territory", "demo", "hunger",
    "boycott", "obstruct", "riot", "police", "troops", "discontinue", "seize", "curfew",
    "martial-law", "arrest", "deport", "abduct", "beat", "sexual", "torture", "suicide-attack",
    "explosives", "assassinate", "cleansing", "firearms", "heavy-weapons", "massacre",
    "unconventional",
  ]
  static let contexts: Set = [
    "diplomatic", "economic", "military", "legal", "intelligence", "humanitarian", "peacekeeping",
    "political_institutions", "executive", "rights_freedoms", "asylum", "democracy", "crime",
    "corruption", "human_rights", "human_security", "pro_autocracy", "religion_ethnicity", "cbrn",
  ]
}
