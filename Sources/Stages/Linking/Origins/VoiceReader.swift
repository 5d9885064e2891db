import QuothAnnotation
import QuothEntity
import QuothReport
public import QuothStatement

/// Reads who stands behind each statement of a report.
///
///     VoiceReader(reading, lexicon: lexicon).voices[0].name     // "Ilse Brandt"
public struct VoiceReader {
  private let reading: Reading
  private let lexicon: VoiceLexicon
  private let bytes: [UInt8]
  /// Names of states and places that the report names, in lower case.
  private let lands: Set<String>

  public init(_ reading: Reading, lexicon: VoiceLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    bytes = Array(reading.report.text.utf8)
    lands = Set(
      reading.entities.filter { $0.type == .state || $0.type == .place }
        .map { NameKey($0.name).text })
  }

  /// One a statement.
  public var voices: [Voice] { reading.statements.map(voice) }

  private func voice(_ statement: Statement) -> Voice {
    switch statement.holder {
    case .reporter:
      return Voice(kind: .reporter, name: outlet)
    case .nobody:
      return Voice(kind: .unnamed, name: "nobody named", messengers: messengers(statement))
    case .entities(let ids):
      let attribution = statement.attribution.flatMap {
        reading.attributions.indices.contains($0) ? reading.attributions[$0] : nil
      }
      var voice =
        ids.first { reading.entities.indices.contains($0) }
        .map { id in
          var voice = self.voice(of: reading.entities[id], attribution)
          voice.actor = ActorKey(reading.entities[id])?.text
          return voice
        }
        ?? Voice(kind: .unnamed, name: "nobody named")
      voice.messengers = messengers(statement)
      return voice
    }
  }

  private var outlet: String {
    reading.report.publisher?.value ?? reading.report.url?.value ?? reading.report.file
      ?? reading.report.id
  }

  private func messengers(_ statement: Statement) -> [String] {
    statement.chain.dropFirst().dropLast().compactMap { link in
      guard case .entities(let ids) = link, let id = ids.first,
        reading.entities.indices.contains(id)
      else { return nil }
      return reading.entities[id].name
    }
  }

  // MARK: Somebody

  private func voice(of entity: Entity, _ attribution: Attribution?) -> Voice {
    let words = NameKey(entity.name).words
    let isNamed =
      (entity.link != nil || entity.mentions.contains { $0.kind == .name })
      && !words.contains { lexicon.holds($0, .spokesperson) }
    guard !words.allSatisfy({ Self.pronouns.contains($0) }) else {
      return Voice(kind: .unnamed, name: entity.name)
    }
    switch entity.type {
    case .person:
      return isNamed ? person(entity) : somebody(entity, attribution)
    case .group
    where sphere(words) == .other
      || !isNamed && words.contains { lexicon.holds($0, .spokesperson) }:
      return somebody(entity, attribution)
    case .state:
      return Voice(
        kind: .state, name: entity.name, owner: NameKey(entity.name).text, sphere: .state)
    default:
      return body(entity, isNamed: isNamed, attribution)
    }
  }

  /// A named person, in an office or as nobody's officer.
  private func person(_ entity: Entity) -> Voice {
    var voice = Voice(kind: .named, name: entity.name, person: ActorKey(entity)?.text)
    for role in entity.roles where role.standing != .former {
      let words = NameKey(text(role.span)).words
      guard let head = words.last,
        lexicon.holds(head, .spokesperson, .officer, .stateOfficer, .townOfficer)
          || sphere(words) != .other
      else { continue }
      // "army spokesperson": the words before the office name the body.
      let named = BodyName(words.dropLast().joined(separator: " "), lands: lands)
      if voice.body == nil, sphere(named.body) != .other { voice.body = named.text }
      voice.owner = voice.owner ?? named.owner
      if voice.sphere == .other {
        voice.sphere =
          lexicon.holds(head, .townOfficer)
          ? .town : lexicon.holds(head, .stateOfficer) ? .state : sphere(named.body)
      }
      guard let of = role.of, reading.entities.indices.contains(of) else { continue }
      let owner = reading.entities[of]
      if owner.type == .state || owner.type == .place || lands.contains(NameKey(owner.name).text) {
        voice.owner = voice.owner ?? NameKey(owner.name).text
      } else {
        let body = BodyName(owner.name, lands: lands)
        voice.body = body.text ?? voice.body
        voice.owner = body.owner ?? voice.owner
        // The president of a union is no officer of a state.
        voice.sphere = sphere(body.body)
      }
    }
    return voice
  }

  /// Somebody without a name: who speaks for a body is the body's voice, all else is unnamed.
  private func somebody(_ entity: Entity, _ attribution: Attribution?) -> Voice {
    let phrase = attribution?.source.first.map(text) ?? entity.name
    let raw = phrase.split(whereSeparator: \.isWhitespace)
    guard
      let office = raw.firstIndex(where: { word in
        NameKey(word).words.contains { lexicon.holds($0, .spokesperson) }
      })
    else { return Voice(kind: .unnamed, name: phrase) }
    // "an army spokesman", "a spokesman for the army"
    let before = BodyName(raw[..<office].joined(separator: " "), lands: lands)
    let behind = raw[(office + 1)...].drop { ["for", "of"].contains(NameKey($0).text) }
    let after = BodyName(behind.joined(separator: " "), lands: lands)
    let body = before.body.isEmpty ? after : before
    guard !body.body.isEmpty else { return Voice(kind: .unnamed, name: phrase) }
    let sphere = sphere(body.body)
    return Voice(
      kind: sphere == .state ? .state : .organisation, name: phrase, body: body.text,
      owner: body.owner, sphere: sphere)
  }

  private func body(_ entity: Entity, isNamed: Bool, _ attribution: Attribution?) -> Voice {
    let name = BodyName(entity.name, lands: lands)
    let sphere = sphere(name.body)
    let isUnnamed = !isNamed && (attribution?.sourceType.isUnnamed ?? false) && sphere == .other
    return Voice(
      kind: isUnnamed ? .unnamed : sphere == .state ? .state : .organisation, name: entity.name,
      body: name.text, owner: name.owner ?? entity.country?.lowercased(), sphere: sphere,
      isVague: !isNamed && sphere == .other)
  }

  // MARK: Words of offices

  /// Whether words name a body of a state or a town.
  private func sphere(_ words: [Substring]) -> Voice.Sphere {
    let pairs = zip(words, words.dropFirst()).map { Substring($0 + "-" + $1) }
    if (words + pairs).contains(where: { lexicon.holds($0, .townBody) }) { return .town }
    if (words + pairs).contains(where: { lexicon.holds($0, .stateBody) }) { return .state }
    return .other
  }

  private static let pronouns: Set<Substring> = [
    "it", "he", "she", "they", "we", "i", "who", "one", "some", "many", "others", "him", "her",
    "them", "us", "you", "this", "that", "which",
  ]

  private func text(_ span: Span) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
